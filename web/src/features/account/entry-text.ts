import { useI18n } from 'vue-i18n'
import type { AccountEntry } from '@/api/types'

export function use_entry_text(): (kind: AccountEntry['kind']) => string {
  const { t } = useI18n()
  return (kind) => {
    switch (kind) {
      case 'hold':
        return t('account.hold')
      case 'hold_release':
        return t('account.hold_release')
      case 'charge':
        return t('account.charge')
      case 'payment':
        return t('account.payment')
      case 'credit_note':
        return t('account.credit_note')
    }
  }
}
