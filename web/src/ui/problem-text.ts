import { useI18n } from 'vue-i18n'
import { as_problem } from '@/api/problem'

/** The sentence for an error: the server's own (already in the reader's language), else ours. */
export function use_problem_text(): (error: unknown) => string {
  const { t } = useI18n()
  return (error) => {
    const problem = as_problem(error)
    if (problem.code === 'network') return t('error.network')
    if (problem.detail) return problem.detail
    switch (problem.status) {
      case 401:
        return t('error.signed_out')
      case 403:
        return t('error.forbidden')
      case 404:
        return t('error.not_found')
      case 429:
        return t('error.too_many')
      case 503:
        return t('error.overloaded')
      default:
        return problem.title || t('error.unknown')
    }
  }
}
