import { queryOptions } from '@tanstack/vue-query'
import { get, request } from '@/api/client'
import type { Clearance, ClearanceInput, Page } from '@/api/manage-types'
import type { Booking } from '@/api/types'

export const clearances_query = (platform: string) =>
  queryOptions({ queryKey: ['clearances', platform], queryFn: ({ signal }) => get<Page<Clearance>>('/clearances', { platform, limit: 200 }, signal), enabled: platform !== '' })

/** Who has booked on the platform: those whom a clearance is usually for. */
export const customers_query = (platform: string) =>
  queryOptions({
    queryKey: ['bookings', 'customers', platform],
    queryFn: async ({ signal }) => {
      const page = await get<Page<Booking>>('/bookings', { scope: 'platform', sort: '-start', limit: 200 }, signal)
      const organisations = new Map(page.items.filter((booking) => booking.platform_id === platform).map((booking) => [booking.organisation_id, booking.organisation_name]))
      return [...organisations].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    enabled: platform !== '',
  })

export const grant_clearance = (input: ClearanceInput, idempotency_key: string): Promise<Clearance> => request<Clearance>('POST', '/clearances', { body: input, idempotency_key })

export const withdraw_clearance = (id: string): Promise<void> => request<void>('DELETE', `/clearances/${encodeURIComponent(id)}`, { idempotency_key: crypto.randomUUID() })
