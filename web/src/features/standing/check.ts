import type { CreditPolicy } from '@/api/manage-types'

const bounds: [keyof CreditPolicy, number, number][] = [
  ['start_points', 1, 1000],
  ['no_show_points', 0, 1000],
  ['late_cancel_points', 0, 1000],
  ['late_cancel_minutes', 0, 527_040],
  ['memory_days', 1, 3660],
]

const outside = (value: unknown, min: number, max: number): boolean => !Number.isInteger(value) || Number(value) < min || Number(value) > max

/** The fields that are out of the server's bounds. */
export function check_credit_policy(policy: CreditPolicy): string[] {
  return [
    ...bounds.filter(([field, min, max]) => outside(policy[field], min, max)).map(([field]) => field),
    ...policy.suspensions.flatMap((threshold, index) =>
      outside(threshold.times, 1, 100) || outside(threshold.within_days, 1, 3660) || outside(threshold.suspend_days, 1, 3660) ? [`suspensions[${index}]`] : [],
    ),
  ]
}
