import { queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Credit, CreditEntry, CreditPolicy } from '@/api/types'
import { Intention } from '@/lib/idempotency'

export const credit_query = () => queryOptions({ queryKey: ['credit'], queryFn: ({ signal }) => get<Credit>('/me/credit', {}, signal) })
export const credit_policy_query = () => queryOptions({ queryKey: ['credit-policy'], queryFn: ({ signal }) => get<CreditPolicy>('/credit-policy', {}, signal) })

/** Only what counts can be appealed, and once. */
export const may_appeal = (entry: CreditEntry): boolean => entry.state === 'counted' && entry.appeal === ''

export function use_appeal() {
  const queries = useQueryClient()
  const intention = new Intention()
  return useMutation({
    mutationFn: ({ entry, text }: { entry: CreditEntry; text: string }) =>
      request<CreditEntry>('POST', `/credit/${encodeURIComponent(entry.id)}/appeal`, { body: { text }, idempotency_key: intention.key_for([entry.id, text]) }),
    onSettled: () => {
      intention.done()
      void queries.invalidateQueries({ queryKey: ['credit'] })
    },
  })
}
