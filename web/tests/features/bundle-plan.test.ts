import { expect, it } from 'vitest'
import { plan_of } from '@/features/bundle/plan'
import { from_instant } from '@/lib/time'

const at = (text: string): number => from_instant(`2026-11-${text}:00+08:00`)

it('puts times of one day on an axis of whole hours', () => {
  const plan = plan_of([
    { start: at('25T09:30'), end: at('25T11:00') },
    { start: at('25T11:00'), end: at('25T12:30') },
  ])
  expect(plan.axis).toEqual({ start: at('25T09:00'), end: at('25T13:00') })
  expect(plan.bars).toEqual([
    { left: 12.5, width: 37.5 },
    { left: 50, width: 37.5 },
  ])
  expect(plan.days).toEqual([])
})

it('puts times of several days on an axis of whole days, a short one still visible', () => {
  const plan = plan_of([
    { start: at('24T09:00'), end: at('24T09:15') },
    { start: at('27T22:00'), end: at('28T00:00') },
  ])
  expect(plan.axis).toEqual({ start: at('24T00:00'), end: at('28T00:00') })
  expect(plan.days.map((day) => day.left)).toEqual([0, 25, 50, 75])
  expect(plan.bars[0]?.width).toBe(1.5)
})
