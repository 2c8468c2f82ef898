import { useI18n } from 'vue-i18n'
import type { CancellationFee, Instrument, RateCard } from '@/api/types'
import { use_words } from '@/lib/words'

export interface Fact {
  term: string
  text: string
}

/** The booking rules and prices of an instrument as short facts; what does not hold is left out. */
export function use_rules() {
  const { t } = useI18n()
  const { duration, yuan_short } = use_words()

  function approval(instrument: Instrument): string {
    const { policy } = instrument
    if (policy.approval === 'none') return t('rules.approval_none')
    if (policy.approval_above_fen) return t('rules.approval_above', { price: yuan_short(policy.approval_above_fen) })
    return t('rules.approval_needed')
  }

  /** "Mon-Fri 08:30-17:30" with the days in the reader's language. */
  function hours(text: string): string {
    const days: Record<string, string> = {
      Mon: t('rules.mon'),
      Tue: t('rules.tue'),
      Wed: t('rules.wed'),
      Thu: t('rules.thu'),
      Fri: t('rules.fri'),
      Sat: t('rules.sat'),
      Sun: t('rules.sun'),
    }
    if (text.trim() === '' || text === 'Mon-Sun 00:00-24:00') return t('rules.always_open')
    return text
      .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g, (day) => days[day] ?? day)
      .replaceAll('-', '–')
      .replaceAll(';', ' ·')
      .replaceAll(',', ', ')
  }

  function cancellation(fees: CancellationFee[]): string {
    if (!fees.length) return t('rules.cancel_free')
    return [...fees]
      .sort((a, b) => b.within_minutes - a.within_minutes)
      .map((fee) => {
        const time = duration(fee.within_minutes)
        return fee.fee_fen ? t('rules.cancel_fee', { time, fee: yuan_short(fee.fee_fen) }) : t('rules.cancel_percent', { time, percent: fee.percent ?? 0 })
      })
      .join(t('rules.separator'))
  }

  function booking_rules(instrument: Instrument, card: RateCard | undefined): Fact[] {
    const { policy } = instrument
    const facts: Fact[] = [
      { term: t('rules.opening'), text: hours(policy.opening_hours) },
      { term: t('rules.length'), text: t('rules.length_text', { min: duration(policy.min_minutes), max: duration(policy.max_minutes) }) },
      { term: t('rules.approval'), text: approval(instrument) },
    ]
    if (policy.min_notice_minutes) facts.push({ term: t('rules.notice'), text: t('rules.notice_text', { time: duration(policy.min_notice_minutes) }) })
    facts.push({ term: t('rules.horizon'), text: t('rules.horizon_text', { n: policy.horizon_days }) })
    const buffer = policy.buffer_before_minutes + policy.buffer_after_minutes
    if (buffer) facts.push({ term: t('rules.buffer'), text: duration(buffer) })
    if (instrument.capacity > 1) facts.push({ term: t('rules.capacity'), text: t('rules.capacity_text', { n: instrument.capacity }) })
    if (card) facts.push({ term: t('rules.cancel'), text: cancellation(card.cancellation) })
    if (card?.no_show_percent) facts.push({ term: t('rules.no_show'), text: t('rules.no_show_text', { percent: card.no_show_percent }) })
    return facts
  }

  function price_rules(card: RateCard): Fact[] {
    const facts: Fact[] = []
    for (const tier of card.tiers) facts.push({ term: t('rules.tier', { time: duration(tier.from_minutes) }), text: t('price.per_hour', { price: yuan_short(tier.hourly_fen) }) })
    for (const band of card.bands) facts.push({ term: band.from === '00:00' && band.to === '24:00' ? hours(band.days) : `${hours(band.days)} ${band.from}–${band.to}`, text: t('rules.band', { percent: band.percent }) })
    if (card.daily_fen) facts.push({ term: t('rules.daily'), text: t('price.per_day', { price: yuan_short(card.daily_fen) }) })
    if (card.per_use_fen) facts.push({ term: t('rules.per_use'), text: yuan_short(card.per_use_fen) })
    if (card.per_sample_fen) facts.push({ term: t('rules.per_sample'), text: t('price.per_sample', { price: yuan_short(card.per_sample_fen) }) })
    if (card.staff_hourly_fen) facts.push({ term: t('rules.staff'), text: t('price.per_hour', { price: yuan_short(card.staff_hourly_fen) }) })
    if (card.minimum_fen) facts.push({ term: t('rules.minimum'), text: yuan_short(card.minimum_fen) })
    return facts
  }

  return { booking_rules, price_rules }
}
