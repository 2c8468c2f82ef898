import { queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import { as_problem } from '@/api/problem'
import type { Booking, Instrument, Page, Shift } from '@/api/types'
import { Intention } from '@/lib/idempotency'
import { snap, type Block } from '@/schedule/geometry'
import { from_instant, to_instant, type Minutes } from '@/lib/time'

/** A use is extended by at most this. */
const extension_max: Minutes = 12 * 60

const fetch_shifts = (signal: AbortSignal): Promise<Page<Shift>> => get<Page<Shift>>('/shift-proposals', {}, signal)

/** Who asked learns of the answer only because the instrument's calendar changed, so it is kept under that. */
export const shifts_at_query = (instrument_id: string) => queryOptions({ queryKey: ['calendar', instrument_id, 'shifts'], queryFn: ({ signal }) => fetch_shifts(signal) })

/** All that concern one's bookings. */
export const shifts_query = () => queryOptions({ queryKey: ['bookings', 'shifts'], queryFn: ({ signal }) => fetch_shifts(signal) })

/** The booking that comes behind a use and stands in its way within the longest extension. */
export function next_behind(blocks: Block[], use: Pick<Booking, 'id' | 'end'>): Block | undefined {
  const end = from_instant(use.end)
  return blocks.find((block) => block.kind === 'booked' && block.booking_id !== use.id && block.start >= end && block.start < end + extension_max)
}

/** The ends on the grid that need the next one's word: each would run into it, buffers included. */
export function ends_to_ask(next: Block, use: Pick<Booking, 'end'>, policy: Instrument['policy'], now: Minutes): Minutes[] {
  const booked = from_instant(use.end)
  const clear = next.start - policy.buffer_before_minutes - policy.buffer_after_minutes
  const grid = policy.grid_minutes
  const first = snap(Math.max(booked, now, clear), grid) + grid
  const count = Math.max(0, Math.floor((booked + extension_max - first) / grid) + 1)
  return Array.from({ length: count }, (_, step) => first + step * grid)
}

/** A repeated press is the same intention. */
function use_shift_call<Input>(call: (input: Input) => { path: string; body: object }) {
  const queries = useQueryClient()
  const intention = new Intention()
  return useMutation({
    mutationFn: (input: Input) => {
      const { path, body } = call(input)
      return request<Shift>('POST', path, { body, idempotency_key: intention.key_for([path, body]) })
    },
    onSuccess: () => intention.done(),
    onError: (error) => intention.failed(error),
    onSettled: () => {
      for (const key of [['bookings'], ['booking'], ['calendar']]) void queries.invalidateQueries({ queryKey: key })
    },
  })
}

/** Asks the user of the next booking to start later, so that this use may go on until `end`. */
export const use_ask_for_shift = () =>
  use_shift_call(({ booking_id, end }: { booking_id: string; end: Minutes }) => ({ path: `/bookings/${encodeURIComponent(booking_id)}/shift-proposal`, body: { end: to_instant(end) } }))

interface ShiftAnswer {
  id: string
  answer: 'accept' | 'decline'
  /** Where starting later is dearer and who is asked agreed to that. */
  agreed_fen?: number
}

export const use_shift_answer = () =>
  use_shift_call(({ id, answer, agreed_fen }: ShiftAnswer) => ({ path: `/shift-proposals/${encodeURIComponent(id)}/${answer}`, body: agreed_fen === undefined ? {} : { agreed_fen } }))

/** What starting later would cost, where the server wants the user's word for that first. */
export function dearer_fen(error: unknown): number | undefined {
  const refused = error ? as_problem(error).violations?.find((violation) => violation.rule === 'dearer') : undefined
  return refused && Number(refused.params.new_fen)
}
