import type { paths } from './schema'

/** What an outage displaces, and where it could go: as the server's own document describes it. */

type Json<Operation> = Operation extends { responses: { '2XX': { content: { 'application/json': infer Body } } } } ? Body : never

export type Replan = Json<paths['/api/v1/outages/{id}/replan']['get']>
export type Displaced = Json<paths['/api/v1/bookings/{id}/replan']['get']>
export type Place = Displaced['old']
export type Proposal = NonNullable<Displaced['proposal']>
export type Answer = Displaced['answer']
export type Outage = Json<paths['/api/v1/instruments/{id}/outages']['get']>['items'][number]
