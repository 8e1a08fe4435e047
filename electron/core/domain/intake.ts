import { factsOfForm, type IntakeRules, type StoredFiles } from './intake-facts.ts'
import {
  readDocuments,
  readOriginals,
  type DocumentReading,
  type OriginalReading,
} from './intake-documents.ts'
import type { IntakeForm } from './intake-form.ts'
import { readLateFields, type LateReading } from './late-fields.ts'
import { readOldBook, type OldBookReading } from './old-book.ts'
import { readPerson, type PersonReading } from './intake-person.ts'
import { readPractice, type PracticeReading } from './intake-practice.ts'
import { createFieldReader, type FieldRefusal } from './intake-refusal.ts'
import { readRequest, type RequestReading } from './intake-request.ts'
import { requirementsFor } from './permit-type.ts'
import { ok, refuse, type Result } from './result.ts'
// Whoever reads a form speaks of its refusals and rules.
export { factsOfForm, type IntakeRules, type StoredFile, type StoredFiles } from './intake-facts.ts'
export { type FieldRefusal, type IntakeField, type IntakeFieldRefusal } from './intake-refusal.ts'

/** An intake form whose every field has been read. */
export interface IntakeReading extends PersonReading, RequestReading, PracticeReading {
  readonly domicileDiffers: boolean
  /** null: a walk-in. */
  readonly late: LateReading | null
  /** null: taken in here. */
  readonly oldBook: OldBookReading | null
  /** Files and papers that answer a requirement of this application, kind and size as the station found them. */
  readonly documents: readonly DocumentReading[]
  /** Originals that stay at the office. */
  readonly originals: readonly OriginalReading[]
}

/**
 * Reads *Terima Permohonan*, on the screen while it is typed and again on the server when it is saved.
 *
 * Refuses with every field that needs mending, in the order of the form; nothing typed is changed.
 * A birth date or sex that contradicts the NIK is refused, since one of the two was misread from the KTP;
 * the region never is: it does not follow moves (domain 4.1). Files of a requirement that this application does not
 * have (any more) are left out: no stage would ever ask for them.
 *
 * @param files      the station's own word on the files; null: not asked, as on the screen
 * @param tolerated  refusals that do not matter here; what such a field says is not to be relied on
 */
export function readIntake(
  form: IntakeForm,
  rules: IntakeRules,
  files: StoredFiles | null = null,
  tolerated: (refusal: FieldRefusal) => boolean = () => false,
): Result<IntakeReading, readonly FieldRefusal[]> {
  const reader = createFieldReader()
  const late = readLateFields(form, rules.late, reader)
  const oldBook = readOldBook(form.oldBook, rules.oldBook, reader)
  const person = readPerson(form, rules, reader)
  const request = readRequest(form, rules, reader)
  const practice = readPractice(form, rules, reader)
  const fields = rules.type?.fields ?? []
  const asked = rules.regime ? requirementsFor(rules.regime, factsOfForm(form, fields)) : []
  // The papers of an old dossier lie in its folder: only what is brought along is read.
  const brought = asked.filter(
    ({ code }) => form.oldBook === null || form.documents.some((one) => one.requirementCode === code),
  )
  const documents = readDocuments(brought, form, rules, files, reader)
  const originals = readOriginals(asked, form, documents)
  const refusals = reader.refusals.filter((one) => !tolerated(one))
  return refusals.length > 0
    ? refuse(refusals)
    : ok({
        ...person,
        ...request,
        ...practice,
        domicileDiffers: form.domicileDiffers,
        late,
        oldBook,
        documents,
        originals,
      })
}
