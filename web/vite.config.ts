import path from 'node:path'
import i18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

// YIQI_SERVER lets `npm run dev` talk to a running server.
const server = process.env.YIQI_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  resolve: { alias: { '@': path.resolve(here, 'src') } },
  plugins: [
    vue(),
    i18n({
      include: path.resolve(here, 'src/i18n/locales/**'),
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      dropMessageCompiler: true,
      strictMessage: true,
    }),
  ],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  build: {
    target: 'es2022',
    // The content security policy forbids inline script and data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssMinify: 'lightningcss',
    manifest: true,
    rolldownOptions: {
      output: {
        advancedChunks: {
          // A page is a handful of files: the framework, what all pages share, the page itself.
          groups: [
            { name: 'vendor', test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|@tanstack)[\\/]/, priority: 3 },
            { name: 'shared', test: /[\\/]src[\\/](api|app|lib|ui|booking)[\\/](?!.*(Page|Dialog|Pick|Box|[Ww]aiver|[Ss]hift|[Aa]lternative|[Gg]roup|contest|offers|replan|use-step|InstrumentName|PriceLines|own-platforms|inventory|clock-input|holidays|manage))/, minShareCount: 3, priority: 2 },
          ],
        },
      },
    },
  },
  css: { lightningcss: { targets: { chrome: 100 << 16, safari: (15 << 16) | (4 << 8) } } },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    env: { TZ: 'America/New_York' },
    // A busy machine is slow to load; how fast it is no test says.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
