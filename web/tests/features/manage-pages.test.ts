import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/api/types'
import { set_locale } from '@/i18n'
import { violations } from '../support/axe'
import { about, booking, instrument, instruments, no_instruments, page_of, platform, quote } from '../support/fixtures'
import { appeal, clearance, credit, credit_policy, policy_versions, holidays, results, round } from '../support/manage-fixtures'
import { be, settle, show_page } from '../support/mount'
import { problem, serve, serve_nothing } from '../support/server'

enableAutoUnmount(afterEach)

const answers: Record<string, unknown> = {
  'GET /about': about,
  'GET /instruments': instruments,
  'GET /instruments/DEMO0001': instrument,
  'GET /holidays': holidays,
  'GET /platforms': page_of([platform]),
  'GET /rounds': page_of([round]),
  'GET /clearances': page_of([clearance]),
  'GET /users/U1/credit': credit,
  'GET /credit/appeals': page_of([appeal]),
  'GET /instruments/DEMO0001/policy/versions': page_of(policy_versions),
  'GET /credit-policy': credit_policy,
  'POST /quotes': { ...quote, violations: [{ rule: 'max_length', message: '每次预约最多 4 小时', params: {} }] },
  'GET /rounds/1': round,
  'GET /rounds/1/results': page_of(results),
  'GET /rounds/2': { ...round, id: '2', status: 'collecting', outcome: null, may: ['cancel', 'allocate'] },
  'GET /bookings': page_of([{ ...booking, start: '2026-12-08T09:00:00+08:00', end: '2026-12-08T10:00:00+08:00', status: 'requested', competing: 2 }]),
}

interface Screen {
  address: string
  as: Role
  says: string
  asks: string
  empty?: unknown
  says_empty?: string
}

const screens: Screen[] = [
  { address: '/manage', as: 'platform_admin', says: '核磁共振波谱仪', asks: 'GET /instruments', empty: no_instruments, says_empty: '没有找到仪器' },
  { address: '/manage/instruments/DEMO0001/rules', as: 'platform_admin', says: '每次预约至少', asks: 'GET /instruments/DEMO0001' },
  { address: '/manage/instruments/DEMO0001/rules', as: 'operator', says: '修改须由平台管理员进行', asks: 'GET /instruments/DEMO0001' },
  { address: '/manage/holidays?y=2026', as: 'secretariat', says: '国庆节', asks: 'GET /holidays', empty: { years: [], holidays: [], working_days: [] }, says_empty: '2026 年还没有节假日' },
  { address: '/rounds', as: 'member', says: '第 1 轮', asks: 'GET /rounds', empty: page_of([]), says_empty: '没有分配轮次' },
  { address: '/rounds/1', as: 'platform_admin', says: '该时段已分配给另外 1 个轮次分更高的申请', asks: 'GET /rounds/1' },
  { address: '/rounds/2', as: 'platform_admin', says: '与 2 条竞争', asks: 'GET /rounds/2' },
  { address: '/manage/clearances', as: 'operator', says: 'HT-2026-118', asks: 'GET /clearances', empty: page_of([]), says_empty: '还没有准入许可' },
  { address: '/manage/credit?user=U1', as: 'platform_admin', says: '当日园区停电', asks: 'GET /users/U1/credit' },
  { address: '/manage/credit', as: 'secretariat', says: '1 条申诉等待决定', asks: 'GET /bookings', empty: page_of([]), says_empty: '没有信用记录' },
  { address: '/manage/credit/policy', as: 'secretariat', says: '每位用户从', asks: 'GET /credit-policy' },
  { address: '/manage/instruments/DEMO0001/book', as: 'platform_admin', says: '豁免：最长时长', asks: 'GET /instruments/DEMO0001' },
]

const text = (): string => document.body.textContent ?? ''

describe.each(screens)('$address as $as', (screen) => {
  beforeEach(async () => await be(screen.as))

  it('shows what it is for, without accessibility violations', async () => {
    serve(answers)
    await show_page(screen.address)
    await vi.waitFor(() => expect(text()).toContain(screen.says), { timeout: 5_000 })
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(await violations()).toEqual([])
  })

  it('speaks English', async () => {
    serve(answers)
    await set_locale('en')
    await show_page(screen.address)
    expect(document.querySelector('h1')?.textContent).toBeTruthy()
    expect(text()).not.toMatch(/\b[a-z_]+\.[a-z]+_[a-z_]+\b/)
    expect(await violations()).toEqual([])
    await set_locale('zh-CN')
  })

  it('holds its place while it loads', async () => {
    serve_nothing()
    await show_page(screen.address)
    expect(document.querySelector('.skeleton')).not.toBeNull()
    expect(await violations()).toEqual([])
  })

  it('says what failed, with the number of the request, and tries again', async () => {
    let failing = true
    serve({ ...answers, [screen.asks]: () => (failing ? problem(403, 'forbidden') : answers[screen.asks]) })
    await show_page(screen.address)
    expect(text()).toContain('forbidden detail')
    expect(text()).toContain('req-1')
    failing = false
    document.querySelector<HTMLButtonElement>('[role=alert] button')?.click()
    await settle()
    await vi.waitFor(() => expect(text()).toContain(screen.says), { timeout: 5_000 })
  })

  it.runIf(screen.empty !== undefined)('says why there is nothing', async () => {
    serve({ ...answers, [screen.asks]: screen.empty })
    await show_page(screen.address)
    expect(text()).toContain(screen.says_empty)
    expect(await violations()).toEqual([])
  })
})

it('shows who changed the rules, what differs from those in force, and takes an old version into the draft', async () => {
  await be('platform_admin')
  serve({ ...answers, 'GET /instruments/DEMO0001': { ...instrument, policy_version: 2 } })
  await show_page('/manage/instruments/DEMO0001/rules')
  const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
  await vi.waitFor(() => expect(button('历史版本')).toBeDefined())
  button('历史版本').click()
  await vi.waitFor(() => expect(text()).toContain('周岚 保存'), { timeout: 5_000 })
  expect(text()).toContain('随仪器目录导入')
  expect(document.querySelector('[role=dialog] table')?.textContent).toContain('预约提前量')
  expect(document.querySelector('[role=dialog] table')?.textContent).toContain('1 天')
  expect(await violations()).toEqual([])
  button('取回到草稿').click()
  await vi.waitFor(() => expect(text()).toContain('1 处改动尚未保存'))
})

it('decides an appeal from the list of those that wait', async () => {
  await be('platform_admin')
  const calls = serve({ ...answers, 'POST /credit/C1/decide': { ...appeal.entry, state: 'forgiven' } })
  await show_page('/manage/credit')
  const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.trim() === name) as HTMLButtonElement
  await vi.waitFor(() => expect(text()).toContain('当日园区停电'))
  button('免除扣分').click()
  await vi.waitFor(() => expect(document.querySelector('[role=dialog] textarea')).not.toBeNull(), { timeout: 5_000 })
  const field = document.querySelector('[role=dialog] textarea') as HTMLTextAreaElement
  field.value = '停电属实'
  field.dispatchEvent(new Event('input'))
  document.querySelector('[role=dialog] form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
  expect(calls.find((call) => call.path === '/credit/C1/decide')?.body).toEqual({ forgive: true, reason: '停电属实' })
})
