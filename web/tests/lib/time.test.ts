import { expect, it } from 'vitest'
import { clock_text, date_text, day_start, from_instant, interval_label, local_text, parse_local, split_duration, to_instant, week_start, weekday_of } from '@/lib/time'

// The suite runs with TZ=America/New_York: nothing here may depend on the device's zone.

it('reads and writes instants in the zone of the platform', () => {
  const minutes = from_instant('2026-11-23T01:00:00Z')
  expect(to_instant(minutes)).toBe('2026-11-23T09:00:00+08:00')
  expect(local_text(minutes)).toBe('2026-11-23T09:00')
  expect(date_text(minutes)).toBe('2026-11-23')
})

it('starts days at local midnight and weeks on Monday', () => {
  const sunday_late = from_instant('2026-11-22T23:59:00+08:00')
  expect(to_instant(day_start(sunday_late))).toBe('2026-11-22T00:00:00+08:00')
  expect(weekday_of(sunday_late)).toBe(6)
  expect(to_instant(week_start(sunday_late))).toBe('2026-11-16T00:00:00+08:00')
  expect(week_start(week_start(sunday_late))).toBe(week_start(sunday_late))
})

it('reads the local forms of an address and refuses everything else', () => {
  expect(parse_local('2026-11-23')).toBe(from_instant('2026-11-23T00:00:00+08:00'))
  expect(parse_local('2026-11-23T09:30')).toBe(from_instant('2026-11-23T09:30:00+08:00'))
  for (const wrong of ['', '2026-13-45', '23.11.2026', '2026-11-23T9:00', 'now', undefined, null, ['2026-11-23']]) expect(parse_local(wrong)).toBeNull()
})

it('writes the end of a day as 24:00 where it closes an interval', () => {
  const midnight = from_instant('2026-11-24T00:00:00+08:00')
  expect(clock_text(midnight)).toBe('00:00')
  expect(clock_text(midnight, true)).toBe('24:00')
})

it('names the second day of an interval that crosses midnight', () => {
  const start = from_instant('2026-11-23T22:00:00+08:00')
  expect(interval_label(start, start + 120, 'en')).toBe('Mon, Nov 23 22:00–24:00')
  expect(interval_label(start, start + 240, 'en')).toBe('Mon, Nov 23 22:00–Tue, Nov 24 02:00')
  expect(interval_label(start, start + 60, 'zh-CN')).toBe('11月23日周一 22:00–23:00')
})

it('splits durations into days, hours and minutes', () => {
  expect(split_duration(1440 + 90)).toEqual({ days: 1, hours: 1, minutes: 30 })
})
