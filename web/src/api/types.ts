/** The JSON of the HTTP contract. Instants are RFC 3339 strings, money is integer fen. */

export type Instant = string
export type Fen = number

export interface Page<T> {
  items: T[]
  next_cursor: string | null
  total: number
}

export type Role =
  | 'visitor'
  | 'member'
  | 'company_admin'
  | 'operator'
  | 'platform_admin'
  | 'institution_admin'
  | 'finance'
  | 'secretariat'
  | 'system_admin'

export interface User {
  id: string
  login: string
  name: string
  email: string
  organisation_id: string
  organisation_name: string
  organisation_kind: 'enterprise' | 'institution' | 'council'
  roles: { role: Role; scope: string }[]
}

export interface Session {
  user: User
  csrf_token: string
}

export interface About {
  version: string
  demo: boolean
  now: Instant
  time_zone: string
  demo_sign_ins: { login: string; role: Role; name_zh: string; name_en: string }[]
  demo_password: string | null
}

export type Approval = 'none' | 'operator' | 'platform_admin' | 'institution_admin'

export interface Policy {
  opening_hours: string
  capacity: number
  grid_minutes: number
  min_minutes: number
  max_minutes: number
  min_notice_minutes: number
  change_notice_minutes: number
  cancel_notice_minutes: number
  horizon_days: number
  buffer_before_minutes: number
  buffer_after_minutes: number
  own_gap_minutes: number
  approval: Approval
  approval_above_fen: Fen | null
  requires_training: boolean
  check_in_early_minutes: number
  no_show_after_minutes: number
}

export type PriceClass = 'enterprise' | 'academic' | 'internal'

export interface CancellationFee {
  within_minutes: number
  fee_fen?: Fen | null
  percent?: number | null
}

export interface RateCard {
  price_class: PriceClass
  basis: 'reserved' | 'used' | 'greater' | 'union'
  hourly_fen: Fen
  tiers: { from_minutes: number; hourly_fen: Fen }[]
  bands: { days: string; from: string; to: string; percent: number }[]
  daily_fen: Fen | null
  per_use_fen: Fen
  per_sample_fen: Fen
  staff_hourly_fen: Fen
  minimum_fen: Fen
  cancellation: CancellationFee[]
  no_show_percent: number
  tax_rate_bp: number
}

export interface FreeSlot {
  start: Instant
  end: Instant
}

export type InstrumentStatus = 'available' | 'out_of_service' | 'retired'

export interface Instrument {
  id: string
  code: string
  name_zh: string
  name_en: string
  model: string
  manufacturer: string
  category_code: string
  category_zh: string
  domains: string[]
  specs: string
  location: string
  commissioned_year: number | null
  original_value_cny: number | null
  platform_id: string
  platform_name_zh: string
  platform_name_en: string
  institution_id: string
  institution_name_zh: string
  institution_name_en: string
  institution_short: string
  status: InstrumentStatus
  capacity: number
  requires_training: boolean
  sample_service: boolean
  hourly_fen: Fen
  academic_hourly_fen: Fen | null
  per_sample_fen: Fen | null
  policy: Policy
  policy_version: number
  rates: RateCard[]
  rates_version: number
  etag: string
  next_free?: FreeSlot | null
}

export interface Facets {
  category: { value: string; level: number; parent: string; name_zh: string; count: number }[]
  domain: { value: string; count: number }[]
  institution: { value: string; name_zh: string; name_en: string; count: number }[]
  platform: { value: string; name_zh: string; name_en: string; institution_id: string; count: number }[]
  price: { value: string; min_fen: Fen; max_fen: Fen | null; count: number }[]
  sample_service: { value: 'true' | 'false'; count: number }[]
  requires_training: { value: string; count: number }[]
  status: { value: InstrumentStatus; count: number }[]
}

export interface InstrumentPage extends Page<Instrument> {
  facets: Facets
}

export interface Platform {
  id: string
  institution_id: string
  institution_name_zh: string
  institution_name_en: string
  name_zh: string
  name_en: string
  industry_domains: string[]
  level: string
  pairing_intention: string
  contact: string
  instruments: number
}

export interface Span {
  start: Instant
  end: Instant
  kind: 'booked' | 'outage' | 'closed' | 'held'
  booking_id?: string | null
  title?: string | null
  status?: BookingStatus | null
  mine?: boolean
}

export interface Calendar {
  instrument_id: string
  from: Instant
  to: Instant
  spans: Span[]
}

