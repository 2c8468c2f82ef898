import type { Booking, Offer, Page as Listed } from '../src/api/types'
import { expect_accessible, expect_no_sideways_scroll } from './checks'
import { expect, test } from './server'

// A contested instrument: wishes in order, who competes, the result with its reasons, and a counter-offer taken.

test.use({ story: 'contest' })

const [wanted, second] = ['DEMO0002', 'DEMO0003']
const people = ['member@acme.example', 'member@borealis.example', 'admin@acme.example']
const at = (day: string, time: string): string => `2026-11-${day}T${time}:00+08:00`

test.beforeAll(async ({ server }) => {
  const admin = await server.as('admin@p01.example')
  for (const instrument of [wanted, second]) {
    await admin.change_policy(instrument, { approval: 'platform_admin', requires_training: false, contention: 'collect', opening_hours: 'Mon-Sun 00:00-24:00', min_minutes: 30 })
  }
})

test('asks with a second choice, sees the competition, is told the result, and the loser takes the counter-offer', async ({ visit, server, isMobile }) => {
  const days = isMobile ? (['30', '29'] as const) : (['26', '25'] as const)
  const window = { start: at(days[0], '00:00'), end: at(days[0], '23:00') }
  await (await server.as('admin@p01.example')).post('/rounds', { platform_id: 'DEMO-P01', instrument_ids: [wanted, second], window, cut_off: at(days[1], '12:00') })

  const page = await visit(people[0] as string)
  await page.goto(`/instruments/${wanted}?book=2026-11-${days[0]}T10:00/2026-11-${days[0]}T12:00`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('这台仪器先收集申请，再统一分配。')).toBeVisible()
  await dialog.getByLabel('实验内容').fill('纯度分析')
  await dialog.getByRole('button', { name: '加一个备选' }).click()
  await dialog.getByRole('combobox', { name: '仪器' }).selectOption(second)
  await dialog.getByLabel('有最晚完成时刻').check()
  const deadline = dialog.getByRole('textbox', { name: '最晚完成的时刻' })
  await deadline.fill('11:00')
  await deadline.press('Tab')
  await expect(dialog.getByText('早于第一选择的结束')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /提交预约/ })).toBeDisabled()
  await deadline.fill('18:00')
  await deadline.press('Tab')
  await expect_accessible(page, 'contested dialog')
  await dialog.getByRole('button', { name: /提交预约/ }).click()
  await page.getByRole('link', { name: '查看' }).click()
  const contest = page.getByRole('region', { name: '统一分配' })
  await expect(contest).toContainText('目前没有其他申请与您竞争。')
  await expect(contest).toContainText('第 2 选择')
  await expect(contest).toContainText(/最晚须在 .+ 18:00 前完成/)
  await expect_no_sideways_scroll(page, 'competing')

  for (const login of people.slice(1)) await (await server.as(login)).book(wanted, at(days[0], '10:00'), at(days[0], '12:00'))
  await expect(contest).toContainText('2 个其他申请与您竞争同一时段。')
  await server.set_clock(at(days[1], '12:00'))
  await expect(page.getByRole('region', { name: '分配结果' })).toContainText(/已满足|首选已满足/)
  await expect_accessible(page, 'result')

  const offers = await Promise.all(people.map(async (login) => ({ login, offer: (await (await server.as(login)).get<Listed<Offer>>('/offers')).items[0] })))
  const loser = offers.find(({ offer }) => offer)
  const theirs = await visit(loser?.login ?? '')
  await theirs.goto('/bookings')
  await theirs.getByRole('link', { name: '有 1 个为您保留的时段等您答复' }).click()
  const offer = theirs.getByRole('region', { name: '等您答复的邀约' })
  await expect(offer).toContainText('您的申请未能在统一分配中满足')
  await expect_accessible(theirs, 'counter-offer')
  await offer.getByRole('link', { name: '看申请和结果' }).click()
  const result = theirs.getByRole('region', { name: '分配结果' })
  await expect(result).toContainText('本轮未能满足。')
  await result.getByRole('button', { name: '接受并预约' }).click()
  await expect(theirs.getByText(/已为您约上/)).toBeVisible()
  const booked = await (await server.as(loser?.login ?? '')).get<Listed<Booking>>('/bookings?scope=mine')
  expect(booked.items.map((booking) => booking.start)).toContain(loser?.offer?.start)
})
