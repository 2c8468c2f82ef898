import { expect, it } from 'vitest'
import { role_allows } from '@/app/session'

it('offers each role its own screens', () => {
  expect(role_allows(['member'], 'book')).toBe(true)
  expect(role_allows(['member'], 'approve')).toBe(false)
  expect(role_allows(['member'], 'statements')).toBe(false)
  expect(role_allows(['company_admin'], 'statements')).toBe(true)
  expect(role_allows(['operator'], 'operate')).toBe(true)
  expect(role_allows(['institution_admin'], 'approve')).toBe(true)
  expect(role_allows(['institution_admin'], 'operate')).toBe(false)
  expect(role_allows(['finance'], 'finance')).toBe(true)
  expect(role_allows([], 'book')).toBe(false)
})
