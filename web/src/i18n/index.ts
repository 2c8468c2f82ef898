import { createI18n } from 'vue-i18n'
import { set_request_language } from '@/api/client'

export type Locale = 'zh-CN' | 'en'
export const LOCALES: Locale[] = ['zh-CN', 'en']

const storage_key = 'yiqi.locale'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: {},
  missingWarn: false,
  fallbackWarn: false,
})

const loaders: Record<Locale, () => Promise<{ default: Record<string, unknown> }>> = {
  'zh-CN': () => import('./locales/zh-CN/index'),
  en: () => import('./locales/en/index'),
}

const loaded = new Set<Locale>()

/** Texts that few pages need come with those pages: `locales/<language>/parts/<part>.json`. */
export type TextPart =
  | 'alternative'
  | 'book_for'
  | 'bundle'
  | 'clearances'
  | 'contest'
  | 'credit'
  | 'extend'
  | 'holidays'
  | 'host'
  | 'manage'
  | 'offers'
  | 'outage'
  | 'policy'
  | 'replan'
  | 'rounds'
  | 'shift'
  | 'standing'
  | 'waiver'
  | 'wish'

const part_files = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/parts/*.json')
const wanted_parts = new Set<TextPart>()
const loaded_parts = new Set<string>()

/** The language that is shown, or about to be. */
let chosen: Locale = 'zh-CN'

async function load_part(part: TextPart, locale: Locale): Promise<void> {
  const file = `./locales/${locale}/parts/${part}.json`
  const load = part_files[file]
  if (loaded_parts.has(file) || !load) return
  const texts = (await load()).default
  loaded_parts.add(file)
  // Merged, because the pages of a company and those of an administrator may name the same subject.
  i18n.global.mergeLocaleMessage(locale, texts as never)
}

/** A lazy component together with its texts in the language shown; another language loads them when it is chosen. */
export function with_texts<T>(parts: TextPart[], load: () => Promise<T>): () => Promise<T> {
  return async () => {
    for (const part of parts) wanted_parts.add(part)
    const [component] = await Promise.all([load(), ...parts.map((part) => load_part(part, chosen))])
    return component
  }
}

export function remembered_locale(): Locale {
  try {
    return localStorage.getItem(storage_key) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export async function set_locale(locale: Locale): Promise<void> {
  chosen = locale
  if (!loaded.has(locale)) {
    i18n.global.mergeLocaleMessage(locale, (await loaders[locale]()).default as never)
    loaded.add(locale)
  }
  await Promise.all([...wanted_parts].map((part) => load_part(part, locale)))
  i18n.global.locale.value = locale
  set_request_language(locale)
  document.documentElement.lang = locale
  try {
    localStorage.setItem(storage_key, locale)
  } catch {
    // A browser that forbids storage still switches for this visit.
  }
}
