import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { request } from '@/api/client'
import type { BookingGroup, GroupRequest } from '@/api/types'
import { Intention } from '@/lib/idempotency'

const preview_delay_ms = 300

/**
 * Previews a series a moment after the last change, and books it; `wanted` is null where nothing is repeated.
 * `path`: where it is booked, or an existing one lengthened.
 */
export function use_group<Wanted extends object = GroupRequest>(wanted: () => Wanted | null, path = '/booking-groups') {
  const queries = useQueryClient()
  const intention = new Intention()

  const previewed = shallowRef(wanted())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(wanted, (body) => {
    clearTimeout(timer)
    timer = setTimeout(() => (previewed.value = body), previewed.value && body ? preview_delay_ms : 0)
  })
  onScopeDispose(() => clearTimeout(timer))

  const preview = useQuery(
    computed(() => ({
      queryKey: ['group-preview', path, previewed.value],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<BookingGroup>('POST', path, { body: { ...previewed.value, preview: true }, idempotency_key: crypto.randomUUID(), signal }),
      enabled: previewed.value !== null,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    })),
  )
  const is_old = computed(() => preview.isPlaceholderData.value || previewed.value !== wanted())

  const book = useMutation({
    mutationFn: (body: Wanted) => request<BookingGroup>('POST', path, { body, idempotency_key: intention.key_for(body) }),
    onSuccess: () => intention.done(),
    onError: (error) => intention.failed(error),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['calendar'] })
      void queries.invalidateQueries({ queryKey: ['bookings'] })
      void queries.invalidateQueries({ queryKey: ['group-preview'] })
      void queries.invalidateQueries({ queryKey: ['booking-group'] })
    },
  })

  return { preview, is_old, book }
}
