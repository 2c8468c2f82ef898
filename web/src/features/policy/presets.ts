import type { Field } from './check'

/** What belongs to one instrument and its platform, and is in no preset. */
export const own_fields: Field[] = ['opening_hours', 'time_zone', 'capacity', 'closures', 'gates', 'follows_holidays', 'contention', 'rounds', 'waitlist_priority']
