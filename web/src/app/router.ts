import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { with_texts } from '@/i18n'
import { manage_routes } from './manage-routes'
import { use_session, type Capability } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Who may see the page; without it everybody may. */
    needs?: 'signed-in' | Capability
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'catalogue', component: () => import('@/features/catalogue/CataloguePage.vue') },
  { path: '/instruments/:id', name: 'instrument', component: () => import('@/features/instrument/InstrumentPage.vue'), props: true },
  { path: '/platforms/:id', name: 'platform', component: () => import('@/features/catalogue/PlatformPage.vue'), props: true },
  { path: '/sign-in', name: 'sign-in', component: () => import('@/features/auth/SignInPage.vue') },
  { path: '/bookings', name: 'bookings', component: () => import('@/features/mybookings/BookingsPage.vue'), meta: { needs: 'signed-in' } },
  { path: '/bookings/:id', name: 'booking', component: () => import('@/features/mybookings/BookingPage.vue'), props: true, meta: { needs: 'signed-in' } },
  { path: '/bundle', name: 'bundle', component: with_texts(['alternative', 'bundle', 'wish'], () => import('@/features/bundle/BundlePage.vue')), meta: { needs: 'signed-in' } },
  { path: '/waitlist', name: 'waitlist', component: with_texts(['offers'], () => import('@/features/waitlist/WaitlistPage.vue')), meta: { needs: 'signed-in' } },
  { path: '/approvals', name: 'approvals', component: () => import('@/features/approvals/ApprovalsPage.vue'), meta: { needs: 'approve' } },
  { path: '/today', name: 'today', component: () => import('@/features/today/TodayPage.vue'), meta: { needs: 'operate' } },
  { path: '/account/:organisation?', name: 'account', component: () => import('@/features/account/AccountPage.vue'), props: true, meta: { needs: 'signed-in' } },
  { path: '/statements', name: 'statements', component: () => import('@/features/account/StatementsPage.vue'), meta: { needs: 'statements' } },
  { path: '/statements/:id', name: 'statement', component: () => import('@/features/account/StatementPage.vue'), props: true, meta: { needs: 'statements' } },
  ...manage_routes,
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
]

export function create_app_router(starting: Promise<unknown>) {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved
      if (to.hash) return { el: to.hash }
      return to.path === from.path ? false : { top: 0 }
    },
  })

  router.beforeEach(async (to) => {
    if (!to.meta.needs) return true
    await starting
    const { signed_in, can } = use_session()
    if (!signed_in.value) return { name: 'sign-in', query: { next: to.fullPath } }
    if (to.meta.needs !== 'signed-in' && !can(to.meta.needs)) return { name: 'not-found', params: { rest: to.path.slice(1).split('/') }, replace: true }
    return true
  })

  // A new release removes the old chunks; a page that cannot load its own is opened afresh once.
  router.onError((error: Error, to) => {
    if (!/dynamically imported module|module script/i.test(error.message)) return
    const key = 'yiqi.reloaded-for'
    if (sessionStorage.getItem(key) === to.fullPath) return
    sessionStorage.setItem(key, to.fullPath)
    window.location.assign(to.fullPath)
  })
  return router
}
