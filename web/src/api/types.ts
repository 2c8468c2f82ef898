import type { Answer, Input } from './operation'
import type { paths } from './schema'

/**
 * The JSON of the HTTP contract. Instants are RFC 3339 strings, money is integer fen. What the server's own
 * document describes is taken from it; the rest is written down here.
 */

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

/** Read back, a document has every field: what was left out has its default. */
export type Filled<T> = T extends (infer Item)[] ? Filled<Item>[] : T extends object ? { [Key in keyof T]-?: Filled<T[Key]> } : T

export type Policy = Filled<Input<paths['/api/v1/instruments/{id}/policy']['put']>>
export type Approval = Policy['approval']

export type RateCard = Filled<Input<paths['/api/v1/instruments/{id}/rates']['put']>>[number]
/** Of an institution's own classes each has one of these as its base. */
export type PriceClass = Policy['waitlist_priority'][number]

/** Exactly one of fee_fen and percent. */
export type CancellationFee = Partial<RateCard['cancellation'][number]> & Pick<RateCard['cancellation'][number], 'within_minutes'>

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

export type Price = Booking['quote']
export type PriceLine = Price['lines'][number]

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
  why: 'earlier' | 'later' | 'equivalent' | 'shorter' | 'split'
  why_text: string
  /** Its bookings: two where it is split; then `start`, `end` and `total_fen` are of the first. */
  parts?: { start: Instant; end: Instant; total_fen: Fen }[]
  whole_total_fen?: Fen
  reasons?: { code: string; points: number; amount: number; text: string }[]
}

export type QuoteRequest = Input<paths['/api/v1/quotes']['post']>
export type BookingRequest = Input<paths['/api/v1/bookings']['post']>

/** A series or a bundle, asked for and as it is. */
export type GroupRequest = Input<paths['/api/v1/booking-groups']['post']>
export type BookingGroup = Answer<paths['/api/v1/booking-groups']['post']>
export type ExtendRequest = Input<paths['/api/v1/booking-groups/{id}/extend']['post']>
export type GroupScope = Input<paths['/api/v1/booking-groups/{id}/cancel']['post']>['scope']

export interface Quote extends Price {
  quote_id: string | null
  currency: 'CNY'
  price_class: RateCard['price_class']
  valid_until: Instant
  violations: Violation[]
  taken: boolean
  alternatives: Alternative[]
  approval: Approval
}

export type BookingAction = 'approve' | 'reject' | 'cancel' | 'reschedule' | 'replace' | 'check-in' | 'check-out' | 'no-show' | 'bump'

/** With what the caller may do with it now. */
export type Booking = Omit<Answer<paths['/api/v1/bookings/{id}']['get']>, 'may'> & { may: BookingAction[] }
export type BookingStatus = Booking['status']

export type WaitlistRequest = Input<paths['/api/v1/waitlist']['post']>
export type WaitlistEntry = Answer<paths['/api/v1/waitlist']['post']>

/** What can be booked along with an instrument. */
export type Accessory = Answer<paths['/api/v1/instruments/{id}/accessories']['get']>['items'][number]
export type AccessoryUse = Booking['options']['accessories'][number]

/** Requests that are collected and decided together. */
export type Round = Answer<paths['/api/v1/rounds/{id}']['get']>
export type RoundResult = Answer<paths['/api/v1/rounds/{id}/results']['get']>['items'][number]

/** Time that is held for the caller, whatever made the offer. */
export type Offer = Answer<paths['/api/v1/offers']['get']>['items'][number]

/** A user is asked to start later, so that the one before can go on. */
export type Shift = Answer<paths['/api/v1/shift-proposals']['get']>['items'][number]

export type Credit = Answer<paths['/api/v1/me/credit']['get']>
export type CreditEntry = Credit['entries'][number]
export type CreditPolicy = Filled<Answer<paths['/api/v1/credit-policy']['get']>>

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
  reference: string
  amount_fen: Fen
  lines: PriceLine[]
}

export interface StatementDocument extends Statement {
  lines: StatementLine[]
}

export type LedgerCheck = Answer<paths['/api/v1/ledger/verify']['get']>
export type OrganisationPage = Answer<paths['/api/v1/organisations']['get']>

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
  topic: 'instrument' | 'booking' | 'catalogue' | 'waitlist' | 'round'
  id: string
  instrument_id?: string
  kind: string
}
