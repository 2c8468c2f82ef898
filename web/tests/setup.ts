import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { i18n, set_locale } from '@/i18n'

beforeAll(async () => {
  await set_locale('en')
  await set_locale('zh-CN')
})

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  document.documentElement.lang = 'zh-CN'
  document.title = 'test'
  vi.stubGlobal(
    'matchMedia',
    (media: string) => ({ media, matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList,
  )
})

afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
