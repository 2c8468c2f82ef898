import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Alternative, BookingRequest, QuoteRequest } from '@/api/types'

/** What could be had instead of a wish that a rule refuses. */
export const alternatives_query = ({ instrument_id, start, end, samples, options }: QuoteRequest) => {
  const query = { instrument_id, start, end, samples, staff_minutes: options?.staff_minutes }
  return queryOptions({ queryKey: ['alternatives', query], queryFn: ({ signal }) => get<{ items: Alternative[] }>('/alternatives', query, signal) })
}

type Visit = Pick<Alternative, 'start' | 'end'>

/** The bookings that an alternative consists of: two where it is split. */
export const visits_of = (place: Alternative): Visit[] => (place.parts?.length ? place.parts : [place])

/** Percent dearer, or cheaper where it is negative; 0 where the price hardly differs. */
export const price_change = (place: Alternative): number => place.reasons?.find((reason) => reason.code === 'price')?.amount ?? 0

/** A split alternative as a bundle of its visits: the samples are measured in the first, staff helps in each. */
export function visits_as_bookings(place: Alternative, wish: BookingRequest): BookingRequest[] {
  return visits_of(place).map(({ start, end }, index) => {
    const { samples, options, purpose } = wish
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
    const kept = options && {
      ...(options.staff_minutes ? { staff_minutes: minutes } : {}),
      ...(options.accessories?.length && place.instrument_id === wish.instrument_id ? { accessories: options.accessories } : {}),
    }
    return { instrument_id: place.instrument_id, start, end, purpose, ...(samples && index === 0 ? { samples } : {}), ...(kept ? { options: kept } : {}) }
  })
}
