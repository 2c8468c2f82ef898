import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Displaced } from '@/api/replan-types'
import { set_locale } from '@/i18n'
import { violations } from '../support/axe'
import { about, booking, calendar, instrument, page_of, quote } from '../support/fixtures'
import { be, settle, show_page } from '../support/mount'
import { serve, type Call } from '../support/server'

enableAutoUnmount(afterEach)

const lost = {
  ...booking,
  status: 'displaced',
  may: [],
  history: [{ at: '2026-11-23T08:00:00+08:00', kind: 'booking_displaced', actor_name: '', reason: '真空泵故障' }],
}
const place = { instrument_id: 'DEMO0001', instrument_name_zh: '核磁共振波谱仪', instrument_name_en: 'NMR Spectrometer', institution_short: '海大', start: '2026-11-24T09:00:00+08:00', end: '2026-11-24T11:00:00+08:00', total_fen: 80_000 }
const displaced: Displaced = {
  booking_id: 'B1',
  user_name: '王敏',
  organisation_name: '青海新材',
  purpose: '测样',
  cause: 'outage',
  outage_id: '7',
  displaced_at: '2026-11-23T08:00:00+08:00',
  reason: '真空泵故障',
  old: place,
  proposal: {
    ...place,
    instrument_id: 'DEMO0002',
    start: '2026-11-24T10:00:00+08:00',
    end: '2026-11-24T12:00:00+08:00',
    total_fen: 76_000,
    offer_id: '12',
    expires_at: '2026-11-23T20:00:00+08:00',
    platform_id: 'DEMO-P01',
    institution_id: 'DEMO-U01',
    shift_minutes: 60,
    other_instrument: true,
    other_platform: false,
    other_institution: false,
    disruption: 120,
    why: 'equivalent',
    needs_approval: false,
    price_difference_fen: -4_000,
    why_text: '同类仪器，推后 1 小时',
  },
  answer: 'waiting',
  new_booking_id: null,
  may: ['accept', 'decline', 'replace', 'cancel'],
}

const answers = (of: Displaced): Record<string, unknown> => ({
  'GET /about': about,
  'GET /bookings/B1': lost,
  'GET /bookings/B1/replan': of,
  'GET /bookings/B2': { ...booking, id: 'B2' },
  'GET /bookings': page_of([lost]),
  'GET /instruments/DEMO0001': instrument,
  'GET /instruments/DEMO0001/calendar': calendar,
  'POST /quotes': quote,
  'POST /offers/12/accept': { ...booking, id: 'B2' },
  'POST /bookings/B1/replace': { ...booking, id: 'B2' },
})

const text = (): string => document.querySelector('main')?.textContent ?? document.body.textContent ?? ''
const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
const post = (calls: Call[], path: string): Call | undefined => calls.find((call) => call.method === 'POST' && call.path === path)

async function open(of: Displaced, address = '/bookings/B1') {
  const calls = serve(answers(of))
  const shown = await show_page(address)
  await settle(60)
  return { calls, shown }
}

beforeAll(async () => void (await Promise.all([import('@/booking/ReplanCard.vue'), import('@/booking/BookingDialog.vue')])), 60_000)
beforeEach(async () => await be('member'))

it('shows what is held instead, and accepts it with one press', async () => {
  const { calls, shown } = await open(displaced)
  expect(text()).toContain('真空泵故障')
  expect(text()).toContain('同类仪器，推后 1 小时')
  expect(text()).toContain('少 ¥40.00')
  expect(await violations()).toEqual([])
  button('接受新安排').click()
  await settle(60)
  expect(post(calls, '/offers/12/accept')?.body).toEqual({})
  expect(shown.router.currentRoute.value.params.id).toBe('B2')
})

it('names the price of a dearer place on the button, and sends it as agreed', async () => {
  const { calls } = await open({ ...displaced, proposal: { ...displaced.proposal, total_fen: 90_000, price_difference_fen: 10_000 } as Displaced['proposal'] })
  button('同意按 ¥900.00 接受').click()
  await settle(60)
  expect(post(calls, '/offers/12/accept')?.body).toEqual({ agreed_fen: 90_000 })
})

it('lets another place be chosen for the price that is shown', async () => {
  const { calls, shown } = await open({ ...displaced, answer: 'expired' })
  expect(text()).toContain('保留的时段已过期')
  button('另选时段').click()
  await settle(300)
  document.querySelector('#booking-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle(60)
  expect(post(calls, '/bookings/B1/replace')?.body).toMatchObject({ instrument_id: 'DEMO0001', agreed_fen: quote.total_fen })
  expect(shown.router.currentRoute.value.params.id).toBe('B2')
})

it('cancels free of charge', async () => {
  await open(displaced)
  button('免费取消').click()
  await settle(300)
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('现在取消不收费')
})

it('stands above the list of bookings until it is answered, in English as well', async () => {
  await set_locale('en')
  await open(displaced, '/bookings')
  expect(text()).toContain('Needs your answer')
  document.body.innerHTML = ''
  await open(displaced)
  expect(text()).toContain('Another place is held for you')
  expect(text()).not.toMatch(/\breplan\.[a-z_]+/)
  await set_locale('zh-CN')
})
