import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { from_instant, type Minutes } from './time'

/**
 * The server's time. A demo server may run on a moved clock and a visitor's own clock may be wrong, so
 * the client keeps the difference that `GET /about` showed and never asks the device alone.
 */
let skew: Minutes = 0
const now = ref<Minutes>(Math.floor(Date.now() / 60_000))

export function set_server_now(instant: string): void {
  skew = from_instant(instant) - Math.floor(Date.now() / 60_000)
  now.value = Math.floor(Date.now() / 60_000) + skew
}

export const now_minutes = (): Minutes => Math.floor(Date.now() / 60_000) + skew

/** Follows the server's time while the component lives. */
export function use_now(): Readonly<Ref<Minutes>> {
  const timer = setInterval(() => (now.value = now_minutes()), 15_000)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
