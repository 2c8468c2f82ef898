import type { Booking } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test, type Server } from './server'

// A use that needs longer asks who comes next to start later: by the desk or by the user, agreed or not, seen live on both sides.

test.use({ story: 'shift' })

const instrument = 'DEMO0002'
const user = 'member@acme.example'
const next_user = 'member@borealis.example'

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 00:00-24:00', grid_minutes: 15, buffer_before_minutes: 0, buffer_after_minutes: 0 })
})

/** A use from 09:00 to 10:00 with a booking right behind it; it is 09:50. */
async function use_with_next(server: Server, day: string): Promise<{ use: Booking; next: Booking }> {
  const use = await (await server.as(user)).book(instrument, `${day}T09:00:00+08:00`, `${day}T10:00:00+08:00`)
  const next = await (await server.as(next_user)).book(instrument, `${day}T10:00:00+08:00`, `${day}T12:00:00+08:00`)
  await server.set_clock(`${day}T09:00:00+08:00`)
  await (await server.as('operator@p01.example')).post(`/bookings/${use.id}/check-in`)
  await server.set_clock(`${day}T09:50:00+08:00`)
  return { use, next }
}

test('the user of a use asks, and the next one agrees: one starts later, the other goes on', async ({ visit, server, isMobile }, info) => {
  const { use, next } = await use_with_next(server, '2026-11-24')
  const theirs = await visit(next_user)
  await theirs.goto('/bookings')
  await expect(theirs.getByRole('heading', { name: '我的预约' })).toBeVisible()

  const page = await visit(user)
  await page.goto(`/bookings/${use.id}`)
  await page.getByRole('button', { name: '延长使用…' }).click()
  const dialog = page.getByRole('dialog', { name: '请下一位用户晚些开始' })
  await expect(dialog).toContainText('下一个预约 11月24日周二 10:00 开始')
  await dialog.getByLabel('使用到').selectOption('10:30（延长 30 分钟）')
  await expect_accessible(page, 'asking')
  await page.screenshot({ path: info.outputPath('ask.png') })
  await dialog.getByRole('button', { name: '询问下一位用户' }).click()
  await expect(page.getByText(/^已询问下一位用户，最迟 .+ 10:05 答复。$/)).toBeVisible()
  await expect(page.getByRole('region', { name: '已请下一位用户晚些开始' })).toContainText('希望用到 11月24日周二 10:30')
  await expect_accessible(page, 'asked')

  await expect(theirs.getByRole('status').filter({ hasText: '上一位用户请您晚些开始' })).toBeVisible()
  await theirs.getByRole('region', { name: '需要您答复' }).getByRole('link', { name: '查看' }).click()
  const card = theirs.getByRole('region', { name: '上一位用户请您晚些开始' })
  await expect(card).toContainText('11月24日周二 10:30–12:30')
  await expect(card).toContainText(/还剩 1[45] 分钟/)
  for (const colorScheme of ['dark', 'light'] as const) {
    await theirs.emulateMedia({ colorScheme })
    await expect_accessible(theirs, `being asked ${colorScheme}`)
  }
  if (isMobile) await expect_no_sideways_scroll(theirs, 'being asked')
  await theirs.screenshot({ path: info.outputPath('asked.png'), fullPage: true })
  await expect(theirs.getByText('请求晚些开始')).toBeVisible()
  await expect(theirs.getByText('陈明')).toHaveCount(0)
  await card.getByRole('button', { name: '同意晚些开始' }).click()
  await expect(theirs.getByText('已顺延到 11月24日周二 10:30–12:30。')).toBeVisible()
  await expect(card).toBeHidden()

  await expect(page.getByRole('region', { name: '下一位用户的答复' })).toContainText('对方同意了，您可以用到 11月24日周二 10:30。')
  await expect(page.getByText('11月24日周二 09:00–10:30').first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('agreed.png'), fullPage: true })
  expect(await (await server.as(next_user)).get<Booking>(`/bookings/${next.id}`)).toMatchObject({ start: '2026-11-24T10:30:00+08:00', status: 'approved' })
  expect((await (await server.as(user)).get<Booking>(`/bookings/${use.id}`)).end).toBe('2026-11-24T10:30:00+08:00')
})

test('the desk asks on behalf of a use, and the next user starts as booked', async ({ visit, server }, info) => {
  const { use, next } = await use_with_next(server, '2026-11-25')
  const watching = await visit(user)
  const desk = await visit('operator@p01.example')
  await desk.goto('/today')
  const item = desk.locator(`[data-booking="${use.id}"]`)
  await item.getByRole('button', { name: '延长使用…' }).click()
  const dialog = desk.getByRole('dialog', { name: '请下一位用户晚些开始' })
  await dialog.getByRole('button', { name: '询问下一位用户' }).click()
  await expect(desk.getByText(/^已询问下一位用户/)).toBeVisible()
  await desk.screenshot({ path: info.outputPath('desk.png') })

  await watching.goto(`/bookings/${use.id}`)
  await expect(watching.getByRole('region', { name: '已请下一位用户晚些开始' })).toBeVisible()

  await item.getByRole('button', { name: '延长使用…' }).click()
  await dialog.getByRole('button', { name: '询问下一位用户' }).click()
  await expect(dialog.getByRole('alert')).toContainText('已有未答复的协商')
  await dialog.getByRole('button', { name: '取消' }).click()

  const theirs = await visit(next_user)
  await theirs.addInitScript(() => localStorage.setItem('yiqi.locale', 'en'))
  await theirs.goto(`/bookings/${next.id}`)
  const card = theirs.getByRole('region', { name: 'The user before you asks you to start later' })
  await theirs.screenshot({ path: info.outputPath('asked-en.png'), fullPage: true })
  await card.getByRole('button', { name: 'Start as booked' }).click()
  await expect(theirs.getByText('Answered: you start as booked.')).toBeVisible()
  await expect(theirs.getByText('Did not start later')).toBeVisible()
  await expect(watching.getByRole('region', { name: '下一位用户的答复' })).toContainText('对方没有同意，请在 11月25日周三 10:00 前结束。')
  expect((await (await server.as(next_user)).get<Booking>(`/bookings/${next.id}`)).start).toBe('2026-11-25T10:00:00+08:00')
})

test('nobody need be asked where nobody follows', async ({ visit, server }) => {
  const use = await (await server.as(user)).book(instrument, '2026-11-26T09:00:00+08:00', '2026-11-26T10:00:00+08:00')
  await server.set_clock('2026-11-26T09:00:00+08:00')
  await (await server.as(user)).post(`/bookings/${use.id}/check-in`)
  const page = await visit(user)
  await page.goto(`/bookings/${use.id}?do=longer`)
  await expect(page.getByRole('dialog')).toContainText('无须协商')
  await expect(page.getByRole('dialog').getByRole('button', { name: '询问下一位用户' })).toBeDisabled()
})
