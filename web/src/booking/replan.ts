import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Displaced } from '@/api/replan-types'
import type { Booking } from '@/api/types'
import { bookings_query } from './queries'

export const replan_query = (booking_id: string) =>
  queryOptions({ queryKey: ['replan', booking_id], queryFn: ({ signal }) => get<Displaced>(`/bookings/${encodeURIComponent(booking_id)}/replan`, {}, signal) })

const shown_max = 20

export const displaced_query = () => bookings_query({ scope: 'mine', status: 'displaced', sort: 'start', limit: shown_max })

/** The displaced bookings whose user still has to say what shall become of them. */
export function unanswered(bookings: Booking[], displaced: (Displaced | undefined)[]): Booking[] {
  const open = new Set(displaced.filter((it) => it?.may.includes('replace')).map((it) => it?.booking_id))
  return bookings.filter((booking) => open.has(booking.id))
}

/** What accepting needs the user's word for: only a dearer place does. */
export const agreed_fen = (displaced: Displaced): number | undefined =>
  displaced.proposal && displaced.proposal.price_difference_fen > 0 ? displaced.proposal.total_fen : undefined
