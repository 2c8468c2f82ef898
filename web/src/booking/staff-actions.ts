import { defineAsyncComponent } from 'vue'
import { with_texts } from '@/i18n'

// They load only where somebody runs the instrument, or where rules were set aside.
export const StaffActions = defineAsyncComponent(with_texts(['outage', 'waiver'], () => import('./StaffActions.vue')))
export const WaiverNote = defineAsyncComponent(with_texts(['waiver'], () => import('./WaiverNote.vue')))
