import { describe, expect, it } from 'vitest'
import { check } from '@/features/policy/check'
import { changed_fields, merge, take } from '@/features/policy/merge'
import { hours_text, parse_hours, with_closed, with_open } from '@/features/policy/opening-hours'
import { instrument_days } from '@/features/policy/year-marks'
import { check_holidays, sorted } from '@/features/holidays/check'
import { parse_clock } from '@/lib/clock-input'
import { parse_local } from '@/lib/time'
import { month_weeks } from '@/schedule/year'
import { instrument } from '../support/fixtures'

const { policy } = instrument

describe('opening hours', () => {
  it.each(['Mon-Fri 08:30-17:30', 'Mon-Sun 00:00-24:00', 'Mon-Thu 08:00-12:00,13:00-18:00; Fri 08:00-12:00; Sun 22:00-24:00'])('reads and writes %s', (text) => {
    expect(hours_text(parse_hours(text) ?? [])).toBe(text)
  })

  it('reads a range of days over the end of the week', () => {
    expect(hours_text(parse_hours('Sat-Mon 10:00-12:00') ?? [])).toBe('Mon 10:00-12:00; Sat-Sun 10:00-12:00')
  })

  it('means always where nothing is said, and nothing where it is wrong', () => {
    expect(hours_text(parse_hours('') ?? [])).toBe('Mon-Sun 00:00-24:00')
    expect(parse_hours('Mon 12:00-08:00')).toBeNull()
    expect(parse_hours('Someday 08:00-09:00')).toBeNull()
  })

  it('paints open and closed, joining what touches', () => {
    const monday = parse_hours('Mon 08:00-12:00') ?? []
    expect(hours_text(with_open(monday, { weekday: 0, from: 720, to: 840 }))).toBe('Mon 08:00-14:00')
    expect(hours_text(with_closed(monday, { weekday: 0, from: 540, to: 600 }))).toBe('Mon 08:00-09:00,10:00-12:00')
    expect(with_closed(monday, { weekday: 0, from: 0, to: 1440 })).toEqual([])
  })

  it('reads times as they are typed', () => {
    expect([parse_clock('8'), parse_clock('830'), parse_clock('08:30'), parse_clock('24:00'), parse_clock('24:30'), parse_clock('8:75'), parse_clock('noon')]).toEqual([480, 510, 510, 1440, null, null, null])
  })
})

describe('checking a draft', () => {
  it('finds nothing wrong with a document of the server', () => expect(check(policy)).toEqual([]))

  it('reports each problem at its place', () => {
    const wrong = {
      ...policy,
      min_minutes: 600,
      max_minutes: 480,
      horizon_days: 0,
      opening_hours: 'never',
      quotas: [{ per: 'week' as const, scope: 'user' as const, max_bookings: null, max_minutes: null, week_starts: null as never, window: null as never }],
      closures: [{ start: '2026-11-24T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00', reason: '' }],
      gates: [
        { name: 'contract', zh: '合同', en: 'Contract', of: 'organisation' as const },
        { name: 'contract', zh: '合同', en: 'Contract', of: 'organisation' as const },
      ],
    } as never
    expect(check(wrong).map((found) => [found.field, found.index, found.code])).toEqual([
      ['horizon_days', undefined, 'range'],
      ['max_minutes', undefined, 'min_over_max'],
      ['opening_hours', undefined, 'never_open'],
      ['quotas', 0, 'no_limit'],
      ['closures', 0, 'end_before_start'],
      ['gates', 1, 'name_twice'],
    ])
  })
})

describe('two edits of one version', () => {
  const mine = { ...policy, min_notice_minutes: 60, max_minutes: 240 }
  const theirs = { ...policy, min_notice_minutes: 120, capacity: 2 }

  it('puts together what does not touch, and names what does', () => {
    const both = merge(policy, mine, theirs)
    expect(both.clashes).toEqual(['min_notice_minutes'])
    expect(both.merged).toMatchObject({ max_minutes: 240, capacity: 2, min_notice_minutes: 120 })
    expect(take(both.merged, mine, both.clashes).min_notice_minutes).toBe(60)
  })

  it('sees no clash where both made the same change', () => {
    expect(merge(policy, mine, { ...policy, min_notice_minutes: 60 }).clashes).toEqual([])
    expect(changed_fields(policy, mine).sort()).toEqual(['max_minutes', 'min_notice_minutes'])
  })
})

const calendar = {
  years: [{ year: 2026, status: 'published' as const, source: '' }],
  holidays: [{ from: '2026-10-01', to: '2026-10-07', name_zh: '国庆节', name_en: 'National Day' }],
  working_days: [{ date: '2026-10-10', hours_of: null }],
}

describe('the year of an instrument', () => {
  const kind = (part: object, date: string): string => instrument_days({ ...policy, ...part }, calendar)(date, parse_local(date) ?? 0).kind

  it('follows holidays and make-up days only where the rules say so', () => {
    expect(kind({ follows_holidays: true }, '2026-10-05')).toBe('holiday')
    expect(kind({ follows_holidays: true }, '2026-10-10')).toBe('working')
    expect(kind({}, '2026-10-05')).toBe('open')
    expect(kind({}, '2026-10-10')).toBe('closed')
  })

  it('shows a closure of the whole day', () => {
    const closures = [{ start: '2026-11-24T00:00:00+08:00', end: '2026-11-25T12:00:00+08:00', reason: '搬迁' }]
    expect(kind({ closures }, '2026-11-24')).toBe('closure')
    expect(kind({ closures }, '2026-11-25')).toBe('open')
  })

  it('lays out months with the week starting on Monday', () => {
    const weeks = month_weeks(2026, 2)
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.map((day) => day?.day ?? null)).toEqual([null, null, null, null, null, null, 1])
  })
})

it('checks a holiday calendar', () => {
  expect(check_holidays(calendar)).toEqual([])
  const wrong = {
    ...calendar,
    holidays: [...calendar.holidays, { from: '2026-10-09', to: '2026-10-08', name_zh: '', name_en: '' }],
    working_days: [{ date: '2026-10-02', hours_of: null }, { date: '2026-10-02', hours_of: null }],
  }
  expect(check_holidays(wrong).map((found) => found.code)).toEqual(['order', 'name', 'worked', 'worked', 'twice'])
  expect(sorted({ ...calendar, working_days: [{ date: '2026-10-10' }, { date: '2026-02-14' }] }).working_days[0]?.date).toBe('2026-02-14')
})
