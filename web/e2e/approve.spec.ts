import type { Page } from '@playwright/test'
import type { Booking } from '../src/api/types'
import { expect_accessible } from './checks'
import { expect, test } from './server'

// Journey 3: the inbox. Facts beside each request, decisions by keyboard, many at once, real undo.

const instrument = 'DEMO0014'
const member = 'member@acme.example'
const approver = 'admin@p01.example'

test.beforeAll(async ({ server }) => {
  await (await server.as(approver)).change_policy(instrument, { approval: 'platform_admin', requires_training: false, min_minutes: 60 })
})

/** Requests one after another on a day of this instrument, which is always open. */
async function requests(server: { as(login: string): Promise<{ book: (i: string, s: string, e: string, p: string) => Promise<Booking> }> }, day: string, count: number, purpose: string): Promise<Booking[]> {
  const api = await server.as(member)
  const made: Booking[] = []
  for (let i = 0; i < count; i += 1) {
    const hour = (h: number): string => String(h).padStart(2, '0')
    made.push(await api.book(instrument, `${day}T${hour(8 + 2 * i)}:00:00+08:00`, `${day}T${hour(10 + 2 * i)}:00:00+08:00`, `${purpose} ${i + 1}`))
  }
  return made
}

const row = (page: Page, booking: Booking) => page.locator(`[data-booking="${booking.id}"]`)
const status_of = async (server: { as(login: string): Promise<{ get<T>(path: string): Promise<T> }> }, booking: Booking): Promise<string> =>
  (await (await server.as(approver)).get<Booking>(`/bookings/${booking.id}`)).status

test('shows the facts, approves with a key, and the applicant sees it live', async ({ visit, server, isMobile }) => {
  const [booking] = await requests(server, '2026-11-25', 1, '冻干工艺')
  if (!booking) throw new Error('no request')
  const applicant = await visit(member)
  await applicant.goto(`/bookings/${booking.id}`)
  await expect(applicant.locator('[aria-current=step]')).toHaveText('待审批')

  const page = await visit(approver)
  await page.goto(`/approvals?id=${booking.id}`)
  const detail = page.getByRole('region', { name: '申请详情' })
  await expect(detail).toContainText('冻干工艺 1')
  await expect(detail).toContainText('无需培训')
  await expect(detail).toContainText('可用额度')
  await expect(detail).toContainText('前后一天的安排')
  if (isMobile) await detail.getByRole('button', { name: '批准' }).click()
  else await page.keyboard.press('a')
  await expect(page.getByText('已批准 1 条，剩余 0')).toBeVisible()
  await expect(applicant.locator('[aria-current=step]')).toHaveText('已确认', { timeout: 20_000 })
  expect(await status_of(server, booking)).toBe('approved')
})

test('moves, selects, undoes and rejects by keyboard', async ({ visit, server, isMobile }) => {
  test.skip(isMobile, 'no keyboard on a phone')
  const [first, second, third] = (await requests(server, '2026-11-26', 3, '键盘')) as [Booking, Booking, Booking]
  const page = await visit(approver)
  await page.goto(`/approvals?id=${first.id}`)
  await expect(row(page, first)).toBeVisible()

  await page.keyboard.press('j')
  await expect(page).toHaveURL(new RegExp(`id=${second.id}`))
  await page.keyboard.press('k')
  await expect(page).toHaveURL(new RegExp(`id=${first.id}`))

  await page.keyboard.press('a')
  await expect(row(page, first)).toContainText('将批准')
  await page.keyboard.press('u')
  await expect(row(page, first)).not.toContainText('将批准')
  await expect(page).toHaveURL(new RegExp(`id=${first.id}`))

  await page.keyboard.press('r')
  await page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
  await expect(page.getByText('请写明原因')).toBeVisible()
  await page.getByRole('dialog').getByRole('textbox').fill('该时段安排维护')
  await page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
  await expect(row(page, first)).toContainText('将拒绝')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await expect(row(page, second)).not.toContainText('将批准')

  // Leaving the page sends what waits.
  await page.getByRole('link', { name: '今日上机' }).click()
  await expect.poll(() => status_of(server, first)).toBe('rejected')
  expect(await status_of(server, second)).toBe('requested')
  expect(await status_of(server, third)).toBe('requested')
  for (const left of [second, third]) await (await server.as(member)).post(`/bookings/${left.id}/cancel`, { reason: '' })
})

test('tries many at once, then approves those that fit', async ({ visit, server, isMobile }) => {
  test.skip(isMobile, 'the desk does the batches')
  const made = await requests(server, '2026-11-27', 3, '批量')
  const page = await visit(approver)
  await page.goto('/approvals')
  for (const booking of made) await row(page, booking).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批准 3 条…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('3 条可批准，0 条冲突')
  await dialog.getByRole('button', { name: '批准 3 条' }).click()
  await expect(page.getByText('已批准 3 条，剩余 0')).toBeVisible()
  for (const booking of made) await expect.poll(() => status_of(server, booking), { timeout: 20_000 }).toBe('approved')
  await expect(page.getByText('没有待审批的申请')).toBeVisible()
})

test('an administrator sets a rule aside for a whole batch, after trying', async ({ visit, server, isMobile }, info) => {
  test.skip(isMobile, 'the desk does the batches')
  const api = await server.as(approver)
  await api.change_policy(instrument, { requires_training: true })
  const train = (valid_until: string) => api.post('/trainings', { login: member, instrument_id: instrument, valid_until })
  await train('2027-12-01T00:00:00+08:00')
  const made = await requests(server, '2026-12-02', 2, '豁免')
  await train('2026-11-24T00:00:00+08:00')
  const page = await visit(approver)
  await page.goto('/approvals')
  for (const booking of made) await row(page, booking).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批准 2 条…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('0 条可批准，2 条冲突')
  await dialog.getByRole('checkbox', { name: /培训/ }).check()
  await dialog.getByRole('button', { name: '按豁免重新检查' }).click()
  await expect(dialog.getByText('请写明原因。')).toBeVisible()
  await dialog.getByLabel('豁免的理由').fill('设备验收')
  await dialog.getByRole('button', { name: '按豁免重新检查' }).click()
  await expect(dialog).toContainText('2 条可批准，0 条冲突')
  await expect_accessible(page, 'a batch with a rule set aside')
  await page.screenshot({ path: info.outputPath('waive.png') })
  await dialog.getByRole('button', { name: '批准 2 条' }).click()
  for (const booking of made) await expect.poll(() => status_of(server, booking), { timeout: 20_000 }).toBe('approved')
  expect((await api.get<Booking>(`/bookings/${made[0]?.id}`)).waivers).toMatchObject([{ rules: ['training_required'], reason: '设备验收' }])
  await api.change_policy(instrument, { requires_training: false })
})

test('a request that somebody else decided is locked while it is open', async ({ visit, server }) => {
  const [booking] = await requests(server, '2026-11-28', 1, '他人处理')
  if (!booking) throw new Error('no request')
  const page = await visit(approver)
  await page.goto(`/approvals?id=${booking.id}`)
  await expect(page.getByRole('region', { name: '申请详情' })).toContainText('他人处理 1')
  await (await server.as(approver)).post(`/bookings/${booking.id}/reject`, { reason: '另有安排' })
  await expect(page.getByText('该申请已被处理：已拒绝')).toBeVisible()
})
