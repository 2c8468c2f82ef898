import { queryOptions } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { BatchResult, BookingFacts } from '@/api/types'
import { waiver_body } from '@/booking/waiver'
import type { Decision } from './decisions'

export const facts_query = (id: string) =>
  queryOptions({ queryKey: ['facts', id], queryFn: ({ signal }) => get<BookingFacts>(`/bookings/${encodeURIComponent(id)}/facts`, {}, signal) })

export function decide_batch(decision: Decision, options: { dry_run?: boolean; keepalive?: boolean } = {}): Promise<BatchResult> {
  const { action, ids, reason, waiver } = decision
  return request<BatchResult>('POST', '/bookings/batch', {
    body: { action, ids, ...(reason ? { reason } : {}), ...(waiver ? waiver_body(waiver) : {}), ...(options.dry_run ? { dry_run: true } : {}) },
    idempotency_key: crypto.randomUUID(),
    keepalive: options.keepalive,
  })
}
