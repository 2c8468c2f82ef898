import type { About, Account, Booking, BookingFacts, Calendar, Instrument, InstrumentPage, Platform, Quote, Session, StatementDocument } from '@/api/types'

export const about: About = {
  version: '0.1.0',
  demo: true,
  now: '2026-11-23T08:00:00+08:00',
  time_zone: 'Asia/Shanghai',
  demo_sign_ins: [{ login: 'member@acme.example', role: 'member', name_zh: '企业成员', name_en: 'Member' }],
  demo_password: 'demo-password',
}

export const instrument: Instrument = {
  id: 'DEMO0001',
  code: 'DEMO0001',
  name_zh: '核磁共振波谱仪',
  name_en: 'NMR Spectrometer',
  model: 'AVANCE NEO 600',
  manufacturer: 'Bruker',
  category_code: '010601',
  category_zh: '分析仪器/波谱仪器/核磁共振波谱仪',
  domains: ['药物研发', '化学分析'],
  specs: '磁场 14.1 T',
  location: '海洋药物楼 B210室',
  commissioned_year: 2020,
  original_value_cny: 6_200_000,
  platform_id: 'DEMO-P01',
  platform_name_zh: '海洋药物平台',
  platform_name_en: 'Marine Drug Platform',
  institution_id: 'DEMO-I01',
  institution_name_zh: '中国海洋大学',
  institution_name_en: 'Ocean University of China',
  institution_short: '海大',
  status: 'available',
  capacity: 1,
  requires_training: false,
  sample_service: true,
  hourly_fen: 42_000,
  academic_hourly_fen: 20_000,
  per_sample_fen: 18_000,
  policy: {
    opening_hours: 'Mon-Fri 08:30-17:30',
    capacity: 1,
    grid_minutes: 15,
    min_minutes: 30,
    max_minutes: 480,
    min_notice_minutes: 0,
    change_notice_minutes: 0,
    cancel_notice_minutes: 0,
    horizon_days: 180,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    own_gap_minutes: 0,
    approval: 'platform_admin',
    approval_above_fen: null,
    requires_training: false,
    check_in_early_minutes: 15,
    no_show_after_minutes: 30,
    forgotten_check_out_minutes: 720,
    offer_minutes: 30,
    replan_answer_minutes: 1440,
    bump_notice_minutes: 1440,
    waitlist_priority: [],
    time_zone: 'Asia/Shanghai',
    max_future_bookings: null,
    max_future_minutes: null,
    quotas: [],
    contention: 'first_come',
    rounds: { window_weeks: 1, cut_off_hours: 48, terms: { weights: { base: 50, preference: 40, enterprise: 20, academic: 10, internal: 10, waiting: 20, fair_share: 60, turn: 20, urgency: 20, draw: 4 }, internal_reserve_percent: 0, answer_hours: 24, repeat_weeks: 0 } },
    closures: [],
    follows_holidays: false,
    gates: [],
  },
  policy_version: 1,
  rates: [
    {
      price_class: 'enterprise',
      basis: 'reserved',
      hourly_fen: 42_000,
      tiers: [],
      bands: [{ days: 'Sat-Sun', from: '00:00', to: '24:00', percent: 120, holds_on: 'any' }],
      daily_fen: null,
      per_use_fen: 0,
      per_sample_fen: 18_000,
      sample_tiers: [],
      staff_hourly_fen: 8_000,
      consumables: [],
      urgent: null,
      training_fen: 0,
      minimum_fen: 0,
      cancellation: [{ within_minutes: 1440, fee_fen: null, percent: 50 }],
      no_show_percent: 100,
      tax_rate_bp: 600,
      valid_from: null,
    },
  ],
  rates_version: 1,
  etag: '"1"',
  next_free: { start: '2026-11-23T09:00:00+08:00', end: '2026-11-23T12:00:00+08:00' },
}

export const instruments: InstrumentPage = {
  items: [instrument],
  next_cursor: null,
  total: 1,
  facets: {
    category: [
      { value: '010000', level: 1, parent: '', name_zh: '分析仪器', count: 1 },
      { value: '010600', level: 2, parent: '010000', name_zh: '波谱仪器', count: 1 },
    ],
    domain: [{ value: '药物研发', count: 1 }],
    institution: [{ value: 'DEMO-I01', name_zh: '中国海洋大学', name_en: 'Ocean University of China', count: 1 }],
    platform: [{ value: 'DEMO-P01', name_zh: '海洋药物平台', name_en: 'Marine Drug Platform', institution_id: 'DEMO-I01', count: 1 }],
    price: [
      { value: '0-10000', min_fen: 0, max_fen: 10_000, count: 0 },
      { value: '10000-', min_fen: 10_000, max_fen: null, count: 1 },
    ],
    sample_service: [{ value: 'true', count: 1 }],
    requires_training: [{ value: 'false', count: 1 }],
    status: [{ value: 'available', count: 1 }],
  },
}

export const no_instruments: InstrumentPage = { ...instruments, items: [], total: 0 }

export const platform: Platform = {
  id: 'DEMO-P01',
  institution_id: 'DEMO-I01',
  institution_name_zh: '中国海洋大学',
  institution_name_en: 'Ocean University of China',
  name_zh: '海洋药物平台',
  name_en: 'Marine Drug Platform',
  industry_domains: ['海洋生物医药'],
  level: '国家级',
  pairing_intention: '面向海洋创新药企业',
  contact: '0532-00000001',
  instruments: 1,
}

