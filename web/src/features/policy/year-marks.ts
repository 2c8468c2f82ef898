import type { HolidayDocument, Rules } from '@/api/manage-types'
import { holiday_on, worked_as } from '@/lib/holidays'
import { DAY, from_instant, weekday_of, type Minutes } from '@/lib/time'
import type { DayKind } from '@/schedule/YearCalendar.vue'
import { parse_hours, WEEKDAYS } from './opening-hours'

export interface InstrumentDay {
  kind: DayKind
  /** The holiday, or the reason of a closure. */
  about?: { name_zh: string; name_en: string }
}

/** What an instrument's day is, by its hours, the holidays it follows, and its closures. Only a closure of the whole day counts here. */
export function instrument_days(policy: Rules, holidays: HolidayDocument | undefined): (date: string, at: Minutes) => InstrumentDay {
  const windows = parse_hours(policy.opening_hours) ?? []
  const open_days = new Set(windows.map((window) => window.weekday))
  const closures = policy.closures.map((closure) => ({ start: from_instant(closure.start), end: from_instant(closure.end), reason: closure.reason }))
  const calendar = policy.follows_holidays ? holidays : undefined

  return (date, at) => {
    const closure = closures.find((one) => one.start <= at && at + DAY <= one.end)
    if (closure) return { kind: 'closure', about: { name_zh: closure.reason, name_en: closure.reason } }
    const holiday = holiday_on(calendar, date)
    if (holiday) return { kind: 'holiday', about: holiday }
    const like = worked_as(calendar, date)
    if (like) return { kind: open_days.has(WEEKDAYS.indexOf(like)) ? 'working' : 'closed' }
    return { kind: open_days.has(weekday_of(at)) ? 'open' : 'closed' }
  }
}
