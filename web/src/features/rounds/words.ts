import { useI18n } from 'vue-i18n'
import type { RoundOption, RoundStatus, RoundTerms } from '@/api/manage-types'

export type Part = Exclude<keyof RoundOption['points'], 'total'>
export type Weight = keyof NonNullable<RoundTerms['weights']>

/** The parts of a score in the order in which they are drawn. */
export const parts: Part[] = ['base', 'preference', 'priority', 'waiting', 'fair_share', 'turn', 'urgency', 'draw']
export const weights: Weight[] = ['base', 'preference', 'enterprise', 'academic', 'internal', 'waiting', 'fair_share', 'turn', 'urgency', 'draw']

export const status_tone: Record<RoundStatus, string> = { collecting: 'accent', closed: 'warn dashed', allocated: 'good', cancelled: '' }

export function use_round_words() {
  const { t } = useI18n()

  const status = (of: RoundStatus): string =>
    ({ collecting: t('rounds.collecting'), closed: t('rounds.closed'), allocated: t('rounds.allocated'), cancelled: t('rounds.cancelled') })[of]

  const part = (of: Part): string =>
    ({
      base: t('rounds.part_base'),
      preference: t('rounds.part_preference'),
      priority: t('rounds.part_priority'),
      waiting: t('rounds.part_waiting'),
      fair_share: t('rounds.part_fair_share'),
      turn: t('rounds.part_turn'),
      urgency: t('rounds.part_urgency'),
      draw: t('rounds.part_draw'),
    })[of]

  const weight = (of: Weight): string => {
    switch (of) {
      case 'enterprise':
        return t('policy.class_enterprise')
      case 'academic':
        return t('policy.class_academic')
      case 'internal':
        return t('policy.class_internal')
      default:
        return part(of)
    }
  }

  const fate = (of: RoundOption['fate']): string =>
    ({
      granted: t('rounds.fate_granted'),
      not_needed: t('rounds.fate_not_needed'),
      competitors: t('rounds.fate_competitors'),
      taken: t('rounds.fate_taken'),
      limit: t('rounds.fate_limit'),
      refused: t('rounds.fate_refused'),
      late: t('rounds.fate_late'),
    })[of]

  const solved_by = (of: 'exact' | 'stopped' | 'greedy'): string => ({ exact: t('rounds.by_exact'), stopped: t('rounds.by_stopped'), greedy: t('rounds.by_greedy') })[of]

  const offer = (of: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn'): string =>
    ({ open: t('rounds.offer_open'), accepted: t('rounds.offer_accepted'), declined: t('rounds.offer_declined'), expired: t('rounds.offer_expired'), withdrawn: t('rounds.offer_withdrawn') })[of]

  /** "0.12 %" from parts per million. */
  const gap = (ppm: number): string => `${(ppm / 10_000).toLocaleString(undefined, { maximumFractionDigits: 2 })} %`

  return { status, part, weight, fate, solved_by, offer, gap }
}
