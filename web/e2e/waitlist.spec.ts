import { expect, test } from './server'
import { expect_accessible } from './checks'

// Journey 4, second half: what is taken is waited for, and when it becomes free it is held for who waits.

const holder = 'member@acme.example'
const waiter = 'member@borealis.example'
const instrument = 'DEMO0002'

test.beforeAll(async ({ server }) => {
  await (await server.as('admin@p01.example')).change_policy(instrument, { approval: 'none', requires_training: false })
})

test('one holds, another joins the waitlist, and sees and accepts the offer without reloading', async ({ visit, server, isMobile }, info) => {
  const [start, end] = isMobile ? ['2026-12-08T13:00', '2026-12-08T15:00'] : ['2026-12-07T13:00', '2026-12-07T15:00']
  const taken = await (await server.as(holder)).book(instrument, `${start}:00+08:00`, `${end}:00+08:00`)
  const page = await visit(waiter)
  await page.goto(`/instruments/${instrument}?d=${start.slice(0, 10)}&book=${start}/${end}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('实验内容').fill('候补测试')
  await page.screenshot({ path: info.outputPath('join.png') })
  await dialog.getByRole('button', { name: '加入候补' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: '已加入候补' })).toBeVisible()

  await page.goto('/bookings')
  await page.getByRole('link', { name: '候补与邀约' }).click()
  await expect(page.getByRole('region', { name: '候补中' })).toContainText('第 1 位')
  await expect_accessible(page, 'waiting')
  await page.screenshot({ path: info.outputPath('waiting.png') })

  await (await server.as(holder)).post(`/bookings/${taken.id}/cancel`, { reason: '计划有变' })
  const offer = page.getByRole('region', { name: '等您答复的邀约' })
  await expect(offer).toContainText('13:00–15:00')
  await expect(offer).toContainText(/还剩 (29|30) 分钟/)
  await expect(page.getByText('有一个时段为您保留')).toBeVisible()
  await expect_accessible(page, 'offered')
  await page.screenshot({ path: info.outputPath('offered.png') })

  await offer.getByRole('button', { name: '接受并预约' }).click()
  await expect(page.getByRole('region', { name: '已结束' })).toContainText('已接受邀约')
  await expect(offer).toBeHidden()
  const mine = await (await server.as(waiter)).get<{ items: { start: string; status: string }[] }>('/bookings?scope=mine&status=approved')
  expect(mine.items.map((booking) => booking.start)).toContain(`${start}:00+08:00`)
})