export const calendar: Calendar = {
  instrument_id: 'DEMO0001',
  from: '2026-11-23T00:00:00+08:00',
  to: '2026-11-30T00:00:00+08:00',
  spans: [
    { start: '2026-11-23T00:00:00+08:00', end: '2026-11-23T08:30:00+08:00', kind: 'closed' },
    { start: '2026-11-23T17:30:00+08:00', end: '2026-11-24T00:00:00+08:00', kind: 'closed' },
    { start: '2026-11-23T10:00:00+08:00', end: '2026-11-23T11:00:00+08:00', kind: 'booked' },
    { start: '2026-11-23T14:00:00+08:00', end: '2026-11-23T15:00:00+08:00', kind: 'booked', booking_id: 'B1', mine: true, status: 'approved' },
    { start: '2026-11-25T09:00:00+08:00', end: '2026-11-25T10:00:00+08:00', kind: 'booked', booking_id: 'B7', title: '赵磊 · 北极星', status: 'requested' },
    { start: '2026-11-24T09:00:00+08:00', end: '2026-11-24T10:00:00+08:00', kind: 'outage', title: '离子源清洗' },
  ],
}

export const quote: Quote = {
  quote_id: 'Q1',
  lines: [{ code: 'reserved_time', description: '预约机时', quantity: 60, unit: 'minute', unit_fen: 42_000, per: 60, percent: 100, amount_fen: 42_000, rule: '小时价 ¥420.00', corrected_at: null }],
  total_fen: 42_000,
  currency: 'CNY',
  price_class: 'enterprise',
  valid_until: '2026-11-23T09:00:00+08:00',
  violations: [],
  taken: false,
  alternatives: [],
  approval: 'platform_admin',
}

export const booking: Booking = {
  id: 'B1',
  instrument_id: 'DEMO0001',
  instrument_name_zh: '核磁共振波谱仪',
  instrument_name_en: 'NMR Spectrometer',
  platform_id: 'DEMO-P01',
  institution_id: 'DEMO-I01',
  user_id: 'U1',
  user_name: '李文博',
  organisation_id: 'ORG1',
  organisation_name: '蓝科新材料',
  start: '2026-11-23T14:00:00+08:00',
  end: '2026-11-23T15:00:00+08:00',
  status: 'approved',
  purpose: '合金样品成分分析',
  samples: 2,
  options: { accessories: [], staff_minutes: 0, consumables: [], urgent: false, training: false },
  group_id: null,
  price_class: 'enterprise',
  quote: { lines: quote.lines, total_fen: 42_000 },
  charge: null,
  provisional: false,
  usage: null,
  created_at: '2026-11-22T10:00:00+08:00',
  reason: '',
  policy_version: 1,
  rates_version: 1,
  etag: '"1"',
  may: ['cancel', 'reschedule', 'check-in', 'no-show'],
  history: [
    { at: '2026-11-22T10:00:00+08:00', kind: 'booking_requested', actor_name: '李文博', reason: '' },
    { at: '2026-11-22T11:00:00+08:00', kind: 'booking_approved', actor_name: '平台管理员', reason: '' },
  ],
}

export const facts: BookingFacts = {
  training: { required: true, held: false, valid_until: null },
  account: { balance_fen: 10_000, held_fen: 5_000, credit_limit_fen: 1_000_000, available_fen: 985_000 },
  history: { completed: 3, no_shows: 1, cancelled: 0, upcoming: 2 },
  neighbours: [{ booking_id: 'B9', start: '2026-11-23T09:00:00+08:00', end: '2026-11-23T10:00:00+08:00', status: 'approved', organisation_name: '北辰', user_name: '赵' }],
  competing: [{ booking_id: 'B8', start: '2026-11-23T14:30:00+08:00', end: '2026-11-23T15:30:00+08:00', status: 'requested', organisation_name: '北辰', user_name: '赵' }],
  price: { total_fen: 42_000 },
}

export const account: Account = { organisation_id: 'ORG1', name: '蓝科新材料', balance_fen: 10_000, held_fen: 5_000, credit_limit_fen: 1_000_000, available_fen: 985_000 }

export const entries = {
  items: [{ id: 'E1', at: '2026-11-22T11:00:00+08:00', kind: 'hold' as const, amount_fen: 42_000, booking_id: 'B1', instrument_name_zh: '核磁', instrument_name_en: 'NMR', reference: '' }],
  next_cursor: null,
  total: 1,
}

export const statement: StatementDocument = {
  id: 'ORG1:2026-11',
  organisation_id: 'ORG1',
  organisation_name: '蓝科新材料',
  credit_code: '91370211MA3C4D5E6F',
  month: '2026-11',
  opening_fen: 0,
  charges_fen: 42_000,
  payments_fen: 0,
  closing_fen: 42_000,
  lines: [
    {
      at: '2026-11-23T15:00:00+08:00',
      kind: 'charge',
      booking_id: 'B1',
      instrument_name_zh: '核磁共振波谱仪',
      instrument_name_en: 'NMR Spectrometer',
      platform_name_zh: '海洋药物平台',
      platform_name_en: 'Marine Drug Platform',
      start: booking.start,
      end: booking.end,
      user_name: '李文博',
      reference: '',
      amount_fen: 42_000,
      lines: quote.lines,
    },
  ],
}

export const page_of = <T>(items: T[]) => ({ items, next_cursor: null, total: items.length })

export function session(role: Session['user']['roles'][number]['role']): Session {
  return {
    user: {
      id: `U-${role}`,
      login: `${role}@example`,
      name: '李文博',
      email: `${role}@example`,
      organisation_id: 'ORG1',
      organisation_name: '蓝科新材料',
      organisation_kind: 'enterprise',
      roles: [{ role, scope: '' }],
    },
    csrf_token: 'csrf-1',
  }
}
