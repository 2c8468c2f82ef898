import { expect, it } from 'vitest'
import { in_language } from '@/lib/words'

it('takes the reader’s half of what the system wrote in both languages', () => {
  expect(in_language('365 天内爽约 1 次 / 1 no-shows in 365 days', true)).toBe('1 no-shows in 365 days')
  expect(in_language('365 天内爽约 1 次 / 1 no-shows in 365 days', false)).toBe('365 天内爽约 1 次')
  expect(in_language('You may not book until 2026-12-25 15:00: 365 天内爽约 1 次 / 1 no-shows in 365 days', true)).toBe('You may not book until 2026-12-25 15:00: 1 no-shows in 365 days')
})

it('leaves the words of people alone', () => {
  for (const text of ['Al / Cu', '铝 / 铜', '样品太多', 'too late', '', 'A/B 测试']) {
    expect(in_language(text, true)).toBe(text)
    expect(in_language(text, false)).toBe(text)
  }
})
