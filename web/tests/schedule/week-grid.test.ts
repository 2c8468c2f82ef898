import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '@/i18n'
import { from_instant } from '@/lib/time'
import { blocks_of } from '@/schedule/geometry'
import WeekGrid from '@/schedule/WeekGrid.vue'
import { violations } from '../support/axe'
import { calendar } from '../support/fixtures'

const at = (clock: string): number => from_instant(`2026-11-23T${clock}:00+08:00`)

function show(selectable = true) {
  return mount(WeekGrid, {
    attachTo: document.body,
    props: {
      days: Array.from({ length: 7 }, (_, i) => at('00:00') + i * 1440),
      blocks: blocks_of(calendar.spans),
      rules: { grid: 15, shortest: 30, longest: 480, capacity: 1 },
      now: at('08:00'),
      label: '日历',
      selectable,
    },
    global: { plugins: [i18n] },
  })
}

const press = (grid: ReturnType<typeof show>, key: string, shiftKey = false) => grid.get('[role=application]').trigger('keydown', { key, shiftKey })

it('is driven by keys alone: move, lengthen, choose', async () => {
  const grid = show()
  await press(grid, 'Home')
  expect(grid.get('.range').text()).toBe('08:30–09:30')
  await press(grid, 'ArrowDown')
  await press(grid, 'ArrowDown', true)
  await press(grid, 'Enter')
  expect(grid.emitted('choose')).toEqual([[{ start: at('08:45'), end: at('10:00') }]])
})

it('marks a taken range and does not choose it', async () => {
  const grid = show()
  await press(grid, 'Home')
  for (let i = 0; i < 4; i += 1) await press(grid, 'ArrowDown')
  expect(grid.get('.range').classes()).toContain('blocked')
  expect(grid.get('[aria-live]').text()).toContain('已占用')
  await press(grid, 'Enter')
  expect(grid.emitted('choose')).toBeUndefined()
})

it('turns the week by Page Down and lets go by Escape', async () => {
  const grid = show()
  await press(grid, 'Home')
  await press(grid, 'Escape')
  expect(grid.find('.range').exists()).toBe(false)
  await press(grid, 'PageDown')
  expect(grid.emitted('turn')).toEqual([[1]])
})

it('opens the bookings that the reader may see and names nobody else', async () => {
  const grid = show()
  await grid.get('button.mine').trigger('click')
  await grid.get('button.booked').trigger('click')
  expect(grid.emitted('open')).toEqual([['B1'], ['B7']])
  expect(grid.get('button.booked').text()).toContain('赵磊 · 北极星')
  expect(grid.get('.block.booked').text()).toBe('10:00–11:00 已占用')
})

it('chooses nothing on an instrument that is out of service', async () => {
  const grid = show(false)
  await press(grid, 'Enter')
  expect(grid.emitted('choose')).toBeUndefined()
})

it('has no accessibility violations', async () => {
  show()
  expect(await violations()).toEqual([])
})
