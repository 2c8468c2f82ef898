import { describe, expect, it } from 'vitest'
import { is_waivable, waiver_body } from '@/booking/waiver'
import { validity } from '@/features/clearances/validity'
import { axis_of, part_of, tally, ticks_of } from '@/features/outages/board'
import { check_credit_policy } from '@/features/standing/check'
import type { Displaced, Replan } from '@/api/replan-types'
import { date_text, parse_local } from '@/lib/time'
import { credit_policy } from '../support/manage-fixtures'

const now = parse_local('2026-11-25T10:00') ?? 0

it('says where a clearance stands', () => {
  const of = (valid_from: string, valid_until: string | null) => validity({ valid_from: `${valid_from}T00:00:00+08:00`, valid_until: valid_until && `${valid_until}T00:00:00+08:00` }, now)
  expect([of('2026-01-01', null), of('2026-01-01', '2027-06-01'), of('2026-01-01', '2026-12-20'), of('2026-01-01', '2026-11-25'), of('2026-12-01', null)]).toEqual(['valid', 'valid', 'ending', 'ended', 'coming'])
})

it('sends a waiver only where rules are set aside, and knows those that never are', () => {
  expect(waiver_body({ rules: [], reason: 'x' })).toEqual({})
  expect(waiver_body({ rules: ['quota'], reason: ' 主任同意 ' })).toEqual({ waive: ['quota'], waive_reason: '主任同意' })
  expect([is_waivable('quota'), is_waivable('past_start')]).toEqual([true, false])
})

it('checks the credit policy', () => {
  expect(check_credit_policy(credit_policy)).toEqual([])
  expect(check_credit_policy({ ...credit_policy, start_points: 0, suspensions: [{ cause: 'no_show', times: 0, within_days: 1, suspend_days: 1 }] })).toEqual(['start_points', 'suspensions[0]'])
})

describe('the timeline of a breakdown', () => {
  const old = { instrument_id: 'A', instrument_name_zh: '', instrument_name_en: '', institution_short: '', start: '2026-11-25T14:00:00+08:00', end: '2026-11-25T16:00:00+08:00', total_fen: 0 }
  const row = (answer: Displaced['answer'], proposal: Displaced['proposal']): Displaced => ({ booking_id: '1', user_name: '', organisation_name: '', purpose: '', cause: 'outage', reason: '', outage_id: null, displaced_at: null, old, proposal, answer, new_booking_id: null, may: [] })
  const proposal = { ...old, start: '2026-11-27T09:00:00+08:00', end: '2026-11-27T11:00:00+08:00' } as NonNullable<Displaced['proposal']>
  const view: Replan = { outage: { id: null, instrument_id: 'A', start: '2026-11-25T12:00:00+08:00', end: '2026-12-30T12:00:00+08:00', reason: '' }, displaced: [row('waiting', proposal), row('unplaced', null)], plan: null }

  it('shows whole days from the first old place to the last new one, not the whole outage', () => {
    const axis = axis_of(view)
    expect([date_text(axis.start), date_text(axis.end)]).toEqual(['2026-11-25', '2026-11-28'])
    expect(ticks_of(axis)).toHaveLength(3)
    expect(part_of(old, axis).from).toBeCloseTo(14 / 72)
    expect(part_of(view.outage, axis).from).toBeCloseTo(12 / 72)
    expect(part_of(view.outage, axis).length).toBeCloseTo(60 / 72)
  })

  it('counts the answers', () => {
    expect(tally(view.displaced)).toEqual([
      { answer: 'waiting', count: 1 },
      { answer: 'unplaced', count: 1 },
    ])
  })
})
