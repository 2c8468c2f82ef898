import { useI18n } from 'vue-i18n'
import type { Approval } from '@/api/types'

/** What happens to a request once it is sent. */
export function use_approval_text(): (approval: Approval | undefined) => string {
  const { t } = useI18n()
  return (approval) => {
    switch (approval) {
      case 'operator':
        return t('booking.approval_operator')
      case 'platform_admin':
        return t('booking.approval_platform')
      case 'institution_admin':
        return t('booking.approval_institution')
      default:
        return t('booking.approval_none')
    }
  }
}
