import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Alternative } from '@/api/types'
import { violations } from '../support/axe'
import { about, booking, calendar, instrument, page_of, quote } from '../support/fixtures'
import { be, settle, show_page, type Shown } from '../support/mount'
import { problem, serve, type Call } from '../support/server'

enableAutoUnmount(afterEach)

const alternative: Alternative = {
  instrument_id: 'DEMO0002',
  instrument_name_zh: '另一台核磁',
  instrument_name_en: 'Another NMR',
  institution_short: '山科大',
  start: '2026-11-23T12:00:00+08:00',
  end: '2026-11-23T13:00:00+08:00',
  total_fen: 30_000,
  why: 'equivalent',
  why_text: '同类仪器，同一时段',
}

const address = '/instruments/DEMO0001?book=2026-11-23T12:00/2026-11-23T13:00'
const answers = {
  'GET /about': about,
  'GET /instruments/DEMO0001': instrument,
  'GET /instruments/DEMO0001/calendar': calendar,
  'POST /quotes': quote,
  'POST /bookings': { ...booking, status: 'requested' },
}

/** The price arrives a moment after the last change, and the dialog's own code is loaded late. */
const dialog_settle = async (): Promise<void> => {
  await settle(60)
}

async function open(table: Record<string, unknown>): Promise<{ calls: Call[]; shown: Shown }> {
  const calls = serve(table)
  const shown = await show_page(address)
  await vi.waitUntil(() => calls.some((call) => call.path === '/quotes'), { timeout: 10_000 })
  await dialog_settle()
  return { calls, shown }
}

