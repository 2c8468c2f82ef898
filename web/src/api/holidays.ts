import { queryOptions } from '@tanstack/vue-query'
import { get_versioned } from './client'
import type { HolidayDocument } from './manage-types'

/** Public holidays and make-up working days, for all instruments that follow them. */
export const holidays_query = () =>
  queryOptions({ queryKey: ['holidays'], queryFn: ({ signal }) => get_versioned<HolidayDocument>('/holidays', signal), staleTime: 600_000 })
