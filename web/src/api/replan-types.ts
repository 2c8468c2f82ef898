import type { Answer as AnswerOf } from './operation'
import type { paths } from './schema'

/** What an outage displaces, and where it could go: as the server's own document describes it. */

export type Replan = AnswerOf<paths['/api/v1/outages/{id}/replan']['get']>
export type Displaced = AnswerOf<paths['/api/v1/bookings/{id}/replan']['get']>
export type Place = Displaced['old']
export type Proposal = NonNullable<Displaced['proposal']>
export type Answer = Displaced['answer']
export type Outage = AnswerOf<paths['/api/v1/instruments/{id}/outages']['get']>['items'][number]
