import type { Company, Facility, Sex, Str } from './application.ts'
import { longestOldNumber, tidyNumber } from './carried-over.ts'
import { nikFacts, parseNik, type Nik, type NikFactsRefusal, type NikRefusal } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import type { OldNumberRefusal } from './old-number.ts'
import { oldPermitWords, type OldPermitColumn, type OldPermitRow } from './old-permit-columns.ts'
import { isPracticePermit, type PermitType } from './permit-type.ts'
import { nameWithoutTitles, parsePersonName, type PersonNameRefusal } from './person-name.ts'
import { parsePhone, type Phone, type PhoneRefusal } from './phone.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseStrNumber, parseStrValidity, type StrRefusal } from './str.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

export type OldPermitRefusal =
  | NikRefusal
  | NikFactsRefusal
  | PersonNameRefusal
  | PhoneRefusal
  | StrRefusal
  | TypedDateRefusal
  | OldNumberRefusal
  | { readonly code: 'field-empty'; readonly label: string; readonly example: string }
  | { readonly code: 'birth-date-differs-from-nik'; readonly typed: OfficeDate; readonly fromNik: OfficeDate }
  /** The spreadsheet turned a long number into a figure and lost its last digits. */
  | { readonly code: 'old-cell-rounded'; readonly typed: string }
  /** A foreigner is known again by passport and country. */
  | { readonly code: 'citizenship-unknown'; readonly typed: string }
  /** The same number stands in the table before. */
  | { readonly code: 'old-number-repeated'; readonly number: string; readonly line: number }
  | { readonly code: 'old-type-unknown'; readonly typed: string }
  | { readonly code: 'old-day-in-future'; readonly day: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'old-day-before-issue'; readonly day: OfficeDate; readonly issuedOn: OfficeDate }
  | { readonly code: 'old-ordinal-unknown'; readonly typed: string }
  /** Neither NIK nor passport: nobody could find the permit again. */
  | { readonly code: 'old-identity-needed' }
  /** The NIK, passport or NIB belongs to somebody of another name here. */
  | { readonly code: 'old-holder-differs' }
  | { readonly code: 'old-revocation-incomplete' }

/** Which cell of a line is wrong, and why. */
export interface OldPermitProblem {
  readonly column: OldPermitColumn
  readonly refusal: OldPermitRefusal
}

/** An old permit whose every cell has been read. */
export interface OldPermitReading {
  readonly type: PermitType
  readonly number: string
  readonly issuedOn: OfficeDate
  /** As printed on it; null: for life. */
  readonly validUntil: OfficeDate | null
  /** null: a foreigner, or a business. */
  readonly nik: Nik | null
  readonly passport: string | null
  /** `ID`, or the country of a passport by its ISO 3166 code. */
  readonly citizenship: string
  /** Without titles; of the person responsible for a business. */
  readonly name: string
  /** With titles, where they stand in the book; null: none. */
  readonly nameOnPermit: string | null
  readonly birthPlace: string | null
  readonly birthDate: OfficeDate | null
  readonly sex: Sex | null
  readonly address: string | null
  readonly phone: Phone | null
  readonly company: Company | null
  readonly facility: Facility
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly str: Str | null
  /** null: the book has none. */
  readonly registrationNumber: string | null
  /** null: in force, or run out by its last day. */
  readonly revoked: { readonly on: OfficeDate; readonly by: string } | null
}

interface Rules {
  readonly types: readonly PermitType[]
  readonly today: OfficeDate
}

const typeKey = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()

/** The type that a book means: by its code here or in the catalogue, its name or its title. */
export function findOldType(types: readonly PermitType[], typed: string): PermitType | undefined {
  const key = typeKey(typed)
  const given = types.filter((one) => one.revokes === null)
  return (
    given.find((one) => typeKey(one.code) === key) ??
    given.find((one) => [one.catalogueCode, one.name, one.title].some((word) => typeKey(word) === key))
  )
}

/**
 * Reads one line of an old book, on the form and from a table alike. Its validity is what is printed on it: no law of
 * today shortens it. What only the register knows (its number, its holder) is asked when it is entered.
 *
 * Refuses with every cell that needs mending.
 */
