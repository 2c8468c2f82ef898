import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { request } from '@/api/client'
import type { Booking, BookingRequest } from '@/api/types'
import { Intention } from '@/lib/idempotency'
import { act_on_booking } from './queries'

/** `agreed_fen`: the price that was shown of another place for a booking that lost its own. */
type BookingOrPlace = BookingRequest & { agreed_fen?: number }

/** Books, moves a booking, or takes another place for one that lost its own; each attempt keeps its key until its data change or it succeeds. */
export function use_book(moved: () => Booking | undefined) {
  const queries = useQueryClient()
  const intention = new Intention()

  return useMutation({
    mutationFn: ({ agreed_fen, ...body }: BookingOrPlace) => {
      const booking = moved()
      const key = intention.key_for([booking?.id, body, agreed_fen])
      if (!booking) return request<Booking>('POST', '/bookings', { body, idempotency_key: key })
      const target = { start: body.start, end: body.end, instrument_id: body.instrument_id }
      if (booking.status !== 'displaced') return act_on_booking(booking.id, 'reschedule', target, key)
      return act_on_booking(booking.id, 'replace', { ...target, agreed_fen }, key)
    },
    onSuccess: () => intention.done(),
    onError: (error) => intention.failed(error),
    onSettled: (_booking, _error, body) => {
      void queries.invalidateQueries({ queryKey: ['calendar', body.instrument_id] })
      void queries.invalidateQueries({ queryKey: ['bookings'] })
      void queries.invalidateQueries({ queryKey: ['quote'] })
      if (moved()) void queries.invalidateQueries({ queryKey: ['booking', moved()?.id] })
    },
  })
}
