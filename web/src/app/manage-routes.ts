import type { RouteComponent, RouteRecordRaw } from 'vue-router'
import { with_texts } from '@/i18n'

type Load = () => Promise<{ default: RouteComponent }>

/** Pages of those who run instruments; their words come with them. */
const page = (load: Load): Load => with_texts(['manage'], load)

export const manage_routes: RouteRecordRaw[] = [
  { path: '/manage', name: 'manage', component: page(() => import('@/features/manage/ManagePage.vue')), meta: { needs: 'manage' } },
  { path: '/manage/instruments/:id/rules', name: 'instrument-rules', component: page(() => import('@/features/policy/PolicyPage.vue')), props: true, meta: { needs: 'manage' } },
  { path: '/manage/holidays', name: 'holidays', component: page(() => import('@/features/holidays/HolidaysPage.vue')), meta: { needs: 'manage' } },
  { path: '/rounds', name: 'rounds', component: page(() => import('@/features/rounds/RoundsPage.vue')), meta: { needs: 'signed-in' } },
  { path: '/rounds/:id', name: 'round', component: page(() => import('@/features/rounds/RoundPage.vue')), props: true, meta: { needs: 'signed-in' } },
]
