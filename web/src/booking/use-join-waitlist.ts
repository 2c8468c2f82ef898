import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { request } from '@/api/client'
import type { WaitlistEntry, WaitlistRequest } from '@/api/types'
import { Intention } from '@/lib/idempotency'
import { use_problem_text } from '@/ui/problem-text'
import { show } from '@/ui/toast'

/** Joins the waitlist and says so; a repeated press is the same intention. */
export function use_join_waitlist() {
  const { t } = useI18n()
  const problem_text = use_problem_text()
  const queries = useQueryClient()
  const intention = new Intention()

  return useMutation({
    mutationFn: (body: WaitlistRequest) => request<WaitlistEntry>('POST', '/waitlist', { body, idempotency_key: intention.key_for(body) }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['waitlist'] })
      show({ tone: 'good', text: () => t('waitlist.joined'), action: { label: () => t('booking.view'), to: '/waitlist' } })
    },
    onError: (error) => void show({ tone: 'bad', text: () => problem_text(error) }),
    onSettled: () => intention.done(),
  })
}
