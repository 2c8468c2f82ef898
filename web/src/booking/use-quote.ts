import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { QuoteRequest } from '@/api/types'
import { quote_query } from './queries'

const quote_delay_ms = 200

/** The price and the rules of what is wanted, a moment after its last change; until then of what was wanted before. */
export function use_quote(wanted: () => QuoteRequest) {
  const priced = shallowRef(wanted())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(wanted, (body) => {
    clearTimeout(timer)
    timer = setTimeout(() => (priced.value = body), quote_delay_ms)
  })
  onScopeDispose(() => clearTimeout(timer))

  const quote = useQuery(computed(() => ({ ...quote_query(priced.value), placeholderData: keepPreviousData })))
  const price = computed(() => quote.data.value)
  const is_old = computed(() => quote.isPlaceholderData.value || priced.value !== wanted())
  return { quote, price, is_old }
}
