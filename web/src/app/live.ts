import type { QueryClient } from '@tanstack/vue-query'
import { ref } from 'vue'
import type { ChangeEvent } from '@/api/types'
import { now_minutes } from '@/lib/now'
import type { Minutes } from '@/lib/time'
import { i18n } from '@/i18n'
import { show } from '@/ui/toast'
import { use_session } from './session'

/** The time of the last known good state while the stream is down; null while it is up. */
const lost_since = ref<Minutes | null>(null)

const coalesce_ms = 250
const reconnect_ms = 5_000

let source: EventSource | null = null
let reconnect: ReturnType<typeof setTimeout> | undefined
let was_open = false

/** The query keys that a change makes stale. */
export function stale_keys(change: ChangeEvent): unknown[][] {
  switch (change.topic) {
    case 'catalogue':
      return [['instruments'], ['platform']]
    case 'instrument':
      return [
        ['calendar', change.instrument_id ?? change.id],
        ['instrument', change.instrument_id ?? change.id],
      ]
    case 'waitlist':
      return [['waitlist'], ['offers'], ['bookings'], ['booking'], ['replan'], ['round-results'], ...(change.instrument_id ? [['calendar', change.instrument_id]] : [])]
    case 'round':
      return [['bookings', 'rounds'], ['bookings', 'round', change.id], ['rounds'], ['round-results', change.id], ['booking']]
    case 'booking':
      return [['bookings'], ['booking', change.id], ['replan', change.id], ['facts'], ['account'], ...(change.instrument_id ? [['calendar', change.instrument_id]] : [])]
  }
}

const pending = new Map<string, unknown[]>()
let timer: ReturnType<typeof setTimeout> | undefined

/** An offer has little time: it is told wherever its user is. */
function announce_offer(): void {
  const { t } = i18n.global
  show({ tone: 'info', text: () => t('waitlist.offer_made'), action: { label: () => t('booking.view'), to: '/waitlist' } })
}

/** So has the answer to who needs longer; the staff that sees it as well is not asked. */
function announce_shift(booking: string): void {
  const { t } = i18n.global
  if (!use_session().can('manage')) show({ tone: 'info', text: () => t('booking.shift_asked'), action: { label: () => t('booking.view'), to: `/bookings/${booking}` } })
}

function close(): void {
  clearTimeout(reconnect)
  source?.close()
  source = null
}

function open(queries: QueryClient): void {
  if (source) return
  clearTimeout(reconnect)

  const flush = (): void => {
    timer = undefined
    for (const key of pending.values()) void queries.invalidateQueries({ queryKey: key })
    pending.clear()
  }

  const on_change = (event: MessageEvent<string>): void => {
    let change: ChangeEvent
    try {
      change = JSON.parse(event.data) as ChangeEvent
    } catch {
      return
    }
    if (change.topic === 'waitlist' && change.kind === 'offer_made') announce_offer()
    if (change.topic === 'booking' && change.kind === 'booking_shift_asked') announce_shift(change.id)
    for (const key of stale_keys(change) ?? []) pending.set(JSON.stringify(key), key)
    timer ??= setTimeout(flush, coalesce_ms)
  }

  source = new EventSource('/api/v1/events')
  source.addEventListener('change', on_change)
  // More was missed than the server replays.
  source.addEventListener('reset', () => void queries.invalidateQueries())
  source.addEventListener('open', () => {
    // Whatever the stream could not replay is fetched again.
    if (lost_since.value !== null) void queries.invalidateQueries()
    lost_since.value = null
    was_open = true
  })
  source.addEventListener('error', () => {
    if (was_open) lost_since.value ??= now_minutes()
    // The browser resumes by itself with Last-Event-ID, unless the server refused the stream.
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    reconnect = setTimeout(() => open(queries), reconnect_ms)
  })
}

/** One stream for the page: a change marks what it concerns as stale, and what is on screen refetches. */
export function start_live(queries: QueryClient): void {
  // An open stream keeps a page out of the back/forward cache.
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) void queries.invalidateQueries()
    open(queries)
  })
  window.addEventListener('offline', () => (lost_since.value ??= now_minutes()))
  // A connection that outlived the outage may be dead without knowing it.
  window.addEventListener('online', () => restart_live(queries))
  open(queries)
}

/** The server chooses by session what a stream may tell, so another session needs another stream. */
export function restart_live(queries: QueryClient): void {
  close()
  open(queries)
}

export const use_live = () => ({ lost_since })
