import { longestOldNumber, tidyNumber } from './carried-over.ts'
import type { OldBookForm, OldBookRefusal } from './old-book-form.ts'
import type { FieldReader } from './intake-refusal.ts'
import type { OfficeDate } from './office-date.ts'
import type { OldBookAsk, OldBookStage } from './old-book-stages.ts'
import { refuse } from './result.ts'
import { parseStrValidity } from './str.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

export interface OldBookRules {
  readonly stages: readonly OldBookStage[]
  readonly today: OfficeDate
}

export interface OldBookReading {
  readonly number: string
  readonly filedOn: OfficeDate
  readonly stage: OldBookStage
  readonly acceptedOn: OfficeDate | null
  /** null: by the rule. */
  readonly dueOn: OfficeDate | null
  readonly product: {
    readonly number: string
    readonly issuedOn: OfficeDate
    readonly validUntil: OfficeDate | 'lifetime' | null
  } | null
  readonly signedOn: OfficeDate | null
  readonly outputs: readonly {
    readonly stage: string
    readonly kind: string
    readonly number: string | null
    readonly date: OfficeDate
  }[]
}

/**
 * Reads the part of the old book. null: the application is taken in here, or something was noted.
 *
 * @param rules  absent: not known here (yet), as on a screen that waits for the station
 */
export function readOldBook(
  form: OldBookForm | null,
  rules: OldBookRules | undefined,
  reader: FieldReader,
): OldBookReading | null {
  if (form === null) return null
  const { needed, read, note } = reader
  const number = tidyNumber(needed('oldBook.number', form.number, 'Nomor pendaftaran lama', 'P/0412/2026'))
  if (number.length > longestOldNumber)
    note('oldBook.number', { code: 'old-number-long', most: longestOldNumber })
  const filedOn = past('filedOn', 'Tanggal diajukan', 'needed', null)
  const stage = rules?.stages.find(({ code }) => code === form.stage)
  if (!stage) note('oldBook.stage', { code: 'old-stage-needed' })
  const acceptedOn = stage ? past('acceptedOn', 'Tanggal dinyatakan lengkap', stage.accepted, filedOn) : null
  const dueOn =
    form.dueOn.trim() === '' || acceptedOn === null ? null : read('oldBook.dueOn', parseTypedDate(form.dueOn))
  const product = stage ? readProduct(stage.number) : null
  const signedOn = stage ? past('signedOn', 'Tanggal ditandatangani', stage.signature, filedOn) : null
  const outputs = (stage?.outputs ?? []).flatMap(readOutput)
  return stage && filedOn && reader.refusals.every(({ field }) => !field.startsWith('oldBook'))
    ? { number, filedOn, stage, acceptedOn, dueOn, product, signedOn, outputs }
    : null

  function past(
    key: 'filedOn' | 'acceptedOn' | 'issuedOn' | 'signedOn',
    label: string,
    ask: OldBookAsk,
    from: OfficeDate | null,
  ): OfficeDate | null {
    const typed = form?.[key] ?? ''
    const field = `oldBook.${key}` as const
    if (ask === 'no' || (ask === 'may' && typed.trim() === '')) return null
    if (needed(field, typed, label, '02-11-2026') === '') return null
    return between(field, read<OfficeDate>(field, parseTypedDate(typed)), from)
  }

  function between(
    field: `oldBook.${string}`,
    day: OfficeDate | null,
    from: OfficeDate | null,
  ): OfficeDate | null {
    if (day === null || !rules) return day
    const refusal: OldBookRefusal | TypedDateRefusal | null =
      day > rules.today
        ? { code: 'old-day-in-future', day, today: rules.today }
        : from !== null && day < from
          ? { code: 'old-day-before', day, label: 'tanggal diajukan', than: from }
          : null
    return refusal ? read<OfficeDate>(field, refuse(refusal)) : day
  }

  function readProduct(ask: OldBookAsk): OldBookReading['product'] {
    if (ask === 'no' || (ask === 'may' && form?.productNumber.trim() === '')) return null
    const text = tidyNumber(
      needed('oldBook.productNumber', form?.productNumber ?? '', 'Nomor surat', '503/0012/SIPD/2026'),
    )
    const issuedOn = past('issuedOn', 'Tanggal surat', 'needed', filedOn)
    const typed = form?.validUntil.trim() ?? ''
    const until = typed === '' ? null : read('oldBook.validUntil', parseStrValidity(typed))
    return text === '' || issuedOn === null ? null : { number: text, issuedOn, validUntil: until }
  }

  function readOutput({ stage: at, kind }: OldBookStage['outputs'][number]): OldBookReading['outputs'] {
    const typed = form?.outputs.find((one) => one.stage === at && one.kind === kind)
    if (!typed || (typed.number.trim() === '' && typed.date.trim() === '')) return []
    const field = `oldBook.outputs.${at}.${kind}` as const
    if (needed(field, typed.date, 'Tanggal surat ini', '02-11-2026') === '') return []
    const date = between(field, read<OfficeDate>(field, parseTypedDate(typed.date)), null)
    return date === null ? [] : [{ stage: at, kind, number: typed.number.trim() || null, date }]
  }
}
