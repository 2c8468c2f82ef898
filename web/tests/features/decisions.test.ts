import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { undo_window_ms, use_decisions, type Decision } from '@/features/approvals/decisions'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const approve = (...ids: string[]): Decision => ({ action: 'approve', ids, reason: '' })

it('sends a decision when the time to undo it is over', async () => {
  const send = vi.fn().mockResolvedValue(undefined)
  const decisions = use_decisions(send)
  decisions.decide(approve('B1'))
  expect(decisions.pending.value.get('B1')).toBe('approve')
  await vi.advanceTimersByTimeAsync(undo_window_ms - 1)
  expect(send).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(send).toHaveBeenCalledExactlyOnceWith(approve('B1'), false)
  expect(decisions.pending.value.size).toBe(0)
})

it('an undone decision is never sent', async () => {
  const send = vi.fn().mockResolvedValue(undefined)
  const decisions = use_decisions(send)
  decisions.decide(approve('B1'))
  decisions.decide(approve('B2'))
  expect(decisions.undo()?.ids).toEqual(['B2'])
  expect(decisions.undo()?.ids).toEqual(['B1'])
  expect(decisions.undo()).toBeNull()
  await vi.advanceTimersByTimeAsync(2 * undo_window_ms)
  expect(send).not.toHaveBeenCalled()
})

it('what is being sent cannot be undone, and is sent once', async () => {
  let answer = (): void => {}
  const send = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
  const decisions = use_decisions(send)
  decisions.decide(approve('B1'))
  await vi.advanceTimersByTimeAsync(undo_window_ms)
  expect(decisions.undo()).toBeNull()
  expect(decisions.pending.value.has('B1')).toBe(true)
  void decisions.flush(true)
  answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(send).toHaveBeenCalledOnce()
  expect(decisions.pending.value.size).toBe(0)
})

it('leaving the page sends at once what waits', async () => {
  const send = vi.fn().mockResolvedValue(undefined)
  const decisions = use_decisions(send)
  decisions.decide(approve('B1', 'B2'))
  await decisions.flush(true)
  expect(send).toHaveBeenCalledExactlyOnceWith(approve('B1', 'B2'), true)
})
