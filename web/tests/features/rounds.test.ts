import { describe, expect, it } from 'vitest'
import { check_round, round_input, usual_round } from '@/features/rounds/open-round'
import { DAY, parse_local } from '@/lib/time'

const now = parse_local('2026-11-25T10:00') ?? 0

describe('opening a round', () => {
  const whole = { ...usual_round(now), platform: 'DEMO-P01', instruments: ['DEMO0001'] }

  it('starts from the week after next, cut off on the Friday before', () => {
    expect(round_input(whole)).toMatchObject({ window: { start: '2026-12-07T00:00:00+08:00', end: '2026-12-14T00:00:00+08:00' }, cut_off: '2026-12-04T12:00:00+08:00' })
    expect(check_round(whole, now)).toEqual([])
  })

  it('says what is missing or out of order', () => {
    expect(check_round(usual_round(now), now)).toEqual(['no_platform'])
    expect(check_round({ ...whole, instruments: [], end: whole.start }, now)).toEqual(['no_instruments', 'end_before_start'])
    expect(check_round({ ...whole, end: whole.start + 93 * DAY, cut_off: now }, now)).toEqual(['too_long', 'cut_off_past'])
    expect(check_round({ ...whole, cut_off: whole.start + 60, internal_reserve_percent: 101, answer_hours: null, weights: { base: 2000 } }, now)).toEqual(['cut_off_late', 'reserve', 'answer', 'weights'])
  })
})
