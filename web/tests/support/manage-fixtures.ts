import type { Appeal, Clearance, Credit, CreditPolicy, HolidayDocument, PolicyVersion, Round, RoundResult } from '@/api/manage-types'
import { instrument } from './fixtures'

export const holidays: HolidayDocument = {
  years: [{ year: 2026, status: 'published', source: '国务院办公厅' }],
  holidays: [{ from: '2026-10-01', to: '2026-10-07', name_zh: '国庆节', name_en: 'National Day' }],
  working_days: [{ date: '2026-10-10', hours_of: null }],
}

const points = { base: 50, preference: 40, priority: 20, waiting: 11, fair_share: 30, turn: 20, urgency: 0, draw: 1, total: 172 }

export const round: Round = {
  id: '1',
  platform_id: 'DEMO-P01',
  instrument_ids: ['DEMO0001'],
  window: { start: '2026-12-07T00:00:00+08:00', end: '2026-12-14T00:00:00+08:00' },
  cut_off: '2026-12-04T12:00:00+08:00',
  status: 'allocated',
  seed: 4193197331,
  terms: { weights: { base: 50, fair_share: 60 }, internal_reserve_percent: 10, answer_hours: 24 },
  created_at: '2026-11-23T08:00:00+08:00',
  opened_by_policy: false,
  requests: 2,
  outcome: { decided_at: '2026-12-04T12:00:00+08:00', requests: 2, granted: 1, lost: 1, value: 172, bound: 172, gap_ppm: 0, solved_by: 'exact', tries: 1 },
  all_shares: { organisation_id: '', organisation_name: '', asked_minutes: 600, won_minutes: 300 },
  shares: [{ organisation_id: 'ORG1', organisation_name: '蓝科新材料', asked_minutes: 600, won_minutes: 300 }],
  may: [],
}

const place = { instrument_id: 'DEMO0001', start: '2026-12-08T09:00:00+08:00', end: '2026-12-08T13:00:00+08:00' }

export const results: RoundResult[] = [
  { booking_id: 'B1', organisation_name: '蓝科新材料', granted: 1, points: 172, explanation: '已分配第 1 选择，得分 172', options: [{ ...place, fate: 'granted', points, competitors: 0, why: '已分配' }], offer: null },
  {
    booking_id: 'B2',
    organisation_name: '北辰',
    granted: null,
    points: 161,
    explanation: '该时段已分配给另外 1 个轮次分更高的申请',
    options: [{ ...place, fate: 'competitors', points: { ...points, total: 161 }, competitors: 1, why: '该时段已分配给另外 1 个申请' }],
    offer: { id: 'O1', ...place, expires_at: '2026-12-05T12:00:00+08:00', status: 'open', origin: 'round', origin_id: 'B2', accessories: [] },
  },
]

export const clearance: Clearance = {
  id: '1',
  gate: 'contract',
  platform_id: 'DEMO-P01',
  user_id: '',
  user_name: '',
  organisation_id: 'ORG1',
  organisation_name: '蓝科新材料',
  valid_from: '2026-01-01T00:00:00+08:00',
  valid_until: '2027-01-01T00:00:00+08:00',
  note: 'HT-2026-118',
}

export const credit: Credit = {
  user_id: 'U1',
  score: 90,
  start_points: 100,
  suspension: { id: 'S1', user_id: 'U1', since: '2026-11-20T00:00:00+08:00', until: '2026-12-20T00:00:00+08:00', reason: '爽约 3 次', lifted_at: null, lift_reason: '' },
  entries: [{ id: 'C1', user_id: 'U1', booking_id: 'B1', instrument_id: 'DEMO0001', cause: 'no_show', points: 10, at: '2026-11-20T10:00:00+08:00', state: 'appealed', appeal: '当日园区停电', decision: '' }],
}

const [appealed] = credit.entries
export const appeal: Appeal = { entry: appealed!, user_name: '李文博', organisation_id: 'ORG1', organisation_name: '蓝科新材料', instrument_name_zh: '核磁共振波谱仪', instrument_name_en: 'NMR Spectrometer', score: 90, start_points: 100 }

export const policy_versions: PolicyVersion[] = [
  { version: 2, since: '2026-11-22T10:00:00+08:00', by: { id: 'U9', name: '周岚' }, policy: instrument.policy },
  { version: 1, since: '2026-11-01T00:00:00+08:00', by: null, policy: { ...instrument.policy, min_notice_minutes: 1440 } },
]

export const credit_policy: CreditPolicy = { start_points: 100, no_show_points: 10, late_cancel_points: 3, late_cancel_minutes: 1440, memory_days: 365, suspensions: [{ cause: 'no_show', times: 3, within_days: 365, suspend_days: 30 }] }
