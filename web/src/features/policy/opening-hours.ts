import type { Weekday } from '@/api/manage-types'
import { clock_of as clock, parse_clock } from '@/lib/clock-input'

/** A window of one weekday (0 = Monday), in minutes of the local day, as in the server's text of opening hours. */
export interface Window {
  weekday: number
  from: number
  to: number
}

export const WEEKDAYS: Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const DAY = 1440

/** Sorted, and joined where they touch or overlap. */
export function tidy(windows: Window[]): Window[] {
  const sorted = [...windows].sort((a, b) => a.weekday - b.weekday || a.from - b.from)
  return sorted.reduce<Window[]>((done, window) => {
    const last = done.at(-1)
    if (last && last.weekday === window.weekday && window.from <= last.to) last.to = Math.max(last.to, window.to)
    else if (window.from < window.to) done.push({ ...window })
    return done
  }, [])
}

export const with_open = (windows: Window[], more: Window): Window[] => tidy([...windows, more])

export const with_closed = (windows: Window[], less: Window): Window[] =>
  tidy(
    windows.flatMap((window) => {
      if (window.weekday !== less.weekday) return [window]
      return [
        { ...window, to: Math.min(window.to, less.from) },
        { ...window, from: Math.max(window.from, less.to) },
      ].filter((part) => part.from < part.to)
    }),
  )

function days_of(text: string): number[] | null {
  const [first, last] = text.split('-').map((name) => WEEKDAYS.indexOf(name as Weekday))
  if (first === undefined || first < 0 || last === -1) return null
  if (last === undefined) return [first]
  const count = ((last - first + 7) % 7) + 1
  return Array.from({ length: count }, (_, index) => (first + index) % 7)
}

/** Reads the server's text; an empty one means always open. null where it is not in order. */
export function parse_hours(text: string): Window[] | null {
  if (text.trim() === '') return WEEKDAYS.map((_, weekday) => ({ weekday, from: 0, to: DAY }))
  const windows: Window[] = []
  for (const segment of text.split(';').map((part) => part.trim())) {
    const [names, times] = segment.split(/\s+(.*)/)
    const days = days_of(names ?? '')
    if (!days || !times) return null
    for (const time of times.split(',')) {
      const [from, to] = time.split('-').map((part) => parse_clock(part))
      if (from === undefined || from === null || to === undefined || to === null || from >= to) return null
      windows.push(...days.map((weekday) => ({ weekday, from, to })))
    }
  }
  return tidy(windows)
}

/** The server's text, days with the same windows in a row put together. */
export function hours_text(windows: Window[]): string {
  const of_day = WEEKDAYS.map((_, weekday) =>
    windows
      .filter((window) => window.weekday === weekday)
      .map((window) => `${clock(window.from)}-${clock(window.to)}`)
      .join(','),
  )
  const segments: string[] = []
  for (let day = 0; day < of_day.length; day += 1) {
    const first = day
    while (day + 1 < of_day.length && of_day[day + 1] === of_day[first]) day += 1
    if (of_day[first]) segments.push(`${WEEKDAYS[first]}${day > first ? `-${WEEKDAYS[day]}` : ''} ${of_day[first]}`)
  }
  return segments.join('; ')
}

export const weekly_minutes = (windows: Window[]): number => windows.reduce((sum, window) => sum + window.to - window.from, 0)
