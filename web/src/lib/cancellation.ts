import type { CancellationFee } from '@/api/types'

export interface CancellationTerms {
  fee_fen: number
  /** The rule that applies; null where cancelling is free. */
  rule: CancellationFee | null
}

/**
 * What cancelling costs now: of the rules whose bound still holds, the one with the smallest bound
 * applies, as in the rate document. A percentage is of the quoted total, rounded half up.
 */
export function cancellation_terms(rules: CancellationFee[], minutes_before_start: number, quoted_fen: number): CancellationTerms {
  const rule = rules
    .filter((candidate) => minutes_before_start < candidate.within_minutes)
    .reduce<CancellationFee | null>((best, candidate) => (best && best.within_minutes <= candidate.within_minutes ? best : candidate), null)
  if (!rule) return { fee_fen: 0, rule: null }
  const fee_fen = rule.fee_fen ?? Math.floor((quoted_fen * (rule.percent ?? 0) + 50) / 100)
  return { fee_fen, rule }
}
