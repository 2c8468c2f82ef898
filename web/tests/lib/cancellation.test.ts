import { expect, it } from 'vitest'
import { cancellation_terms } from '@/lib/cancellation'

const rules = [
  { within_minutes: 1440, percent: 50 },
  { within_minutes: 120, percent: 100 },
]

it('is free before every bound', () => {
  expect(cancellation_terms(rules, 1440, 42_000)).toEqual({ fee_fen: 0, rule: null })
})

it('applies the rule with the smallest bound that still holds', () => {
  expect(cancellation_terms(rules, 1439, 42_000).fee_fen).toBe(21_000)
  expect(cancellation_terms(rules, 119, 42_000).fee_fen).toBe(42_000)
  expect(cancellation_terms([...rules].reverse(), 119, 42_000).fee_fen).toBe(42_000)
})

it('rounds a share half up to a fen and takes fixed fees as they are', () => {
  expect(cancellation_terms([{ within_minutes: 60, percent: 50 }], 5, 333).fee_fen).toBe(167)
  expect(cancellation_terms([{ within_minutes: 60, fee_fen: 5_000 }], 5, 333).fee_fen).toBe(5_000)
})
