import { queryOptions } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Page, Round, RoundInput, RoundPreview, RoundResult } from '@/api/manage-types'
import type { Booking } from '@/api/types'

// Under "bookings": each request, decision and offer marks rounds as stale with them.
const path_of = (id: string): string => `/rounds/${encodeURIComponent(id)}`

export const rounds_query = (filter: { platform?: string; status?: string }) =>
  queryOptions({ queryKey: ['bookings', 'rounds', filter], queryFn: ({ signal }) => get<Page<Round>>('/rounds', { ...filter, limit: 100 }, signal) })

export const round_query = (id: string) => queryOptions({ queryKey: ['bookings', 'round', id], queryFn: ({ signal }) => get<Round>(path_of(id), {}, signal) })

export const results_query = (id: string) =>
  queryOptions({ queryKey: ['bookings', 'round', id, 'results'], queryFn: ({ signal }) => get<Page<RoundResult>>(`${path_of(id)}/results`, { limit: 200 }, signal) })

/** What asks for time inside the window; the server says with each how many compete. */
export const requests_query = (round: Round) =>
  queryOptions({
    queryKey: ['bookings', 'round', round.id, 'requests'],
    queryFn: async ({ signal }) => {
      const page = await get<Page<Booking>>('/bookings', { scope: 'platform', status: 'requested', from: round.window.start, to: round.window.end, sort: 'start', limit: 200 }, signal)
      return page.items.filter((booking) => round.instrument_ids.includes(booking.instrument_id) && booking.start >= round.window.start)
    },
  })

export const open_round = (input: RoundInput, idempotency_key: string): Promise<Round> => request<Round>('POST', '/rounds', { body: input, idempotency_key })

export const cancel_round = (id: string, idempotency_key: string): Promise<Round> => request<Round>('DELETE', path_of(id), { idempotency_key })

/** What the round would decide now; nothing is written. */
export const preview_round = (id: string): Promise<RoundPreview> => request<RoundPreview>('POST', `${path_of(id)}/allocate?dry_run=true`, { body: {}, idempotency_key: crypto.randomUUID() })
