import type { Instant } from './types'

/** How a host keeps its word. Times are minutes; `open` ones count only while the instrument was open. */
export interface HostRecord {
  bookings: number
  cancelled: number
  moved: number
  displaced: number
  bumped: number
  answered: number
  expired: number
  median_answer_minutes: number | null
  p90_answer_minutes: number | null
  median_answer_open_minutes: number | null
  p90_answer_open_minutes: number | null
  summary: string
}

export interface PlatformRecord extends HostRecord {
  platform_id: string
  from: Instant
  to: Instant
  instruments: (HostRecord & { instrument_id: string })[]
}
