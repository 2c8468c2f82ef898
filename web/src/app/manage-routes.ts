import type { RouteRecordRaw } from 'vue-router'
import { with_texts } from '@/i18n'

/** Pages of those who run instruments, and the rounds that everybody may look at. */
export const manage_routes: RouteRecordRaw[] = [
  { path: '/manage', name: 'manage', component: with_texts(['book_for', 'manage', 'outage', 'policy'], () => import('@/features/manage/ManagePage.vue')), meta: { needs: 'manage' } },
  { path: '/manage/instruments/:id/rules', name: 'instrument-rules', component: with_texts(['manage', 'policy'], () => import('@/features/policy/PolicyPage.vue')), props: true, meta: { needs: 'manage' } },
  { path: '/manage/instruments/:id/book', name: 'book-for', component: with_texts(['book_for', 'waiver'], () => import('@/features/book-for/BookForPage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/instruments/:id/outage', name: 'report-outage', component: with_texts(['outage', 'policy'], () => import('@/features/outages/ReportPage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/outages/:id', name: 'outage', component: with_texts(['outage', 'policy'], () => import('@/features/outages/OutagePage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/holidays', name: 'holidays', component: with_texts(['holidays', 'policy'], () => import('@/features/holidays/HolidaysPage.vue')), meta: { needs: 'manage' } },
  { path: '/manage/clearances', name: 'clearances', component: with_texts(['clearances', 'policy', 'rounds'], () => import('@/features/clearances/ClearancesPage.vue')), meta: { needs: 'runs' } },
  { path: '/manage/credit', name: 'credit', component: with_texts(['standing'], () => import('@/features/standing/CreditPage.vue')), meta: { needs: 'judge' } },
  { path: '/manage/credit/policy', name: 'credit-policy', component: with_texts(['holidays', 'policy', 'standing'], () => import('@/features/standing/CreditPolicyPage.vue')), meta: { needs: 'judge' } },
  { path: '/manage/record', name: 'host-record', component: with_texts(['host', 'rounds'], () => import('@/features/host-record/RecordPage.vue')), meta: { needs: 'runs' } },
  { path: '/rounds', name: 'rounds', component: with_texts(['policy', 'rounds'], () => import('@/features/rounds/RoundsPage.vue')), meta: { needs: 'signed-in' } },
  { path: '/rounds/:id', name: 'round', component: with_texts(['policy', 'rounds'], () => import('@/features/rounds/RoundPage.vue')), props: true, meta: { needs: 'signed-in' } },
]
