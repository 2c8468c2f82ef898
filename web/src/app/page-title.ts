import { watchEffect, type MaybeRefOrGetter, toValue } from 'vue'
import { useI18n } from 'vue-i18n'

/** Keeps the document's title in step with the page and the language. */
export function use_page_title(title: MaybeRefOrGetter<string | undefined>): void {
  const { t } = useI18n()
  watchEffect(() => {
    const own = toValue(title)
    document.title = own ? `${own} · ${t('app.name')}` : t('app.name')
  })
}
