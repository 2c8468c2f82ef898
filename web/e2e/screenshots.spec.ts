import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './server'

// The pictures of the README, from the real thing: `UPDATE_SCREENSHOTS=1 npm run e2e -- screenshots`.

test.use({ story: 'screenshots' })

const folder = path.resolve(import.meta.dirname, '../screenshots')
const largest_bytes = 150_000

test('takes the pictures of the README', async ({ visit, server, isMobile }) => {
  test.skip(isMobile || !process.env.UPDATE_SCREENSHOTS, 'only when asked for')
  mkdirSync(folder, { recursive: true })
  const admin = await server.as('admin@p01.example')
  await admin.change_policy('DEMO0002', { approval: 'none', requires_training: false })
  const [acme, borealis] = [await server.as('member@acme.example'), await server.as('member@borealis.example')]
  const day = (date: number, from: string, to: string): [string, string] => [`2026-11-${date}T${from}:00+08:00`, `2026-11-${date}T${to}:00+08:00`]
  for (const slot of [day(23, '10:00', '12:00'), day(24, '09:00', '10:30'), day(24, '14:00', '17:00'), day(25, '13:00', '15:00'), day(27, '09:30', '12:00')]) await borealis.book('DEMO0002', ...slot)
  for (const slot of [day(23, '14:00', '16:00'), day(26, '09:00', '11:30')]) await acme.book('DEMO0002', ...slot)

  const page = await visit('member@acme.example')
  await page.setViewportSize({ width: 1200, height: 720 })
  await page.goto('/instruments/DEMO0002')
  await expect(page.locator('.block.mine').first()).toBeVisible()
  await page.screenshot({ path: path.join(folder, 'instrument.png') })
  await page.goto('/?q=液质联用')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.screenshot({ path: path.join(folder, 'catalogue.png') })
  for (const name of ['instrument.png', 'catalogue.png']) expect(statSync(path.join(folder, name)).size).toBeLessThan(largest_bytes)
})
