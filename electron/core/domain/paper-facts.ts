import type { PaperReading } from './application.ts'
import type { IntakePaper } from './intake-form.ts'
import { addDays, type OfficeDate } from './office-date.ts'
import type { Requirement, RequirementForm } from './requirement.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

/** Why what was written down of a paper does not meet its requirement. */
export type PaperRefusal =
  /** The day is needed, since the requirement has a greatest age. */
  | { readonly code: 'paper-date-needed'; readonly label: string; readonly maxAgeDays: number }
  | { readonly code: 'paper-in-future'; readonly label: string; readonly day: OfficeDate }
  | {
      readonly code: 'paper-too-old'
      readonly label: string
      readonly day: OfficeDate
      readonly maxAgeDays: number
      readonly oldest: OfficeDate
    }
  | { readonly code: 'paper-ended'; readonly label: string; readonly validUntil: OfficeDate }
  | {
      readonly code: 'paper-form-unfit'
      readonly label: string
      readonly asked: RequirementForm
      readonly brought: RequirementForm
    }
  | { readonly code: 'paper-count-malformed'; readonly label: string; readonly typed: string }
  | {
      readonly code: 'paper-count-low'
      readonly label: string
      readonly asked: number
      readonly brought: number
    }

/** A fact of a paper on the form. */
export type PaperField = 'number' | 'date' | 'issuer' | 'validUntil' | 'form' | 'count'

export interface PaperFieldRefusal {
  readonly fact: PaperField
  readonly refusal: PaperRefusal | TypedDateRefusal
}

// A better form than asked always does: an original where a copy would have been enough.
const rank: Readonly<Record<RequirementForm, number>> = { digital: 0, copy: 1, legalised: 2, original: 3 }

/**
 * Reads what the clerk wrote down of one requirement's paper. What is not asked for is not read; a number or an issuer
 * may be left open, since not every letter has one; the day may not where the paper must not be older than so many days.
 *
 * @param today  day of filing
 * @returns null when nothing was written down and nothing had to be
 */
export function readPaper(
  requirement: Requirement,
  typed: IntakePaper | undefined,
  today: OfficeDate,
): Result<PaperReading | null, readonly PaperFieldRefusal[]> {
  const { label, asks, maxAgeDays } = requirement
  const refusals: PaperFieldRefusal[] = []
  const noted = <T>(
    fact: PaperField,
    result: Result<T, PaperRefusal | TypedDateRefusal>,
    otherwise: T,
  ): T => {
    if (result.ok) return result.value
    refusals.push({ fact, refusal: result.refusal })
    return otherwise
  }
  const asksDate = asks.includes('date') || maxAgeDays !== null
  const date = asksDate ? noted('date', readDate(requirement, typed?.date ?? '', today), null) : null
  const validUntil = asks.includes('valid-until')
    ? noted('validUntil', readEnd(label, typed?.validUntil ?? '', today), null)
    : null
  const form = noted('form', readForm(requirement, typed?.form ?? ''), requirement.form)
  const count = noted('count', readCount(requirement, typed?.count ?? ''), requirement.count)
  if (refusals.length > 0) return refuse(refusals)
  if (!typed) return ok(null)
  const words = (text: string): string | null => text.replace(/\s+/g, ' ').trim() || null
  return ok({
    number: asks.includes('number') ? words(typed.number) : null,
    date,
    issuer: asks.includes('issuer') ? words(typed.issuer) : null,
    validUntil,
    form,
    count,
  })
}

function readDate(
  { label, maxAgeDays }: Requirement,
  text: string,
  today: OfficeDate,
): Result<OfficeDate | null, PaperRefusal | TypedDateRefusal> {
  if (text.trim() === '')
    return maxAgeDays === null ? ok(null) : refuse({ code: 'paper-date-needed', label, maxAgeDays })
  const day = parseTypedDate(text)
  if (!day.ok) return day
  if (day.value > today) return refuse({ code: 'paper-in-future', label, day: day.value })
  const oldest = maxAgeDays === null ? null : addDays(today, -maxAgeDays)
  if (maxAgeDays !== null && oldest !== null && day.value < oldest)
    return refuse({ code: 'paper-too-old', label, day: day.value, maxAgeDays, oldest })
  return day
}

function readEnd(
  label: string,
  text: string,
  today: OfficeDate,
): Result<OfficeDate | null, PaperRefusal | TypedDateRefusal> {
  if (text.trim() === '' || /^\s*seumur\s*hidup\s*$/i.test(text)) return ok(null)
  const day = parseTypedDate(text)
  if (!day.ok) return day
  return day.value < today ? refuse({ code: 'paper-ended', label, validUntil: day.value }) : day
}

function readForm(
  { label, form: asked }: Requirement,
  brought: IntakePaper['form'],
): Result<RequirementForm, PaperRefusal> {
  if (brought === '') return ok(asked)
  return rank[brought] < rank[asked]
    ? refuse({ code: 'paper-form-unfit', label, asked, brought })
    : ok(brought)
}

function readCount({ label, count: asked }: Requirement, text: string): Result<number, PaperRefusal> {
  if (text.trim() === '') return ok(asked)
  if (!/^\s*\d{1,3}\s*$/.test(text)) return refuse({ code: 'paper-count-malformed', label, typed: text })
  const brought = Number(text)
  return brought < asked ? refuse({ code: 'paper-count-low', label, asked, brought }) : ok(brought)
}
