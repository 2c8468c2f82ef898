import { useI18n } from 'vue-i18n'
import { format, parse_local } from '@/lib/time'

/** "2026-11" as the reader writes a month. */
export function use_month_text(): (month: string) => string {
  const { locale } = useI18n()
  return (month) => {
    const first = parse_local(`${month}-01`)
    return first === null ? month : format(first, locale.value, { year: 'numeric', month: 'long' })
  }
}
