const DAY = 1440

/** "08:30", "8:30", "830" or "8" as minutes of the day; null where it is no time. A day ends at "24:00". */
export function parse_clock(text: string): number | null {
  const match = /^\s*(\d{1,2})(?::?(\d{2}))?\s*$/.exec(text.replace('：', ':'))
  if (!match) return null
  const minutes = Number(match[2] ?? 0)
  const total = Number(match[1]) * 60 + minutes
  return minutes < 60 && total <= DAY ? total : null
}

export const clock_of = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
