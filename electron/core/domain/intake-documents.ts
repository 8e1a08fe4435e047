import type { PaperReading } from './application.ts'
import type { IntakeRules, StoredFiles } from './intake-facts.ts'
import type { IntakeDocument, IntakeForm } from './intake-form.ts'
import type { FieldReader } from './intake-refusal.ts'
import { readPaper } from './paper-facts.ts'
import type { Requirement } from './permit-type.ts'
import { refuseFacts } from './upload-rule.ts'

/** A file or paper that answers a requirement, with what was written down of it. */
export interface DocumentReading extends IntakeDocument {
  readonly paper: PaperReading | null
}

/**
 * Reads the checklist: what was brought for each requirement, and what was written down of it. Files of a requirement
 * that this application does not have (any more) are left out: no stage would ever ask for them.
 *
 * @param files  the station's own word on the files; null: not asked, as on the screen
 */
export function readDocuments(
  asked: readonly Requirement[],
  form: IntakeForm,
  rules: IntakeRules,
  files: StoredFiles | null,
  reader: FieldReader,
): readonly DocumentReading[] {
  const readings = asked.flatMap((requirement) => {
    const { code } = requirement
    const brought = form.documents.filter((one) => one.requirementCode === code)
    const refused = reader.refusals.length
    noteFaults(requirement, brought, rules, files, reader)
    const typed = form.papers.find((one) => one.requirementCode === code)
    // Of a paper that is not there nothing has to be written down.
    const paper = brought.length === 0 ? null : readPaper(requirement, typed, rules.today)
    if (paper && !paper.ok)
      for (const { fact, refusal } of paper.refusal) reader.note(`papers.${code}.${fact}`, refusal)
    if (reader.refusals.length > refused) return []
    return brought.map((one): readonly [IntakeDocument, DocumentReading] => [
      one,
      {
        ...one,
        ...(one.sha256 === null ? undefined : known(files, one.sha256)),
        paper: paper?.ok ? paper.value : null,
      },
    ])
  })
  const read = new Map(readings)
  return form.documents.flatMap((one) => read.get(one) ?? [])
}

const known = (files: StoredFiles | null, sha256: string) => {
  const stored = files?.get(sha256)
  return stored && { mediaType: stored.mediaType, sizeBytes: stored.sizeBytes }
}

function noteFaults(
  requirement: Requirement,
  brought: readonly IntakeDocument[],
  { uploadRule }: IntakeRules,
  files: StoredFiles | null,
  { note }: FieldReader,
): void {
  const { code, label, file, photo } = requirement
  const field = `documents.${code}` as const
  if (brought.length === 0) return note(field, { code: 'requirement-missing', label })
  if (file && brought.every((one) => one.sha256 === null))
    return note(field, { code: 'requirement-needs-file', label })
  for (const { sha256, fileName, mediaType } of brought) {
    if (sha256 === null) continue
    const stored = files?.get(sha256)
    if (files && !stored) return note(field, { code: 'requirement-file-lost', label, fileName })
    if (photo && (stored?.mediaType ?? mediaType) === 'application/pdf')
      return note(field, { code: 'photo-not-a-picture', fileName })
    const why = stored && uploadRule ? refuseFacts(stored, fileName, uploadRule(requirement)) : null
    if (why) return note(field, { code: 'requirement-file-unfit', label, why })
  }
}

/** An original that stays at the office, as the receipt says. */
export interface OriginalReading {
  readonly requirementCode: string
  readonly count: number
}

/** Originals of papers that are there and that the clerk marked as kept; one entry per requirement. */
export const readOriginals = (
  asked: readonly Requirement[],
  form: Pick<IntakeForm, 'papers'>,
  documents: readonly DocumentReading[],
): readonly OriginalReading[] =>
  asked.flatMap(({ code, count }) => {
    const read = documents.find((one) => one.requirementCode === code)
    const isKept = form.papers.some((one) => one.requirementCode === code && one.kept === true)
    return read && isKept ? [{ requirementCode: code, count: read.paper?.count ?? count }] : []
  })
