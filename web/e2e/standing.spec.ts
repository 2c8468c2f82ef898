import type { Credit } from '../src/api/manage-types'
import type { Booking } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// Who may book and under which record: clearances, rules set aside, credit and appeals.

test.use({ story: 'standing' })

const admin = 'admin@p01.example'
const member = 'member@acme.example'

test('a clearance is recorded, found by its condition, and withdrawn', async ({ visit, server, isMobile }) => {
  const gate = isMobile ? { name: 'customs', zh: '海关监管', en: 'Customs', of: 'user' as const } : { name: 'insurance', zh: '设备保险', en: 'Insurance', of: 'user' as const }
  await (await server.as(admin)).change_policy(isMobile ? 'DEMO0011' : 'DEMO0010', { gates: [gate] })
  const page = await visit('operator@p01.example')
  await page.goto('/manage/clearances')
  await page.getByRole('button', { name: '登记许可' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '准入条件' }).selectOption(gate.zh)
  await dialog.getByRole('button', { name: '登记许可' }).click()
  await expect(dialog.getByText('请填写登录名。')).toBeVisible()
  await dialog.getByRole('textbox', { name: '登录名' }).fill('nobody@example')
  await dialog.getByRole('button', { name: '登记许可' }).click()
  await expect(dialog.getByText('没有这个账号')).toBeVisible()
  await dialog.getByRole('textbox', { name: '登录名' }).fill(member)
  await expect_accessible(page, 'recording a clearance')
  await dialog.getByRole('button', { name: '登记许可' }).click()

  const row = page.locator('.item').filter({ hasText: gate.zh })
  await expect(row).toContainText('陈明')
  await expect(row).toContainText('有效')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `clearances ${colorScheme}`)
  }
  if (isMobile) await expect_no_sideways_scroll(page, 'clearances')
  await row.getByRole('button', { name: /^撤回/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect(row).toHaveCount(0)
})

test('an administrator books for somebody against a rule, and the reason is shown wherever the booking is', async ({ visit, server, isMobile }) => {
  const instrument = isMobile ? 'DEMO0013' : 'DEMO0012'
  await (await server.as(admin)).change_policy(instrument, { approval: 'platform_admin', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', max_minutes: 60 })
  const page = await visit(admin)
  await page.goto(`/manage/instruments/${instrument}/book`)
  await page.getByLabel('预约人的登录名').fill(member)
  await page.getByLabel('实验内容').fill('不能中断的测定')
  await expect(page.getByText('豁免：最长时长')).toBeVisible()
  await page.getByRole('checkbox', { name: /最长时长/ }).check()
  await page.getByRole('button', { name: '豁免并提交' }).click()
  await expect(page.getByText('请写明原因。')).toBeVisible()
  await page.getByLabel('豁免的理由').fill('样品不能中断')
  await expect_accessible(page, 'booking against a rule')
  if (isMobile) await expect_no_sideways_scroll(page, 'booking for somebody')
  await page.getByRole('button', { name: '豁免并提交' }).click()

  await expect(page.getByText('已豁免：最长时长')).toBeVisible()
  await expect(page.getByText('样品不能中断').first()).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const booking = await (await server.as(member)).get<Booking>(`/bookings/${id}`)
  expect(booking).toMatchObject({ status: 'requested', user_name: '陈明', waivers: [{ rules: ['max_length'], reason: '样品不能中断' }] })

  await page.goto(`/approvals?id=${id}`)
  await expect(page.getByRole('region', { name: '申请详情' })).toContainText('已豁免：最长时长')
})

test('an appeal is decided with a reason', async ({ visit, server, isMobile }, info) => {
  test.skip(isMobile, 'one clock for both')
  const api = await server.as(admin)
  await api.change_policy('DEMO0014', { approval: 'none', requires_training: false, no_show_after_minutes: 30, min_minutes: 60, opening_hours: 'Mon-Sun 00:00-24:00' })
  await (await server.as(member)).book('DEMO0014', '2026-11-23T09:00:00+08:00', '2026-11-23T10:00:00+08:00')
  await server.set_clock('2026-11-23T11:00:00+08:00')
  const before = await (await server.as(member)).get<Credit>('/me/credit')
  const [entry] = before.entries
  if (!entry) throw new Error('no entry')
  await (await server.as(member)).post(`/credit/${entry.id}/appeal`, { text: '当日园区停电' })

  const page = await visit(admin)
  await page.goto('/manage')
  await page.getByRole('link', { name: /信用与申诉/ }).click()
  await expect(page.getByText('1 条申诉等待决定')).toBeVisible()
  const appeals = page.getByRole('region', { name: '等待决定的申诉' })
  await expect(appeals).toContainText('当日园区停电')
  await expect(appeals).toContainText(`${before.score} / ${before.start_points}`)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `appeals ${colorScheme}`)
  }
  await page.screenshot({ path: info.outputPath('appeals.png') })
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 780 })
    await expect_no_sideways_scroll(page, `appeals at ${width}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await appeals.getByRole('button', { name: '免除扣分' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('停电属实')
  await page.getByRole('dialog').getByRole('button', { name: '免除扣分' }).click()
  await expect(page.getByText('没有等待决定的申诉')).toBeVisible()
  await expect(appeals).toHaveCount(0)
  await page.getByRole('button', { name: /陈明/ }).click()
  await expect(page.getByRole('region', { name: '陈明 的信用' })).toContainText('已免除')
  const after = await (await server.as(member)).get<Credit>('/me/credit')
  expect(after.score).toBe(before.score + entry.points)
  await server.set_clock('2026-11-23T08:00:00+08:00')
})

test('the council sets the credit policy; others read it', async ({ visit, isMobile }) => {
  const page = await visit('secretariat@council.example')
  await page.goto('/manage/credit/policy')
  await page.getByRole('spinbutton', { name: '爽约扣分' }).fill(isMobile ? '12' : '15')
  await page.getByRole('button', { name: '添加一条' }).click()
  await expect_accessible(page, 'credit policy')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('信用规则已保存')).toBeVisible()
  if (isMobile) await expect_no_sideways_scroll(page, 'credit policy')
  const reader = await visit(admin)
  await reader.goto('/manage/credit/policy')
  await expect(reader.getByRole('spinbutton', { name: '爽约扣分' })).toHaveValue(isMobile ? '12' : '15')
  await expect(reader.getByRole('spinbutton', { name: '爽约扣分' })).toBeDisabled()
})
