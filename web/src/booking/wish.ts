import type { AccessoryUse, Instrument, QuoteRequest } from '@/api/types'
import { from_instant, to_instant, type Minutes } from '@/lib/time'

/** What a booking asks for besides the instrument and its time. */
export interface Extras {
  samples: number
  wants_staff: boolean
  accessories: AccessoryUse[]
}

export const no_extras = (): Extras => ({ samples: 0, wants_staff: false, accessories: [] })

export const takes_samples = (instrument: Instrument): boolean => instrument.sample_service || (instrument.per_sample_fen ?? 0) > 0
export const offers_staff = (instrument: Instrument): boolean => instrument.rates.some((card) => card.staff_hourly_fen > 0)

/** The wish as the server is asked; nothing is named that is not wanted. */
export function wish_of(instrument_id: string, start: Minutes, length: number, extras: Extras): QuoteRequest {
  const options = {
    ...(extras.wants_staff ? { staff_minutes: length } : {}),
    ...(extras.accessories.length ? { accessories: extras.accessories } : {}),
  }
  return {
    instrument_id,
    start: to_instant(start),
    end: to_instant(start + length),
    ...(extras.samples > 0 ? { samples: extras.samples } : {}),
    ...(Object.keys(options).length ? { options } : {}),
  }
}

/** Of a wish or of a booking, which says more of its options. */
export function extras_of(wish: { samples?: QuoteRequest['samples']; options?: Pick<NonNullable<QuoteRequest['options']>, 'staff_minutes' | 'accessories'> | null }): Extras {
  return { samples: wish.samples ?? 0, wants_staff: (wish.options?.staff_minutes ?? 0) > 0, accessories: wish.options?.accessories ?? [] }
}

export const length_of = (wish: { start: string; end: string }): number => from_instant(wish.end) - from_instant(wish.start)
