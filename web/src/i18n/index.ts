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
/** The language that is, or is about to be, shown. */
let wanted: Locale = remembered_locale()

/** Words that only some pages need; they load with the first of these pages. */
export type Area = 'manage'

const area_loaders: Record<Area, Record<Locale, () => Promise<{ default: Record<string, unknown> }>>> = {
  manage: {
    'zh-CN': () => import('./locales/zh-CN/manage/index'),
    en: () => import('./locales/en/manage/index'),
  },
}

const areas = new Set<Area>()
const loaded_areas = new Set<string>()

async function load_area(area: Area, locale: Locale): Promise<void> {
  const key = `${area}/${locale}`
  if (loaded_areas.has(key)) return
  i18n.global.mergeLocaleMessage(locale, (await area_loaders[area][locale]()).default as never)
  loaded_areas.add(key)
}

/** Loads the words of an area, now and after each switch of the language. */
export async function need_words(area: Area): Promise<void> {
  areas.add(area)
  await load_area(area, wanted)
}

export function remembered_locale(): Locale {
  try {
    return localStorage.getItem(storage_key) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export async function set_locale(locale: Locale): Promise<void> {
  wanted = locale
  if (!loaded.has(locale)) {
    // Merged, because a page's own words may be there already.
    i18n.global.mergeLocaleMessage(locale, (await loaders[locale]()).default as never)
    loaded.add(locale)
  }
  await Promise.all([...areas].map((area) => load_area(area, locale)))
  i18n.global.locale.value = locale
  set_request_language(locale)
  document.documentElement.lang = locale
  try {
    localStorage.setItem(storage_key, locale)
  } catch {
    // A browser that forbids storage still switches for this visit.
  }
}
