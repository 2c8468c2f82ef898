import type { HolidayDocument } from '@/api/manage-types'

export const holidays: HolidayDocument = {
  years: [{ year: 2026, status: 'published', source: '国务院办公厅' }],
  holidays: [{ from: '2026-10-01', to: '2026-10-07', name_zh: '国庆节', name_en: 'National Day' }],
  working_days: [{ date: '2026-10-10', hours_of: null }],
}
