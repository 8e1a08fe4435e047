import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { readIntake, type FieldRefusal } from '#domain/intake.ts'
import { formOfApplication } from './form-of-application.ts'
import { intakeRules } from './intake-rules.ts'
import type { Office } from './office.ts'

/**
 * What an application that was taken in on minimum data lacks still, by the law of its filing day; none: it is whole.
 * Files that stand on the checklist are not read again, whichever way they came there.
 */
export function lackingData(office: Office, state: ApplicationState): readonly FieldRefusal[] {
  if (!state.incomplete) return []
  const form = formOfApplication(office, state)
  const reading = readIntake(form, intakeRules(office, form, state.filedOn), null, isOnChecklist(state))
  return reading.ok ? [] : reading.refusal
}

/** The requirement of a refusal about a file or its paper; undefined: it is about something else. */
export const requirementOfField = (field: string): string | undefined =>
  /^(?:documents|papers)\.([^.]+)/.exec(field)?.[1]

/** Whether a refusal is about a requirement that has a file in force: that is the checklist's business. */
export const isOnChecklist =
  (state: ApplicationState) =>
  ({ field }: FieldRefusal): boolean =>
    currentDocuments(state).some((one) => one.requirementCode === requirementOfField(field))
