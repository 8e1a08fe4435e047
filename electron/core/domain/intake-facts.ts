import type { MediaType } from './file-kind.ts'
import type { PixelSize } from './file-structure.ts'
import type { IntakeForm } from './intake-form.ts'
import type { LateLimits } from './late-entry.ts'
import type { OfficeDate } from './office-date.ts'
import type { OldBookRules } from './old-book.ts'
import type { OwnField } from './own-field.ts'
import type { PermitType, Regime, Requirement, RequirementFacts } from './permit-type.ts'
import type { Route } from './route.ts'
import type { UploadRule } from './upload-rule.ts'

/** What the station found a file to be by its content. */
export interface StoredFile {
  readonly mediaType: MediaType
  readonly sizeBytes: number
  /** null: no picture. Absent: not measured. */
  readonly size?: PixelSize | null | undefined
}

/** The form's files that the station has, by hash. */
export type StoredFiles = ReadonlyMap<string, StoredFile>

/** What the office offers and the law says on the day, for one form. */
export interface IntakeRules {
  /** null: no type chosen yet, or one that is not offered. */
  readonly type: PermitType | null
  readonly regime: Regime | null
  /** Way of the kind that is asked for; null or absent: here. */
  readonly route?: Route | null | undefined
  readonly today: OfficeDate
  /** What a file of a requirement must be; absent: not asked here, as where only the office knows it. */
  readonly uploadRule?: ((requirement: Requirement) => UploadRule) | undefined
  /** Between what moments a late entry may lie; absent: not known here. */
  readonly late?: LateLimits | undefined
  /** Where a dossier of the old book may stand; absent: not known here. */
  readonly oldBook?: OldBookRules | undefined
}

const answersOfForm = (form: IntakeForm, fields: readonly OwnField[]): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(form.answers).map(([code, text]) => {
      const isYesNo = fields.find((one) => one.code === code)?.kind === 'yes-no'
      return [code, isYesNo ? text === 'yes' : text.trim()]
    }),
  )

/**
 * The facts of a form that decide its requirements and questions.
 *
 * @param fields  the type's own questions: they tell a *ya* from a word
 */
export function factsOfForm(form: IntakeForm, fields: readonly OwnField[] = []): RequirementFacts {
  return {
    kind: form.kind,
    practiceOrdinal: form.practiceOrdinal,
    facilityKind: form.facilityKind,
    strLifetime: form.strLifetime,
    practisedMoreThanFiveYearsAgo: form.practisedMoreThanFiveYearsAgo,
    foreigner: form.citizenship !== 'ID',
    filedByRepresentative: form.representativeName.trim() !== '',
    startedBy: form.kind === 'revocation' ? form.startedBy : 'holder',
    domicileDiffers: form.domicileDiffers,
    answers: answersOfForm(form, fields),
  }
}
