import type { paths } from './schema'

type Json<Operation> = Operation extends { responses: { '2XX': { content: { 'application/json': infer Body } } } } ? Body : never

/** How a host keeps its word. Times are minutes; `open` ones count only while the instrument was open. */
export type PlatformRecord = Json<paths['/api/v1/platforms/{id}/record']['get']>
export type HostRecord = PlatformRecord['instruments'][number]
