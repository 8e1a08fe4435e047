import { z } from 'zod'
import { ASSIGNMENT_FACTS } from '#domain/documents/assignment-letter-sheet.ts'
import { DECREE_FACTS } from '#domain/documents/decree-sheet.ts'
import { NOTE_FACTS } from '#domain/documents/electronic-note.ts'
import { EXPIRY_FACTS } from '#domain/documents/expiry-letter-sheet.ts'
import { INSPECTION_FACTS } from '#domain/documents/inspection-report-sheet.ts'
import type { OfficeTexts } from '#domain/documents/office-texts.ts'
import { PERMIT_FACTS } from '#domain/documents/permit-sheet.ts'
import { REFUSAL_FACTS } from '#domain/documents/refusal-letter-sheet.ts'
import { REQUEST_FACTS } from '#domain/documents/request-letter-sheet.ts'
import { MAIL_FACTS, mailTextKeys } from '#domain/mail-text.ts'
import { NOTICE_FACTS, noticeTextKeys } from '#domain/notice-text.ts'
import { STATEMENT_FACTS } from '#domain/documents/statement-text.ts'
import { checkTemplate, type Dated } from '#domain/documents/template.ts'
import { permitCategories } from '#domain/permit-type.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DataFile } from './assemble-catalogue.ts'
import { checkSpan, overlaps } from './check-catalogue.ts'
import { codeField, dayField, requirementCodeField, textField } from './fields.ts'
import { problemsOf, type DataFileProblem } from './problems.ts'

const dated = { version: z.int().min(1), from: dayField, until: dayField.nullable() }
const RowSchema = z.strictObject({ label: textField, value: textField, strong: z.boolean().optional() })
const PermitRowSchema = z.union([z.strictObject({ own: z.literal(true) }), RowSchema])
const texts = z.array(textField)

const fileOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ id: codeField, versions: z.array(z.strictObject({ ...dated, ...shape })).min(1) })

const PermitFile = z.strictObject({
  id: codeField,
  categories: z.array(z.enum(permitCategories)).min(1),
  holder: z.enum(['person', 'company']),
  versions: z
    .array(
      z.strictObject({
        ...dated,
        operative: textField,
        rows: z.array(PermitRowSchema).min(1),
        statement: textField.nullable(),
        obligationsLead: textField,
        obligations: texts.min(1),
      }),
    )
    .min(1),
})

const letter = {
  nature: textField,
  enclosure: textField,
  subject: textField,
  opening: textField,
  rows: z.array(RowSchema),
  paragraphs: texts,
  closing: textField,
}
const RefusalFile = fileOf({ ...letter, finding: textField })
const RequestFile = fileOf(letter)
const ExpiryFile = fileOf({ ...letter, listed: textField })
const AssignmentFile = fileOf({
  title: textField,
  basis: texts.min(1),
  lead: textField,
  tasks: z.record(z.enum(appointmentKinds), texts.min(1)),
  closing: textField,
})
const InspectionFile = fileOf({
  title: textField,
  opening: textField,
  findings: texts.min(1),
  blankFindings: z.int().min(0).max(10),
  conclusions: texts.min(2),
  closing: textField,
})
const DecreeFile = fileOf({
  subject: textField,
  considerations: texts.min(1),
  basis: texts,
  decides: textField,
  dikta: z
    .array(z.strictObject({ text: textField, rows: z.array(RowSchema).optional() }))
    .min(1)
    .max(8),
  grounds: z.strictObject({ holder: textField, facility: textField, office: textField }),
  surrendered: textField,
  outstanding: textField,
})
const certifier = { name: textField, sign: z.string().min(1).max(10) }
const NoteFile = fileOf({
  statements: texts.min(1),
  certifiers: z.array(z.strictObject({ knownBy: texts.min(1), ...certifier })),
  unknown: z.strictObject(certifier),
})

