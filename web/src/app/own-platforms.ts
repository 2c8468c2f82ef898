import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { platforms_query } from '@/api/inventory'
import { use_session } from './session'

/** The platforms that the caller runs: named by the role, all of an institution, or all of the house. */
export function use_own_platforms() {
  const { user } = use_session()
  const found = useQuery(platforms_query())
  const platforms = computed(() => {
    const grants = user.value?.roles ?? []
    const runs = (platform: string, institution: string): boolean =>
      grants.some((grant) => {
        if (grant.role === 'platform_admin' || grant.role === 'operator') return grant.scope === platform
        if (grant.role === 'institution_admin') return grant.scope === institution
        return grant.role === 'system_admin'
      })
    return (found.data.value?.items ?? []).filter((platform) => runs(platform.id, platform.institution_id))
  })
  return { platforms, found }
}