export interface PriceLine {
  code: string
  description: string
  quantity: number
  unit: string
  unit_fen: Fen
  percent: number
  amount_fen: Fen
}

export interface Price {
  lines: PriceLine[]
  total_fen: Fen
}

export interface Violation {
  rule: string
  message: string
  params: Record<string, unknown>
}

export interface Alternative {
  instrument_id: string
  instrument_name_zh: string
  instrument_name_en: string
  institution_short: string
  start: Instant
  end: Instant
  total_fen: Fen
  why: 'earlier' | 'later' | 'equivalent'
  why_text: string
}

export interface BookingOptions {
  staff_minutes?: number
}

export interface QuoteRequest {
  instrument_id: string
  start: Instant
  end: Instant
  samples?: number
  options?: BookingOptions
}

export interface Quote extends Price {
  quote_id: string | null
  currency: 'CNY'
  price_class: PriceClass
  valid_until: Instant
  violations: Violation[]
  taken: boolean
  alternatives: Alternative[]
  approval: Approval
}

export interface BookingRequest extends QuoteRequest {
  purpose: string
  quote_id?: string
}

export type BookingStatus =
  | 'requested'
  | 'approved'
  | 'in_use'
  | 'completed'
  | 'settled'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'no_show'
  | 'displaced'

export type BookingAction = 'approve' | 'reject' | 'cancel' | 'reschedule' | 'check-in' | 'check-out' | 'no-show'

export interface HistoryEntry {
  at: Instant
  kind: string
  actor_name: string
  reason: string
}

export interface Booking {
  id: string
  instrument_id: string
  instrument_name_zh: string
  instrument_name_en: string
  platform_id: string
  institution_id: string
  user_id: string
  user_name: string
  organisation_id: string
  organisation_name: string
  start: Instant
  end: Instant
  status: BookingStatus
  purpose: string
  samples: number
  options: { staff_minutes: number }
  price_class: PriceClass
  quote: Price
  charge: Price | null
  usage: { start: Instant; end: Instant | null; samples: number; note: string } | null
  created_at: Instant
  reason: string
  policy_version: number
  rates_version: number
  etag: string
  may: BookingAction[]
  history?: HistoryEntry[]
}

export interface Neighbour {
  booking_id: string
  start: Instant
  end: Instant
  status: BookingStatus
  organisation_name: string
  user_name: string
}

export interface BookingFacts {
  training: { required: boolean; held: boolean; valid_until: Instant | null }
  account: { balance_fen: Fen; held_fen: Fen; credit_limit_fen: Fen; available_fen: Fen }
  history: { completed: number; no_shows: number; cancelled: number; upcoming: number }
  neighbours: Neighbour[]
  competing: Neighbour[]
  price: { total_fen: Fen }
}

export interface BatchResult {
  results: { id: string; ok: boolean; status: BookingStatus | null; problem: Problem | null }[]
  ok: number
  failed: number
}

export interface Account {
  organisation_id: string
  name: string
  balance_fen: Fen
  held_fen: Fen
  credit_limit_fen: Fen
  available_fen: Fen
}

export interface AccountEntry {
  id: string
  at: Instant
  kind: 'hold' | 'hold_release' | 'charge' | 'payment' | 'credit_note'
  amount_fen: Fen
  booking_id: string | null
  instrument_name_zh: string
  instrument_name_en: string
  reference: string
}

export interface Statement {
  id: string
  organisation_id: string
  organisation_name: string
  credit_code: string
  month: string
  opening_fen: Fen
  charges_fen: Fen
  payments_fen: Fen
  closing_fen: Fen
}

export interface StatementLine {
  at: Instant
  kind: AccountEntry['kind']
  booking_id: string | null
  instrument_name_zh: string
  instrument_name_en: string
  platform_name_zh: string
  platform_name_en: string
  start: Instant | null
  end: Instant | null
  user_name: string
  amount_fen: Fen
  lines: PriceLine[]
}

export interface StatementDocument extends Statement {
  lines: StatementLine[]
}

export interface LedgerCheck {
  entries: number
  accounts: number
  sum_fen: Fen
  audit_chain: string
}

export interface Problem {
  type?: string
  title: string
  status: number
  detail?: string
  code: string
  errors?: { field: string; code: string; message: string }[]
  violations?: Violation[]
  alternatives?: Alternative[]
  request_id?: string
}

export interface ChangeEvent {
  topic: 'instrument' | 'booking' | 'catalogue'
  id: string
  instrument_id?: string
  kind: string
}
