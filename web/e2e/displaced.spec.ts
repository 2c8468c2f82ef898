import type { Displaced, Replan } from '../src/api/replan-types'
import type { Booking } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test, type Server } from './server'

// Who lost a place to a breakdown answers on the page of the booking: takes what is held, chooses another, or cancels free of charge.

test.use({ story: 'displaced' })

const admin = 'admin@p01.example'
const instrument = 'DEMO0002'
const member = 'member@acme.example'

test.beforeAll(async ({ server }) => {
  const api = await server.as(admin)
  for (const one of [instrument, 'DEMO0003']) await api.change_policy(one, { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', max_minutes: 480 })
})

/** Books 09:00 to 11:00 and breaks the instrument for the morning; the new place is held. */
async function displace(server: Server, day: string): Promise<{ booking: Booking; displaced: Displaced }> {
  const mine = await server.as(member)
  const booking = await mine.book(instrument, `${day}T09:00:00+08:00`, `${day}T11:00:00+08:00`, '稳定性测试')
  await (await server.as(admin)).post<Replan>(`/instruments/${instrument}/outages`, { start: `${day}T08:00:00+08:00`, end: `${day}T13:00:00+08:00`, reason: '真空泵故障', replan: true })
  return { booking, displaced: await mine.get<Displaced>(`/bookings/${booking.id}/replan`) }
}

test('takes the place that is held, from the list of bookings', async ({ visit, server, isMobile }, info) => {
  const { booking, displaced } = await displace(server, isMobile ? '2026-11-25' : '2026-11-24')
  const page = await visit(member)
  await page.goto('/bookings')
  const waiting = page.getByRole('region', { name: '需要您答复' })
  await waiting.getByRole('link', { name: '看新安排' }).first().click()
  const card = page.getByRole('region', { name: '仪器停机，原时段不能使用' })
  await expect(card).toContainText('原因：真空泵故障')
  await expect(card).toContainText('已为您保留新的安排，请答复。')
  await expect(card).toContainText(displaced.proposal?.why_text ?? '?')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `the answers ${colorScheme}`)
  }
  if (isMobile) await expect_no_sideways_scroll(page, 'the answers')
  await page.screenshot({ path: info.outputPath('displaced.png'), fullPage: true })
  await card.getByRole('button', { name: /^接受新安排|^同意按 .+ 接受/ }).click()
  await expect(page.getByText(/^新的安排：/)).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(`/bookings/${booking.id}$`))

  const mine = await server.as(member)
  const after = await mine.get<Displaced>(`/bookings/${booking.id}/replan`)
  expect(after.answer).toBe('accepted')
  expect(page.url()).toContain(`/bookings/${after.new_booking_id}`)
  expect(await mine.get<Booking>(`/bookings/${after.new_booking_id}`)).toMatchObject({ start: displaced.proposal?.start, status: 'approved' })
  await page.goto(`/bookings/${booking.id}`)
  await page.getByRole('link', { name: '看新的预约' }).click()
  await expect(page).toHaveURL(new RegExp(`/bookings/${after.new_booking_id}$`))
})

test('chooses another time than the one that is held', async ({ visit, server, isMobile }) => {
  const day = isMobile ? '2026-11-27' : '2026-11-26'
  const { booking } = await displace(server, day)
  const page = await visit(member)
  await page.goto(`/bookings/${booking.id}`)
  await page.getByRole('button', { name: '另选时段' }).click()
  const dialog = page.getByRole('dialog', { name: '另选时段' })
  await dialog.getByLabel('开始').selectOption('15:00')
  // The price of the time before stays, pale, until the new one is there.
  await expect(dialog.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: /^提交预约 · / })).toBeEnabled()
  await expect_accessible(page, 'choosing another')
  await dialog.getByRole('button', { name: /^提交预约 · / }).click()
  await expect(page.getByText(/^已改到 /)).toBeVisible()
  const after = await (await server.as(member)).get<Displaced>(`/bookings/${booking.id}/replan`)
  expect(after.answer).toBe('chose_other')
  expect(await (await server.as(member)).get<Booking>(`/bookings/${after.new_booking_id}`)).toMatchObject({ instrument_id: instrument, start: `${day}T15:00:00+08:00` })
})

test('cancels free of charge, and the place that was held is free again', async ({ visit, server, isMobile }) => {
  const { booking, displaced } = await displace(server, isMobile ? '2026-12-02' : '2026-12-01')
  const page = await visit(member)
  await page.goto(`/bookings/${booking.id}`)
  await page.getByRole('button', { name: '免费取消' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('现在取消不收费')
  await dialog.getByRole('button', { name: '确认取消' }).click()
  await expect(page.getByText('您已取消，不收费。')).toBeVisible()

  const mine = await server.as(member)
  const after = await mine.get<Booking>(`/bookings/${booking.id}`)
  expect(after).toMatchObject({ status: 'cancelled', charge: null })
  const held = displaced.proposal
  const again = await (await server.as('member@borealis.example')).book(held?.instrument_id ?? '', held?.start ?? '', held?.end ?? '')
  expect(again.start).toBe(held?.start)
})

test('declines what is held and still has the other two answers', async ({ visit, server, isMobile }) => {
  const { booking } = await displace(server, isMobile ? '2026-12-04' : '2026-12-03')
  const page = await visit(member)
  await page.goto(`/bookings/${booking.id}`)
  await page.getByRole('button', { name: '不要这个时段' }).click()
  await expect(page.getByText('您谢绝了保留的时段。仍可另选时段，或免费取消。')).toBeVisible()
  await expect(page.getByRole('button', { name: '另选时段' })).toBeVisible()
  await expect(page.getByRole('button', { name: '免费取消' })).toBeVisible()
  await expect(page.getByRole('button', { name: /接受/ })).toHaveCount(0)
})
