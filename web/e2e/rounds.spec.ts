import type { Round } from '../src/api/manage-types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A round from its opening to the published reasons: requests compete, a trial writes nothing, who loses gets a counter-offer.

test.use({ story: 'rounds' })

const admin = 'admin@p01.example'
const instrument = 'DEMO0009'

test('a round is opened, tried, decided at its cut-off and explained', async ({ visit, server, isMobile }) => {
  test.skip(isMobile, 'one server, one cut-off: the phone looks at the result below')
  await (await server.as(admin)).change_policy(instrument, { contention: 'collect', approval: 'platform_admin', requires_training: false, opening_hours: 'Mon-Sun 08:00-20:00', max_minutes: 480 })
  const page = await visit(admin)
  await page.goto('/manage')
  await page.getByRole('link', { name: /分配轮次/ }).click()
  await expect(page.getByText('没有分配轮次')).toBeVisible()
  await page.getByRole('button', { name: '开启一轮' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox')).toBeChecked()
  await expect_accessible(page, 'opening a round')
  await dialog.getByRole('button', { name: '开启一轮' }).click()
  await expect(page.getByRole('timer')).toContainText('还剩 11 天')

  await (await server.as('member@acme.example')).book(instrument, '2026-12-08T09:00:00+08:00', '2026-12-08T13:00:00+08:00')
  await (await server.as('member@borealis.example')).book(instrument, '2026-12-08T10:00:00+08:00', '2026-12-08T14:00:00+08:00')
  const third = await (await server.as('admin@acme.example')).book(instrument, '2026-12-09T10:00:00+08:00', '2026-12-09T11:00:00+08:00')
  await expect(page.getByText('与 1 条竞争')).toHaveCount(2, { timeout: 20_000 })
  await expect(page.getByText('无竞争')).toBeVisible()
  await expect_accessible(page, 'requests so far')

  await page.getByRole('button', { name: '试算' }).click()
  await expect(page.getByText('没有写入任何内容')).toBeVisible()
  await expect(page.getByText('已分配第 1 选择').first()).toBeVisible()
  await expect_accessible(page, 'the trial')

  await page.getByRole('button', { name: /^拒绝 林慧/ }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('请先联系平台确认样品')
  await page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
  await expect(page.getByText('已拒绝，申请人会看到原因')).toBeVisible()
  expect((await (await server.as(admin)).get<{ status: string }>(`/bookings/${third.id}`)).status).toBe('rejected')

  const list = await visit('member@acme.example')
  await list.goto('/rounds')
  await expect(list.locator('.round').getByText('收集中')).toBeVisible()

  await server.set_clock('2026-12-04T12:01:00+08:00')
  await expect(page.getByText('已分配', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(list.locator('.round').getByText('已分配', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('替代邀约：')).toBeVisible()
  const [round] = (await (await server.as(admin)).get<{ items: Round[] }>('/rounds')).items
  expect(round?.outcome).toMatchObject({ requests: 2, granted: 1, lost: 1 })
  await expect(page.getByText(String(round?.seed))).toBeVisible()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `results ${colorScheme}`)
  }
  await page.getByRole('button', { name: '落选' }).click()
  await expect(page.locator('.result')).toHaveCount(1)
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 780 })
    await expect_no_sideways_scroll(page, `round at ${width}`)
  }
  await server.set_clock('2026-11-23T08:00:00+08:00')
})
