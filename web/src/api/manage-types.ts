import type { Answer, Input } from './operation'
import type { paths } from './schema'
import type { Filled, Page, Policy, Round, RoundResult } from './types'

/** What those who run instruments read and write, as the server's own document describes it. */

export type Quota = Policy['quotas'][number]
export type Gate = Policy['gates'][number]
export type Closure = Policy['closures'][number]
export type Weekday = NonNullable<Quota['week_starts']>

export interface Preset {
  id: string
  name_zh: string
  name_en: string
  source: string
  note_zh: string
  note_en: string
  policy: Policy
}

/** The rules as somebody saved them; nobody where they came with the inventory. */
export type PolicyVersion = Filled<Answer<paths['/api/v1/instruments/{id}/policy/versions']['get']>['items'][number]>

export type HolidayDocument = Answer<paths['/api/v1/holidays']['get']>

export type Clearance = Answer<paths['/api/v1/clearances']['get']>['items'][number]
export type ClearanceInput = Input<paths['/api/v1/clearances']['post']>

export type RoundInput = Input<paths['/api/v1/rounds']['post']>
export type RoundTerms = Round['terms']
export type RoundStatus = Round['status']
export type RoundOption = RoundResult['options'][number]
export interface RoundPreview {
  dry_run: true
  outcome: Round['outcome']
  results: RoundResult[]
}

export type Credit = Answer<paths['/api/v1/users/{id}/credit']['get']>
export type CreditEntry = Credit['entries'][number]
/** An appeal that waits for a decision. */
export type Appeal = Answer<paths['/api/v1/credit/appeals']['get']>['items'][number]

export type CreditPolicy = Required<Answer<paths['/api/v1/credit-policy']['get']>>
export type SuspensionThreshold = Required<NonNullable<CreditPolicy['suspensions']>[number]>

/** The rules of an instrument. */
export type Rules = Policy

export type { Page, Round, RoundResult }
