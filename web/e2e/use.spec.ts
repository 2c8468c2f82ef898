import type { Account, Booking } from '../src/api/types'
import { expect, test } from './server'

// Journeys 6 and 7: check in, use, check out with samples; the charge is explained; hold, charge, statement, payment.

test.use({ story: 'use' })

const instrument = 'DEMO0002'
const operator = 'operator@p01.example'
const member = 'member@acme.example'
const company_admin = 'admin@acme.example'
const yuan = (fen: number): string => `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false })
})

test('from the hold to the payment, each step shown to the people it concerns', async ({ visit, server }) => {
  test.slow()
  const api = await server.as(member)
  const { user } = await api.get<{ user: { organisation_id: string } }>('/me')
  const before = await api.get<Account>(`/accounts/${user.organisation_id}`)
  const booking = await api.post<Booking>('/bookings', { instrument_id: instrument, start: '2026-11-24T09:00:00+08:00', end: '2026-11-24T11:00:00+08:00', purpose: '质谱测样', samples: 2 })

  // Hold: the member's account shows what the booking reserves.
  const company = await visit(company_admin)
  await company.goto('/account')
  await expect(company.getByTestId('held')).toHaveText(yuan(before.held_fen + booking.quote.total_fen))

  // Use: the operator checks in and out on the day's list.
  await server.set_clock('2026-11-24T08:55:00+08:00')
  const desk = await visit(operator)
  await desk.goto('/today')
  const item = desk.locator(`[data-booking="${booking.id}"]`)
  await item.getByRole('button', { name: '开始上机' }).click()
  await expect(item).toContainText('使用中')
  await server.set_clock('2026-11-24T11:00:00+08:00')
  await item.getByRole('button', { name: '结束上机' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('实测样品数').fill('3')
  await dialog.getByLabel(/备注/).fill('一切正常')
  await dialog.getByRole('button', { name: '结束上机' }).click()
  await expect(dialog.getByRole('heading', { name: '费用已生成' })).toBeVisible()
  await expect(dialog.getByRole('table')).toContainText('3 个样品')
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await expect(item).toContainText('已完成')

  // Charge: line by line for the member; the hold is gone, the debt is there.
  const used = await api.get<Booking>(`/bookings/${booking.id}`)
  const charged = used.charge?.total_fen ?? 0
  expect(charged).toBeGreaterThan(0)
  await company.goto(`/bookings/${booking.id}`)
  await expect(company.getByRole('table', { name: '实际费用' })).toContainText(yuan(charged))
  await expect(company.getByText('一切正常')).toBeVisible()
  await company.goto('/account')
  await expect(company.getByTestId('owed')).toHaveText(yuan(before.balance_fen + charged))
  await expect(company.getByTestId('held')).toHaveText(yuan(before.held_fen))

  // Statement: the month lists it, down to the lines of the price.
  await server.set_clock('2026-12-01T08:00:00+08:00')
  await company.goto('/statements?month=2026-11')
  await company.getByRole('link', { name: '2026年11月' }).click()
  await expect(company.getByRole('heading', { level: 1 })).toContainText('2026年11月')
  await company.getByRole('button', { name: '费用构成' }).first().click()
  await expect(company.getByRole('table', { name: '费用构成' })).toContainText('样品')
  await company.emulateMedia({ media: 'print' })
  await expect(company.getByRole('banner')).toBeHidden()
  await company.emulateMedia({ media: 'screen' })

  // Payment: finance records it and sees that the books balance.
  const office = await visit('finance@council.example')
  await office.goto('/statements')
  await expect(office.getByText('总账平衡，审计链完整')).toBeVisible()
  await office.getByLabel('企业名称或编号').fill('不存在的企业')
  await office.getByRole('button', { name: '查看' }).click()
  await expect(office.getByText('没有唯一匹配的企业')).toBeVisible()
  await office.getByLabel('企业名称或编号').fill('海蓝新材料')
  await office.getByRole('button', { name: '查看' }).click()
  await office.getByRole('link', { name: '账户与付款' }).click()
  await office.getByLabel('金额（元）').fill((charged / 100).toFixed(2))
  await office.getByLabel('银行流水号').fill('BANK-2026-0001')
  await office.getByRole('button', { name: '登记付款' }).click()
  await expect(office.getByTestId('owed')).toHaveText(yuan(before.balance_fen))
  await expect(office.getByRole('row').filter({ hasText: 'BANK-2026-0001' })).toBeVisible()
})

test('marks a no-show after asking, and nobody can check in any more', async ({ visit, server }) => {
  const booking = await (await server.as(member)).book(instrument, '2026-12-01T09:00:00+08:00', '2026-12-01T10:00:00+08:00')
  await server.set_clock('2026-12-01T09:45:00+08:00')
  const desk = await visit(operator)
  await desk.goto('/today')
  const item = desk.locator(`[data-booking="${booking.id}"]`)
  await expect(item).toContainText('迟到 45 分钟')
  await item.getByRole('button', { name: '记为爽约' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '确认爽约' }).click()
  await expect(item).toContainText('爽约')
  await expect(item.getByRole('button', { name: '开始上机' })).toBeHidden()
})
