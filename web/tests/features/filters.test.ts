import { expect, it } from 'vitest'
import { address_of, api_query, filter_of, is_empty, toggled } from '@/features/catalogue/filters'
import { from_instant } from '@/lib/time'

const now = from_instant('2026-11-25T09:07:00+08:00')

it('keeps everything in the address and reads it back', () => {
  const query = { q: '电镜', category: '010100', domain: 'a,b', sample_service: 'true', requires_training: 'false', max_hourly_fen: '30000', free_from: '2026-11-26', free_until: '2026-11-28', free_minutes: '240', sort: 'price' }
  const filter = filter_of(query)
  expect(filter.domain).toEqual(['a', 'b'])
  const address = Object.fromEntries(Object.entries(address_of(filter)).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]))
  expect(address).toEqual(query)
  expect(address_of(filter_of({}))).toEqual(address_of({ ...filter_of({}), sort: 'relevance' }))
})

it('ignores what nobody could have chosen', () => {
  const filter = filter_of({ sort: 'random', max_hourly_fen: '-3', free_from: 'tomorrow', free_minutes: 'x', q: ['a', 'b'] })
  expect(is_empty(filter)).toBe(true)
  expect(filter.sort).toBe('relevance')
})

it('asks for a window from now to the end of the last day', () => {
  const query = api_query(filter_of({ free_minutes: '60', free_from: '2026-11-25', free_until: '2026-11-28' }), now)
  expect(query.free_from).toBe('2026-11-25T09:00:00+08:00')
  expect(query.free_until).toBe('2026-11-29T00:00:00+08:00')
})

it('fills in an open window and never asks backwards', () => {
  const open = api_query(filter_of({ free_minutes: '60' }), now)
  expect(open.free_until).toBe('2026-12-02T00:00:00+08:00')
  const backwards = api_query(filter_of({ free_minutes: '60', free_from: '2026-11-30', free_until: '2026-11-26' }), now)
  expect(backwards.free_until).toBe('2026-12-01T00:00:00+08:00')
})

it('sends no window where no length is asked for', () => {
  const query = api_query(filter_of({ free_from: '2026-11-25' }), now)
  expect(query.free_from).toBeUndefined()
})

it('adds and removes a choice', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
