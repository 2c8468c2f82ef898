import { computed, shallowRef } from 'vue'
import type { Waiver } from '@/booking/waiver'

export interface Decision {
  action: 'approve' | 'reject'
  ids: string[]
  reason: string
  /** Rules that an administrator sets aside where they are broken. */
  waiver?: Waiver
}

export interface Sender {
  /** Sends one decision; `leaving` when the page goes away and the request must outlive it. */
  (decision: Decision, leaving: boolean): Promise<void>
}

export const undo_window_ms = 8_000

interface Waiting {
  decision: Decision
  timer: ReturnType<typeof setTimeout>
  sending: boolean
}

/**
 * Decisions wait a little before they are sent, so that undo is real: nobody was told anything yet.
 * What waits is sent at once when the page is left.
 */
export function use_decisions(send: Sender) {
  const waiting = shallowRef<Waiting[]>([])

  const pending = computed(() => {
    const actions = new Map<string, Decision['action']>()
    for (const { decision } of waiting.value) for (const id of decision.ids) actions.set(id, decision.action)
    return actions
  })

  function remove(entry: Waiting): void {
    clearTimeout(entry.timer)
    waiting.value = waiting.value.filter((item) => item !== entry)
  }

  /** Stays marked as pending until the server has answered, so that the row does not flicker back. */
  async function commit(entry: Waiting, leaving: boolean): Promise<void> {
    if (entry.sending) return
    entry.sending = true
    clearTimeout(entry.timer)
    try {
      await send(entry.decision, leaving)
    } finally {
      remove(entry)
    }
  }

  function decide(decision: Decision): void {
    const entry: Waiting = { decision, sending: false, timer: setTimeout(() => void commit(entry, false), undo_window_ms) }
    waiting.value = [...waiting.value, entry]
  }

  /** Takes back the last decision, or the given one; null where it is sent already. */
  function undo(decision?: Decision): Decision | null {
    const entry = waiting.value.findLast((item) => !item.sending && (!decision || item.decision === decision))
    if (!entry) return null
    remove(entry)
    return entry.decision
  }

  const flush = (leaving: boolean): Promise<unknown> => Promise.all(waiting.value.map((entry) => commit(entry, leaving)))

  return { pending, decide, undo, flush }
}