export function readOldPermit(
  row: OldPermitRow,
  { types, today }: Rules,
): Result<OldPermitReading, readonly OldPermitProblem[]> {
  const problems: OldPermitProblem[] = []
  const note = (column: OldPermitColumn, refusal: OldPermitRefusal): null => {
    problems.push({ column, refusal })
    return null
  }
  const read = <T>(column: OldPermitColumn, result: Result<T, OldPermitRefusal>): T | null => {
    if (/^\d+([.,]\d+)?e\+\d+$/i.test(row[column]))
      return note(column, { code: 'old-cell-rounded', typed: row[column] })
    return result.ok ? result.value : note(column, result.refusal)
  }
  const needed = (column: OldPermitColumn): string => {
    const text = tidyNumber(row[column])
    const { label, examples } = oldPermitWords[column]
    if (text === '') note(column, { code: 'field-empty', label, example: examples[0] })
    return text
  }
  const optional = (column: OldPermitColumn): string | null => row[column].trim() || null
  const day = (column: OldPermitColumn): OfficeDate | null => {
    if (needed(column) === '') return null
    const found = read(column, parseTypedDate(row[column]))
    return found !== null && found > today
      ? note(column, { code: 'old-day-in-future', day: found, today })
      : found
  }
  const lastDay = (column: OldPermitColumn): OfficeDate | null | undefined => {
    const found = read(column, parseStrValidity(row[column]))
    return found === 'lifetime' ? null : (found ?? undefined)
  }

  const number = needed('number')
  if (number.length > longestOldNumber) note('number', { code: 'old-number-long', most: longestOldNumber })
  const typedType = needed('type')
  const type = findOldType(types, typedType)
  if (typedType !== '' && !type) note('type', { code: 'old-type-unknown', typed: typedType })
  const issuedOn = day('issuedOn')
  const validUntil = needed('validUntil') === '' ? undefined : lastDay('validUntil')
  if (issuedOn !== null && validUntil && validUntil < issuedOn)
    note('validUntil', { code: 'old-day-before-issue', day: validUntil, issuedOn })
  const person = readHolder()
  const placeName =
    type?.holder === 'company' ? (optional('placeName') ?? row.companyName.trim()) : needed('placeName')
  const str = readStr()
  const practiceOrdinal = readOrdinal()
  const revoked = readRevocation()
  if (problems.length > 0 || !type || issuedOn === null || validUntil === undefined) return refuse(problems)
  return ok({
    type,
    number,
    issuedOn,
    validUntil,
    ...person,
    facility: {
      id: null,
      kind: 'facility',
      type: 'facility',
      name: placeName,
      address: row.placeAddress.trim(),
      village: null,
      district: null,
    },
    practiceOrdinal,
    str,
    registrationNumber: row.registrationNumber.trim() === '' ? null : tidyNumber(row.registrationNumber),
    revoked,
  })

  function readHolder() {
    const typed = needed('name')
    const bare = nameWithoutTitles(typed)
    const name = typed === '' ? '' : (read('name', parsePersonName(bare)) ?? '')
    const passport = optional('passport')
    const isCompany = type?.holder === 'company'
    const nik = row.nik.trim() === '' ? null : read('nik', parseNik(row.nik))
    if (row.nik.trim() === '' && passport === null && !isCompany) note('nik', { code: 'old-identity-needed' })
    const facts = nik === null ? null : read('nik', nikFacts(nik, today))
    const birthDate = row.birthDate.trim() === '' ? null : read('birthDate', parseTypedDate(row.birthDate))
    if (birthDate !== null && facts !== null && birthDate !== facts.birthDate)
      note('birthDate', { code: 'birth-date-differs-from-nik', typed: birthDate, fromNik: facts.birthDate })
    const companyName = isCompany ? needed('companyName') : ''
    return {
      nik,
      passport,
      citizenship: readCitizenship(nik === null && row.nik.trim() === '' ? passport : null),
      name,
      nameOnPermit: typed === bare ? null : typed,
      birthPlace: optional('birthPlace'),
      birthDate: birthDate ?? facts?.birthDate ?? null,
      sex: facts?.sex ?? null,
      address: optional('address'),
      phone: row.phone.trim() === '' ? null : read('phone', parsePhone(row.phone)),
      company: isCompany
        ? {
            name: companyName,
            nib: row.companyNib.replace(/\D/g, '') || null,
            npwp: null,
            responsibleName: typed,
            responsibleNik: nik,
          }
        : null,
    }
  }

  function readCitizenship(passport: string | null): string {
    if (passport === null) return 'ID'
    const typed = row.citizenship.trim().toUpperCase()
    if (!/^[A-Z]{2}$/.test(typed) || typed === 'ID')
      note('citizenship', { code: 'citizenship-unknown', typed })
    return typed
  }

  function readStr(): Str | null {
    if (row.strNumber.trim() === '') return null
    const strNumber = read('strNumber', parseStrNumber(row.strNumber))
    const until = row.strValidUntil.trim() === '' ? null : lastDay('strValidUntil')
    if (strNumber === null || until === undefined) return null
    return {
      number: strNumber,
      validUntil: until,
      lifetime: until === null,
      profession: type?.profession ?? '',
    }
  }

  function readOrdinal(): 1 | 2 | 3 | null {
    const typed = row.ordinal.trim()
    if (type && !isPracticePermit(type)) return null
    if (typed === '') return 1
    const found = /^(?:ke-?)?([123])$/i.exec(typed)?.[1]
    return found === undefined
      ? note('ordinal', { code: 'old-ordinal-unknown', typed })
      : (Number(found) as 1 | 2 | 3)
  }

  function readRevocation(): OldPermitReading['revoked'] {
    const by = tidyNumber(row.revokedBy)
    if (row.revokedOn.trim() === '')
      return by === '' ? null : note('revokedOn', { code: 'old-revocation-incomplete' })
    const on = day('revokedOn')
    if (on !== null && issuedOn !== null && on < issuedOn)
      note('revokedOn', { code: 'old-day-before-issue', day: on, issuedOn })
    return on === null ? null : { on, by: by === '' ? 'tanpa nomor' : by }
  }
}

/** Lines whose number stands in an earlier line of the same table, with that line; the first one is none of them. */
export function repeatedNumbers(
  rows: readonly { readonly line: number; readonly row: Pick<OldPermitRow, 'number'> }[],
): ReadonlyMap<number, number> {
  const first = new Map<string, number>()
  const repeated = new Map<number, number>()
  for (const { line, row } of rows) {
    const number = tidyNumber(row.number)
    const before = first.get(number)
    if (number === '') continue
    if (before === undefined) first.set(number, line)
    else repeated.set(line, before)
  }
  return repeated
}
