import type { Replan } from '../src/api/replan-types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A breakdown: what it displaces and where it could go is seen first, then held, and each answer shows live.

test.use({ story: 'outage' })

const admin = 'admin@p01.example'
const instrument = 'DEMO0002'
const member = 'member@acme.example'

test('the operator sees the plan, reports, and watches the answers come in', async ({ visit, server, isMobile }) => {
  const api = await server.as(admin)
  for (const one of [instrument, 'DEMO0003']) await api.change_policy(one, { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', max_minutes: 480 })
  const day = isMobile ? '2026-11-26' : '2026-11-24'
  const first = await (await server.as(member)).book(instrument, `${day}T09:00:00+08:00`, `${day}T12:00:00+08:00`)
  await (await server.as('member@borealis.example')).book(instrument, `${day}T13:00:00+08:00`, `${day}T15:00:00+08:00`)

  const page = await visit('operator@p01.example')
  await page.goto(`/manage/instruments/${instrument}/outage`)
  if (isMobile) await page.getByRole('textbox', { name: '预计恢复的时刻' }).waitFor()
  const before = await page.getByRole('textbox', { name: '停机开始的时刻' }).inputValue()
  expect(before).toMatch(/^\d{2}:\d{2}$/)
  if (!isMobile) {
    await page.getByRole('textbox', { name: '预计恢复的时刻' }).fill('20:00')
    await page.keyboard.press('Tab')
    await expect(page.getByText(/^2 个预约受影响/)).toBeVisible()
    await expect(page.getByRole('region', { name: '改前与改后' })).toContainText('09:00–12:00')
    await expect_accessible(page, 'the preview')
    await page.getByRole('button', { name: '报告停机' }).click()
    await expect(page.getByText('请写明原因。')).toBeVisible()
    await page.getByRole('textbox', { name: /^原因/ }).fill('真空泵故障')
    await page.getByRole('button', { name: '报告停机' }).click()
  } else {
    const made = await api.post<Replan>(`/instruments/${instrument}/outages`, { start: `${day}T08:00:00+08:00`, end: `${day}T20:00:00+08:00`, reason: '真空泵故障', replan: true })
    await page.goto(`/manage/outages/${made.outage.id}`)
  }
  await expect(page.getByText('2 人尚未答复')).toBeVisible()

  const user = await server.as(member)
  const offers = await user.get<{ items: { id: string; origin_id: string }[] }>('/offers')
  const offer = offers.items.find((one) => one.origin_id === first.id)
  await user.post(`/offers/${offer?.id}/accept`)
  await expect(page.getByText('1 人尚未答复')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('region', { name: '改前与改后' })).toContainText('已接受')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `the answers ${colorScheme}`)
  }
  if (isMobile) await expect_no_sideways_scroll(page, 'the answers')
})

test('a booking gives way with a reason, and its user gets a place that is held', async ({ visit, server, isMobile }) => {
  const api = await server.as(admin)
  await api.change_policy('DEMO0014', { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', min_minutes: 60, max_minutes: 480 })
  const day = isMobile ? '2026-12-02' : '2026-12-01'
  const booking = await (await server.as(member)).book('DEMO0014', `${day}T09:00:00+08:00`, `${day}T12:00:00+08:00`)
  const page = await visit(admin)
  await page.goto(`/bookings/${booking.id}`)
  await page.getByRole('button', { name: '让位…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('国家重点任务')
  await expect_accessible(page, 'giving way')
  await dialog.getByRole('button', { name: '让位' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^已让位/ })).toBeVisible()
  expect((await api.get<{ status: string }>(`/bookings/${booking.id}`)).status).toBe('displaced')
})
