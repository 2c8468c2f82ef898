import type { Page } from '@playwright/test'
import type { Booking } from '../src/api/types'
import { expect, test } from './server'

// Journeys 2 and 4: drag a slot, see the price at once, confirm; a lost race offers alternatives.

const instrument = 'DEMO0002'
const member = 'member@acme.example'

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false })
})

/** Drags over a day's column, from one clock time to another; 08:00 is the top of this instrument's calendar. */
async function drag(page: Page, column: number, from_hour: number, to_hour: number): Promise<void> {
  const box = await page.locator('.column').nth(column).boundingBox()
  if (!box) throw new Error('no column')
  const hours = await page.locator('.gutter span').count()
  const y = (hour: number): number => box.y + ((hour - 8) / hours) * box.height
  await page.mouse.move(box.x + box.width / 2, y(from_hour) + 3)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, y(to_hour) - 4, { steps: 8 })
  await page.mouse.up()
}

const dialog = (page: Page) => page.getByRole('dialog')

test('drags a slot, reads the price, books it, and sees it on the calendar', async ({ visit, isMobile }) => {
  test.skip(isMobile, 'a finger taps, see below')
  const page = await visit(member)
  await page.goto(`/instruments/${instrument}?d=2026-11-25`)
  await drag(page, 0, 9, 11)
  await expect(dialog(page)).toBeVisible()
  await expect(dialog(page)).toContainText('11月25日周三 09:00–11:00')
  await expect(dialog(page)).toContainText('¥1,600.00')
  await expect(dialog(page)).toContainText('提交后立即确认')

  // The price follows the length; the address follows the slot.
  await dialog(page).getByLabel('时长').selectOption({ label: '3 小时' })
  await expect(dialog(page).getByRole('button', { name: '提交预约 · ¥2,400.00' })).toBeVisible()
  await expect(page).toHaveURL(/book=2026-11-25T09(:|%3A)00(\/|%2F)2026-11-25T12(:|%3A)00/)

  await dialog(page).getByRole('button', { name: /提交预约/ }).click()
  await expect(dialog(page).getByText('请填写实验内容')).toBeVisible()
  await dialog(page).getByLabel('实验内容').fill('海洋多糖结构解析')
  await dialog(page).getByRole('button', { name: /提交预约/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '已预约' })).toBeVisible()
  await expect(page.getByRole('button', { name: /09:00–12:00 我的预约/ })).toBeVisible()

  await page.getByRole('link', { name: '查看' }).click()
  await expect(page.getByText('海洋多糖结构解析')).toBeVisible()
  await expect(page.locator('[aria-current=step]')).toHaveText('已确认')
})

test('a finger taps a free place and books', async ({ visit, isMobile }) => {
  test.skip(!isMobile, 'a mouse drags, see above')
  const page = await visit(member)
  await page.goto(`/instruments/${instrument}?d=2026-11-25`)
  const column = page.locator('.column')
  await column.scrollIntoViewIfNeeded()
  const box = await column.boundingBox()
  if (!box) throw new Error('no column')
  const hours = await page.locator('.gutter span').count()
  await column.tap({ position: { x: box.width / 2, y: ((9.1 - 8) / hours) * box.height } })
  await expect(dialog(page)).toContainText('11月25日周三 09:00–10:00')
  await dialog(page).getByLabel('实验内容').fill('手机预约')
  await dialog(page).getByRole('button', { name: /提交预约 · ¥800.00/ }).click()
  await expect(page.getByRole('button', { name: /09:00–10:00 我的预约/ })).toBeVisible()
})

test('books with the keyboard alone', async ({ visit, isMobile }) => {
  test.skip(isMobile)
  const page = await visit(member)
  await page.goto(`/instruments/${instrument}?d=2026-11-26`)
  await page.getByRole('application').focus()
  await page.keyboard.press('Home')
  await expect(page.locator('.range')).toHaveText('08:30–09:30')
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('.range')).toHaveText('09:00–11:00')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('¥1,600.00')
  await dialog(page).getByLabel('实验内容').focus()
  await page.keyboard.type('keyboard')
  await page.keyboard.press('Tab')
  await dialog(page).getByRole('button', { name: /提交预约/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /09:00–11:00 我的预约/ })).toBeVisible()
})

