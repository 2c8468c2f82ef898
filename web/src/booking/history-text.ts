import { useI18n } from 'vue-i18n'

/** The events of a booking in words; an event that this client does not know shows its own name. */
export function use_history_text(): (kind: string) => string {
  const { t } = useI18n()
  return (kind) => {
    switch (kind.replace(/^booking_/, '').replaceAll('-', '_')) {
      case 'requested':
      case 'created':
        return t('history.requested')
      case 'approved':
        return t('history.approved')
      case 'rejected':
        return t('history.rejected')
      case 'cancelled':
        return t('history.cancelled')
      case 'rescheduled':
      case 'moved':
        return t('history.rescheduled')
      case 'checked_in':
      case 'in_use':
        return t('history.checked_in')
      case 'checked_out':
      case 'completed':
        return t('history.checked_out')
      case 'no_show':
        return t('history.no_show')
      case 'settled':
        return t('history.settled')
      case 'expired':
        return t('history.expired')
      case 'overrun':
        return t('history.overrun')
      case 'start_at_risk':
        return t('history.start_at_risk')
      case 'closed':
        return t('history.closed')
      case 'displaced':
        return t('history.displaced')
      case 'waived':
        return t('history.waived')
      case 'bumped':
        return t('history.bumped')
      case 'replaced':
        return t('history.replaced')
      case 'shift_asked':
        return t('history.shift_asked')
      case 'shift_agreed':
        return t('history.shift_agreed')
      case 'shift_refused':
        return t('history.shift_refused')
      case 'extended':
        return t('history.extended')
      default:
        return kind
    }
  }
}
