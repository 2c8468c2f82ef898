import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Page, PolicyVersion, Preset, Rules } from '@/api/manage-types'
import { Intention } from '@/lib/idempotency'

export const presets_query = () => queryOptions({ queryKey: ['policy-presets'], queryFn: ({ signal }) => get<Page<Preset>>('/policy-presets', { limit: 50 }, signal), staleTime: Infinity })

const versions_a_page = 20

/** Newest first, with who saved it and when; under the instrument, so that a save marks it as stale. */
export const versions_query = (instrument: string) =>
  infiniteQueryOptions({
    queryKey: ['instrument', instrument, 'policy-versions'],
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => get<Page<PolicyVersion>>(`/instruments/${encodeURIComponent(instrument)}/policy/versions`, { limit: versions_a_page, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page<PolicyVersion>) => last.next_cursor ?? undefined,
  })

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
