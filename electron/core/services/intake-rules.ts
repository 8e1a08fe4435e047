import type { IntakeForm } from '#domain/intake-form.ts'
import type { IntakeRules } from '#domain/intake.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { regimeOn } from '#domain/permit-type.ts'
import { typesTakenIn, type Office } from './office.ts'

/** Type, regime and day for a form; null where none is chosen or in force. */
export function intakeRules(
  office: Office,
  form: Pick<IntakeForm, 'permitTypeCode'>,
  today: OfficeDate,
): IntakeRules {
  const type = typesTakenIn(office, today).find((one) => one.code === form.permitTypeCode) ?? null
  const regime = type && regimeOn(type, today)
  return { type, regime: regime?.ok ? regime.value : null, today }
}
