import type { Instrument } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// The administrator's rules: sentences with their numbers, a difference before each save, and no change of somebody else's is lost.

test.use({ story: 'rules' })

const admin = 'admin@p01.example'
const council = 'system@council.example'
const instrument = 'DEMO0005'
const address = `/manage/instruments/${instrument}/rules`

test('edits a rule, sees the difference, and saves a new version', async ({ visit, server }, info) => {
  const before = await (await server.as(admin)).get<Instrument>(`/instruments/${instrument}`)
  const page = await visit(admin)
  await page.goto('/manage')
  await page.getByRole('link', { name: before.name_zh, exact: true }).click()
  await expect(page.getByRole('spinbutton', { name: '预约提前量' })).toBeVisible()
  await expect(page.getByText(`在用第 ${before.policy_version} 版`)).toBeVisible()

  await page.getByRole('spinbutton', { name: '预约提前量' }).fill(info.project.name === 'phone' ? '2' : '3')
  await page.getByRole('combobox', { name: '预约提前量的单位' }).selectOption('天')
  await page.getByRole('button', { name: '添加额度' }).click()
  await expect(page.getByRole('paragraph').filter({ hasText: '每人每周最多 8 小时。' })).toBeVisible()
  await expect_accessible(page, 'rules with a draft')

  await page.getByRole('spinbutton', { name: '最长时长' }).fill('0')
  await expect(page.getByText('须为 1 至 527040 的整数。')).toBeVisible()
  await expect(page.getByRole('button', { name: '查看并保存' })).toBeDisabled()
  await page.getByRole('spinbutton', { name: '最长时长' }).fill('1')

  await page.getByRole('button', { name: '查看并保存' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /预约提前量/ })).toContainText('天')
  await expect_accessible(page, 'the difference')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`在用第 ${before.policy_version + 1} 版`)).toBeVisible()

  const after = await (await server.as(admin)).get<Instrument>(`/instruments/${instrument}`)
  expect(after.policy.min_notice_minutes).toBe(info.project.name === 'phone' ? 2880 : 4320)
  expect(after.policy.quotas.at(-1)).toMatchObject({ per: 'week', scope: 'user', max_minutes: 480 })
})

test('two who edit the same version lose nothing', async ({ visit, server, isMobile }) => {
  const api = await server.as(admin)
  const page = await visit(admin)
  await page.goto(address)
  const notice = page.getByRole('spinbutton', { name: '预约提前量' })
  // A page on which nothing is changed yet would follow the other's save.
  await page.getByRole('spinbutton', { name: '可提前天数' }).fill(isMobile ? '70' : '60')
  await api.change_policy(instrument, { min_notice_minutes: isMobile ? 50 : 40, capacity: isMobile ? 3 : 2 })

  await page.getByRole('combobox', { name: '预约提前量的单位' }).selectOption('分钟')
  await notice.fill(isMobile ? '25' : '20')
  await page.getByRole('button', { name: '查看并保存' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()

  const clash = page.getByRole('dialog', { name: '规则已被他人修改' })
  await expect(clash).toContainText('预约提前量')
  await expect_accessible(page, 'the conflict')
  await clash.getByRole('radio', { name: /我的/ }).check()
  await clash.getByRole('button', { name: '合并到草稿' }).click()
  await page.getByRole('button', { name: '查看并保存' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已保存为第' })).toBeVisible()

  const { policy } = await api.get<Instrument>(`/instruments/${instrument}`)
  expect(policy).toMatchObject({ min_notice_minutes: isMobile ? 25 : 20, horizon_days: isMobile ? 70 : 60, capacity: isMobile ? 3 : 2 })
})

test('a template shows how it differs before it is taken', async ({ visit, isMobile }) => {
  const page = await visit(admin)
  await page.goto('/manage/instruments/DEMO0006/rules')
  await page.getByRole('button', { name: '采用模板' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('华中科技大学').click()
  await expect(dialog.getByRole('row', { name: /取消提前量/ })).toContainText('1 天')
  await expect_accessible(page, 'templates')
  await dialog.getByRole('button', { name: '采用到草稿' }).click()
  await expect(page.getByRole('spinbutton', { name: '取消提前量' })).toHaveValue('1')
  await expect(page.getByText(/处改动尚未保存/)).toBeVisible()
  if (!isMobile) return
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 780 })
    await expect_no_sideways_scroll(page, `rules at ${width}`)
  }
})

test('the versions tell who changed what and when, and an old one comes back into the draft', async ({ visit, server, isMobile }, info) => {
  const other = isMobile ? 'DEMO0008' : 'DEMO0007'
  const api = await server.as(admin)
  const before = await api.get<Instrument>(`/instruments/${other}`)
  await api.change_policy(other, { min_notice_minutes: 2880 })
  await api.change_policy(other, { horizon_days: 45, capacity: 2 })

  const page = await visit(admin)
  await page.goto(`/manage/instruments/${other}/rules`)
  await page.getByRole('button', { name: '历史版本' }).click()
  const dialog = page.getByRole('dialog', { name: '历史版本' })
  const versions = dialog.getByRole('radio')
  await expect(versions).toHaveCount(before.policy_version + 2)
  await expect(dialog.getByText('随仪器目录导入')).toBeVisible()
  await expect(dialog.getByText(/保存$/).first()).toBeVisible()
  await expect(dialog.locator('tbody tr')).toHaveCount(2)
  await expect(dialog.getByRole('row', { name: /可提前天数/ })).toContainText('45 天')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect_accessible(page, `versions ${colorScheme}`)
  }
  if (isMobile) await expect_no_sideways_scroll(page, 'versions')
  await page.screenshot({ path: info.outputPath('versions.png') })
  await versions.first().check()
  await expect(dialog.getByText('这就是在用的版本。')).toBeVisible()
  await versions.last().check()
  await expect(dialog.getByRole('row', { name: /预约提前量/ })).toContainText('2 天')
  await dialog.getByRole('button', { name: '取回到草稿' }).click()
  await expect(page.getByText('3 处改动尚未保存')).toBeVisible()
  await page.getByRole('button', { name: '查看并保存' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`在用第 ${before.policy_version + 3} 版`)).toBeVisible()
  expect((await api.get<Instrument>(`/instruments/${other}`)).policy).toEqual(before.policy)
})

test('an operator reads the rules and cannot change them', async ({ visit }) => {
  const page = await visit('operator@p01.example')
  await page.goto(address)
  await expect(page.getByText('修改须由平台管理员进行')).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: '预约提前量' })).toBeDisabled()
})

test('the council keeps the holiday calendar, with make-up working days in the year', async ({ visit, isMobile }) => {
  const page = await visit(council)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('/manage/holidays?y=2026')
    await expect(page.getByText('国庆节').first()).toBeVisible()
    await expect_accessible(page, `holidays ${colorScheme}`)
  }
  await page.getByRole('button', { name: '修改' }).click()
  await page.getByRole('textbox', { name: '中文名称' }).first().fill(isMobile ? '元旦节' : '元旦假期')
  await expect_accessible(page, 'editing holidays')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('节假日历已保存')).toBeVisible()
  await expect(page.getByText(isMobile ? '元旦节' : '元旦假期').first()).toBeVisible()
  if (isMobile) await expect_no_sideways_scroll(page, 'holidays')
})
