import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { Field } from './check'

/** One sentence about one place of the draft, ours or the server's. */
export interface Problem {
  field: Field
  index?: number
  text: string
}

const key: InjectionKey<ComputedRef<Problem[]>> = Symbol('policy problems')

export const provide_problems = (problems: ComputedRef<Problem[]>): void => provide(key, problems)

/** The sentences about these fields, for the line that shows them. */
export function use_problems() {
  const problems = inject(key)
  const about = (fields: Field[], index?: number): Problem[] => (problems?.value ?? []).filter((problem) => fields.includes(problem.field) && problem.index === index)
  return { about }
}
