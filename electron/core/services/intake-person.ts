import { applicantKeys } from '#domain/applicant-keys.ts'
import type { Applicant, FormerName } from '#domain/application.ts'
import type { IntakeReading } from '#domain/intake.ts'
import { compareNames } from '#domain/name-comparison.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ApplicantStore } from '#ports/stores.ts'

/** The one who asks, and what the register called them until now. */
export interface KnownPerson {
  readonly applicant: Applicant
  readonly before: Applicant | null
  /** null: the name is the one that the register knows, or a better spelling of it. */
  readonly renamedFrom: FormerName | null
}

export type PersonRefusal =
  /** The NIK belongs to a person of another name. The name is not told: the clerk reads it from the KTP. */
  | { readonly code: 'nik-of-another'; readonly field: 'nik' }
  /** The same of a passport or KITAS, where there is no NIK. */
  | { readonly code: 'identity-of-another'; readonly field: 'identityNumber' }

/**
 * Finds the one who asks in the register, or makes a new line of it; locked until the transaction ends. One NIK is one
 * person; whoever has none is known by passport, KITAS, NIB or NPWP. What this form does not ask for stays as it was;
 * earlier applications keep the person of their day.
 *
 * A name that differs a little is a correction. One that differs altogether is another person, unless the clerk has seen
 * that the same person changed it: then the register keeps the former name with the day.
 *
 * @param isFree  whether nothing in the register rests on a person's line but what is being mended: then its name may have
 *   been typed wrongly and is no other person's
 */
export async function knownPerson(
  store: ApplicantStore,
  reading: IntakeReading,
  photoSha256: string | null,
  today: OfficeDate,
  newId: string,
  isFree: (applicantId: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Result<KnownPerson, PersonRefusal>> {
  const named = readApplicant(reading)
  const byNik =
    reading.nik === null || named.kind === 'company' ? undefined : await store.findByNik(reading.nik)
  const before = byNik ?? (await store.findByKeys(applicantKeys(named))) ?? null
  const compared = before ? compareNames(before.name, named.name) : 'same'
  const likeness = before && compared === 'different' && (await isFree(before.id)) ? 'same' : compared
  if (likeness === 'different' && !reading.nameChanged && named.kind === 'person')
    return byNik
      ? refuse({ code: 'nik-of-another', field: 'nik' })
      : refuse({ code: 'identity-of-another', field: 'identityNumber' })
  const renamedFrom: FormerName | null =
    before && likeness === 'different'
      ? { name: before.name, nameOnPermit: before.nameOnPermit, until: today }
      : null
  const formerNames = [...(before?.formerNames ?? []), ...(renamedFrom ? [renamedFrom] : [])]
  const applicant: Applicant = {
    ...named,
    id: before?.id ?? newId,
    nik: named.nik ?? before?.nik ?? null,
    phone: named.phone ?? before?.phone ?? null,
    birthPlace: named.birthPlace ?? before?.birthPlace ?? null,
    addressKtp: named.addressKtp ?? before?.addressKtp ?? null,
    photoSha256: photoSha256 ?? before?.photoSha256 ?? null,
    ...(formerNames.length > 0 ? { formerNames } : undefined),
  }
  return ok({ applicant, before, renamedFrom })
}

/** A company is asked for by the person responsible; its own line bears its name and no NIK. */
function readApplicant(reading: IntakeReading): Omit<Applicant, 'id' | 'photoSha256'> {
  const { company } = reading
  return {
    kind: company ? 'company' : 'person',
    nik: company ? null : reading.nik,
    name: company?.name ?? reading.name,
    nameOnPermit: company ? null : reading.nameOnPermit,
    identity: reading.identity,
    citizenship: reading.citizenship,
    birthPlace: reading.birthPlace || null,
    birthDate: reading.birthDate,
    sex: reading.sex,
    addressKtp: reading.addressKtp || null,
    addressDomicile: reading.addressDomicile,
    rtRw: reading.rtRw,
    village: reading.village,
    district: reading.district,
    phone: reading.phone,
    email: reading.email,
    company,
  }
}

/**
 * The line in the register once an application of the same person was corrected: what the correction changed, and else what
 * the register knows by now, which a later application may have brought. Of another person than before it is the form's.
 *
 * @param was  the person of the application as it stood
 */
export function mendedLine({ applicant, before }: KnownPerson, was: Applicant): Applicant {
  if (before?.id !== was.id) return applicant
  const isUnchanged = (field: keyof Applicant): boolean =>
    JSON.stringify(applicant[field] ?? null) === JSON.stringify(was[field] ?? null)
  const fields = Object.keys(applicant) as (keyof Applicant)[]
  const kept = fields.filter((field) => field in before && isUnchanged(field))
  return { ...applicant, ...Object.fromEntries(kept.map((field) => [field, before[field]])) }
}