const StatementsFile = fileOf({
  form: z.strictObject({ title: textField, opening: textField, declaration: textField, signer: textField }),
  statements: z
    .array(
      z.strictObject({
        code: codeField,
        title: textField,
        for: z.array(z.strictObject({ requirement: requirementCodeField, starting: textField.optional() })),
        stamped: z.boolean().optional(),
        addressed: z.boolean().optional(),
        parts: z.array(z.strictObject({ lead: textField, rows: z.array(RowSchema).min(1) })).min(1),
        paragraphs: texts.min(1),
        items: texts.optional(),
        closing: textField,
        signers: texts.min(1).max(2),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map((one) => one.code)).size === all.length, {
      error: 'kode yang berlainan',
    }),
})

const noticePart = z.strictObject({ title: textField, paragraphs: texts.min(1) })
const NoticeFile = fileOf({
  greeting: textField,
  caller: textField,
  closing: texts,
  kinds: z.record(z.enum(noticeTextKeys), noticePart),
})
const MailFile = fileOf({
  greeting: textField,
  closing: texts,
  footer: texts,
  kinds: z.record(z.enum(mailTextKeys), z.strictObject({ subject: textField, paragraphs: texts.min(1) })),
})
const OfficeNoticeFile = fileOf({ kinds: z.partialRecord(z.enum(noticeTextKeys), noticePart) })

/** The files of the fixed texts as read. */
export interface TextFiles {
  readonly permits: readonly DataFile[]
  readonly refusal: DataFile
  readonly decree: DataFile
  readonly request: DataFile
  readonly assignment: DataFile
  readonly expiry: DataFile
  readonly inspection: DataFile
  readonly electronicNote: DataFile
  readonly statements: DataFile
  readonly notice: DataFile
  readonly mail: DataFile
  /** Where this office says it otherwise; null: nowhere. */
  readonly ownNotice: DataFile | null
}

interface VersionedFile<V extends Dated> {
  readonly id: string
  readonly versions: readonly V[]
}

/** Reads one file: its schema, its spans, and that its texts ask only for facts their documents have. */
function readFile<V extends Dated, F extends VersionedFile<V>>(
  { file, json }: DataFile,
  schema: z.ZodType<F>,
  facts: readonly string[],
): Result<F, readonly DataFileProblem[]> {
  const parsed = schema.safeParse(json)
  if (!parsed.success) return refuse(problemsOf(file, parsed.error))
  const { id, versions } = parsed.data
  const problems = versions.flatMap((one, i): DataFileProblem[] => [
    ...checkSpan(file, `versions[${i}]`, one),
    ...versions
      .slice(0, i)
      .filter((before) => overlaps(before, one))
      .map(() => ({
        file,
        field: `versions[${i}].from`,
        expected: 'tanggal setelah versi sebelumnya berakhir',
      })),
  ])
  const checked = checkTemplate(id, { versions }, facts)
  if (!checked.ok) {
    const { field, fact } = checked.refusal
    problems.push({ file, field, expected: `salah satu dari: ${facts.join(', ')}; bukan ${fact}` })
  }
  return problems.length > 0 ? refuse(problems) : ok(parsed.data)
}

const named = <V extends Dated>(file: VersionedFile<V>): readonly (V & { readonly id: string })[] =>
  file.versions.map((one) => ({ ...one, id: file.id }))

/**
 * Checks the fixed texts of all sheets.
 *
 * Refuses with every problem found: a shape that is none, versions that overlap, a fact that no document has, a category
 * without a text.
 */
export function assembleTexts(files: TextFiles): Result<OfficeTexts, readonly DataFileProblem[]> {
  const permits = files.permits.map((one) => readFile(one, PermitFile, PERMIT_FACTS))
  const refusal = readFile(files.refusal, RefusalFile, REFUSAL_FACTS)
  const decree = readFile(files.decree, DecreeFile, DECREE_FACTS)
  const request = readFile(files.request, RequestFile, REQUEST_FACTS)
  const assignment = readFile(files.assignment, AssignmentFile, ASSIGNMENT_FACTS)
  const expiry = readFile(files.expiry, ExpiryFile, EXPIRY_FACTS)
  const inspection = readFile(files.inspection, InspectionFile, INSPECTION_FACTS)
  const note = readFile(files.electronicNote, NoteFile, NOTE_FACTS)
  const statements = readFile(files.statements, StatementsFile, STATEMENT_FACTS)
  const notice = readFile(files.notice, NoticeFile, NOTICE_FACTS)
  const mail = readFile(files.mail, MailFile, MAIL_FACTS)
  const own = files.ownNotice
    ? readFile(files.ownNotice, OfficeNoticeFile, NOTICE_FACTS)
    : ok({ id: 'notice', versions: [] })
  const problems = [
    ...permits,
    refusal,
    decree,
    request,
    assignment,
    expiry,
    inspection,
    note,
    statements,
    notice,
    mail,
    own,
  ].flatMap((one) => (one.ok ? [] : one.refusal))
  if (
    !refusal.ok ||
    !decree.ok ||
    !request.ok ||
    !assignment.ok ||
    !expiry.ok ||
    !inspection.ok ||
    !note.ok ||
    !statements.ok ||
    !notice.ok ||
    !mail.ok ||
    !own.ok ||
    problems.length > 0
  )
    return refuse(problems)
  const read = permits.flatMap((one) => (one.ok ? [one.value] : []))
  const without = permitCategories.filter(
    (category) => category !== 'REV' && !read.some((one) => one.categories.includes(category)),
  )
  if (without.length > 0)
    return refuse(
      without.map((category) => ({
        file: 'assets/templates',
        field: 'categories',
        expected: `naskah izin untuk golongan ${category}`,
      })),
    )
  return ok({
    permits: read.map((one) => ({ ...one, versions: named(one) })),
    refusal: named(refusal.value),
    decree: named(decree.value),
    request: named(request.value),
    assignment: named(assignment.value),
    expiry: named(expiry.value),
    inspection: named(inspection.value),
    electronicNote: named(note.value),
    statements: named(statements.value),
    notice: { general: named(notice.value), own: named(own.value) },
    mail: named(mail.value),
  })
}
