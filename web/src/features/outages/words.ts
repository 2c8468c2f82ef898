import { useI18n } from 'vue-i18n'
import type { Answer } from '@/api/replan-types'

export const answer_tone: Record<Answer, string> = {
  unplaced: 'bad',
  suggested: 'info dashed',
  waiting: 'warn dashed',
  accepted: 'good',
  chose_other: 'good',
  declined: 'bad',
  expired: 'bad',
  withdrawn: '',
  cancelled: '',
}

export function use_answer_words(): (answer: Answer) => string {
  const { t } = useI18n()
  return (answer) =>
    ({
      unplaced: t('outage.unplaced'),
      suggested: t('outage.suggested'),
      waiting: t('outage.waiting'),
      accepted: t('outage.accepted'),
      declined: t('outage.declined'),
      expired: t('outage.expired'),
      withdrawn: t('outage.withdrawn'),
      chose_other: t('outage.chose_other'),
      cancelled: t('outage.cancelled'),
    })[answer]
}
