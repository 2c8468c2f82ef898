import { queryOptions, useMutation, useQueryClient } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Booking, Offer, Page } from '@/api/types'
import { Intention } from '@/lib/idempotency'

/** One's open offers of every origin. */
export const offers_query = () => queryOptions({ queryKey: ['offers'], queryFn: ({ signal }) => get<Page<Offer>>('/offers', {}, signal) })

/** Those of the waitlist are answered with their entry. */
export const of_other_origin = (offers: Offer[]): Offer[] => offers.filter((offer) => offer.origin !== 'waitlist')

interface OfferAnswer {
  offer: Pick<Offer, 'id' | 'instrument_id' | 'origin_id'>
  answer: 'accept' | 'decline'
  /** What the user agreed to pay where the place is dearer than the one that was lost. */
  agreed_fen?: number
}

/** A repeated press is the same intention. */
export function use_offer_answer() {
  const queries = useQueryClient()
  const intention = new Intention()

  return useMutation({
    mutationFn: ({ offer, answer, agreed_fen }: OfferAnswer) => {
      const body = agreed_fen === undefined ? {} : { agreed_fen }
      return request<Booking | Offer>('POST', `/offers/${encodeURIComponent(offer.id)}/${answer}`, { body, idempotency_key: intention.key_for([offer.id, answer, body]) })
    },
    onSettled: (_result, _error, { offer }) => {
      intention.done()
      for (const key of [['offers'], ['waitlist'], ['bookings'], ['booking', offer.origin_id], ['replan', offer.origin_id], ['round-results'], ['calendar', offer.instrument_id]]) {
        void queries.invalidateQueries({ queryKey: key })
      }
    },
  })
}
