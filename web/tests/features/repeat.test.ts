import { expect, it } from 'vitest'
import { may_be_missing, repeat_from, rule_of, week_of_month } from '@/booking/repeat'
import { parse_local } from '@/lib/time'

const at = (text: string): number => parse_local(text) as number
const tuesday = at('2026-11-24T09:00')

it('repeats weekly on the day of the start, four times, unless told otherwise', () => {
  expect(rule_of(repeat_from(tuesday), tuesday)).toBe('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4')
  expect(repeat_from(tuesday).until).toBe('2026-12-15')
})

it('writes intervals, weekdays and an end date, and never leaves out the first day', () => {
  const repeat = { ...repeat_from(tuesday), interval: 2, weekdays: [4, 0], ends: 'until' as const, until: '2026-12-31' }
  expect(rule_of(repeat, tuesday)).toBe('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,FR;UNTIL=20261231')
  expect(rule_of({ ...repeat, frequency: 'daily' }, tuesday)).toBe('RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261231')
})

it('follows the date or the weekday of a month', () => {
  const monthly = { ...repeat_from(tuesday), frequency: 'monthly' as const }
  expect(rule_of(monthly, tuesday)).toBe('RRULE:FREQ=MONTHLY;COUNT=4')
  expect(rule_of({ ...monthly, by: 'weekday' }, tuesday)).toBe('RRULE:FREQ=MONTHLY;BYDAY=4TU;COUNT=4')
  expect([1, 7, 8, 28, 29].map((day) => week_of_month(at(`2026-12-${String(day).padStart(2, '0')}T09:00`)))).toEqual([1, 1, 2, 4, 5])
})

it('asks about months without the day only where there are any', () => {
  const monthly = { ...repeat_from(tuesday), frequency: 'monthly' as const }
  expect(may_be_missing(monthly, tuesday)).toBe(false)
  expect(may_be_missing(monthly, at('2026-12-31T09:00'))).toBe(true)
  expect(may_be_missing({ ...monthly, by: 'weekday' }, at('2026-12-31T09:00'))).toBe(true)
  expect(may_be_missing({ ...monthly, by: 'weekday' }, at('2026-12-28T09:00'))).toBe(false)
  expect(may_be_missing({ ...monthly, frequency: 'weekly' }, at('2026-12-31T09:00'))).toBe(false)
})
