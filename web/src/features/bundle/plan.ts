import { DAY, day_start, type Minutes } from '@/lib/time'
import type { Range } from '@/schedule/geometry'

/** A wish on the common axis, in percent of it. */
export interface Bar {
  left: number
  width: number
}

export interface Plan {
  axis: Range
  bars: Bar[]
  /** The starts of the days inside the axis, in percent. */
  days: { at: Minutes; left: number }[]
}

const hour = 60
const narrowest = 1.5

/** Puts times on one axis of whole hours, or of whole days where they lie on several. */
export function plan_of(times: Range[]): Plan {
  const first = Math.min(...times.map((time) => time.start))
  const last = Math.max(...times.map((time) => time.end))
  const within_a_day = day_start(first) === day_start(last - 1)
  const start = within_a_day ? Math.floor(first / hour) * hour : day_start(first)
  const end = within_a_day ? Math.ceil(last / hour) * hour : day_start(last - 1) + DAY
  const percent = (minutes: number): number => (100 * minutes) / (end - start)
  const days: Plan['days'] = []
  for (let at = day_start(start); at < end; at += DAY) if (at >= start) days.push({ at, left: percent(at - start) })
  return {
    axis: { start, end },
    bars: times.map((time) => ({ left: percent(time.start - start), width: Math.max(narrowest, percent(time.end - time.start)) })),
    days,
  }
}
