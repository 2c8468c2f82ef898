import type { Answer } from './operation'
import type { paths } from './schema'

/** How a host keeps its word. Times are minutes; `open` ones count only while the instrument was open. */
export type PlatformRecord = Answer<paths['/api/v1/platforms/{id}/record']['get']>
export type HostRecord = PlatformRecord['instruments'][number]
