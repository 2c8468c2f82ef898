import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// Every main page, light and dark: accessible, nothing sideways, nothing refused by the content policy.

test.use({ story: 'pages' })

const pages: { address: string; as: string | null; ready: string }[] = [
  { address: '/', as: null, ready: 'article' },
  { address: '/instruments/DEMO0002', as: null, ready: '[role=application]' },
  { address: '/instruments/DEMO0002?book=2026-11-27T09:00/2026-11-27T10:00', as: 'member@acme.example', ready: '[role=dialog] table' },
  { address: '/platforms/DEMO-P01', as: null, ready: 'article' },
  { address: '/sign-in', as: null, ready: '.people button' },
  { address: '/bookings', as: 'member@acme.example', ready: '.booking' },
  { address: '/waitlist', as: 'member@acme.example', ready: '.empty, .list' },
  { address: '/bundle', as: 'member@acme.example', ready: '.empty' },
  { address: '/approvals', as: 'admin@p01.example', ready: '.request' },
  { address: '/today?d=2026-11-25', as: 'operator@p01.example', ready: '.item' },
  { address: '/account', as: 'admin@acme.example', ready: '.figures' },
  { address: '/statements', as: 'finance@council.example', ready: '.ledger [role=status]' },
  { address: '/nowhere', as: null, ready: '.empty' },
]

test.beforeAll(async ({ server }) => {
  const admin = await server.as('admin@p01.example')
  const member = await server.as('member@acme.example')
  await admin.change_policy('DEMO0002', { approval: 'none', requires_training: false })
  await admin.change_policy('DEMO0014', { approval: 'platform_admin', requires_training: false, min_minutes: 60 })
  await member.book('DEMO0002', '2026-11-25T09:00:00+08:00', '2026-11-25T11:00:00+08:00')
  await member.book('DEMO0014', '2026-11-25T09:00:00+08:00', '2026-11-25T11:00:00+08:00')
})

for (const { address, as, ready } of pages) {
  test(`${address} as ${as ?? 'visitor'}`, async ({ visit, isMobile }) => {
    const page = await visit(as)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(address)
      await expect(page.locator(ready).first()).toBeVisible()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      await expect_accessible(page, `${address} ${colorScheme}`)
    }
    if (!isMobile) return
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 780 })
      await expect_no_sideways_scroll(page, `${address} at ${width}`)
    }
  })
}

test('the content policy holds and is strict', async ({ page }) => {
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("style-src 'self';")
  expect(policy).not.toContain('unsafe')
  await page.goto('/instruments/DEMO0002')
  await page.getByRole('button', { name: '预约机时' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('says that it is offline, and catches up', async ({ page, context }) => {
  await page.goto('/instruments/DEMO0002')
  await expect(page.getByRole('application')).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/离线，数据截至/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/离线，数据截至/)).toBeHidden({ timeout: 20_000 })
})
