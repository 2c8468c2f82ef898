import type { Alternative, Booking, Page as Listed } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A taken time answers with what could be had instead: ranked, explained, priced, and taken with one press.

test.use({ story: 'alternatives' })

const instrument = 'DEMO0002'
const member = 'member@acme.example'
const other = 'member@borealis.example'
const yuan = (fen: number): string => `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: fen % 100 ? 2 : 0 })}`

interface Ranked extends Alternative {
  points: number
}

test.beforeAll(async ({ server }) => {
  const admin = await server.as('admin@p01.example')
  await admin.change_policy(instrument, { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', min_minutes: 30, max_minutes: 480 })
})

for (const [language, texts] of Object.entries({
  'zh-CN': { taken: '该时段已被占用。', alternatives: '可选的替代时段', purpose: '实验内容', missing: '请填写实验内容，便于平台准备。', take: '约这个', booked: '已预约' },
  en: { taken: 'This time is taken.', alternatives: 'Alternatives', purpose: 'Purpose', missing: 'Say what you will do, so that the platform can prepare.', take: 'Book this', booked: 'Booked' },
})) {
  test(`a taken time is answered in ${language} with places in the order of their points, and one press books one`, async ({ visit, server, isMobile }, info) => {
    const day = `2026-11-${{ 'zh-CN': 24, en: 26 }[language as 'en'] + Number(isMobile)}`
    const [start, end] = [`${day}T10:00`, `${day}T12:00`]
    await (await server.as(other)).book(instrument, `${start}:00+08:00`, `${end}:00+08:00`)
    const mine = await server.as(member)
    const query = new URLSearchParams({ instrument_id: instrument, start: `${start}:00+08:00`, end: `${end}:00+08:00` })
    const { items } = await mine.get<{ items: Ranked[] }>(`/alternatives?${query}`)
    const points = items.map((place) => place.points)
    expect(points.length).toBeGreaterThan(2)
    expect(points).toEqual([...points].sort((a, b) => a - b))

    const page = await visit(member)
    await page.addInitScript((chosen) => localStorage.setItem('yiqi.locale', chosen), language)
    await page.goto(`/instruments/${instrument}?d=${day}&book=${start}/${end}`)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(texts.taken)).toBeVisible()
    const rows = dialog.getByRole('region', { name: texts.alternatives }).getByRole('listitem')
    await expect(rows).toHaveCount(items.length)
    for (const [index, place] of items.entries()) {
      const name = language === 'en' ? place.instrument_name_en : place.instrument_name_zh
      for (const told of [name, yuan((place as { whole_total_fen?: number }).whole_total_fen ?? place.total_fen), ...(language === 'en' ? [] : [place.why_text])]) await expect(rows.nth(index)).toContainText(told)
    }
    await expect_accessible(page, `alternatives in ${language}`)
    if (isMobile) await expect_no_sideways_scroll(page, 'alternatives')
    await page.screenshot({ path: info.outputPath('alternatives.png'), fullPage: true })

    await rows.first().getByRole('button', { name: texts.take }).click()
    await expect(dialog.getByText(texts.missing)).toBeVisible()
    await dialog.getByLabel(texts.purpose).fill('EDS')
    await rows.first().getByRole('button', { name: texts.take }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('status').filter({ hasText: texts.booked })).toBeVisible()
    const booked = (await mine.get<Listed<Booking>>('/bookings?scope=mine')).items.find((booking) => booking.instrument_id === items[0]?.instrument_id && booking.start === items[0]?.start)
    expect(booked).toMatchObject({ end: items[0]?.end, status: 'approved', quote: { total_fen: items[0]?.total_fen } })
  })
}

test('what somebody else takes meanwhile shows its alternatives without reloading', async ({ visit, server, isMobile }) => {
  const day = isMobile ? '2026-12-01' : '2026-11-30'
  const page = await visit(member)
  await page.goto(`/instruments/${instrument}?d=${day}&book=${day}T14:00/${day}T16:00`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('实验内容').fill('抢同一个时段')
  await expect(dialog.getByRole('button', { name: /^提交预约 · / })).toBeEnabled()
  await (await server.as(other)).book(instrument, `${day}T14:00:00+08:00`, `${day}T16:00:00+08:00`)
  await expect(dialog.getByText('该时段已被占用。')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^提交预约/ })).toBeDisabled()
  await dialog.getByRole('button', { name: '约这个' }).first().click()
  await expect(dialog).toBeHidden()
  expect((await (await server.as(member)).get<Listed<Booking>>('/bookings?scope=mine')).items.filter((booking) => booking.start.startsWith(day))).toHaveLength(1)
})
