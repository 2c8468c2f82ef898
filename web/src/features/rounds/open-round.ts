import type { RoundInput } from '@/api/manage-types'
import { DAY, day_start, to_instant, week_start, type Minutes } from '@/lib/time'

export interface RoundDraft {
  platform: string
  instruments: string[]
  start: Minutes
  end: Minutes
  cut_off: Minutes
  internal_reserve_percent: number | null
  answer_hours: number | null
  weights: Record<string, number | null>
}

export type RoundFault = 'no_platform' | 'no_instruments' | 'end_before_start' | 'too_long' | 'cut_off_past' | 'cut_off_late' | 'reserve' | 'answer' | 'weights'

const longest = 92 * DAY

/** The weights that the server takes where none are given. */
export const usual_weights: Record<string, number> = { base: 50, preference: 40, enterprise: 20, academic: 10, internal: 10, waiting: 20, fair_share: 60, turn: 20, urgency: 20, draw: 4 }

/** The week after next, cut off on the Friday before it at noon. */
export function usual_round(now: Minutes): RoundDraft {
  const start = week_start(now) + 14 * DAY
  return { platform: '', instruments: [], start, end: start + 7 * DAY, cut_off: day_start(start - 3 * DAY) + 720, internal_reserve_percent: 0, answer_hours: 24, weights: { ...usual_weights } }
}

const outside = (value: number | null | undefined, min: number, max: number): boolean => value === null || value === undefined || !Number.isInteger(value) || value < min || value > max

export function check_round(draft: RoundDraft, now: Minutes): RoundFault[] {
  const faults: RoundFault[] = []
  if (!draft.platform) faults.push('no_platform')
  else if (!draft.instruments.length) faults.push('no_instruments')
  if (draft.end <= draft.start) faults.push('end_before_start')
  else if (draft.end - draft.start > longest) faults.push('too_long')
  if (draft.cut_off <= now) faults.push('cut_off_past')
  else if (draft.cut_off > draft.start) faults.push('cut_off_late')
  if (outside(draft.internal_reserve_percent, 0, 100)) faults.push('reserve')
  if (outside(draft.answer_hours, 1, 336)) faults.push('answer')
  if (Object.values(draft.weights).some((weight) => outside(weight, 0, 1000))) faults.push('weights')
  return faults
}

export const round_input = (draft: RoundDraft): RoundInput => ({
  platform_id: draft.platform,
  instrument_ids: draft.instruments,
  window: { start: to_instant(draft.start), end: to_instant(draft.end) },
  cut_off: to_instant(draft.cut_off),
  terms: { internal_reserve_percent: draft.internal_reserve_percent ?? 0, answer_hours: draft.answer_hours ?? 24, weights: draft.weights as Record<string, number> },
})
