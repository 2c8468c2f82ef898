import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/api/types'
import { set_locale } from '@/i18n'
import { violations } from '../support/axe'
import { about, account, booking, calendar, entries, facts, instrument, instruments, no_instruments, page_of, platform, quote, statement } from '../support/fixtures'
import { be, settle, show_page } from '../support/mount'
import { problem, serve, serve_no_network, serve_nothing } from '../support/server'

enableAutoUnmount(afterEach)

const ledger = { entries: 10, accounts: 3, sum_fen: 0, audit_chain: 'ok' }

const credit_entry = { id: 'C1', booking_id: 'B1', instrument_id: 'DEMO0001', cause: 'no_show', points: 10, at: '2026-11-20T09:30:00+08:00', state: 'counted', appeal: '', decision: '' }

const answers: Record<string, unknown> = {
  'GET /about': about,
  'GET /instruments': instruments,
  'GET /instruments/DEMO0001': instrument,
  'GET /instruments/DEMO0001/calendar': calendar,
  'GET /platforms/DEMO-P01': platform,
  'POST /quotes': quote,
  'GET /bookings': page_of([booking]),
  'GET /bookings/B1': booking,
  'GET /bookings/B1/facts': facts,
  'GET /accounts/ORG1': account,
  'GET /accounts/ORG1/entries': entries,
  'GET /statements': page_of([statement]),
  'GET /waitlist': page_of([]),
  'GET /offers': page_of([]),
  'GET /me/credit': { user_id: 'U1', score: 90, start_points: 100, suspension: null, entries: [credit_entry] },
  'GET /statements/ORG1%3A2026-11': statement,
  'GET /ledger/verify': ledger,
}

interface Screen {
  address: string
  as: Role | null
  /** What the loaded page must say. */
  says: string
  /** The first request of the page, and an answer with nothing in it where there can be one. */
  asks: string
  empty?: unknown
  says_empty?: string
}

const screens: Screen[] = [
  { address: '/', as: null, says: '核磁共振波谱仪', asks: 'GET /instruments', empty: no_instruments, says_empty: '没有符合条件的仪器' },
  { address: '/instruments/DEMO0001', as: null, says: '¥420', asks: 'GET /instruments/DEMO0001' },
  { address: '/platforms/DEMO-P01', as: null, says: '结对共建意向', asks: 'GET /platforms/DEMO-P01' },
  { address: '/sign-in', as: null, says: '演示账号', asks: 'GET /about' },
  { address: '/bookings', as: 'member', says: '已确认', asks: 'GET /bookings', empty: page_of([]), says_empty: '没有即将到来的预约' },
  { address: '/bookings/B1', as: 'member', says: '审批通过', asks: 'GET /bookings/B1' },
  { address: '/waitlist', as: 'member', says: '没有候补，也没有邀约', asks: 'GET /waitlist' },
  { address: '/bundle', as: 'member', says: '还没有选仪器', asks: '' },
  { address: '/approvals', as: 'platform_admin', says: '未完成培训', asks: 'GET /bookings', empty: page_of([]), says_empty: '没有待审批的申请' },
  { address: '/today', as: 'operator', says: '开始上机', asks: 'GET /bookings', empty: page_of([]), says_empty: '这一天没有安排' },
  { address: '/account', as: 'member', says: '可用额度', asks: 'GET /accounts/ORG1' },
  { address: '/account', as: 'company_admin', says: '账目明细', asks: 'GET /accounts/ORG1' },
  { address: '/account/ORG1', as: 'finance', says: '登记付款', asks: 'GET /accounts/ORG1' },
  { address: '/statements', as: 'company_admin', says: '2026年11月', asks: 'GET /statements', empty: page_of([]), says_empty: '还没有对账单' },
  { address: '/statements', as: 'finance', says: '总账平衡', asks: 'GET /statements' },
  { address: '/statements/ORG1%3A2026-11', as: 'company_admin', says: '91370211MA3C4D5E6F', asks: 'GET /statements/ORG1%3A2026-11' },
  { address: '/nowhere', as: null, says: '页面不存在', asks: '' },
]

const text = (): string => document.body.textContent ?? ''

describe.each(screens)('$address as $as', (screen) => {
  beforeEach(async () => await be(screen.as))

  it('shows what it is for, without accessibility violations', async () => {
    serve(answers)
    await show_page(screen.address)
    expect(text()).toContain(screen.says)
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

  it.runIf(screen.asks && screen.address !== '/sign-in')('holds its place while it loads', async () => {
    serve_nothing()
    await show_page(screen.address)
    expect(document.querySelector('.skeleton')).not.toBeNull()
    expect(await violations()).toEqual([])
  })

  it.runIf(screen.asks && screen.address !== '/sign-in')('says what failed, with the number of the request, and tries again', async () => {
    let failing = true
    serve({ ...answers, [screen.asks]: () => (failing ? problem(403, 'forbidden') : answers[screen.asks]) })
    await show_page(screen.address)
    expect(text()).toContain('forbidden detail')
    expect(text()).toContain('req-1')
    expect(await violations()).toEqual([])
    failing = false
    document.querySelector<HTMLButtonElement>('[role=alert] button')?.click()
    await settle()
    expect(text()).toContain(screen.says)
  })

  it.runIf(screen.empty !== undefined)('says why there is nothing', async () => {
    serve({ ...answers, [screen.asks]: screen.empty })
    await show_page(screen.address)
    expect(text()).toContain(screen.says_empty)
    expect(await violations()).toEqual([])
  })
})

it('tells a cut line from a refusal', async () => {
  await be(null)
  serve_no_network()
  await show_page('/')
  expect(text()).toContain('连不上服务器')
})
