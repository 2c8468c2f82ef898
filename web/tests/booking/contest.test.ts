import { expect, it } from 'vitest'
import type { Round } from '@/api/types'
import { alternatives_of, next_choice, preferred, round_of, type Choice } from '@/booking/contest'
import { from_instant } from '@/lib/time'

const at = (text: string): number => from_instant(`2026-11-${text}:00+08:00`)
const round = { id: 'R1', instrument_ids: ['I1', 'I2'], window: { start: '2026-11-26T00:00:00+08:00', end: '2026-11-28T00:00:00+08:00' } } as Round
const choice = (start: number): Choice => ({ instrument_id: 'I1', start, length: 120 })

it('finds the round that covers a time whole', () => {
  expect(round_of([round], 'I2', { start: at('27T22:00'), end: at('28T00:00') })?.id).toBe('R1')
  expect(round_of([round], 'I2', { start: at('27T23:00'), end: at('28T01:00') })).toBeUndefined()
  expect(round_of([round], 'I3', { start: at('27T10:00'), end: at('27T12:00') })).toBeUndefined()
})

it('proposes the next day while the round lasts', () => {
  const window = { start: at('26T00:00'), end: at('28T00:00') }
  expect(next_choice(choice(at('26T10:00')), window).start).toBe(at('27T10:00'))
  expect(next_choice(choice(at('27T10:00')), window).start).toBe(at('27T10:00'))
})

it('moves a choice up, and the first stays', () => {
  const [a, b] = [choice(at('26T10:00')), choice(at('27T10:00'))]
  expect(preferred([a, b], 1)).toEqual([b, a])
  expect(preferred([a, b], 0)).toEqual([a, b])
})

it('sends instants', () => {
  expect(alternatives_of([choice(at('26T10:00'))])).toEqual([{ instrument_id: 'I1', start: '2026-11-26T10:00:00+08:00', end: '2026-11-26T12:00:00+08:00' }])
})
