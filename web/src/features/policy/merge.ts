import type { Rules } from '@/api/manage-types'
import type { Field } from './check'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const fields_of = (policy: Rules): Field[] => Object.keys(policy) as Field[]

/** The fields in which two documents differ. */
export const changed_fields = (before: Rules, after: Rules): Field[] => [...new Set([...fields_of(before), ...fields_of(after)])].filter((field) => !same(before[field], after[field]))

export interface Merge {
  /** Both sides' changes; where both changed a field, theirs. */
  merged: Rules
  /** Fields that both changed, each to something else. */
  clashes: Field[]
  theirs: Field[]
}

function with_field<F extends Field>(policy: Rules, field: F, value: Rules[F]): Rules {
  return { ...policy, [field]: value }
}

/** What both made of the same version, put together field by field. */
export function merge(base: Rules, mine: Rules, theirs: Rules): Merge {
  const by_me = changed_fields(base, mine)
  const by_them = changed_fields(base, theirs)
  const clashes = by_me.filter((field) => by_them.includes(field) && !same(mine[field], theirs[field]))
  const merged = by_me.filter((field) => !clashes.includes(field)).reduce((policy, field) => with_field(policy, field, mine[field]), theirs)
  return { merged, clashes, theirs: by_them }
}

export const take = (into: Rules, from: Rules, fields: Field[]): Rules => fields.reduce((policy, field) => with_field(policy, field, from[field]), into)
