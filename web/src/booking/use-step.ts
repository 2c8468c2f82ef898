import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { Booking, BookingAction } from '@/api/types'
import { act_on_booking, type ActionBody } from './queries'
import { Intention } from '@/lib/idempotency'

interface Step {
  booking: Booking
  action: BookingAction
  body: ActionBody
}

/** One step of a booking at the instrument; a repeated press is the same intention. */
export function use_step() {
  const queries = useQueryClient()
  const intentions = new Map<string, Intention>()

  function intention_for(step: Step): Intention {
    const name = `${step.booking.id}/${step.action}`
    const known = intentions.get(name) ?? new Intention()
    intentions.set(name, known)
    return known
  }

  return useMutation({
    mutationFn: (step: Step) => act_on_booking(step.booking.id, step.action, step.body, intention_for(step).key_for(step.body)),
    onSuccess: (_booking, step) => intention_for(step).done(),
    onSettled: (_booking, _error, step) => {
      void queries.invalidateQueries({ queryKey: ['bookings'] })
      void queries.invalidateQueries({ queryKey: ['booking', step.booking.id] })
    },
  })
}
