import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import type { Minutes } from './time'

/**
 * The server's time. A demo server may run on a moved clock and a visitor's own clock may be wrong, so
 * the client keeps the difference that `GET /about` showed and never asks the device alone.
 */
let skew_ms = 0

/** Their seconds need not begin together, so the difference is not one of whole minutes. */
export const now_minutes = (): Minutes => Math.floor((Date.now() + skew_ms) / 60_000)

const now = ref<Minutes>(now_minutes())

export function set_server_now(instant: string): void {
  skew_ms = Date.parse(instant) - Date.now()
  now.value = now_minutes()
}

/** Follows the server's time while the component lives. */
export function use_now(): Readonly<Ref<Minutes>> {
  const timer = setInterval(() => (now.value = now_minutes()), 15_000)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
