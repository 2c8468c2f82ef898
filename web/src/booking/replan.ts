import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Displaced } from '@/api/replan-types'
import type { Booking } from '@/api/types'
import { bookings_query } from './queries'

export const replan_query = (booking_id: string) =>
  queryOptions({ queryKey: ['replan', booking_id], queryFn: ({ signal }) => get<Displaced>(`/bookings/${encodeURIComponent(booking_id)}/replan`, {}, signal) })

const shown_max = 20

export const displaced_query = () => bookings_query({ scope: 'mine', status: 'displaced', sort: 'start', limit: shown_max })

/** Its user still has to say what shall become of it. */
export const awaits_answer = (booking: Booking): boolean => booking.status === 'displaced' && booking.may.includes('replace')

/** What accepting needs the user's word for: only a dearer place does. */
export const agreed_fen = (displaced: Displaced): number | undefined =>
  displaced.proposal && displaced.proposal.price_difference_fen > 0 ? displaced.proposal.total_fen : undefined
