import { expect, it } from 'vitest'
import { ApiError } from '@/api/problem'
import { Intention } from '@/lib/idempotency'

it('keeps its key while the same request is tried again', () => {
  const intention = new Intention()
  const first = intention.key_for({ start: 1 })
  expect(intention.key_for({ start: 1 })).toBe(first)
})

it('takes another key for another request, and after a success', () => {
  const intention = new Intention()
  const first = intention.key_for({ start: 1 })
  const second = intention.key_for({ start: 2 })
  expect(second).not.toBe(first)
  intention.done()
  expect(intention.key_for({ start: 2 })).not.toBe(second)
})

it('takes another key after a refusal, and keeps it where no answer came', () => {
  const intention = new Intention()
  const first = intention.key_for({ start: 1 })
  intention.failed(new ApiError({ title: '', status: 503, code: 'overloaded' }))
  expect(intention.key_for({ start: 1 })).toBe(first)
  intention.failed(new ApiError({ title: '', status: 409, code: 'slot_taken' }))
  expect(intention.key_for({ start: 1 })).not.toBe(first)
})
