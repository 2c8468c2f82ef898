import { QueryClient } from '@tanstack/vue-query'
import { ApiError } from '@/api/problem'

/** Server state lives here: fresh for a while, because the live stream says when it is not. */
export function create_query_client(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        refetchOnWindowFocus: true,
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.is_transient,
        retryDelay: 700,
      },
      mutations: {
        networkMode: 'always',
        // Every mutation carries an idempotency key, so one silent retry over a broken line is safe.
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
        retryDelay: 700,
      },
    },
  })
}
