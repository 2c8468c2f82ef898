import { DAY, date_text, parse_local, weekday_of, type Minutes } from '@/lib/time'

export interface YearDay {
  /** "2026-02-17" */
  date: string
  at: Minutes
  day: number
}

/** The weeks of a month, Monday first; null before the first and after the last of it. */
export function month_weeks(year: number, month: number): (YearDay | null)[][] {
  const first = parse_local(`${year}-${String(month).padStart(2, '0')}-01`)
  if (first === null) return []
  const cells: (YearDay | null)[] = Array.from({ length: weekday_of(first) }, () => null)
  for (let at = first; date_text(at).slice(5, 7) === String(month).padStart(2, '0'); at += DAY) cells.push({ date: date_text(at), at, day: Number(date_text(at).slice(8)) })
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
