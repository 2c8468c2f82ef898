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

export function remembered_locale(): Locale {
  try {
    return localStorage.getItem(storage_key) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export async function set_locale(locale: Locale): Promise<void> {
  if (!loaded.has(locale)) {
    i18n.global.setLocaleMessage(locale, (await loaders[locale]()).default as never)
    loaded.add(locale)
  }
  i18n.global.locale.value = locale
  set_request_language(locale)
  document.documentElement.lang = locale
  try {
    localStorage.setItem(storage_key, locale)
  } catch {
    // A browser that forbids storage still switches for this visit.
  }
}
