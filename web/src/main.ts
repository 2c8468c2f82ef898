import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { load_about } from '@/app/about'
import { start_live } from '@/app/live'
import { create_query_client } from '@/app/queries'
import { create_app_router } from '@/app/router'
import { load_session } from '@/app/session'
import { i18n, remembered_locale, set_locale } from '@/i18n'
import '@/ui/tokens.css'
import '@/ui/base.css'

const queries = create_query_client()

// The session and the server's clock load beside the words and the page's own code.
const starting = Promise.all([load_session(), load_about(queries)])
const app = createApp(App).use(VueQueryPlugin, { queryClient: queries }).use(i18n).use(create_app_router(starting))
await set_locale(remembered_locale())
app.mount('#app')
start_live(queries)
