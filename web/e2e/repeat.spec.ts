import type { Booking, Page as Listed } from '../src/api/types'
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
