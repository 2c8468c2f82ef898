import { useI18n } from 'vue-i18n'
import type { Block } from './geometry'

/** What a block of the calendar is, in words. */
export function use_block_text(): (block: Block) => string {
  const { t } = useI18n()
  return (block) => {
    switch (block.kind) {
      case 'booked':
        // Only who may see a booking is told whose it is.
        if (!block.mine) return block.title || t('calendar.taken')
        return block.status === 'requested' ? t('calendar.mine_pending') : t('calendar.mine')
      case 'outage':
        return block.title || t('calendar.outage')
      case 'held':
        return t('calendar.held')
      case 'buffer':
        return t('calendar.buffer')
      case 'closed':
        return t('calendar.closed')
    }
  }
}
