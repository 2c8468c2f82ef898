import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { DAY, interval_label, type Minutes } from '@/lib/time'
import { use_block_text } from './block-text'
import { hindrance, is_today, range_at, range_between, snap, type Block, type Hours, type Range, type Rules } from './geometry'

/** What the selection needs to know of its grid, and what it tells it. */
export interface Grid {
  days(): Minutes[]
  blocks(): Block[]
  rules(): Rules
  hours(): Hours
  now(): Minutes
  selectable(): boolean
  choose(range: Range): void
  turn(weeks: number): void
  /** Brings the range into view after the keyboard moved it. */
  reveal(): void
}

const default_length = 60

/** Choosing a stretch of time on a grid of days, by mouse, finger or keys; each step is put into words. */
export function use_selection(grid: Grid) {
  const { t, locale } = useI18n()
  const block_text = use_block_text()
  const range = ref<Range | null>(null)
  const announcement = ref('')

  const fits = (candidate: Range): boolean => candidate.start >= grid.now() && hindrance(grid.blocks(), grid.rules().capacity, candidate) === null
  const blocked = computed(() => range.value !== null && !fits(range.value))

  function say(candidate: Range): void {
    const block = hindrance(grid.blocks(), grid.rules().capacity, candidate)
    const state = candidate.start < grid.now() ? t('calendar.past') : block ? block_text(block) : t('calendar.free')
    announcement.value = `${interval_label(candidate.start, candidate.end, locale.value)} ${state}`
  }

  function set_range(next: Range): void {
    range.value = next
    say(next)
  }

  function choose(next: Range | null): void {
    if (!next || !fits(next)) {
      announcement.value = t('calendar.not_free')
      range.value = null
      return
    }
    range.value = next
    grid.choose(next)
  }

  // Pointer: a mouse drags, a finger taps (so that it can still scroll).

  let anchor: { day: Minutes; at: Minutes } | null = null

  function moment_at(event: PointerEvent | MouseEvent, column: HTMLElement, day: Minutes): Minutes {
    const box = column.getBoundingClientRect()
    const share = Math.min(Math.max((event.clientY - box.top) / box.height, 0), 0.9999)
    return day + grid.hours().from + share * (grid.hours().to - grid.hours().from)
  }

  const on_block = (event: Event): boolean => (event.target as HTMLElement).closest('button') !== null

  function press(event: PointerEvent, day: Minutes): void {
    if (!grid.selectable() || event.button !== 0 || event.pointerType !== 'mouse' || on_block(event)) return
    const column = event.currentTarget as HTMLElement
    column.setPointerCapture(event.pointerId)
    anchor = { day, at: snap(moment_at(event, column, day), grid.rules().grid) }
    const touched = range_at(grid.blocks(), grid.rules(), anchor.at, default_length)
    range.value = touched ?? range_between(grid.rules(), anchor.at, anchor.at)
  }

  function drag(event: PointerEvent): void {
    if (!anchor) return
    const at = moment_at(event, event.currentTarget as HTMLElement, anchor.day)
    if (snap(at, grid.rules().grid) !== anchor.at) set_range(range_between(grid.rules(), anchor.at, at))
  }

  function release(): void {
    if (!anchor) return
    anchor = null
    choose(range.value)
  }

  function cancel_drag(): void {
    anchor = null
    range.value = null
  }

  function tap(event: MouseEvent, day: Minutes): void {
    const kind = (event as PointerEvent).pointerType
    if (!grid.selectable() || kind === 'mouse' || on_block(event)) return
    choose(range_at(grid.blocks(), grid.rules(), moment_at(event, event.currentTarget as HTMLElement, day), default_length))
  }

  // Keyboard: arrows move, Shift and arrows resize, Enter chooses, Escape lets go.

  function first_range(): Range {
    const today = grid.days().find((day) => is_today(day, grid.now()))
    const earliest = Math.max(grid.now() + grid.rules().grid, (today ?? grid.days()[0] ?? 0) + grid.hours().from)
    const last = (grid.days().at(-1) ?? 0) + grid.hours().to
    for (let at = snap(earliest, grid.rules().grid); at < last; at += grid.rules().grid) {
      const found = at >= grid.now() && range_at(grid.blocks(), grid.rules(), at, default_length)
      if (found) return found
    }
    const start = (grid.days()[0] ?? 0) + grid.hours().from
    return { start, end: start + Math.max(grid.rules().shortest, grid.rules().grid) }
  }

  function move(by: Minutes): void {
    const now = range.value ?? first_range()
    const next = { start: now.start + by, end: now.end + by }
    const first = grid.days()[0] ?? 0
    const last = (grid.days().at(-1) ?? 0) + DAY
    if (next.start < first || next.start >= last) return
    set_range(next)
    grid.reveal()
  }

  function resize(by: Minutes): void {
    const now = range.value ?? first_range()
    const length = Math.min(Math.max(now.end - now.start + by, grid.rules().shortest), grid.rules().longest)
    set_range({ start: now.start, end: now.start + length })
  }

  function key(event: KeyboardEvent): void {
    if (!grid.selectable() || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const step = Math.max(grid.rules().grid, 15)
    const actions: Record<string, () => void> = {
      ArrowDown: () => (event.shiftKey ? resize(grid.rules().grid) : move(step)),
      ArrowUp: () => (event.shiftKey ? resize(-grid.rules().grid) : move(-step)),
      ArrowRight: () => move(DAY),
      ArrowLeft: () => move(-DAY),
      PageDown: () => grid.turn(1),
      PageUp: () => grid.turn(-1),
      Home: () => set_range(first_range()),
      Enter: () => choose(range.value ?? first_range()),
      Escape: () => (range.value = null),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }

  function focus_in(event: FocusEvent): void {
    if (event.target !== event.currentTarget || !(event.target as HTMLElement).matches(':focus-visible') || !grid.selectable()) return
    set_range(range.value ?? first_range())
  }

  function clear(): void {
    range.value = null
  }

  return { range, blocked, announcement, press, drag, release, cancel_drag, tap, key, focus_in, clear }
}
