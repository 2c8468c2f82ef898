import { useI18n } from 'vue-i18n'
import type { CreditEntry } from '@/api/manage-types'

export function use_credit_words() {
  const { t } = useI18n()
  const cause = (of: CreditEntry['cause']): string => ({ no_show: t('standing.no_show'), late_cancel: t('standing.late_cancel') })[of]
  const state = (of: CreditEntry['state']): string => ({ counted: t('standing.counted'), appealed: t('standing.appealed'), upheld: t('standing.upheld'), forgiven: t('standing.forgiven') })[of]
  return { cause, state }
}
