import type { RouteComponent, RouteRecordRaw } from 'vue-router'
import { need_words } from '@/i18n'

type Load = () => Promise<{ default: RouteComponent }>

/** Pages of those who run instruments; their words come with them. */
const page = (load: Load): Load => async () => (await Promise.all([load(), need_words('manage')]))[0]

export const manage_routes: RouteRecordRaw[] = [
  { path: '/manage', name: 'manage', component: page(() => import('@/features/manage/ManagePage.vue')), meta: { needs: 'manage' } },
  { path: '/manage/instruments/:id/rules', name: 'instrument-rules', component: page(() => import('@/features/policy/PolicyPage.vue')), props: true, meta: { needs: 'manage' } },
  { path: '/manage/holidays', name: 'holidays', component: page(() => import('@/features/holidays/HolidaysPage.vue')), meta: { needs: 'manage' } },
  { path: '/manage/instruments/:id/book', name: 'book-for', component: page(() => import('@/features/book-for/BookForPage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/instruments/:id/outage', name: 'report-outage', component: page(() => import('@/features/outages/ReportPage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/outages/:id', name: 'outage', component: page(() => import('@/features/outages/OutagePage.vue')), props: true, meta: { needs: 'runs' } },
  { path: '/manage/clearances', name: 'clearances', component: page(() => import('@/features/clearances/ClearancesPage.vue')), meta: { needs: 'runs' } },
  { path: '/manage/credit', name: 'credit', component: page(() => import('@/features/credit/CreditPage.vue')), meta: { needs: 'judge' } },
  { path: '/manage/credit/policy', name: 'credit-policy', component: page(() => import('@/features/credit/CreditPolicyPage.vue')), meta: { needs: 'judge' } },
  { path: '/rounds', name: 'rounds', component: page(() => import('@/features/rounds/RoundsPage.vue')), meta: { needs: 'signed-in' } },
  { path: '/rounds/:id', name: 'round', component: page(() => import('@/features/rounds/RoundPage.vue')), props: true, meta: { needs: 'signed-in' } },
]
