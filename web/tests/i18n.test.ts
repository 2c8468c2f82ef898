import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { i18n } from '@/i18n'

const root = path.resolve(import.meta.dirname, '../src/i18n/locales')

type Messages = Record<string, Record<string, string>>

const twice: string[] = []

function read(locale: string): Messages {
  const files = readdirSync(path.join(root, locale), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
  const all: Messages = {}
  for (const name of files) {
    for (const [feature, texts] of Object.entries(JSON.parse(readFileSync(path.join(root, locale, name), 'utf8')) as Messages)) {
      const known = (all[feature] ??= {})
      twice.push(...Object.keys(texts).filter((key) => key in known).map((key) => `${locale} ${feature}.${key}`))
      Object.assign(known, texts)
    }
  }
  return all
}

const zh = read('zh-CN')
const en = read('en')
const keys = (messages: Messages): string[] => Object.entries(messages).flatMap(([feature, texts]) => Object.keys(texts).map((key) => `${feature}.${key}`))

it('says each text in one place', () => {
  expect(twice).toEqual([])
})

it('has the same keys in both languages', () => {
  expect(keys(en)).toEqual(keys(zh))
})

it('uses the same parameters in both languages', () => {
  const parameters = (text: string | undefined): string[] => [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string))].sort()
  const different = Object.entries(zh).flatMap(([feature, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => parameters(text).join() !== parameters(en[feature]?.[key]).join())
      .map(([key]) => `${feature}.${key}`),
  )
  expect(different).toEqual([])
})

it('leaves no message empty or untranslated', () => {
  const same = Object.entries(zh).flatMap(([feature, texts]) => Object.entries(texts).filter(([key, text]) => !text || text === en[feature]?.[key]).map(([key]) => `${feature}.${key}`))
  expect(same.filter((key) => !['catalogue.chip_words'].includes(key))).toEqual([])
  expect(keys(en).filter((key) => /[㐀-鿿]/.test(en[key.split('.')[0] ?? '']?.[key.split('.')[1] ?? ''] ?? '') && key !== 'app.other_language')).toEqual([])
})

it('counts in English', () => {
  i18n.global.locale.value = 'en'
  const { t } = i18n.global
  expect(t('catalogue.found', { n: 1 }, 1)).toBe('1 instrument')
  expect(t('catalogue.found', { n: 498 }, 498)).toBe('498 instruments')
})
