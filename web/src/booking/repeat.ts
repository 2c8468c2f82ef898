import { date_text, DAY, weekday_of, type Minutes } from '@/lib/time'

/** How a booking is repeated, as the dialog asks for it. */
export interface Repeat {
  frequency: 'daily' | 'weekly' | 'monthly'
  /** Every so many days, weeks or months. */
  interval: number
  /** 0 = Monday; of a weekly series. */
  weekdays: number[]
  /** A monthly series follows the date or the weekday ("the second Tuesday"). */
  by: 'date' | 'weekday'
  /** What happens in a month without that day. */
  missing: 'skip' | 'last'
  ends: 'count' | 'until'
  count: number
  /** "2026-12-31", included. */
  until: string
}

const weekday_codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const first_weeks = 4

/** Weekly on the day of the start, four times. */
export function repeat_from(start: Minutes): Repeat {
  return {
    frequency: 'weekly',
    interval: 1,
    weekdays: [weekday_of(start)],
    by: 'date',
    missing: 'skip',
    ends: 'count',
    count: first_weeks,
    until: date_text(start + (first_weeks - 1) * 7 * DAY),
  }
}

const day_of_month = (start: Minutes): number => Number(date_text(start).slice(8))

/** 1 .. 5: which such weekday of its month the start is. */
export const week_of_month = (start: Minutes): number => Math.ceil(day_of_month(start) / 7)

/** Whether some months lack the day that a monthly series falls on. */
export function may_be_missing(repeat: Repeat, start: Minutes): boolean {
  if (repeat.frequency !== 'monthly') return false
  return repeat.by === 'date' ? day_of_month(start) > 28 : week_of_month(start) === 5
}

/** The RFC 5545 rule. The first booking is part of a weekly series whatever weekdays are chosen. */
export function rule_of(repeat: Repeat, start: Minutes): string {
  const parts = [`FREQ=${repeat.frequency.toUpperCase()}`]
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`)
  if (repeat.frequency === 'weekly') {
    const days = new Set([...repeat.weekdays, weekday_of(start)])
    parts.push(`BYDAY=${weekday_codes.filter((_code, day) => days.has(day)).join(',')}`)
  } else if (repeat.frequency === 'monthly' && repeat.by === 'weekday') {
    parts.push(`BYDAY=${week_of_month(start)}${weekday_codes[weekday_of(start)]}`)
  }
  parts.push(repeat.ends === 'count' ? `COUNT=${repeat.count}` : `UNTIL=${repeat.until.replaceAll('-', '')}`)
  return `RRULE:${parts.join(';')}`
}
