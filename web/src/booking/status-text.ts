import { useI18n } from 'vue-i18n'
import type { BookingStatus } from '@/api/types'

/** The states in words; literal keys, so that the linter sees which are used. */
export function use_status_text(): (status: BookingStatus) => string {
  const { t } = useI18n()
  return (status) => {
    switch (status) {
      case 'requested':
        return t('status.requested')
      case 'approved':
        return t('status.approved')
      case 'in_use':
        return t('status.in_use')
      case 'completed':
        return t('status.completed')
      case 'settled':
        return t('status.settled')
      case 'rejected':
        return t('status.rejected')
      case 'cancelled':
        return t('status.cancelled')
      case 'expired':
        return t('status.expired')
      case 'no_show':
        return t('status.no_show')
      case 'displaced':
        return t('status.displaced')
    }
  }
}
