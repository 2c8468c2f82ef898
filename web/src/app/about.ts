import { queryOptions, type QueryClient } from '@tanstack/vue-query'
import { get } from '@/api/client'
import { ApiError } from '@/api/problem'
import type { About } from '@/api/types'
import { set_server_now } from '@/lib/now'

export const about_query = () =>
  queryOptions({
    queryKey: ['about'],
    queryFn: async ({ signal }) => {
      const about = await get<About>('/about', {}, signal)
      set_server_now(about.now)
      return about
    },
    staleTime: 5 * 60_000,
  })

/** Without an answer the client runs on its own clock; each page shows its own errors. */
export async function load_about(queries: QueryClient): Promise<void> {
  try {
    await queries.fetchQuery(about_query())
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
