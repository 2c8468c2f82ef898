import { queryOptions } from '@tanstack/vue-query'
import { get } from './client'
import type { InstrumentPage, Page, Platform } from './types'

const most = 200

/** The instruments of a platform: what names, choices and timelines need. */
export const platform_instruments_query = (platform: string) =>
  queryOptions({ queryKey: ['instruments', 'platform', platform], queryFn: ({ signal }) => get<InstrumentPage>('/instruments', { platform, limit: most }, signal), enabled: platform !== '', staleTime: 300_000 })

export const platforms_query = () => queryOptions({ queryKey: ['platform', 'all'], queryFn: ({ signal }) => get<Page<Platform>>('/platforms', { limit: most }, signal), staleTime: 300_000 })
