import { useI18n } from 'vue-i18n'

export interface Waiver {
  rules: string[]
  reason: string
}

/** Without these a booking means nothing; everything else an administrator may set aside. */
const never_waived = ['past_start', 'instrument_unavailable']

export const is_waivable = (rule: string): boolean => !never_waived.includes(rule)

/** What is sent along; nothing where nothing is set aside. */
export const waiver_body = (waiver: Waiver): { waive?: string[]; waive_reason?: string } => (waiver.rules.length ? { waive: waiver.rules, waive_reason: waiver.reason.trim() } : {})

/** A rule's name in the reader's language. */
export function use_rule_names(): (rule: string) => string {
  const { t } = useI18n()
  return (rule) => {
    switch (rule) {
      case 'buffer':
        return t('waiver.buffer')
      case 'change_notice':
        return t('waiver.change_notice')
      case 'closure':
        return t('waiver.closure')
      case 'gate_missing':
        return t('waiver.gate_missing')
      case 'grid':
        return t('waiver.grid')
      case 'holiday':
        return t('waiver.holiday')
      case 'horizon':
        return t('waiver.horizon')
      case 'max_future_bookings':
        return t('waiver.max_future_bookings')
      case 'max_future_minutes':
        return t('waiver.max_future_minutes')
      case 'max_length':
        return t('waiver.max_length')
      case 'min_length':
        return t('waiver.min_length')
      case 'min_notice':
        return t('waiver.min_notice')
      case 'opening_hours':
        return t('waiver.opening_hours')
      case 'own_gap':
        return t('waiver.own_gap')
      case 'quota':
        return t('waiver.quota')
      case 'suspended':
        return t('waiver.suspended')
      case 'training_required':
        return t('waiver.training_required')
      default:
        return rule
    }
  }
}
