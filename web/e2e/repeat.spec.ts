import type { Booking, Page as Listed } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A weekly series with one date taken: the preview marks it, the others are booked, and the page shows the series.

const instrument = 'DEMO0003'
const member = 'member@acme.example'

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false })
})

test('books a weekly series without its taken date and cancels the rest of it', async ({ visit, server, isMobile }) => {
  const month = isMobile ? '01' : '12'
  const year = isMobile ? 2027 : 2026
  const day = (date: string): string => `${year}-${month}-${date}`
  // 1 December 2026 is a Tuesday, 5 January 2027 as well.
  const dates = isMobile ? ['05', '12', '19', '26'] : ['01', '08', '15', '22']
  const [first, taken] = [day(dates[0] as string), day(dates[1] as string)]
  await (await server.as('member@borealis.example')).book(instrument, `${taken}T10:00:00+08:00`, `${taken}T12:00:00+08:00`)

  const page = await visit(member)
  await page.goto(`/instruments/${instrument}?book=${first}T09:00/${first}T11:00`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('实验内容').fill('每周稳定性测试')
  await dialog.getByLabel('重复预约').check()
  const preview = dialog.getByTestId('group-preview')
  await expect(preview.getByRole('listitem')).toHaveCount(4)
  await expect(preview.getByRole('listitem').nth(1)).toContainText('该时段已被占用')
  await expect(preview).toContainText('其中 1 次不能预约')
  const submit = dialog.getByRole('button', { name: /预约 3 次/ })
  await expect(submit).toBeDisabled()
  await preview.getByLabel('跳过这些，预约其余各次').check()
  await submit.click()
  await expect(page.getByRole('status').filter({ hasText: '已预约' })).toBeVisible()

  const mine = await (await server.as(member)).get<Listed<Booking>>(`/bookings?scope=mine&instrument=${instrument}`)
  expect(mine.items.filter((booking) => booking.group_id).map((booking) => booking.start.slice(0, 10))).toEqual([dates[0], dates[2], dates[3]].map((date) => day(date as string)))

  await page.goto(`/bookings/${mine.items[0]?.id}`)
  await expect(page.getByText('第 1 次，共 3 次')).toBeVisible()
  const series = page.getByRole('region', { name: '系列预约' })
  await series.getByRole('link').nth(1).click()
  await expect(page.getByText('第 2 次，共 3 次')).toBeVisible()
  await page.getByRole('button', { name: '取消预约' }).click()
  await dialog.getByLabel('全部未开始的各次').check()
  await dialog.getByRole('button', { name: '确认取消' }).click()
  await expect(page.getByText('已取消 3 个预约。')).toBeVisible()
})

test('lengthens a series; a date that is taken shows what could be had instead, and one press takes it', async ({ visit, server, isMobile }, info) => {
  const group = isMobile ? ['2027-02-02', '2027-02-09', '2027-02-16', '2027-02-23'] : ['2027-03-02', '2027-03-09', '2027-03-16', '2027-03-23']
  const mine = await server.as(member)
  await mine.post('/booking-groups', { booking: { instrument_id: instrument, start: `${group[0]}T09:00:00+08:00`, end: `${group[0]}T11:00:00+08:00`, purpose: '长期稳定性' }, recurrence: 'RRULE:FREQ=WEEKLY;COUNT=2' })
  await (await server.as('member@borealis.example')).book(instrument, `${group[2]}T09:00:00+08:00`, `${group[2]}T11:00:00+08:00`)
  const [first] = (await mine.get<Listed<Booking>>(`/bookings?scope=mine&instrument=${instrument}&from=${group[0]}T00:00:00%2B08:00`)).items

  const page = await visit(member)
  await page.goto(`/bookings/${first?.id}`)
  await page.getByRole('button', { name: '增加次数…' }).click()
  const dialog = page.getByRole('dialog', { name: '增加系列预约的次数' })
  await dialog.getByLabel('增加次数').fill('2')
  const dates = dialog.getByTestId('group-preview').locator('.dates > li')
  await expect(dates).toHaveCount(2)
  await expect(dates.first()).toContainText('该时段已被占用')
  await expect_accessible(page, 'lengthening')
  if (isMobile) await expect_no_sideways_scroll(page, 'lengthening')
  await page.screenshot({ path: info.outputPath('lengthen.png') })
  await dates.first().getByRole('button', { name: '单独约这个' }).first().click()
  await expect(page.getByText(/^已单独预约：/)).toBeVisible()
  await dialog.getByLabel('跳过这些，预约其余各次').check()
  await dialog.getByRole('button', { name: /预约 1 次/ }).click()
  await expect(page.getByText('系列预约已增加 1 次。')).toBeVisible()
  await expect(page.getByText('第 1 次，共 3 次')).toBeVisible()

  const after = (await mine.get<Listed<Booking>>(`/bookings?scope=mine&from=${group[0]}T00:00:00%2B08:00&to=${group[3]}T23:00:00%2B08:00`)).items
  expect(after.filter((booking) => booking.group_id === first?.group_id).map((booking) => booking.start.slice(0, 10))).toEqual([group[0], group[1], group[3]])
  expect(after.filter((booking) => !booking.group_id)).toHaveLength(1)
})
