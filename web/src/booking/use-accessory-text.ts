import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AccessoryUse } from '@/api/types'
import { use_words } from '@/lib/words'
import { accessories_query } from './queries'

/** What is booked along with an instrument, by name: "Cryoprobe, Furnace × 2"; nothing where nothing is. */
export function use_accessory_text(instrument_id: () => string, uses: () => AccessoryUse[]) {
  const { t } = useI18n()
  const { name } = use_words()
  const found = useQuery(computed(() => ({ ...accessories_query(instrument_id()), enabled: uses().length > 0 })))
  return computed(() => {
    const known = found.data.value?.items ?? []
    const texts = uses().flatMap((use) => {
      const accessory = known.find((item) => item.id === use.id)
      return accessory ? [use.quantity > 1 ? `${name(accessory)} × ${use.quantity}` : name(accessory)] : []
    })
    return texts.join(t('rules.separator'))
  })
}
