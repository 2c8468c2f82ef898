import type { Booking, Instrument, InstrumentPage, Page as Listed, Quote } from '../src/api/types'
import type { Api } from './api'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// Two instruments of two institutions with an accessory, one time taken: gathered, mended in place, booked as one.

test.use({ story: 'bundle' })

const spectrometer = 'DEMO0002'
const two_places = 'DEMO0003'
const member = 'member@acme.example'
const probe = { name_zh: '低温探头', name_en: 'Cryoprobe', stock: 1 }

test.beforeAll(async ({ server }) => {
  const admin = await server.as('admin@p01.example')
  await admin.change_policy(spectrometer, { approval: 'none', requires_training: false })
  await admin.post('/platforms/DEMO-P01/accessories', { instrument_id: spectrometer, ...probe })
})

/** The first instrument of another institution that lets anybody book this time. */
async function elsewhere(api: Api, start: string, end: string): Promise<Instrument> {
  const here = await api.get<Instrument>(`/instruments/${spectrometer}`)
  const { items } = await api.get<InstrumentPage>('/instruments?limit=200&requires_training=false')
  for (const item of items.filter((other) => other.institution_id !== here.institution_id)) {
    const quote = await api.post<Quote>('/quotes', { instrument_id: item.id, start, end })
    if (!quote.violations.length && !quote.taken) return item
  }
  throw new Error('no instrument elsewhere')
}

test('gathers instruments of two institutions, takes an alternative for the taken one, and books all at once', async ({ visit, server, isMobile }) => {
  const day = isMobile ? '2026-11-26' : '2026-11-25'
  const at = (time: string): string => `${day}T${time}:00+08:00`
  const mine = await server.as(member)
  const other = await elsewhere(mine, at('14:00'), at('16:00'))
  await (await server.as('member@borealis.example')).post('/bookings', { instrument_id: spectrometer, start: at('10:00'), end: at('11:00'), purpose: '别人的', options: { accessories: [] } })

  const page = await visit(member)
  const dialog = page.getByRole('dialog')
  await page.goto(`/instruments/${spectrometer}?book=${day}T10:00/${day}T11:00`)
  await expect(dialog.getByText('该时段已被占用。')).toBeVisible()
  await dialog.getByRole('button', { name: '多要一件低温探头' }).click()
  await dialog.getByRole('button', { name: '加入组合预约' }).click()
  await expect(page.getByRole('status').filter({ hasText: '共 1 项' })).toBeVisible()
  await page.goto(`/instruments/${other.id}?book=${day}T14:00/${day}T16:00`)
  await dialog.getByLabel('实验内容').fill('两台联测')
  await dialog.getByRole('button', { name: '加入组合预约' }).click()
  await page.getByRole('link', { name: '去组合预约' }).click()

  const members = page.getByRole('list', { name: '各台仪器' }).locator('.member')
  await expect(members).toHaveCount(2)
  await expect(members.nth(0)).toContainText('不能预约')
  await expect(members.nth(1)).toContainText('可预约')
  await expect(page.getByLabel('实验内容')).toHaveValue('两台联测')
  await expect(page.getByRole('button', { name: /预约 1 项/ })).toBeDisabled()
  await expect_accessible(page, 'bundle with a clash')
  await expect_no_sideways_scroll(page, 'bundle')
  await members.nth(0).getByRole('button', { name: '改成这个' }).first().click()
  await expect(page.getByText('全部约上，或一项也不约。')).toBeVisible()
  await page.getByRole('button', { name: /预约 2 项/ }).click()

  await expect(page.getByText(/已预约 2 项/)).toBeVisible()
  await expect(page.getByRole('region', { name: '组合预约' }).getByRole('link')).toHaveCount(2)
  await expect(page.getByTestId('basket')).toHaveCount(0)
  const booked = (await mine.get<Listed<Booking>>('/bookings?scope=mine')).items.filter((booking) => booking.group_id && booking.start.startsWith(day))
  expect(new Set(booked.map((booking) => booking.group_id)).size).toBe(1)
  expect(booked.map((booking) => booking.instrument_id)).toContain(other.id)
  expect(booked.find((booking) => booking.options.accessories.length)?.options.accessories[0]?.quantity).toBe(1)
})

