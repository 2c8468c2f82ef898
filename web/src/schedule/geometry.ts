import type { BookingStatus, Span } from '@/api/types'
import { DAY, day_start, from_instant, minute_of_day, type Minutes } from '@/lib/time'

/** A half-open stretch of time, in minutes since the epoch. */
export interface Range {
  start: Minutes
  end: Minutes
}

/** A span of the calendar as it is drawn. `lane` is set where several bookings fit at once. */
export interface Block extends Range {
  kind: 'booked' | 'outage' | 'closed' | 'held' | 'buffer'
  lane: number
  title: string
  status: BookingStatus | null
  mine: boolean
  booking_id: string | null
}

/** The stretch of the day that the calendar shows, in minutes of the day. */
export interface Hours {
  from: number
  to: number
}

const takes_a_lane = (block: Block): boolean => block.kind === 'booked' || block.kind === 'held' || block.kind === 'buffer'

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end

export const snap = (minutes: Minutes, grid: number): Minutes => {
  const start = day_start(minutes)
  return start + Math.floor((minutes - start) / grid) * grid
}

/** Reads the spans and gives bookings that overlap each the first lane that is free. */
export function blocks_of(spans: Span[]): Block[] {
  const lane_ends: Minutes[] = []
  return spans
    .map((span): Block => ({
      start: from_instant(span.start),
      end: from_instant(span.end),
      kind: span.kind === 'closed' && span.title === 'buffer' ? 'buffer' : span.kind,
      lane: 0,
      title: span.title ?? '',
      status: span.status ?? null,
      mine: span.mine ?? false,
      booking_id: span.booking_id ?? null,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((block) => {
      if (!takes_a_lane(block)) return block
      const found = lane_ends.findIndex((end) => end <= block.start)
      const lane = found < 0 ? lane_ends.length : found
      lane_ends[lane] = block.end
      return { ...block, lane }
    })
}

/** What hinders a range: null where it is free for one more booking. */
export function hindrance(blocks: Block[], capacity: number, range: Range): Block | null {
  const near = blocks.filter((block) => overlaps(block, range))
  const shut = near.find((block) => !takes_a_lane(block))
  if (shut) return shut
  const taken = near.filter(takes_a_lane)
  for (const block of taken) {
    const moment = Math.max(block.start, range.start)
    const at_once = taken.filter((other) => other.start <= moment && moment < other.end).length
    if (at_once >= capacity) return block
  }
  return null
}

export const is_free = (blocks: Block[], capacity: number, range: Range): boolean => hindrance(blocks, capacity, range) === null

/** The latest end of a free range from `start`, at most `limit`; `start` itself where it is taken. */
export function free_until(blocks: Block[], capacity: number, start: Minutes, limit: Minutes): Minutes {
  let end = limit
  for (let tries = 0; tries <= blocks.length && end > start; tries += 1) {
    const block = hindrance(blocks, capacity, { start, end })
    if (!block) return end
    end = Math.max(start, first_full_moment(blocks, capacity, { start, end }))
  }
  return end
}

function first_full_moment(blocks: Block[], capacity: number, range: Range): Minutes {
  const moments = blocks.filter((block) => overlaps(block, range)).map((block) => Math.max(block.start, range.start))
  return moments.filter((at) => !is_free(blocks, capacity, { start: at, end: at + 1 })).reduce((a, b) => Math.min(a, b), range.end)
}

/** The free stretches of [from, to) that are at least `shortest` long, in order. */
export function free_gaps(blocks: Block[], capacity: number, window: Range, shortest: number): Range[] {
  const edges = new Set<Minutes>([window.start])
  for (const block of blocks) if (block.end > window.start && block.end < window.end) edges.add(block.end)
  const gaps: Range[] = []
  for (const start of [...edges].sort((a, b) => a - b)) {
    const last = gaps.at(-1)
    if (last && start < last.end) continue
    const end = free_until(blocks, capacity, start, window.end)
    if (end - start >= shortest) gaps.push({ start, end })
  }
  return gaps
}

/** Whole hours around everything that is open or booked on these days; office hours where nothing is. */
export function visible_hours(blocks: Block[], days: Minutes[]): Hours {
  let from = DAY
  let to = 0
  const widen = (range: Range, day: Minutes): void => {
    from = Math.min(from, Math.max(0, range.start - day))
    to = Math.max(to, Math.min(DAY, range.end - day))
  }
  for (const day of days) {
    const whole = { start: day, end: day + DAY }
    const closed = blocks.filter((block) => block.kind === 'closed')
    for (const gap of free_gaps(closed, 1, whole, 1)) widen(gap, day)
    for (const block of blocks) if (takes_a_lane(block) && overlaps(block, whole)) widen(block, day)
  }
  if (from >= to) return { from: 480, to: 1080 }
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

/** The part of a range inside one day's visible hours, as shares of the column; null where none is. */
export function place(range: Range, day: Minutes, hours: Hours): { top: number; height: number } | null {
  const start = Math.max(range.start, day + hours.from)
  const end = Math.min(range.end, day + hours.to)
  if (start >= end) return null
  const span = hours.to - hours.from
  return { top: (start - day - hours.from) / span, height: (end - start) / span }
}

export interface Rules {
  grid: number
  shortest: number
  longest: number
  capacity: number
}

/**
 * The range that one touch at `at` means: from the grid line below, `wish` long where that is free,
 * else as long as it can be; null where not even the shortest booking fits.
 */
export function range_at(blocks: Block[], rules: Rules, at: Minutes, wish: number): Range | null {
  const start = snap(at, rules.grid)
  const length = Math.min(Math.max(wish, rules.shortest), rules.longest)
  const until = free_until(blocks, rules.capacity, start, start + length)
  const end = start + Math.floor((until - start) / rules.grid) * rules.grid
  return end - start >= rules.shortest ? { start, end } : null
}

/** The range between two grid lines, in either direction, at least the shortest booking long. */
export function range_between(rules: Rules, anchor: Minutes, at: Minutes): Range {
  const low = snap(Math.min(anchor, at), rules.grid)
  const high = snap(Math.max(anchor, at), rules.grid) + rules.grid
  const length = Math.min(Math.max(high - low, rules.shortest), rules.longest)
  return at < anchor ? { start: high - length, end: high } : { start: low, end: low + length }
}

/** The start times that a day offers, with those that cannot be taken marked. */
export function start_options(blocks: Block[], rules: Rules, day: Minutes, earliest: Minutes): { at: Minutes; free: boolean }[] {
  const step = Math.max(rules.grid, 15)
  const options: { at: Minutes; free: boolean }[] = []
  for (let at = day; at < day + DAY; at += step) {
    const shut = blocks.some((block) => block.kind === 'closed' && block.start <= at && at < block.end)
    if (shut) continue
    options.push({ at, free: at >= earliest && is_free(blocks, rules.capacity, { start: at, end: at + rules.shortest }) })
  }
  return options
}

/** The lengths that fit from `start`: by the grid at first, coarser as they grow. */
export function length_options(blocks: Block[], rules: Rules, start: Minutes, horizon: Minutes): number[] {
  const room = free_until(blocks, rules.capacity, start, Math.min(start + rules.longest, horizon)) - start
  const lengths: number[] = []
  let length = Math.ceil(rules.shortest / rules.grid) * rules.grid
  while (length <= room) {
    lengths.push(length)
    const step = length < 240 ? rules.grid : length < 720 ? Math.max(30, rules.grid) : length < 2 * DAY ? Math.max(60, rules.grid) : DAY
    length += Math.ceil(step / rules.grid) * rules.grid
  }
  return lengths
}

export const is_today = (day: Minutes, now: Minutes): boolean => day_start(now) === day

export const now_share = (now: Minutes, hours: Hours): number | null => {
  const minute = minute_of_day(now)
  return minute >= hours.from && minute < hours.to ? (minute - hours.from) / (hours.to - hours.from) : null
}
