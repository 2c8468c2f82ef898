import type { Rules } from '@/api/manage-types'
import { from_instant } from '@/lib/time'
import { parse_hours } from './opening-hours'

export type Field = keyof Rules

/** What is wrong with a draft; `index` is the entry of a list. The server checks all of it again. */
export type Finding =
  | { field: Field; index?: number; code: 'range'; min: number; max: number }
  | { field: Field; index?: number; code: 'min_over_max' | 'no_limit' | 'end_before_start' | 'name_missing' | 'name_twice' | 'never_open' }

type NumberField = { [F in Field]-?: Rules[F] extends number | undefined ? F : never }[Field]

/** The bounds of the server's document. */
export const bounds: Partial<Record<NumberField, [min: number, max: number]>> = {
  capacity: [1, 64],
  grid_minutes: [1, 1440],
  min_minutes: [1, 527_040],
  max_minutes: [1, 527_040],
  min_notice_minutes: [0, 527_040],
  change_notice_minutes: [0, 527_040],
  cancel_notice_minutes: [0, 527_040],
  horizon_days: [1, 3660],
  buffer_before_minutes: [0, 10_080],
  buffer_after_minutes: [0, 10_080],
  own_gap_minutes: [0, 527_040],
  check_in_early_minutes: [0, 10_080],
  no_show_after_minutes: [0, 527_040],
  forgotten_check_out_minutes: [0, 527_040],
  offer_minutes: [1, 10_080],
  replan_answer_minutes: [1, 10_080],
  bump_notice_minutes: [0, 527_040],
}

export const rounds_bounds = { window_weeks: [0, 13], cut_off_hours: [1, 2016] } as const

const is_set = (value: number | null | undefined): value is number => value !== null && value !== undefined

const outside = (value: number, min: number, max: number): boolean => !Number.isInteger(value) || value < min || value > max

function check_lists(policy: Rules): Finding[] {
  const found: Finding[] = []
  policy.quotas.forEach((quota, index) => {
    if (!is_set(quota.max_bookings) && !is_set(quota.max_minutes)) found.push({ field: 'quotas', index, code: 'no_limit' })
    if (is_set(quota.max_bookings) && outside(quota.max_bookings, 0, 100_000)) found.push({ field: 'quotas', index, code: 'range', min: 0, max: 100_000 })
    if (is_set(quota.max_minutes) && outside(quota.max_minutes, 0, 1_000_000)) found.push({ field: 'quotas', index, code: 'range', min: 0, max: 1_000_000 })
  })
  policy.closures.forEach((closure, index) => {
    if (!(from_instant(closure.start) < from_instant(closure.end))) found.push({ field: 'closures', index, code: 'end_before_start' })
  })
  policy.gates.forEach((gate, index) => {
    if (!gate.name.trim() || !gate.zh.trim() || !gate.en.trim()) found.push({ field: 'gates', index, code: 'name_missing' })
    else if (policy.gates.findIndex((other) => other.name === gate.name) < index) found.push({ field: 'gates', index, code: 'name_twice' })
  })
  return found
}

export function check(policy: Rules): Finding[] {
  const found: Finding[] = []
  for (const [field, [min, max]] of Object.entries(bounds) as [NumberField, [number, number]][]) {
    const value = policy[field]
    if (value !== undefined && outside(value, min, max)) found.push({ field, code: 'range', min, max })
  }
  for (const [field, [min, max]] of Object.entries(rounds_bounds) as [keyof typeof rounds_bounds, readonly [number, number]][]) {
    if (outside(policy.rounds[field], min, max)) found.push({ field: 'rounds', code: 'range', min, max })
  }
  if (policy.min_minutes > policy.max_minutes) found.push({ field: 'max_minutes', code: 'min_over_max' })
  if (is_set(policy.max_future_bookings) && outside(policy.max_future_bookings, 0, 100_000)) found.push({ field: 'max_future_bookings', code: 'range', min: 0, max: 100_000 })
  if (is_set(policy.max_future_minutes) && outside(policy.max_future_minutes, 0, 10_000_000)) found.push({ field: 'max_future_minutes', code: 'range', min: 0, max: 10_000_000 })
  if (is_set(policy.approval_above_fen) && policy.approval_above_fen < 0) found.push({ field: 'approval_above_fen', code: 'range', min: 0, max: 1e12 })
  if (!parse_hours(policy.opening_hours)?.length) found.push({ field: 'opening_hours', code: 'never_open' })
  return [...found, ...check_lists(policy)]
}
