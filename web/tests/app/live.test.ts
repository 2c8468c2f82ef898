import { QueryClient } from '@tanstack/vue-query'
import { expect, it, vi } from 'vitest'
import { restart_live, stale_keys, start_live, use_live } from '@/app/live'

class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  static all: FakeStream[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    FakeStream.all.push(this)
  }
  close(): void {
    this.readyState = 2
  }
}

it('knows what a change makes stale', () => {
  expect(stale_keys({ topic: 'instrument', id: 'I1', instrument_id: 'I1', kind: 'x' })).toContainEqual(['calendar', 'I1'])
  expect(stale_keys({ topic: 'booking', id: 'B1', instrument_id: 'I1', kind: 'x' })).toEqual(expect.arrayContaining([['bookings'], ['booking', 'B1'], ['calendar', 'I1']]))
  expect(stale_keys({ topic: 'catalogue', id: '', kind: 'x' })).toContainEqual(['instruments'])
})

it('opens one stream, gathers changes, says when it is lost, and closes with the page', async () => {
  vi.stubGlobal('EventSource', FakeStream)
  vi.useFakeTimers()
  const queries = new QueryClient()
  const invalidate = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue()
  start_live(queries)
  const stream = FakeStream.all[0] as FakeStream
  stream.dispatchEvent(new Event('open'))

  const change = JSON.stringify({ topic: 'instrument', id: 'I1', instrument_id: 'I1', kind: 'x' })
  stream.dispatchEvent(new MessageEvent('change', { data: change }))
  stream.dispatchEvent(new MessageEvent('change', { data: change }))
  stream.dispatchEvent(new MessageEvent('change', { data: 'not json' }))
  vi.advanceTimersByTime(300)
  expect(invalidate.mock.calls.map(([filter]) => (filter as { queryKey: unknown[] }).queryKey)).toEqual([
    ['calendar', 'I1'],
    ['instrument', 'I1'],
  ])

  const { lost_since } = use_live()
  stream.readyState = 0
  stream.dispatchEvent(new Event('error'))
  expect(lost_since.value).not.toBeNull()
  stream.dispatchEvent(new Event('open'))
  expect(lost_since.value).toBeNull()

  window.dispatchEvent(new Event('offline'))
  expect(lost_since.value).not.toBeNull()
  window.dispatchEvent(new Event('online'))
  expect(FakeStream.all).toHaveLength(2)
  FakeStream.all[1]?.dispatchEvent(new Event('open'))
  expect(lost_since.value).toBeNull()

  restart_live(queries)
  expect(FakeStream.all).toHaveLength(3)
  expect(stream.readyState).toBe(2)
  window.dispatchEvent(new Event('pagehide'))
  expect(FakeStream.all[2]?.readyState).toBe(2)
  vi.useRealTimers()
})
