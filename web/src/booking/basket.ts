import { computed, ref } from 'vue'
import type { Booking, BookingRequest } from '@/api/types'
import { from_instant } from '@/lib/time'

/** What is chosen to be booked together; kept in the browser until it is booked, over reloads and in all its tabs. */
export type BasketItem = BookingRequest & { key: string }

export const basket_max = 50
const storage_key = 'yiqi.basket'

/** What another version of the client or a person wrote is left out where it does not fit. */
export function basket_from(text: string | null): BasketItem[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(read)) return []
    return (read as BasketItem[]).filter((item) => typeof item?.key === 'string' && typeof item.instrument_id === 'string' && from_instant(item.start) < from_instant(item.end)).slice(0, basket_max)
  } catch {
    return []
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storage_key)
  } catch {
    return null
  }
}

const items = ref<BasketItem[]>(basket_from(stored()))

window.addEventListener('storage', (event) => {
  if (event.key === storage_key) items.value = basket_from(event.newValue)
})

function keep(next: BasketItem[]): void {
  items.value = next
  try {
    localStorage.setItem(storage_key, JSON.stringify(next))
  } catch {
    // A browser that forbids storage still collects for this visit.
  }
}

/** What is sent to the server of an item. */
export const wish_in = (item: BasketItem): BookingRequest => {
  const { instrument_id, start, end, samples, options, purpose } = item
  return { instrument_id, start, end, purpose, ...(samples ? { samples } : {}), ...(options ? { options } : {}) }
}

/** The items of a group that were not booked stay: by position, as the server answers. */
export const without_booked = (basket: BasketItem[], booked: { index: number; booking?: Pick<Booking, 'id'> | null }[]): BasketItem[] =>
  basket.filter((_item, index) => !booked.some((result) => result.index === index && result.booking))

export const empty_basket = (): void => keep([])

export function use_basket() {
  return {
    items,
    is_full: computed(() => items.value.length >= basket_max),
    add: (wish: BookingRequest): void => keep([...items.value, { ...wish, key: crypto.randomUUID() }].slice(0, basket_max)),
    replace: (item: BasketItem): void => keep(items.value.map((known) => (known.key === item.key ? item : known))),
    remove: (key: string): void => keep(items.value.filter((known) => known.key !== key)),
    keep,
  }
}
