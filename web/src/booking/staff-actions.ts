import { defineAsyncComponent, type Component } from 'vue'
import { need_words } from '@/i18n'

/** Loads, with its words, only where somebody who runs instruments needs it. */
export const with_words = <T extends Component>(load: () => Promise<{ default: T }>): T => defineAsyncComponent(async () => (await Promise.all([load(), need_words('manage')]))[0].default) as unknown as T

export const StaffActions = with_words(() => import('./StaffActions.vue'))
export const WaiverNote = with_words(() => import('./WaiverNote.vue'))
