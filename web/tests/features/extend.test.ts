import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Booking } from '@/api/types'
import { violations } from '../support/axe'
import { about, booking, calendar, instrument, page_of } from '../support/fixtures'
import { be, settle, show_page } from '../support/mount'
import { serve, type Call } from '../support/server'

enableAutoUnmount(afterEach)

const member: Booking = { ...booking, user_id: 'U-member', group_id: 'G1' }
const series = { id: 'G1', recurrence: 'RRULE:FREQ=WEEKLY;COUNT=2', total_fen: 84_000, refused: 0, items: [{ index: 0, start: booking.start, end: booking.end, booking: member }] }
const place = { instrument_id: 'DEMO0001', instrument_name_zh: '核磁共振波谱仪', instrument_name_en: 'NMR', institution_short: '海大', start: '2026-12-07T15:00:00+08:00', end: '2026-12-07T16:00:00+08:00', total_fen: 42_000, why: 'later', why_text: '推后 1 小时，同一台仪器' }
const longer = {
  ...series,
  quote_id: 'Q7',
  refused: 1,
  total_fen: 42_000,
  items: [
    { index: 0, start: '2026-12-07T14:00:00+08:00', end: '2026-12-07T15:00:00+08:00', refused: { code: 'slot_taken', detail: '该时段已被占用', violations: [], alternatives: [place] } },
    { index: 1, start: '2026-12-14T14:00:00+08:00', end: '2026-12-14T15:00:00+08:00', total_fen: 42_000 },
  ],
}
const answers = {
  'GET /about': about,
  'GET /bookings/B1': member,
  'GET /booking-groups/G1': series,
  'GET /instruments/DEMO0001': instrument,
  'GET /instruments/DEMO0001/calendar': calendar,
  'GET /shift-proposals': page_of([]),
  'POST /booking-groups/G1/extend': longer,
  'POST /bookings': { ...booking, id: 'B9' },
}

const dialog = (): HTMLElement => document.querySelector('[role=dialog]') as HTMLElement
const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
const posts = (calls: Call[], path: string): unknown[] => calls.filter((call) => call.method === 'POST' && call.path === path).map((call) => call.body)

beforeAll(async () => void (await import('@/booking/ExtendDialog.vue')), 60_000)

async function open(): Promise<Call[]> {
  const calls = serve(answers)
  await show_page('/bookings/B1')
  await vi.waitFor(() => expect(button('增加次数')).toBeDefined())
  button('增加次数').click()
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('该时段已被占用'), { timeout: 5_000 })
  return calls
}

beforeEach(async () => await be('member'))

it('previews more dates of a series, and books those that are free under the quote', async () => {
  const calls = await open()
  expect(posts(calls, '/booking-groups/G1/extend')[0]).toEqual({ more: 4, preview: true })
  expect(dialog().textContent).toContain('推后 1 小时，同一台仪器')
  expect(button('预约 1 次').disabled).toBe(true)
  expect(await violations()).toEqual([])
  dialog().querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  await settle()
  dialog().querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle(40)
  expect(posts(calls, '/booking-groups/G1/extend')).toContainEqual({ more: 4, partial: true, quote_id: 'Q7' })
  expect(dialog()).toBeNull()
})

it('books an alternative of a date on its own', async () => {
  const calls = await open()
  button('单独约这个').click()
  await settle(40)
  expect(posts(calls, '/bookings')).toEqual([{ instrument_id: 'DEMO0001', start: place.start, end: place.end, purpose: booking.purpose, samples: 2, options: {} }])
})
