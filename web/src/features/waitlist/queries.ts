import { queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Booking, Page, WaitlistEntry } from '@/api/types'
import { Intention } from '@/lib/idempotency'

export const waitlist_query = () => queryOptions({ queryKey: ['waitlist'], queryFn: ({ signal }) => get<Page<WaitlistEntry>>('/waitlist', {}, signal) })

type Answer = 'accept' | 'decline' | 'leave'

/** Answers an offer, or leaves the line; a repeated press is the same intention. */
export function use_answer() {
  const queries = useQueryClient()
  const intention = new Intention()

  return useMutation({
    mutationFn: ({ entry, answer }: { entry: WaitlistEntry; answer: Answer }) => {
      const path = `/waitlist/${encodeURIComponent(entry.id)}`
      const idempotency_key = intention.key_for([entry.id, entry.offer?.id, answer])
      if (answer === 'leave') return request<WaitlistEntry | Booking>('DELETE', path, { idempotency_key })
      return request<WaitlistEntry | Booking>('POST', `${path}/${answer}`, { body: {}, idempotency_key })
    },
    onSettled: (_result, _error, { entry }) => {
      intention.done()
      void queries.invalidateQueries({ queryKey: ['waitlist'] })
      void queries.invalidateQueries({ queryKey: ['bookings'] })
      const instrument = entry.offer?.instrument_id ?? entry.instrument_id
      if (instrument) void queries.invalidateQueries({ queryKey: ['calendar', instrument] })
    },
  })
}
