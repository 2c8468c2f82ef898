import { useI18n } from 'vue-i18n'
import { money } from './money'
import { split_duration } from './time'

const chinese = /[\u4e00-\u9fff]/

/**
 * What the system itself writes down is in both languages, "中文 / English", also inside a sentence of one of them.
 * Words of people stay as they are.
 */
export function in_language(text: string, english: boolean): string {
  const at = text.lastIndexOf(' / ')
  const left = text.slice(0, at)
  const right = text.slice(at + 3)
  if (at < 0 || !chinese.test(left) || chinese.test(right)) return text
  if (!english) return left
  const before = left.slice(0, left.search(chinese))
  return before.slice(0, before.lastIndexOf(': ') + 1) + (before.includes(': ') ? ' ' : '') + right
}

/** Names that records carry in both languages, and measures, in the reader's language. */
export function use_words() {
  const { t, locale } = useI18n()

  const in_english = (): boolean => locale.value === 'en'

  function duration(minutes: number): string {
    const parts = split_duration(minutes)
    const texts = [
      parts.days ? t('unit.days', { n: parts.days }) : '',
      parts.hours ? t('unit.hours', { n: parts.hours }) : '',
      parts.minutes || !minutes ? t('unit.minutes', { n: parts.minutes }) : '',
    ]
    return texts.filter(Boolean).join(' ')
  }

  return {
    duration,
    yuan: (fen: number): string => money(fen, locale.value),
    yuan_short: (fen: number): string => money(fen, locale.value, true),
    name: (of: { name_zh: string; name_en: string }): string => (in_english() && of.name_en) || of.name_zh,
    sentence: (text: string): string => in_language(text, in_english()),
    other_name: (of: { name_zh: string; name_en: string }): string => (in_english() ? of.name_zh : of.name_en),
    instrument_name: (of: { instrument_name_zh: string; instrument_name_en: string }): string =>
      (in_english() && of.instrument_name_en) || of.instrument_name_zh,
    platform_name: (of: { platform_name_zh: string; platform_name_en: string }): string =>
      (in_english() && of.platform_name_en) || of.platform_name_zh,
    institution_name: (of: { institution_name_zh: string; institution_name_en: string }): string =>
      (in_english() && of.institution_name_en) || of.institution_name_zh,
  }
}
