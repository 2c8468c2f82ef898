import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Booking, Shift } from '@/api/types'
import { ends_to_ask, next_behind } from '@/booking/shifts'
import { set_locale } from '@/i18n'
import { from_instant, to_instant } from '@/lib/time'
import { blocks_of } from '@/schedule/geometry'
import { violations } from '../support/axe'
import { about, booking, calendar, instrument, page_of } from '../support/fixtures'
import { be, settle, show_page } from '../support/mount'
import { problem, serve, type Call } from '../support/server'

enableAutoUnmount(afterEach)

const at = (time: string): string => `2026-11-23T${time}:00+08:00`
const use: Booking = { ...booking, start: at('08:00'), end: at('09:00'), status: 'in_use', may: ['check-out'] }
const asked: Booking = { ...booking, id: 'B2', start: at('09:00'), end: at('11:00'), may: ['cancel', 'reschedule'], history: [{ at: at('08:00'), kind: 'booking_shift_asked', actor_name: '李文博', reason: '' }] }
const shift: Shift = { id: '5', booking_id: 'B1', next_booking_id: 'B2', instrument_id: 'DEMO0001', end: at('09:30'), next_start: at('09:30'), next_end: at('11:30'), expires_at: at('09:05'), status: 'open' }
const spans = [{ start: use.start, end: use.end, kind: 'booked' as const, booking_id: 'B1', mine: true, status: 'in_use' as const }, { start: asked.start, end: asked.end, kind: 'booked' as const }]

const answers = (more: Record<string, unknown>): Record<string, unknown> => ({
  'GET /about': about,
  'GET /bookings/B1': use,
  'GET /bookings/B2': asked,
  'GET /bookings': page_of([asked]),
  'GET /offers': page_of([]),
  'GET /instruments/DEMO0001': instrument,
  'GET /instruments/DEMO0001/calendar': { ...calendar, spans },
  'GET /shift-proposals': page_of([shift]),
  ...more,
})

const text = (): string => document.body.textContent ?? ''
const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
const posts = (calls: Call[], path: string): Call[] => calls.filter((call) => call.method === 'POST' && call.path === path)

async function open(address: string, more: Record<string, unknown> = {}) {
  const calls = serve(answers(more))
  const shown = await show_page(address)
  await settle(60)
  return { calls, shown }
}

beforeAll(async () => void (await Promise.all([import('@/booking/ShiftCard.vue'), import('@/booking/ShiftDialog.vue')])), 60_000)
beforeEach(async () => await be('member'))

it('offers only ends that run into the next booking, on the grid, up to twelve hours', () => {
  const next = next_behind(blocks_of(spans), use)
  expect(next?.start).toBe(from_instant(asked.start))
  const ends = ends_to_ask(next!, use, instrument.policy, from_instant(at('08:50')))
  expect(to_instant(ends[0] ?? 0)).toBe(at('09:15'))
  expect(to_instant(ends.at(-1) ?? 0)).toBe(at('21:00'))
  const with_buffers = ends_to_ask({ ...next!, start: from_instant(at('10:00')) }, use, { ...instrument.policy, buffer_after_minutes: 30 }, from_instant(at('08:50')))
  expect(to_instant(with_buffers[0] ?? 0)).toBe(at('09:45'))
  expect(next_behind(blocks_of(spans.slice(0, 1)), use)).toBeUndefined()
  expect(ends_to_ask(next!, use, instrument.policy, from_instant(at('21:00')))).toEqual([])
})

it('asks the user of the next booking, from the page of the use', async () => {
  const { calls } = await open('/bookings/B1', { 'GET /shift-proposals': page_of([]), 'POST /bookings/B1/shift-proposal': shift })
  button('延长使用').click()
  await settle(60)
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('下一个预约 11月23日周一 09:00 开始')
  expect(await violations()).toEqual([])
  document.querySelector('#shift-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle(60)
  expect(posts(calls, '/bookings/B1/shift-proposal')[0]?.body).toEqual({ end: at('09:15') })
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

it('says that nobody need be asked where nobody follows', async () => {
  await open('/bookings/B1?do=longer', { 'GET /shift-proposals': page_of([]), 'GET /instruments/DEMO0001/calendar': { ...calendar, spans: spans.slice(0, 1) } })
  await vi.waitFor(() => expect(text()).toContain('无须协商'))
})

it('tells who asked that it waits', async () => {
  await open('/bookings/B1')
  expect(text()).toContain('希望用到 11月23日周一 09:30，等待答复')
  expect(await violations()).toEqual([])
})

it('lets who is asked agree with one press', async () => {
  const { calls } = await open('/bookings/B2', { 'POST /shift-proposals/5/accept': { ...shift, status: 'accepted' } })
  expect(text()).toContain('上一位用户请您晚些开始')
  expect(text()).toContain('11月23日周一 09:30–11:30')
  expect(await violations()).toEqual([])
  button('同意晚些开始').click()
  await settle(60)
  expect(posts(calls, '/shift-proposals/5/accept')[0]?.body).toEqual({})
})

it('asks for the word of who is asked where starting later is dearer', async () => {
  let attempts = 0
  const dearer = problem(422, 'rule_violated', { violations: [{ rule: 'dearer', message: '新安排的价格为 ¥900.00，原价 ¥800.00，须您同意', params: { old_fen: '80000', new_fen: '90000' } }] })
  const { calls } = await open('/bookings/B2', { 'POST /shift-proposals/5/accept': () => ((attempts += 1) === 1 ? dearer : { ...shift, status: 'accepted' }) })
  button('同意晚些开始').click()
  await settle(60)
  expect(text()).toContain('顺延后的价格为 ¥900.00')
  button('同意按 ¥900.00 晚些开始').click()
  await settle(60)
  expect(posts(calls, '/shift-proposals/5/accept').map((call) => call.body)).toEqual([{}, { agreed_fen: 90_000 }])
})

it('lets who is asked start as booked', async () => {
  const { calls } = await open('/bookings/B2', { 'POST /shift-proposals/5/decline': { ...shift, status: 'declined' } })
  button('按原时间开始').click()
  await settle(60)
  expect(posts(calls, '/shift-proposals/5/decline')).toHaveLength(1)
})

it('stands above the list of bookings, in English as well', async () => {
  await set_locale('en')
  await open('/bookings')
  expect(text()).toContain('Needs your answer')
  expect(text()).toContain('The user before you asks you to start later')
  document.body.innerHTML = ''
  await open('/bookings/B2')
  expect(text()).toContain('Start as booked')
  expect(text()).not.toMatch(/\bshift\.[a-z_]+/)
  await set_locale('zh-CN')
})
