import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Query } from '@/api/client'
import { DAY, day_start, parse_local, to_instant, type Minutes } from '@/lib/time'

/** What the visitor asks for. The address of the page is its only home. */
export interface Filter {
  q: string
  category: string
  domain: string[]
  institution: string[]
  platform: string[]
  sample_service: boolean
  no_training: boolean
  available: boolean
  max_hourly_fen: number | null
  /** Dates of the platform's zone; the window runs to the end of the last day. */
  free_from: string
  free_until: string
  free_minutes: number | null
  sort: Sort
}

export const SORTS = ['relevance', 'price', '-price', 'free', 'name'] as const
export type Sort = (typeof SORTS)[number]

export type ListFacet = 'domain' | 'institution' | 'platform'

const text = (value: LocationQuery[string] | undefined): string => (typeof value === 'string' ? value : '')

const list = (value: LocationQuery[string] | undefined): string[] => text(value).split(',').filter(Boolean)

function whole(value: LocationQuery[string] | undefined): number | null {
  const number = Number.parseInt(text(value), 10)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

export function filter_of(query: LocationQuery): Filter {
  const sort = text(query.sort)
  return {
    q: text(query.q),
    category: text(query.category),
    domain: list(query.domain),
    institution: list(query.institution),
    platform: list(query.platform),
    sample_service: query.sample_service === 'true',
    no_training: query.requires_training === 'false',
    available: query.status === 'available',
    max_hourly_fen: whole(query.max_hourly_fen),
    free_from: parse_local(query.free_from) === null ? '' : text(query.free_from),
    free_until: parse_local(query.free_until) === null ? '' : text(query.free_until),
    free_minutes: whole(query.free_minutes),
    sort: SORTS.find((known) => known === sort) ?? 'relevance',
  }
}

const or_nothing = (value: string): string | undefined => value || undefined

export function address_of(filter: Filter): LocationQueryRaw {
  return {
    q: or_nothing(filter.q),
    category: or_nothing(filter.category),
    domain: or_nothing(filter.domain.join(',')),
    institution: or_nothing(filter.institution.join(',')),
    platform: or_nothing(filter.platform.join(',')),
    sample_service: filter.sample_service ? 'true' : undefined,
    requires_training: filter.no_training ? 'false' : undefined,
    status: filter.available ? 'available' : undefined,
    max_hourly_fen: filter.max_hourly_fen ?? undefined,
    free_from: or_nothing(filter.free_from),
    free_until: or_nothing(filter.free_until),
    free_minutes: filter.free_minutes ?? undefined,
    sort: filter.sort === 'relevance' ? undefined : filter.sort,
  }
}

/** How many days an open window has. */
export const default_window_days = 7

/** The question to the server. A window needs all of its parts, so what is open is filled in. */
export function api_query(filter: Filter, now: Minutes): Query {
  const query: Query = { ...(address_of(filter) as Query) }
  delete query.free_from
  delete query.free_until
  if (filter.free_minutes === null) return query
  const from = Math.max(parse_local(filter.free_from) ?? now, now)
  const last_day = parse_local(filter.free_until) ?? day_start(from) + (default_window_days - 1) * DAY
  // A quarter of an hour steadies the address of the request, so that its answer can be reused.
  query.free_from = to_instant(Math.floor(from / 15) * 15)
  query.free_until = to_instant(Math.max(day_start(last_day), day_start(from)) + DAY)
  return query
}

export const is_empty = (filter: Filter): boolean =>
  Object.entries(address_of(filter)).every(([name, value]) => name === 'sort' || value === undefined)

export const toggled = (values: string[], value: string): string[] => (values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
