import type { Fen, Instant } from './types'

/** What an outage displaces, and where it could go: one plan for all of it. */
export interface Place {
  instrument_id: string
  instrument_name_zh: string
  instrument_name_en: string
  institution_short: string
  start: Instant
  end: Instant
  total_fen: Fen
}

export interface Proposal extends Place {
  /** Null where nobody holds it. */
  offer_id: string | null
  expires_at: Instant | null
  platform_id: string
  institution_id: string
  shift_minutes: number
  other_instrument: boolean
  other_platform: boolean
  other_institution: boolean
  needs_approval: boolean
  price_difference_fen: Fen
  disruption: number
  why: 'earlier' | 'later' | 'equivalent'
  why_text: string
}

export type Answer = 'unplaced' | 'suggested' | 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'chose_other' | 'cancelled'

export interface Displaced {
  booking_id: string
  user_name: string
  organisation_name: string
  purpose: string
  cause: 'outage' | 'bump'
  reason: string
  outage_id: string | null
  displaced_at: Instant | null
  old: Place
  proposal: Proposal | null
  answer: Answer
  new_booking_id: string | null
}

export interface Replan {
  outage: { id: string | null; instrument_id: string; start: Instant; end: Instant; reason: string }
  displaced: Displaced[]
  plan: { displaced: number; placed: number; disruption: number; bound: number; proven: boolean } | null
}

export interface Outage {
  id: string
  instrument_id: string
  start: Instant
  end: Instant
  reason: string
}