test('a visitor sees the price, signs in, and finds the slot again', async ({ page }) => {
  await page.goto(`/instruments/${instrument}?d=2026-11-27&book=2026-11-27T14:00/2026-11-27T16:00`)
  await expect(dialog(page)).toContainText('¥1,600.00')
  await dialog(page).getByRole('link', { name: '登录后预约' }).click()
  await page.getByRole('button', { name: /member@acme\.example/ }).click()
  await expect(dialog(page)).toContainText('11月27日周五 14:00–16:00')
  await expect(dialog(page).getByRole('button', { name: /提交预约/ })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(page).not.toHaveURL(/book=/)
})

test('says which rule is broken before anything is sent', async ({ visit, server }) => {
  await (await server.as('admin@p01.example')).change_policy('DEMO0006', { requires_training: true })
  const page = await visit(member)
  await page.goto('/instruments/DEMO0006?d=2026-11-25&book=2026-11-25T09:00/2026-11-25T10:00')
  await expect(dialog(page).getByTestId('violations')).toContainText('培训')
  await expect(dialog(page).getByRole('button', { name: /提交预约/ })).toBeDisabled()
})

test('two browsers race for one slot: one books, the other gets alternatives and takes one', async ({ visit, server }) => {
  const slot = '/instruments/DEMO0002?d=2026-11-30&book=2026-11-30T09:00/2026-11-30T11:00'
  const [first, second] = await Promise.all([visit(member), visit('member@borealis.example')])
  for (const page of [first, second]) {
    await page.goto(slot)
    await dialog(page).getByLabel('实验内容').fill('同一时段')
    await expect(dialog(page).getByRole('button', { name: /提交预约 · ¥1,600.00/ })).toBeEnabled()
  }
  await Promise.all([first, second].map((page) => dialog(page).getByRole('button', { name: /提交预约/ }).evaluate((button: HTMLButtonElement) => button.click())))

  const lost = (page: Page) => dialog(page).getByText(/刚刚有人约走了这个时段|该时段已被占用/)
  await expect.poll(async () => (await Promise.all([first, second].map((page) => lost(page).count()))).reduce((a, b) => a + b, 0)).toBe(1)
  const loser = (await lost(first).count()) ? first : second
  const winner = loser === first ? second : first
  await expect(winner.getByRole('button', { name: /09:00–11:00 我的预约/ })).toBeVisible()

  const offers = loser.getByRole('region', { name: '可选的替代时段' }).getByRole('listitem')
  await expect.poll(() => offers.count()).toBeGreaterThanOrEqual(3)
  const same_instrument = offers.filter({ hasText: '轨道阱高分辨液质联用仪' }).first()
  await same_instrument.getByRole('button', { name: '约这个' }).click()
  await expect(loser.getByRole('status').filter({ hasText: '已预约' })).toBeVisible()

  const all = await Promise.all([member, 'member@borealis.example'].map(async (login) => await (await server.as(login)).get<{ items: Booking[] }>('/bookings?scope=mine&instrument=DEMO0002&from=2026-11-29T00:00:00%2B08:00&to=2026-12-02T00:00:00%2B08:00')))
  const starts = all.flatMap((page) => page.items.map((booking) => booking.start))
  expect(starts).toHaveLength(2)
  expect(new Set(starts).size).toBe(2)
})

test('the calendar of one browser shows what the other books, without reloading', async ({ visit, server }) => {
  const page = await visit(null)
  await page.goto(`/instruments/${instrument}?d=2026-12-01`)
  await expect(page.getByRole('application')).toBeVisible()
  await (await server.as(member)).book(instrument, '2026-12-01T13:00:00+08:00', '2026-12-01T14:00:00+08:00')
  await expect(page.locator('.block.booked').filter({ hasText: '13:00–14:00' })).toBeVisible()
})

test('moves a booking, then cancels it after reading the fee', async ({ visit, server }) => {
  const booking = await (await server.as(member)).book(instrument, '2026-12-02T09:00:00+08:00', '2026-12-02T10:00:00+08:00')
  const page = await visit(member)
  await page.goto('/bookings')
  await page.getByRole('link', { name: /12月2日周三 09:00–10:00/ }).click()
  await page.getByRole('button', { name: '改期' }).click()
  await dialog(page).getByLabel('开始').selectOption({ label: '14:00' })
  await expect(dialog(page)).toContainText('12月2日周三 14:00–15:00')
  await dialog(page).getByRole('button', { name: '改期' }).click()
  await expect(page.locator('.when').first()).toContainText('14:00–15:00')

  await page.getByRole('button', { name: '取消预约' }).click()
  await expect(dialog(page)).toContainText(/现在取消(不收费|将收取)/)
  await dialog(page).getByLabel(/原因/).fill('计划有变')
  await dialog(page).getByRole('button', { name: '确认取消' }).click()
  await expect(page.locator('[aria-current=step]')).toHaveText('已取消')
  await expect(page.getByText('计划有变').first()).toBeVisible()
  expect((await (await server.as(member)).get<Booking>(`/bookings/${booking.id}`)).status).toBe('cancelled')
})
