import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { create_query_client } from '@/app/queries'
import { routes } from '@/app/router'
import { forget_session, sign_in } from '@/app/session'
import { i18n } from '@/i18n'
import { set_server_now } from '@/lib/now'
import { about, session } from './fixtures'
import { serve } from './server'

const Shell = defineComponent({ render: () => h('main', h(RouterView)) })

export interface Shown {
  wrapper: VueWrapper
  router: Router
}

/** Waits until requests, lazy chunks and renders have come to rest. */
export async function settle(rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export async function be(role: Parameters<typeof session>[0] | null): Promise<void> {
  forget_session()
  if (role === null) return
  serve({ 'POST /session': session(role) })
  await sign_in('somebody', 'secret')
}

/** Shows the page of an address inside a main element, with the real routes. */
export async function show_page(address: string): Promise<Shown> {
  set_server_now(about.now)
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const queries = create_query_client()
  queries.setDefaultOptions({ queries: { retry: false } })
  const wrapper = mount(Shell, {
    attachTo: document.body,
    global: { plugins: [router, i18n, [VueQueryPlugin, { queryClient: queries }]] },
  })
  await settle()
  return { wrapper, router }
}