const dialog = (): HTMLElement => document.querySelector('[role=dialog]') as HTMLElement
const button = (name: string): HTMLButtonElement => [...dialog().querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
const posts = (calls: Call[]): Call[] => calls.filter((call) => call.method === 'POST' && call.path === '/bookings')

function type_purpose(words: string): void {
  const field = dialog().querySelector('textarea') as HTMLTextAreaElement
  field.value = words
  field.dispatchEvent(new Event('input'))
}

async function submit(): Promise<void> {
  dialog().querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await dialog_settle()
}

// Loaded before it is timed: how long the first load takes is not what these tests are about.
beforeAll(async () => void (await import('@/booking/BookingDialog.vue')), 60_000)
beforeEach(async () => await be('member'))

it('opens from the address with the price of the slot', async () => {
  const { calls } = await open(answers)
  expect(calls.find((call) => call.path === '/quotes')?.body).toEqual({ instrument_id: 'DEMO0001', start: '2026-11-23T12:00:00+08:00', end: '2026-11-23T13:00:00+08:00' })
  expect(dialog().textContent).toContain('提交预约 · ¥420.00')
  expect(dialog().textContent).toContain('1 小时 × ¥420.00/小时')
  expect(await violations()).toEqual([])
})

it('asks for the purpose before it sends anything', async () => {
  const { calls } = await open(answers)
  await submit()
  expect(posts(calls)).toHaveLength(0)
  expect(dialog().textContent).toContain('请填写实验内容')
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
})

it('books with the quote and a key, closes, and clears the address', async () => {
  const { calls, shown } = await open(answers)
  type_purpose('EDS 面扫')
  await submit()
  const [post] = posts(calls)
  expect(post?.body).toMatchObject({ instrument_id: 'DEMO0001', purpose: 'EDS 面扫', quote_id: 'Q1' })
  expect(post?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  expect(post?.headers.get('X-CSRF-Token')).toBe('csrf-1')
  expect(dialog()).toBeNull()
  expect(shown.router.currentRoute.value.query.book).toBeUndefined()
})

it('shows violations and does not let them through', async () => {
  await open({ ...answers, 'POST /quotes': { ...quote, violations: [{ rule: 'training', message: '需要先完成培训', params: {} }] } })
  expect(dialog().querySelector('[data-testid=violations]')?.textContent).toContain('需要先完成培训')
  expect(dialog().querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true)
  expect(await violations()).toEqual([])
})

it('offers the alternatives of a lost race, one press to book', async () => {
  let attempts = 0
  const { calls } = await open({ ...answers, 'POST /bookings': () => ((attempts += 1) === 1 ? problem(409, 'slot_taken', { alternatives: [alternative] }) : booking) })
  type_purpose('EDS 面扫')
  await submit()
  expect(dialog().textContent).toContain('刚刚有人约走了这个时段')
  expect(dialog().textContent).toContain('另一台核磁')
  expect(await violations()).toEqual([])
  button('约这个').click()
  await dialog_settle()
  const [first, second] = posts(calls)
  expect(second?.body).toMatchObject({ instrument_id: 'DEMO0002', start: alternative.start, end: alternative.end, purpose: 'EDS 面扫' })
  expect(second?.headers.get('Idempotency-Key')).not.toBe(first?.headers.get('Idempotency-Key'))
  expect(dialog()).toBeNull()
})

it('a press after a failed answer is the same intention with the same key', async () => {
  let attempts = 0
  const { calls } = await open({ ...answers, 'POST /bookings': () => ((attempts += 1) === 1 ? problem(503, 'overloaded') : booking) })
  type_purpose('EDS 面扫')
  await submit()
  expect(dialog().textContent).toContain('overloaded detail')
  await submit()
  const keys = posts(calls).map((call) => call.headers.get('Idempotency-Key'))
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

it('shows visitors the price and the way in', async () => {
  await be(null)
  await open(answers)
  expect(dialog().textContent).toContain('¥420.00')
  const way_in = [...dialog().querySelectorAll('a')].find((link) => link.textContent?.includes('登录后预约'))
  expect(way_in?.getAttribute('href')).toContain('next=')
})

it('books an alternative of two visits as one bundle', async () => {
  const parts = [
    { start: '2026-11-23T09:00:00+08:00', end: '2026-11-23T09:30:00+08:00', total_fen: 21_000 },
    { start: '2026-11-23T16:00:00+08:00', end: '2026-11-23T16:30:00+08:00', total_fen: 21_000 },
  ]
  const split: Alternative = { ...alternative, ...parts[0], instrument_id: 'DEMO0001', why: 'split', parts, whole_total_fen: 42_000, reasons: [{ code: 'price', points: 3, amount: -12, text: '便宜 12%' }] }
  const made = { id: 'G1', items: parts.map((_part, index) => ({ index, booking })) }
  const { calls } = await open({ ...answers, 'POST /quotes': { ...quote, taken: true, alternatives: [split] }, 'POST /booking-groups': made })
  expect(dialog().textContent).toContain('16:00–16:30')
  expect(dialog().textContent).toContain('¥420')
  expect(dialog().textContent).toContain('便宜 12%')
  expect(await violations()).toEqual([])
  type_purpose('EDS 面扫')
  button('约这个').click()
  await dialog_settle()
  const [group] = calls.filter((call) => call.path === '/booking-groups')
  expect(group?.body).toEqual({ bookings: parts.map(({ start, end }) => ({ instrument_id: 'DEMO0001', start, end, purpose: 'EDS 面扫' })) })
  expect(dialog()).toBeNull()
})

it('shows what the rules let through where they refuse the wish', async () => {
  const { calls } = await open({
    ...answers,
    'POST /quotes': { ...quote, violations: [{ rule: 'opening_hours', message: '不在开放时间内', params: {} }] },
    'GET /alternatives': { items: [alternative] },
  })
  expect(dialog().textContent).toContain('不在开放时间内')
  expect(dialog().textContent).toContain('另一台核磁')
  expect(calls.find((call) => call.path === '/alternatives')?.query.get('instrument_id')).toBe('DEMO0001')
})

it('says when fewer of an accessory are left than wanted, and lets it be waited for', async () => {
  let left = 1
  const accessory = { id: 'A1', platform_id: 'DEMO-P01', instrument_id: 'DEMO0001', name_zh: '低温探头', name_en: 'Cryoprobe', stock: 2 }
  const { calls } = await open({ ...answers, 'GET /instruments/DEMO0001/accessories': () => page_of([{ ...accessory, left }]) })
  const asked = calls.filter((call) => call.path.endsWith('/accessories'))
  expect(asked.at(-1)?.query.get('start')).toBe('2026-11-23T12:00:00+08:00')
  expect(dialog().textContent).toContain('此时段剩 1 件，共 2 件')
  dialog().querySelector<HTMLButtonElement>('[aria-label="多要一件低温探头"]')?.click()
  await settle()
  expect(button('提交预约').disabled).toBe(false)
  left = 0
  const length = dialog().querySelectorAll('select')[1] as HTMLSelectElement
  length.value = '30'
  length.dispatchEvent(new Event('change'))
  await dialog_settle()
  expect(dialog().textContent).toContain('此时段只剩 0 件')
  expect(button('加入候补')).toBeDefined()
  expect(dialog().querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(true)
  expect(await violations()).toEqual([])
})
