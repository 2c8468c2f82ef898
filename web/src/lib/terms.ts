import { shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'

/** Loaded once somebody reads in English. */
const english = shallowRef<ReadonlyMap<string, string>>(new Map())

/** Terms that records carry in Chinese only, in the reader's language where there is a word for them. */
export function use_terms() {
  const { locale } = useI18n()

  watch(
    locale,
    async (language) => {
      if (language === 'en' && !english.value.size) english.value = (await import('./terms-en')).terms_en
    },
    { immediate: true },
  )

  const term = (zh: string): string => (locale.value === 'en' && english.value.get(zh)) || zh
  /** The language that a term is shown in, for the element around it. */
  const term_lang = (zh: string): string | undefined => (locale.value === 'en' && !english.value.has(zh) ? 'zh-CN' : undefined)
  /** "分析仪器/质谱仪器/有机质谱仪", level by level. */
  const term_path = (path: string): string => path.split('/').map(term).join(locale.value === 'en' ? ' / ' : '/')
  return { term, term_lang, term_path }
}
