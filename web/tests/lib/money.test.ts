import { expect, it } from 'vitest'
import { money, parse_yuan } from '@/lib/money'

it('writes fen as yuan in both languages', () => {
  expect(money(126_000, 'zh-CN')).toBe('¥1,260.00')
  expect(money(126_000, 'en')).toBe('¥1,260.00')
  expect(money(-1, 'zh-CN')).toBe('-¥0.01')
})

it('drops the zeros of whole yuan where it may, never a fen', () => {
  expect(money(42_000, 'zh-CN', true)).toBe('¥420')
  expect(money(42_001, 'zh-CN', true)).toBe('¥420.01')
})

it('reads amounts exactly', () => {
  expect(parse_yuan('1,260.5')).toBe(126_050)
  expect(parse_yuan(' 0.07 ')).toBe(7)
  expect(parse_yuan('19.99')).toBe(1_999)
  for (const wrong of ['', '1.234', '-5', '1e3', '十']) expect(parse_yuan(wrong)).toBeNull()
})
