import { ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** A message keeps its text as a function, so a switch of language also changes what is on screen. */
export interface Toast {
  id: number
  tone: 'good' | 'bad' | 'info'
  text: () => string
  action?: { label: () => string; run?: () => void; to?: RouteLocationRaw }
}

const shown_for_ms = 8_000

const toasts = ref<Toast[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let last_id = 0

export function dismiss(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

export function resume(id: number): void {
  clearTimeout(timers.get(id))
  timers.set(id, setTimeout(() => dismiss(id), shown_for_ms))
}

/** Reading or reaching for a message keeps it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id))
}

export function show(toast: Omit<Toast, 'id'>): number {
  const id = ++last_id
  toasts.value = [...toasts.value.slice(-3), { ...toast, id }]
  resume(id)
  return id
}

export const use_toasts = () => ({ toasts })
