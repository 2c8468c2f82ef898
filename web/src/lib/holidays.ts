import type { HolidayDocument, Weekday } from '@/api/manage-types'

type Holiday = HolidayDocument['holidays'][number]

/** The holiday that a date belongs to, by the calendar. */
export const holiday_on = (calendar: HolidayDocument | undefined, date: string): Holiday | undefined => calendar?.holidays.find((holiday) => holiday.from <= date && date <= holiday.to)

/** Whose hours a make-up working day has; undefined on other days. */
export function worked_as(calendar: HolidayDocument | undefined, date: string): Weekday | undefined {
  const found = calendar?.working_days.find((day) => day.date === date)
  return found && (found.hours_of ?? 'Mon')
}
