import { computed, ref } from 'vue'
import { get, request, set_csrf_token } from '@/api/client'
import { ApiError } from '@/api/problem'
import type { Role, Session, User } from '@/api/types'

const user = ref<User | null>(null)
const ready = ref(false)

const looks_signed_in = (): boolean => document.cookie.split('; ').includes('yiqi_signed_in=1')

function take(session: Session): void {
  set_csrf_token(session.csrf_token)
  user.value = session.user
}

export function forget_session(): void {
  set_csrf_token('')
  user.value = null
}

/** Asks who the caller is, only where the readable cookie says that there is a session. */
export async function load_session(): Promise<void> {
  if (ready.value) return
  try {
    if (looks_signed_in()) take(await get<Session>('/me'))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    forget_session()
  } finally {
    ready.value = true
  }
}

export async function sign_in(login: string, password: string): Promise<void> {
  take(await request<Session>('POST', '/session', { body: { login, password } }))
  ready.value = true
}

export async function sign_out(): Promise<void> {
  try {
    await request('DELETE', '/session')
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) throw error
  }
  forget_session()
}

export type Capability = 'book' | 'account' | 'statements' | 'approve' | 'operate' | 'finance' | 'manage' | 'administer' | 'council' | 'judge'

const grants: Record<Capability, Role[]> = {
  book: ['member', 'company_admin'],
  account: ['member', 'company_admin'],
  statements: ['company_admin', 'finance'],
  approve: ['operator', 'platform_admin', 'institution_admin'],
  operate: ['operator', 'platform_admin'],
  finance: ['finance'],
  manage: ['operator', 'platform_admin', 'institution_admin', 'secretariat', 'system_admin'],
  administer: ['platform_admin', 'institution_admin', 'system_admin'],
  council: ['secretariat', 'system_admin'],
  judge: ['platform_admin', 'institution_admin', 'secretariat', 'system_admin'],
}

/** What the screens offer; the server decides again on each call. */
export function role_allows(roles: Role[], capability: Capability): boolean {
  return roles.some((role) => grants[capability].includes(role))
}

export function use_session() {
  const roles = computed(() => user.value?.roles.map((grant) => grant.role) ?? [])
  const can = (capability: Capability): boolean => role_allows(roles.value, capability)
  return { user, roles, can, signed_in: computed(() => user.value !== null) }
}
