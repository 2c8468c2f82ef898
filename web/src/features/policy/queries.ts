import { queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Page, Preset, Rules } from '@/api/manage-types'
import { Intention } from '@/lib/idempotency'

export const presets_query = () => queryOptions({ queryKey: ['policy-presets'], queryFn: ({ signal }) => get<Page<Preset>>('/policy-presets', { limit: 50 }, signal), staleTime: Infinity })

/** Replaces the document, where nobody else has since the version that was read. */
export function use_save_policy(instrument: string) {
  const queries = useQueryClient()
  const intention = new Intention()
  return useMutation({
    mutationFn: ({ policy, etag }: { policy: Rules; etag: string }) =>
      request<Rules>('PUT', `/instruments/${encodeURIComponent(instrument)}/policy`, { body: policy, if_match: etag, idempotency_key: intention.key_for([policy, etag]) }),
    onSettled: () => {
      intention.done()
      void queries.invalidateQueries({ queryKey: ['calendar', instrument] })
    },
  })
}
