import type { Instant } from './instant.ts'
import type { IntakeForm } from './intake-form.ts'
import { parseNik, type NikRefusal } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import { parsePersonName, type PersonNameRefusal } from './person-name.ts'
import { parsePhone, type PhoneRefusal } from './phone.ts'
import { ok, refuse, type Result } from './result.ts'

export const bringerKinds = ['person', 'facility'] as const
export type BringerKind = (typeof bringerKinds)[number]

/** Who stands at the counter with many dossiers: a representative of their holders, or somebody of a facility. */
export interface Bringer {
  readonly kind: BringerKind
  /** The person at the counter; of a facility its contact. */
  readonly name: string
  /** null: somebody of a facility, who is known by it. */
  readonly nik: string | null
  /** Stored as +62…. */
  readonly phone: string
  /** null: a person on their own. */
  readonly facilityName: string | null
  /** The letter of authority, or the facility's cover letter, was shown. */
  readonly letterSeen: boolean
}

/** *Pengajuan kolektif*: one bringer, many dossiers. Dossiers are taken in under it until a clerk closes it. */
export interface CollectiveFiling {
  readonly id: string
  /** As it is printed and read out: `K-261122-01`. */
  readonly code: string
  readonly bringer: Bringer
  readonly openedAt: Instant
  readonly openedBy: string
  readonly station: string
  /** null: open. */
  readonly closed: FilingClosed | null
}

export interface FilingClosed {
  readonly at: Instant
  readonly by: string
  /** Whoever closes it a second time with the same press is told that it is closed, not refused. */
  readonly userId: string
}

/** A dossier of the list that was not taken in: refused, or left because something was missing. */
export interface UntakenDossier {
  /** Made with the first try; that of the draft, where there was one. */
  readonly id: string
  readonly filingId: string
  readonly name: string
  /** null: not chosen yet. */
  readonly permitTypeCode: string | null
  readonly reason: string
  readonly at: Instant
  readonly by: string
}

/** The bringer as typed. */
export interface BringerForm {
  readonly kind: BringerKind
  readonly name: string
  readonly nik: string
  readonly phone: string
  readonly facilityName: string
  readonly letterSeen: boolean
}

export const emptyBringer: BringerForm = {
  kind: 'person',
  name: '',
  nik: '',
  phone: '',
  facilityName: '',
  letterSeen: false,
}

export type BringerField = 'name' | 'nik' | 'phone' | 'facilityName'
export interface BringerRefusal {
  readonly field: BringerField
  readonly refusal: NikRefusal | PersonNameRefusal | PhoneRefusal | { readonly code: 'facility-name-empty' }
}

/**
 * Reads the bringer, on the screen while it is typed and again on the server. A person needs a NIK; somebody of a facility
 * is known by the facility, and a NIK that was typed all the same is checked.
 *
 * Refuses with every field that needs mending, in the order of the form.
 */
export function readBringer(form: BringerForm): Result<Bringer, readonly BringerRefusal[]> {
  const refusals: BringerRefusal[] = []
  const read = <T>(field: BringerField, result: Result<T, BringerRefusal['refusal']>): T | null => {
    if (result.ok) return result.value
    refusals.push({ field, refusal: result.refusal })
    return null
  }
  const isFacility = form.kind === 'facility'
  const facilityName = isFacility ? read('facilityName', parseFacilityName(form.facilityName)) : null
  const name = read('name', parsePersonName(form.name))
  const nik = isFacility && form.nik.trim() === '' ? null : read('nik', parseNik(form.nik))
  const phone = read('phone', parsePhone(form.phone))
  if (refusals.length > 0 || name === null || phone === null) return refuse(refusals)
  return ok({ kind: form.kind, name, nik, phone, facilityName, letterSeen: form.letterSeen })
}

function parseFacilityName(text: string): Result<string, { readonly code: 'facility-name-empty' }> {
  const name = text.replace(/\s+/g, ' ').trim()
  return name === '' ? refuse({ code: 'facility-name-empty' }) : ok(name)
}

/** `K-261122-01`: day of opening and serial of that day. Nothing is lost when a serial is never used. */
export const filingCode = (day: OfficeDate, serial: number): string =>
  `K-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(2, '0')}`

/** Whose name stands on the list: the facility, or the person. */
export const bringerName = ({ facilityName, name }: Pick<Bringer, 'facilityName' | 'name'>): string =>
  facilityName ?? name

/** What the bringer is to the holders, as it stands on each receipt. */
const bringerRelation = ({ facilityName }: Pick<Bringer, 'facilityName'>): string =>
  facilityName ?? 'Kuasa, pengajuan kolektif'

/**
 * The representative's fields of a dossier brought in this filing. Whoever brings their own dossier among the others needs
 * no letter of authority for it and is no representative.
 */
export function broughtBy(
  bringer: Bringer,
  form: Pick<IntakeForm, 'nik'>,
): Pick<
  IntakeForm,
  'representativeName' | 'representativeNik' | 'representativePhone' | 'representativeRelation'
> {
  const own = bringer.nik !== null && form.nik.replace(/\D/g, '') === bringer.nik
  return own
    ? {
        representativeName: '',
        representativeNik: '',
        representativePhone: '',
        representativeRelation: '',
      }
    : {
        representativeName: bringer.name,
        representativeNik: bringer.nik ?? '',
        representativePhone: bringer.phone,
        representativeRelation: bringerRelation(bringer),
      }
}

/** Changes of a filing that come too late, or of one that this office does not know. */
export type FilingRefusal =
  | { readonly code: 'collective-unknown' }
  | { readonly code: 'collective-closed'; readonly by: string; readonly at: Instant }

/**
 * Closes a filing. Repeatable by whoever closed it: the second press finds it closed.
 *
 * Refuses `collective-closed` to anybody else, and names who closed it.
 */
export function closeFiling(
  filing: CollectiveFiling,
  by: { readonly userId: string; readonly name: string },
  at: Instant,
): Result<CollectiveFiling, FilingRefusal> {
  if (filing.closed === null) return ok({ ...filing, closed: { at, by: by.name, userId: by.userId } })
  return filing.closed.userId === by.userId ? ok(filing) : refuse(closedRefusal(filing.closed))
}

/** What a filing says to whoever comes after its end. */
export const closedRefusal = ({ by, at }: Pick<FilingClosed, 'by' | 'at'>): FilingRefusal => ({
  code: 'collective-closed',
  by,
  at,
})
