import { VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import BatchDialog from '@/features/approvals/BatchDialog.vue'
import { i18n, with_texts } from '@/i18n'
import { violations } from '../support/axe'
import { booking } from '../support/fixtures'
import { settle } from '../support/mount'
import { serve, type Call } from '../support/server'

enableAutoUnmount(afterEach)

const refused = { title: '违反规则', detail: '最多 1 小时', status: 422, code: 'rule_violated', violations: [{ rule: 'max_length', message: '每次最多 1 小时', params: {} }] }
const trial = ({ body }: Call): unknown => {
  const { ids, waive } = body as { ids: string[]; waive?: string[] }
  const ok = Boolean(waive?.includes('max_length'))
  return { results: ids.map((id) => ({ id, ok, status: null, problem: ok ? null : refused })), ok: ok ? ids.length : 0, failed: ok ? 0 : ids.length }
}

const button = (name: string): HTMLButtonElement => [...document.querySelectorAll('button')].find((item) => item.textContent?.includes(name)) as HTMLButtonElement
const text = (): string => document.body.textContent ?? ''

async function open(may_waive: boolean) {
  await with_texts(['waiver'], () => Promise.resolve())()
  const calls = serve({ 'POST /bookings/batch': trial })
  const stubs = { RouterLink: true }
  const wrapper = mount(BatchDialog, { props: { bookings: [booking, { ...booking, id: 'B2' }], mayWaive: may_waive }, attachTo: document.body, global: { plugins: [i18n, VueQueryPlugin], stubs } })
  await settle(40)
  return { calls, wrapper }
}

it('tries a batch again with a rule set aside, and approves with the same waiver', async () => {
  const { calls, wrapper } = await open(true)
  expect(text()).toContain('0 条可批准，2 条冲突')
  document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
  await settle()
  button('按豁免重新检查').click()
  await settle()
  expect(text()).toContain('请写明原因')
  const reason = document.querySelector('textarea') as HTMLTextAreaElement
  reason.value = '设备验收'
  reason.dispatchEvent(new Event('input'))
  await settle()
  button('按豁免重新检查').click()
  await settle(40)
  expect(calls.at(-1)?.body).toEqual({ action: 'approve', ids: ['B1', 'B2'], waive: ['max_length'], waive_reason: '设备验收', dry_run: true })
  expect(text()).toContain('2 条可批准，0 条冲突')
  expect(await violations()).toEqual([])
  button('批准 2 条').click()
  expect(wrapper.emitted('approve')).toEqual([[['B1', 'B2'], { rules: ['max_length'], reason: '设备验收' }]])
})

it('leaves the rules alone for who may not set them aside', async () => {
  await open(false)
  expect(text()).toContain('0 条可批准，2 条冲突')
  expect(document.querySelector('input[type=checkbox]')).toBeNull()
  expect(button('批准 0 条').disabled).toBe(true)
})
