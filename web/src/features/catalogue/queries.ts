import { infiniteQueryOptions } from '@tanstack/vue-query'
import { get, type Query } from '@/api/client'
import type { InstrumentPage } from '@/api/types'

const page_size = 24

export const instruments_query = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['instruments', filter],
    queryFn: ({ pageParam, signal }) => get<InstrumentPage>('/instruments', { ...filter, limit: page_size, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 60_000,
  })