test('says before it is sent how many of an accessory are left at that time, live', async ({ visit, server, isMobile }, info) => {
  const day = isMobile ? '2026-12-03' : '2026-12-02'
  const admin = await server.as('admin@p01.example')
  await admin.change_policy(two_places, { approval: 'none', requires_training: false, capacity: 2 })
  const { id } = await admin.post<{ id: string }>('/platforms/DEMO-P01/accessories', { instrument_id: two_places, name_zh: '高温附件', name_en: 'Furnace', stock: 1 })
  const holder = await server.as('member@borealis.example')
  const taken = await holder.post<Booking>('/bookings', { instrument_id: two_places, start: `${day}T09:00:00+08:00`, end: `${day}T10:00:00+08:00`, purpose: '别人的', options: { accessories: [{ id, quantity: 1 }] } })

  const page = await visit(member)
  await page.goto(`/instruments/${two_places}?book=${day}T09:00/${day}T10:00`)
  const dialog = page.getByRole('dialog')
  const submit = dialog.getByRole('button', { name: /提交预约 · / })
  await expect(submit).toBeEnabled()
  const more = dialog.getByRole('button', { name: '多要一件高温附件' })
  await expect(dialog.getByText('此时段剩 0 件，共 1 件')).toBeVisible()
  await expect_accessible(page, 'nothing left')
  await page.screenshot({ path: info.outputPath('left.png') })

  await dialog.getByLabel('开始').selectOption('10:00')
  await expect(dialog.getByText('此时段剩 1 件，共 1 件')).toBeVisible()
  await more.click()
  await expect(submit).toBeEnabled()
  await dialog.getByLabel('开始').selectOption('09:00')
  await expect(dialog.getByRole('alert')).toContainText('此时段只剩 0 件')
  await expect(submit).toBeDisabled()
  await expect_accessible(page, 'too few left')
  await holder.post(`/bookings/${taken.id}/cancel`, { reason: '不用了' })
  await expect(dialog.getByText('此时段剩 1 件，共 1 件')).toBeVisible()
  await expect(submit).toBeEnabled()
})

test('what is waited for with an accessory is offered with it', async ({ visit, server, isMobile }, info) => {
  const day = isMobile ? '2026-12-08' : '2026-12-07'
  const admin = await server.as('admin@p01.example')
  await admin.change_policy(two_places, { approval: 'none', requires_training: false, capacity: 2 })
  const { id } = await admin.post<{ id: string }>('/platforms/DEMO-P01/accessories', { instrument_id: two_places, name_zh: '自动进样器', name_en: 'Autosampler', stock: 1 })
  const holder = await server.as('member@borealis.example')
  const taken = await holder.post<Booking>('/bookings', { instrument_id: two_places, start: `${day}T09:00:00+08:00`, end: `${day}T10:00:00+08:00`, purpose: '别人的', options: { accessories: [{ id, quantity: 1 }] } })

  const page = await visit(member)
  await page.goto(`/instruments/${two_places}?book=${day}T09:00/${day}T10:00`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('实验内容').fill('批量进样')
  await dialog.getByRole('button', { name: '多要一件自动进样器' }).click()
  await expect(dialog.getByRole('alert')).toContainText('此时段只剩 0 件')
  await dialog.getByRole('button', { name: '加入候补' }).click()
  await page.goto('/waitlist')
  await expect(page.getByRole('region', { name: '候补中' })).toContainText('自动进样器')
  await holder.post(`/bookings/${taken.id}/cancel`, { reason: '不用了' })
  const offer = page.getByRole('region', { name: '等您答复的邀约' })
  await expect(offer).toContainText('附件 自动进样器')
  await expect_accessible(page, 'an offer with an accessory')
  await page.screenshot({ path: info.outputPath('offer.png') })
  await offer.getByRole('button', { name: '接受并预约' }).click()
  await expect(page.getByRole('region', { name: '已结束' })).toContainText('已接受邀约')
  const booked = (await (await server.as(member)).get<Listed<Booking>>('/bookings?scope=mine')).items.find((booking) => booking.start.startsWith(day))
  expect(booked?.options.accessories).toEqual([{ id, quantity: 1 }])
})
