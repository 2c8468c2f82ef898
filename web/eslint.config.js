import { readdirSync } from 'node:fs'
import i18n from '@intlify/eslint-plugin-vue-i18n'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'

const features = readdirSync(new URL('src/features', import.meta.url))

const reka_ui_only_in_ui = { group: ['reka-ui', 'reka-ui/*', '@internationalized/date'], message: 'Only src/ui imports the widget kit.' }

/** A feature may use the shared folders, never another feature. */
const feature_walls = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          reka_ui_only_in_ui,
          { group: features.filter((f) => f !== feature).map((f) => `@/features/${f}/*`), message: 'Features never import each other.' },
        ],
      },
    ],
  },
}))

/** The calendar geometry is pure: no server, no query cache. */
const schedule_wall = {
  files: ['src/schedule/**/*.{ts,vue}'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [reka_ui_only_in_ui, { group: ['@/api/client', '@/features/*', '@tanstack/*'], message: 'src/schedule is pure.' }] },
    ],
  },
}

export default defineConfigWithVueTs(
  { ignores: ['dist', 'src/api/schema.d.ts', 'test-results', 'playwright-report', '**/*.mjs'] },
  vue.configs['flat/recommended'],
  vueTsConfigs.recommended,
  a11y.configs['flat/recommended'],
  i18n.configs.recommended,
  {
    rules: {
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        { ignorePattern: '^[\\s\\d‹›…·–—×%→:;,.()/+?−-]+$', ignoreNodes: ['kbd'] },
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-unused-keys': ['error', { extensions: ['.ts', '.vue'] }],
      '@intlify/vue-i18n/no-dynamic-keys': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-imports': ['error', { patterns: [reka_ui_only_in_ui] }],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always', normal: 'always', component: 'always' } }],
      'vue/require-default-prop': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/no-static-element-interactions': 'off',
    },
    settings: {
      'vue-i18n': {
        localeDir: {
          pattern: './src/i18n/locales/**/*.json',
          localeKey: 'path',
          localePattern: '/^.*\\/locales\\/(?<locale>[A-Za-z-]+)\\/.*\\.json$/',
        },
        messageSyntaxVersion: '^11.0.0',
      },
    },
  },
  { files: ['src/ui/**'], rules: { 'no-restricted-imports': 'off' } },
  ...feature_walls,
  schedule_wall,
)
