import type { Clearance } from '@/api/manage-types'
import { DAY, from_instant, type Minutes } from '@/lib/time'

export type Validity = 'valid' | 'ending' | 'ended' | 'coming'

const soon = 30 * DAY

/** Where a clearance stands now; what ends within 30 days is worth a look. */
export function validity(clearance: Pick<Clearance, 'valid_from' | 'valid_until'>, now: Minutes): Validity {
  if (from_instant(clearance.valid_from) > now) return 'coming'
  if (!clearance.valid_until) return 'valid'
  const end = from_instant(clearance.valid_until)
  if (end <= now) return 'ended'
  return end - now <= soon ? 'ending' : 'valid'
}
