import { describe, expect, it } from 'vitest'
import type { Span } from '@/api/types'
import { from_instant } from '@/lib/time'
import { blocks_of, free_gaps, free_until, is_free, length_options, place, range_at, range_between, start_options, visible_hours, type Rules } from '@/schedule/geometry'

const at = (clock: string, day = '2026-11-23'): number => from_instant(`${day}T${clock}:00+08:00`)
const day = at('00:00')
const span = (start: string, end: string, kind: Span['kind'] = 'booked', title?: string): Span => ({
  start: `2026-11-23T${start}:00+08:00`,
  end: end === '24:00' ? '2026-11-24T00:00:00+08:00' : `2026-11-23T${end}:00+08:00`,
  kind,
  title,
})
const rules: Rules = { grid: 15, shortest: 30, longest: 480, capacity: 1 }
const office = [span('00:00', '08:30', 'closed'), span('17:30', '24:00', 'closed')]

describe('what is free', () => {
  it('refuses an overlap and allows what only touches', () => {
    const blocks = blocks_of([...office, span('10:00', '11:00')])
    expect(is_free(blocks, 1, { start: at('09:00'), end: at('10:00') })).toBe(true)
    expect(is_free(blocks, 1, { start: at('11:00'), end: at('12:00') })).toBe(true)
    expect(is_free(blocks, 1, { start: at('10:45'), end: at('11:45') })).toBe(false)
    expect(is_free(blocks, 1, { start: at('08:00'), end: at('09:00') })).toBe(false)
  })

  it('counts lanes: a second booking fits beside the first, a third does not', () => {
    const blocks = blocks_of([span('10:00', '12:00'), span('11:00', '13:00')])
    expect(blocks.map((block) => block.lane)).toEqual([0, 1])
    expect(is_free(blocks, 2, { start: at('10:00'), end: at('11:00') })).toBe(true)
    expect(is_free(blocks, 2, { start: at('10:30'), end: at('11:30') })).toBe(false)
    expect(is_free(blocks, 3, { start: at('10:30'), end: at('11:30') })).toBe(true)
  })

  it('lets bookings of one lane that follow each other share it', () => {
    const blocks = blocks_of([span('10:00', '11:00'), span('11:00', '12:00')])
    expect(blocks.map((block) => block.lane)).toEqual([0, 0])
    expect(is_free(blocks, 2, { start: at('10:00'), end: at('12:00') })).toBe(true)
  })

  it('an outage takes every lane, a buffer one', () => {
    expect(is_free(blocks_of([span('10:00', '11:00', 'outage')]), 5, { start: at('10:00'), end: at('10:15') })).toBe(false)
    const buffer = blocks_of([span('10:00', '11:00', 'closed', 'buffer')])
    expect(buffer[0]?.kind).toBe('buffer')
    expect(is_free(buffer, 2, { start: at('10:00'), end: at('10:15') })).toBe(true)
  })

  it('finds the end of a free stretch and the gaps of a day', () => {
    const blocks = blocks_of([...office, span('10:00', '11:00'), span('11:15', '12:00')])
    expect(free_until(blocks, 1, at('09:00'), at('18:00'))).toBe(at('10:00'))
    expect(free_until(blocks, 1, at('10:30'), at('18:00'))).toBe(at('10:30'))
    expect(free_gaps(blocks, 1, { start: day, end: day + 1440 }, 30)).toEqual([
      { start: at('08:30'), end: at('10:00') },
      { start: at('12:00'), end: at('17:30') },
    ])
  })
})

describe('what is drawn', () => {
  it('shows whole hours around the opening time', () => {
    expect(visible_hours(blocks_of(office), [day])).toEqual({ from: 480, to: 1080 })
    expect(visible_hours([], [day])).toEqual({ from: 0, to: 1440 })
  })

  it('falls back to office hours where nothing is open', () => {
    expect(visible_hours(blocks_of([span('00:00', '24:00', 'closed')]), [day])).toEqual({ from: 480, to: 1080 })
  })

  it('places a range as shares of its column and clips what is outside', () => {
    const hours = { from: 480, to: 1080 }
    expect(place({ start: at('08:00'), end: at('13:00') }, day, hours)).toEqual({ top: 0, height: 0.5 })
    expect(place({ start: at('00:00'), end: at('07:00') }, day, hours)).toBeNull()
  })
})

describe('what is chosen', () => {
  const blocks = blocks_of([...office, span('10:00', '11:00')])

  it('one touch takes an hour from the grid line below, or less where less is free', () => {
    expect(range_at(blocks, rules, at('09:07'), 60)).toEqual({ start: at('09:00'), end: at('10:00') })
    expect(range_at(blocks, rules, at('09:20'), 60)).toEqual({ start: at('09:15'), end: at('10:00') })
    expect(range_at(blocks, rules, at('09:45'), 60)).toBeNull()
  })

  it('a drag works in both directions and keeps to the shortest and the longest', () => {
    expect(range_between(rules, at('12:00'), at('12:50'))).toEqual({ start: at('12:00'), end: at('13:00') })
    expect(range_between(rules, at('13:00'), at('12:00'))).toEqual({ start: at('12:00'), end: at('13:15') })
    expect(range_between(rules, at('12:00'), at('12:05'))).toEqual({ start: at('12:00'), end: at('12:30') })
    expect(range_between({ ...rules, longest: 60 }, at('12:00'), at('16:00')).end).toBe(at('13:00'))
  })

  it('offers the open starts, those that are taken or past marked', () => {
    const options = start_options(blocks, rules, day, at('09:00'))
    expect(options[0]).toEqual({ at: at('08:30'), free: false })
    expect(options.find((option) => option.at === at('09:00'))?.free).toBe(true)
    expect(options.find((option) => option.at === at('09:45'))?.free).toBe(false)
    expect(options.at(-1)?.at).toBe(at('17:15'))
  })

  it('offers lengths until the next booking, coarser as they grow', () => {
    expect(length_options(blocks, rules, at('09:00'), day + 1440)).toEqual([30, 45, 60])
    const long = length_options([], { ...rules, longest: 2880 }, at('09:00'), day + 4 * 1440)
    expect(long.length).toBeLessThan(100)
    expect(long.at(-1)).toBe(2880)
  })
})
