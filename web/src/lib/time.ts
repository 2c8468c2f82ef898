/**
 * Time inside the client is minutes since the epoch; outside it is RFC 3339. The platform lives in
 * Beijing time, which has had a fixed offset since 1991, so local time is arithmetic, not a library.
 */

export type Minutes = number

export const ZONE = 'Asia/Shanghai'
export const DAY: Minutes = 1440
const OFFSET: Minutes = 480

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

export const from_instant = (instant: string): Minutes => Math.floor(Date.parse(instant) / 60_000)

/** RFC 3339 with the platform's offset, to the minute. */
export function to_instant(minutes: Minutes): string {
  const local = new Date((minutes + OFFSET) * 60_000)
  return `${local.toISOString().slice(0, 16)}:00+08:00`
}

export const day_start = (minutes: Minutes): Minutes => Math.floor((minutes + OFFSET) / DAY) * DAY - OFFSET

/** 0 = Monday .. 6 = Sunday. 1 January 1970 was a Thursday. */
export const weekday_of = (minutes: Minutes): number => (Math.floor((minutes + OFFSET) / DAY) + 3) % 7

export const week_start = (minutes: Minutes): Minutes => day_start(minutes) - weekday_of(minutes) * DAY

export const minute_of_day = (minutes: Minutes): number => minutes - day_start(minutes)

/** "2026-11-23" of the local day. */
export function date_text(minutes: Minutes): string {
  return new Date((minutes + OFFSET) * 60_000).toISOString().slice(0, 10)
}

/** "2026-11-23T09:00" in local time: the form used in addresses. */
export function local_text(minutes: Minutes): string {
  return new Date((minutes + OFFSET) * 60_000).toISOString().slice(0, 16)
}

/** Reads "2026-11-23" or "2026-11-23T09:00" as local time; null where it is neither. */
export function parse_local(text: unknown): Minutes | null {
  if (typeof text !== 'string') return null
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text)) return null
  const parsed = Date.parse(`${text.length === 10 ? `${text}T00:00` : text}:00+08:00`)
  return Number.isNaN(parsed) ? null : parsed / 60_000
}

/** "09:30"; the end of a day reads "24:00" where it closes an interval. */
export function clock_text(minutes: Minutes, closes_interval = false): string {
  const minute = minute_of_day(minutes)
  if (closes_interval && minute === 0) return '24:00'
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

export function format(minutes: Minutes, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options)
  let cached = formats.get(key)
  if (!cached) {
    cached = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options })
    formats.set(key, cached)
  }
  return cached.format(minutes * 60_000)
}

export const day_label = (minutes: Minutes, locale: string): string =>
  format(minutes, locale, { month: 'short', day: 'numeric', weekday: 'short' })

export const full_day_label = (minutes: Minutes, locale: string): string =>
  format(minutes, locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })

/** "11月23日周一 09:00–12:00", naming the second day where the interval crosses midnight. */
export function interval_label(start: Minutes, end: Minutes, locale: string): string {
  const crosses = day_start(start) !== day_start(end - 1)
  const tail = crosses ? `${day_label(end, locale)} ${clock_text(end)}` : clock_text(end, true)
  return `${day_label(start, locale)} ${clock_text(start)}–${tail}`
}

export const moment_label = (minutes: Minutes, locale: string): string => `${day_label(minutes, locale)} ${clock_text(minutes)}`

/** "2026/11/23 09:00", "Nov 23, 2026 09:00": in English a month by number could be a day. */
export const dated_moment_label = (minutes: Minutes, locale: string): string =>
  `${format(minutes, locale, { year: 'numeric', month: locale === 'en' ? 'short' : 'numeric', day: 'numeric' })} ${clock_text(minutes)}`

/** Minutes as days, hours and minutes; the caller's language names the units. */
export function split_duration(minutes: number): { days: number; hours: number; minutes: number } {
  return { days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / 60), minutes: Math.floor(minutes % 60) }
}
