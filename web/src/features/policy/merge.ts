import type { Policy } from '@/api/types'
import type { Field } from './check'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const fields_of = (policy: Policy): Field[] => Object.keys(policy) as Field[]

/** The fields in which two documents differ. */
export const changed_fields = (before: Policy, after: Policy): Field[] => [...new Set([...fields_of(before), ...fields_of(after)])].filter((field) => !same(before[field], after[field]))

export interface Merge {
  /** Both sides' changes; where both changed a field, theirs. */
  merged: Policy
  /** Fields that both changed, each to something else. */
  clashes: Field[]
  theirs: Field[]
}

function with_field<F extends Field>(policy: Policy, field: F, value: Policy[F]): Policy {
  return { ...policy, [field]: value }
}

/** What both made of the same version, put together field by field. */
export function merge(base: Policy, mine: Policy, theirs: Policy): Merge {
  const by_me = changed_fields(base, mine)
  const by_them = changed_fields(base, theirs)
  const clashes = by_me.filter((field) => by_them.includes(field) && !same(mine[field], theirs[field]))
  const merged = by_me.filter((field) => !clashes.includes(field)).reduce((policy, field) => with_field(policy, field, mine[field]), theirs)
  return { merged, clashes, theirs: by_them }
}

export const take = (into: Policy, from: Policy, fields: Field[]): Policy => fields.reduce((policy, field) => with_field(policy, field, from[field]), into)
