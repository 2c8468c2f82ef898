import type { Answer, Displaced, Replan } from '@/api/replan-types'
import { DAY, day_start, from_instant, type Minutes } from '@/lib/time'
import type { Range } from '@/schedule/geometry'

const most_ticks = 8

/** Whole days that hold the outage, the old places and the new ones. */
export function axis_of(view: Replan): Range {
  const instants = [view.outage, ...view.displaced.flatMap((row) => (row.proposal ? [row.old, row.proposal] : [row.old]))]
  const last = Math.max(...view.displaced.flatMap((row) => (row.proposal ? [row.old.end, row.proposal.end] : [row.old.end])).map(from_instant), from_instant(view.outage.start) + DAY)
  const start = day_start(Math.min(...instants.map((one) => from_instant(one.start))))
  // An outage may be open for months; what matters is where bookings go.
  return { start, end: day_start(last - 1) + DAY }
}

export function ticks_of(axis: Range): Minutes[] {
  const days = (axis.end - axis.start) / DAY
  const step = Math.ceil(days / most_ticks)
  return Array.from({ length: Math.ceil(days / step) }, (_, index) => axis.start + index * step * DAY)
}

/** Where a stretch lies on the axis, in parts of it; never so thin that it is lost. */
export function part_of(range: { start: string; end: string }, axis: Range): { from: number; length: number } {
  const whole = axis.end - axis.start
  const from = Math.max(0, (from_instant(range.start) - axis.start) / whole)
  const to = Math.min(1, (from_instant(range.end) - axis.start) / whole)
  const length = Math.max(to - from, 0.012)
  return { from: Math.min(from, 1 - length), length }
}

export interface Tally {
  answer: Answer
  count: number
}

const order: Answer[] = ['waiting', 'accepted', 'chose_other', 'declined', 'expired', 'withdrawn', 'cancelled', 'suggested', 'unplaced']

export const tally = (displaced: Displaced[]): Tally[] => order.map((answer) => ({ answer, count: displaced.filter((row) => row.answer === answer).length })).filter((one) => one.count)
