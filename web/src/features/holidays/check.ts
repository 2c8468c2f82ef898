import type { HolidayDocument } from '@/api/manage-types'

/** `path` is the server's, so that its findings and ours stand in the same place. */
export interface Finding {
  path: string
  code: 'order' | 'name' | 'overlap' | 'worked' | 'twice'
}

/** What is wrong with a calendar; the server checks it again. */
export function check_holidays(calendar: HolidayDocument): Finding[] {
  const found: Finding[] = []
  calendar.holidays.forEach((holiday, index) => {
    if (holiday.to < holiday.from) found.push({ path: `holidays[${index}].to`, code: 'order' })
    if (!holiday.name_zh.trim() || !holiday.name_en.trim()) found.push({ path: `holidays[${index}].name`, code: 'name' })
    if (calendar.holidays.some((other, at) => at < index && other.from <= holiday.to && holiday.from <= other.to)) found.push({ path: `holidays[${index}].from`, code: 'overlap' })
  })
  calendar.working_days.forEach((day, index) => {
    if (calendar.holidays.some((holiday) => holiday.from <= day.date && day.date <= holiday.to)) found.push({ path: `working_days[${index}].date`, code: 'worked' })
    if (calendar.working_days.findIndex((other) => other.date === day.date) < index) found.push({ path: `working_days[${index}].date`, code: 'twice' })
  })
  return found
}

/** In the order of the year, as they are read. */
export function sorted(calendar: HolidayDocument): HolidayDocument {
  return {
    years: [...calendar.years].sort((a, b) => a.year - b.year),
    holidays: [...calendar.holidays].sort((a, b) => (a.from < b.from ? -1 : 1)),
    working_days: [...calendar.working_days].sort((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

export const years_of = (calendar: HolidayDocument): number[] => [...new Set([...calendar.years.map((year) => year.year), ...calendar.holidays.map((holiday) => Number(holiday.from.slice(0, 4)))])].sort()
