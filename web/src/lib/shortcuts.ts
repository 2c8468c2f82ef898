import { onBeforeUnmount, onMounted, ref } from 'vue'

const storage_key = 'yiqi.single-keys'

function remembered(): boolean {
  try {
    return localStorage.getItem(storage_key) !== 'off'
  } catch {
    return true
  }
}

const enabled = ref(remembered())

/** People whose tools type letters by voice or by switch can turn single keys off (WCAG 2.1.4). */
export function set_single_keys(on: boolean): void {
  enabled.value = on
  try {
    localStorage.setItem(storage_key, on ? 'on' : 'off')
  } catch {
    // Holds for this visit only.
  }
}

const is_typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) && (target as HTMLInputElement).type !== 'checkbox'

const overlay_open = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

/** Single-key commands of a page; silent while somebody types or an overlay is open. */
export function use_shortcuts(commands: Record<string, (event: KeyboardEvent) => void>) {
  function on_key(event: KeyboardEvent): void {
    if (!enabled.value || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (is_typing(event.target) || overlay_open()) return
    const command = commands[event.key] ?? commands[event.key.toLowerCase()]
    if (!command) return
    event.preventDefault()
    command(event)
  }
  onMounted(() => window.addEventListener('keydown', on_key))
  onBeforeUnmount(() => window.removeEventListener('keydown', on_key))
  return { enabled }
}
