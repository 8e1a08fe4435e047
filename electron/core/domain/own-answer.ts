import { addDays, type OfficeDate } from './office-date.ts'
import type { OwnField } from './own-field.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

/** Why an answer to a type's own question is not taken; the label is the question's own. */
export type OwnAnswerRefusal =
  | { readonly code: 'answer-empty'; readonly label: string; readonly kind: OwnField['kind'] }
  | { readonly code: 'answer-not-offered'; readonly label: string; readonly typed: string }
  | { readonly code: 'answer-not-a-number'; readonly label: string; readonly typed: string }
  | {
      readonly code: 'answer-out-of-range'
      readonly label: string
      readonly typed: string
      readonly min: number | null
      readonly max: number | null
      readonly unit: string | null
    }
  | {
      readonly code: 'answer-length'
      readonly label: string
      readonly length: number
      readonly min: number
      readonly max: number
    }
  | {
      readonly code: 'answer-malformed'
      readonly label: string
      readonly typed: string
      readonly example: string
    }
  | { readonly code: 'answer-in-future'; readonly label: string; readonly day: OfficeDate }
  | {
      readonly code: 'answer-too-old'
      readonly label: string
      readonly day: OfficeDate
      readonly maxAgeDays: number
      readonly oldest: OfficeDate
    }

export type AnswerValue = string | number | boolean | null

const longestAnswer = 500

/**
 * Reads one answer as typed by the kind and rule of its question. Numbers are read as Indonesians write them: `1.250,5`,
 * and with a point where that cannot be a thousands' mark: `1.09`.
 *
 * @param today  day of filing, against which the age of a date is measured
 * @returns null for a question that may be left open and is
 */
export function readAnswer(
  field: OwnField,
  typed: string,
  today: OfficeDate,
): Result<AnswerValue, OwnAnswerRefusal | TypedDateRefusal> {
  const { label, kind, required } = field
  const text = typed.trim()
  if (text === '') return required ? refuse({ code: 'answer-empty', label, kind }) : ok(null)
  switch (kind) {
    case 'yes-no':
      return text === 'yes' || text === 'no'
        ? ok(text === 'yes')
        : refuse({ code: 'answer-not-offered', label, typed })
    case 'choice':
      return field.choices.some((one) => one.code === text)
        ? ok(text)
        : refuse({ code: 'answer-not-offered', label, typed })
    case 'date':
      return readDay(field, text, today)
    case 'number':
      return readNumber(field, text)
    case 'text':
      return readWords(field, text)
  }
}

function readDay(field: OwnField, text: string, today: OfficeDate) {
  const day = parseTypedDate(text)
  const { label, check } = field
  if (!day.ok || check?.rule !== 'past') return day
  if (day.value > today) return refuse({ code: 'answer-in-future', label, day: day.value } as const)
  const { maxAgeDays } = check
  const oldest = maxAgeDays === null ? null : addDays(today, -maxAgeDays)
  if (maxAgeDays !== null && oldest !== null && day.value < oldest)
    return refuse({ code: 'answer-too-old', label, day: day.value, maxAgeDays, oldest } as const)
  return day
}

function readNumber({ label, check, unit }: OwnField, text: string): Result<number, OwnAnswerRefusal> {
  const value = parseFigure(text)
  if (value === null) return refuse({ code: 'answer-not-a-number', label, typed: text })
  if (check?.rule !== 'range') return ok(value)
  const { min, max } = check
  return (min !== null && value < min) || (max !== null && value > max)
    ? refuse({ code: 'answer-out-of-range', label, typed: text, min, max, unit })
    : ok(value)
}

/** A figure as written in Indonesian; null: none. */
export function parseFigure(text: string): number | null {
  const typed = text.replace(/\s/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed)) return Number(typed.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,15}([.,]\d{1,9})?$/.test(typed)) return Number(typed.replace(',', '.'))
  return null
}

function readWords({ label, check }: OwnField, text: string): Result<string, OwnAnswerRefusal> {
  const words = text.replace(/\s+/g, ' ')
  const { min, max } = check?.rule === 'length' ? check : { min: 1, max: longestAnswer }
  if (words.length < min || words.length > max)
    return refuse({ code: 'answer-length', label, length: words.length, min, max })
  if (check?.rule === 'pattern' && !new RegExp(`^(?:${check.pattern})$`, 'u').test(words))
    return refuse({ code: 'answer-malformed', label, typed: text, example: check.example })
  return ok(words)
}
