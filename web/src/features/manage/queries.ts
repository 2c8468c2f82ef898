import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { InstrumentPage } from '@/api/types'

export interface OwnFilter {
  q?: string
  platform?: string
  institution?: string
  cursor?: string
}

/** The instruments of one's platform or institution, by the catalogue's own search. */
export const own_instruments_query = (filter: OwnFilter) =>
  queryOptions({ queryKey: ['instruments', 'own', filter], queryFn: ({ signal }) => get<InstrumentPage>('/instruments', { ...filter, limit: 50 }, signal) })
