import type { IntakeForm } from '#domain/intake-form.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Values for fields that are as the form opens, or still hold what was taken over before: never the clerk's own word. */
export function takenOver(
  values: Partial<IntakeForm>,
  form: IntakeForm,
  own: Partial<IntakeForm>,
): Partial<IntakeForm> {
  const keys = Object.keys(values) as (keyof IntakeForm)[]
  const free = keys.filter((key) => same(form[key], emptyIntakeForm[key]) || same(form[key], own[key]))
  return Object.fromEntries(free.map((key) => [key, values[key]]))
}
