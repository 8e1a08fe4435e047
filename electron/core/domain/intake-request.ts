import { factsOfForm, type IntakeRules } from './intake-facts.ts'
import type { IntakeForm } from './intake-form.ts'
import type { FieldReader } from './intake-refusal.ts'
import type { OfficeDate } from './office-date.ts'
import { readAnswer, type AnswerValue } from './own-answer.ts'
import { requirementApplies, type Starter } from './permit-type.ts'
import { parseTypedDate } from './typed-date.ts'

/** What is asked for: kind, earlier permit, reason of a revocation, answers to the type's own questions. */
export interface RequestReading {
  readonly startedBy: Starter
  readonly reasonCode: string | null
  readonly effectiveOn: OfficeDate | null
  /** null: a first application. Whether the register has such a permit is not known here. */
  readonly earlier: {
    readonly permitId: string | null
    readonly number: string
    /** The register does not know it; then `validUntil` is what its paper says, null for life. */
    readonly onPaper: boolean
    readonly validUntil: OfficeDate | null
  } | null
  readonly technical: Readonly<Record<string, AnswerValue>>
}

/** Reads type, kind and what hangs on them. Good only when the reader noted nothing. */
export function readRequest(form: IntakeForm, rules: IntakeRules, reader: FieldReader): RequestReading {
  const { type, regime } = rules
  if (type === null || regime === null)
    reader.note('permitTypeCode', { code: 'type-not-offered', typed: form.permitTypeCode })
  else if (!type.kinds.includes(form.kind))
    reader.note('kind', { code: 'kind-not-offered', typed: form.kind })
  return {
    ...readRevocation(form, rules, reader),
    earlier: readEarlier(form, rules, reader),
    technical: readAnswers(form, rules, reader),
  }
}

function readRevocation(form: IntakeForm, { type }: IntakeRules, { read, needed, note }: FieldReader) {
  if (form.kind !== 'revocation') return { startedBy: 'holder', reasonCode: null, effectiveOn: null } as const
  const { startedBy } = form
  const rule = type?.kindRules.revocation
  if (rule && !rule.startedBy.includes(startedBy)) note('startedBy', { code: 'starter-not-allowed' })
  const reasonCode = needed('reasonCode', form.reasonCode, 'Alasan pencabutan', 'Pindah tempat praktik')
  const reason = rule?.reasons.find((one) => one.code === reasonCode)
  if (rule && reasonCode !== '' && reason?.startedBy !== startedBy)
    note('reasonCode', { code: 'reason-unknown' })
  const effectiveOn =
    form.effectiveOn.trim() === '' ? null : read('effectiveOn', parseTypedDate(form.effectiveOn))
  return { startedBy, reasonCode, effectiveOn }
}

function readEarlier(form: IntakeForm, { type }: IntakeRules, { read, note }: FieldReader) {
  if (!type?.kindRules[form.kind].needsEarlierPermit) return null
  const number = form.targetPermitNumber.replace(/\s+/g, ' ').trim()
  const permitId = form.targetPermitOnPaper ? null : form.targetPermitId
  if (permitId === null && number === '') note('targetPermitNumber', { code: 'earlier-permit-needed' })
  const validUntil =
    !form.targetPermitOnPaper || form.targetPermitValidUntil.trim() === ''
      ? null
      : read('targetPermitValidUntil', parseTypedDate(form.targetPermitValidUntil))
  return { permitId, number, onPaper: form.targetPermitOnPaper, validUntil }
}

/** Answers to what is asked under the rest of the form; what is not asked (any more) is left out. */
function readAnswers(form: IntakeForm, { type, today }: IntakeRules, { read }: FieldReader) {
  const fields = type?.fields ?? []
  const facts = factsOfForm(form, fields)
  // Whoever asks for the end of a permit is not asked about its premises again.
  const asked = form.kind === 'revocation' ? [] : fields.filter((one) => requirementApplies(one.when, facts))
  return Object.fromEntries(
    asked.map((field) => [
      field.code,
      read(`answers.${field.code}`, readAnswer(field, form.answers[field.code] ?? '', today)),
    ]),
  )
}
