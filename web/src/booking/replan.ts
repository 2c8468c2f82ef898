import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Booking, Fen, Instant } from '@/api/types'
import { bookings_query } from './queries'

interface Place {
  instrument_id: string
  instrument_name_zh: string
  instrument_name_en: string
  institution_short: string
  start: Instant
  end: Instant
  total_fen: Fen
}

/** What became of a booking that lost its place, and what is proposed instead. */
export interface Displaced {
  booking_id: string
  cause: 'outage' | 'bump'
  reason: string
  old: Place
  proposal: (Place & { offer_id: string | null; expires_at: Instant | null; shift_minutes: number; needs_approval: boolean; price_difference_fen: Fen; why_text: string }) | null
  answer: 'unplaced' | 'suggested' | 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'chose_other' | 'cancelled'
  new_booking_id: string | null
  /** What the caller may still answer. */
  may: ('accept' | 'decline' | 'replace' | 'cancel')[]
}

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
