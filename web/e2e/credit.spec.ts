import type { CreditPolicy } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A no-show takes points; its user reads why, and appeals; a suspension is said where one wants to book.

test.use({ story: 'credit' })

const instrument = 'DEMO0002'
const member = 'member@borealis.example'

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false, opening_hours: 'Mon-Sun 00:00-24:00', no_show_after_minutes: 30 })
})

test('shows the score with its entry, takes an appeal, and says in the dialog that booking is suspended', async ({ visit, server, isMobile }) => {
  const council = await server.as('secretariat@council.example')
  const policy = await council.get<CreditPolicy>('/credit-policy')
  await council.put('/credit-policy', { ...policy, suspensions: [{ cause: 'no_show', times: 1, within_days: 365, suspend_days: 30 }] }, '*')
  const [before, after] = isMobile ? ['2026-12-29', '2026-12-31'] : ['2026-11-25', '2026-11-27']
  await (await server.as(member)).book(instrument, `${before}T09:00:00+08:00`, `${before}T11:00:00+08:00`)
  await server.set_clock(`${before}T12:00:00+08:00`)

  const page = await visit(member)
  await page.goto('/account')
  const card = page.getByRole('region', { name: '我的信用分' })
  await expect(card.getByTestId('credit-score')).toHaveText('90')
  await expect(card).toContainText('暂停预约至')
  await expect_accessible(page, 'credit')
  await expect_no_sideways_scroll(page, 'credit')
  await card.getByRole('button', { name: '申诉' }).first().click()
  await page.getByLabel('为什么不应扣分').fill('当天仪器故障，无法上机')
  await page.getByRole('button', { name: '提交申诉' }).click()
  await expect(card.getByRole('listitem').first()).toContainText('申诉中')
  await expect(card).toContainText('当天仪器故障，无法上机')

  await page.goto(`/instruments/${instrument}?book=${after}T09:00/${after}T11:00`)
  await expect(page.getByRole('dialog').getByTestId('violations')).toContainText('暂停')
})
