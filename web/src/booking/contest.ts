import { queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Instrument, Page, Round, RoundResult } from '@/api/types'
import { from_instant, to_instant, type Minutes } from '@/lib/time'
import type { Range } from '@/schedule/geometry'

/** Requests for such an instrument compete; a round, or the platform by hand, decides. */
export const is_contested = (instrument: Instrument | undefined): boolean => instrument?.policy.contention === 'collect'

/** The server takes so many wishes beside the first. */
export const alternatives_max = 7

/** A wish beside the first, in the order of preference. */
export interface Choice {
  instrument_id: string
  start: Minutes
  length: number
}

const rounds_limit = 100

export const rounds_query = (platform: string, status: Round['status']) =>
  queryOptions({
    queryKey: ['rounds', platform, status],
    queryFn: ({ signal }) => get<Page<Round>>('/rounds', { platform, status, limit: rounds_limit }, signal),
  })

const results_limit = 200

/** The caller sees his own results, an administrator those of the company. */
export const results_query = (round_id: string) =>
  queryOptions({
    queryKey: ['round-results', round_id],
    queryFn: ({ signal }) => get<Page<RoundResult>>(`/rounds/${encodeURIComponent(round_id)}/results`, { limit: results_limit }, signal),
  })

/** The round that decides a time of an instrument: it starts inside the window and ends there. */
export function round_of(rounds: Round[], instrument_id: string, time: Range): Round | undefined {
  return rounds.find(
    (round) => round.instrument_ids.includes(instrument_id) && from_instant(round.window.start) <= time.start && time.end <= from_instant(round.window.end),
  )
}

export const alternatives_of = (choices: Choice[]): { instrument_id: string; start: string; end: string }[] =>
  choices.map((choice) => ({ instrument_id: choice.instrument_id, start: to_instant(choice.start), end: to_instant(choice.start + choice.length) }))

/** Even the first wish would end too late. */
export const is_too_early = (needed_by: Minutes | null, first: Range): boolean => needed_by !== null && needed_by < first.end

/** Moves one up in the order of preference. */
export function preferred(choices: Choice[], index: number): Choice[] {
  const moved = choices[index]
  const before = choices[index - 1]
  if (!moved || !before) return choices
  return choices.map((choice, at) => (at === index ? before : at === index - 1 ? moved : choice))
}

/** A first proposal: the day after the last wish where the window still has it, else the same time again. */
export function next_choice(last: Choice, window: Range): Choice {
  const day = 24 * 60
  const later = { ...last, start: last.start + day }
  return later.start + later.length <= window.end ? later : last
}
