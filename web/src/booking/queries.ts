import { keepPreviousData, queryOptions } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Accessory, Booking, BookingGroup, Calendar, Instrument, Page, Quote, QuoteRequest } from '@/api/types'
import { to_instant, type Minutes } from '@/lib/time'
import type { Range } from '@/schedule/geometry'

export const instrument_query = (id: string) =>
  queryOptions({ queryKey: ['instrument', id], queryFn: ({ signal }) => get<Instrument>(`/instruments/${encodeURIComponent(id)}`, {}, signal) })

const fetch_accessories = (instrument_id: string, signal: AbortSignal, time?: Pick<Booking, 'start' | 'end'>): Promise<Page<Accessory>> =>
  get<Page<Accessory>>(`/instruments/${encodeURIComponent(instrument_id)}/accessories`, { ...time }, signal)

export const accessories_query = (instrument_id: string) =>
  queryOptions({ queryKey: ['instrument', instrument_id, 'accessories'], queryFn: ({ signal }) => fetch_accessories(instrument_id, signal) })

/** With how many are left throughout a time; under the calendar, because each booking there may take some. */
export const accessories_left_query = (instrument_id: string, time: Range) => {
  const { start, end } = { start: to_instant(time.start), end: to_instant(time.end) }
  return queryOptions({ queryKey: ['calendar', instrument_id, 'accessories', start, end], queryFn: ({ signal }) => fetch_accessories(instrument_id, signal, { start, end }), placeholderData: keepPreviousData })
}

export const calendar_query = (id: string, from: Minutes, to: Minutes) =>
  queryOptions({
    queryKey: ['calendar', id, from, to],
    queryFn: ({ signal }) =>
      get<Calendar>(`/instruments/${encodeURIComponent(id)}/calendar`, { from: to_instant(from), to: to_instant(to) }, signal),
  })

export const quote_query = (body: QuoteRequest) =>
  queryOptions({
    queryKey: ['quote', body.instrument_id, body],
    queryFn: ({ signal }) => request<Quote>('POST', '/quotes', { body, idempotency_key: crypto.randomUUID(), signal }),
    staleTime: 60_000,
    gcTime: 120_000,
  })

export const fetch_booking = (id: string, signal: AbortSignal): Promise<Booking> =>
  get<Booking>(`/bookings/${encodeURIComponent(id)}`, {}, signal)

export const booking_query = (id: string) =>
  queryOptions({ queryKey: ['booking', id], queryFn: ({ signal }) => fetch_booking(id, signal) })

export const group_query = (id: string) =>
  queryOptions({ queryKey: ['booking-group', id], queryFn: ({ signal }) => get<BookingGroup>(`/booking-groups/${encodeURIComponent(id)}`, {}, signal) })

export interface BookingFilter {
  scope: 'mine' | 'organisation' | 'platform' | 'institution'
  status?: string
  from?: string
  to?: string
  sort?: 'start' | '-start'
  limit?: number
  cursor?: string
}

export const bookings_query = (filter: BookingFilter) =>
  queryOptions({ queryKey: ['bookings', filter], queryFn: ({ signal }) => get<Page<Booking>>('/bookings', { ...filter }, signal) })

export type ActionBody = Record<string, unknown>

/** One step of a booking's state machine. */
export function act_on_booking(id: string, action: string, body: ActionBody, idempotency_key: string, etag?: string): Promise<Booking> {
  return request<Booking>('POST', `/bookings/${encodeURIComponent(id)}/${action}`, { body, idempotency_key, if_match: etag })
}
