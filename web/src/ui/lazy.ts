import { defineAsyncComponent } from 'vue'

/** The widget kit is the heaviest part of the client: it loads when a date or dialog is really shown. */
export const lazy_date_pick = defineAsyncComponent(() => import('./DatePick.vue'))
export const lazy_dialog = defineAsyncComponent(() => import('./AppDialog.vue'))
