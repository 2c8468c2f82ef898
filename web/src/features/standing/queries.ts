import { queryOptions } from '@tanstack/vue-query'
import { get, get_versioned, request } from '@/api/client'
import type { Appeal, Credit, CreditEntry, CreditPolicy, Page } from '@/api/manage-types'
import type { Booking } from '@/api/types'

export const credit_query = (user: string) =>
  queryOptions({ queryKey: ['bookings', 'credit', user], queryFn: ({ signal }) => get<Credit>(`/users/${encodeURIComponent(user)}/credit`, {}, signal) })

/** The credit of several at once, in their order; under "bookings", so that each decision marks it as stale. */
export const credits_query = (users: string[]) =>
  queryOptions({
    queryKey: ['bookings', 'credit', 'all', users],
    queryFn: ({ signal }) => Promise.all(users.map((user) => get<Credit>(`/users/${encodeURIComponent(user)}/credit`, {}, signal).catch(() => undefined))),
    enabled: users.length > 0,
  })

const appeals_shown = 50

/** Those that the caller may decide, the oldest first. */
export const appeals_query = () => queryOptions({ queryKey: ['bookings', 'credit', 'appeals'], queryFn: ({ signal }) => get<Page<Appeal>>('/credit/appeals', { limit: appeals_shown }, signal) })

export const credit_policy_query = () => queryOptions({ queryKey: ['credit-policy'], queryFn: ({ signal }) => get_versioned<CreditPolicy>('/credit-policy', signal) })

export interface Person {
  id: string
  name: string
  organisation: string
}

/** Who missed or took back a booking of one's instruments: whose credit there is something to say about. */
export const persons_query = (scope: 'platform' | 'institution') =>
  queryOptions({
    queryKey: ['bookings', 'credit-persons', scope],
    queryFn: async ({ signal }) => {
      const page = await get<Page<Booking>>('/bookings', { scope, status: 'no_show,cancelled', sort: '-start', limit: 200 }, signal)
      const persons = new Map<string, Person>(page.items.map((booking) => [booking.user_id, { id: booking.user_id, name: booking.user_name, organisation: booking.organisation_name }]))
      return [...persons.values()]
    },
  })

export const decide_entry = (entry: CreditEntry, forgive: boolean, reason: string): Promise<CreditEntry> =>
  request<CreditEntry>('POST', `/credit/${encodeURIComponent(entry.id)}/decide`, { body: { forgive, reason }, idempotency_key: crypto.randomUUID() })

export const lift_suspension = (id: string, reason: string): Promise<void> => request<void>('POST', `/suspensions/${encodeURIComponent(id)}/lift`, { body: { reason }, idempotency_key: crypto.randomUUID() })
