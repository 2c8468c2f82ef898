import { queryOptions } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Outage, Replan } from '@/api/replan-types'
import type { Page } from '@/api/types'

export interface OutageInput {
  start: string
  end: string
  reason: string
}

const path_of = (instrument: string): string => `/instruments/${encodeURIComponent(instrument)}/outages`

export const outages_query = (instrument: string) => queryOptions({ queryKey: ['calendar', instrument, 'outages'], queryFn: ({ signal }) => get<Page<Outage>>(path_of(instrument), {}, signal) })

/** What the outage would displace and where it could go; nothing is written. */
export const preview_query = (instrument: string, wanted: { start: string; end: string }) =>
  queryOptions({
    queryKey: ['calendar', instrument, 'outage-preview', wanted],
    queryFn: ({ signal }) => request<Replan>('POST', `${path_of(instrument)}/preview`, { body: wanted, idempotency_key: crypto.randomUUID(), signal }),
  })

export const report_outage = (instrument: string, input: OutageInput, replan: boolean, idempotency_key: string): Promise<Replan> =>
  request<Replan>('POST', path_of(instrument), { body: { ...input, replan }, idempotency_key })

// Under "bookings": each answer of a user marks the state as stale.
export const replan_query = (outage: string) =>
  queryOptions({ queryKey: ['bookings', 'replan', outage], queryFn: ({ signal }) => get<Replan>(`/outages/${encodeURIComponent(outage)}/replan`, {}, signal) })

export const end_outage = (outage: string): Promise<void> => request<void>('DELETE', `/outages/${encodeURIComponent(outage)}`, { idempotency_key: crypto.randomUUID() })
