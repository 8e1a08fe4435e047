import { numericDate } from '#domain/indonesian.ts'
import { addDays, addYears } from '#domain/office-date.ts'
import { emptyOldPermitRow, type OldPermitRow } from '#domain/old-permit-columns.ts'
import { isPracticePermit } from '#domain/permit-type.ts'
import type { SignedIn } from '#services/office.ts'
import { rolesGranted, typesTakenIn } from '#services/office.ts'
import type { SampleCase } from './sample-case.ts'

const howMany = 12

/** Permits given before the program: some in force, some about to run out, one revoked. */
export const oldBooks: SampleCase = {
  name: 'old-books',
  daysAgo: 60,
  share: 0.2,
  async *play(desk) {
    const { office, services } = desk
    const [overseer] = rolesGranted(office.profile, 'reports')
    const types = typesTakenIn(office, desk.today()).filter(isPracticePermit)
    if (overseer === undefined || types.length === 0) return
    const who: SignedIn = desk.as(overseer)
    const rows = Array.from({ length: howMany }, (_, index): OldPermitRow => {
      const type = types[index % types.length]
      const person = desk.person(type?.profession ?? '')
      const issuedOn = addDays(addYears(desk.today(), -5), 40 + index * 90)
      return {
        ...emptyOldPermitRow,
        number: `446/${String(17 + index * 3).padStart(3, '0')}/${type?.code ?? ''}/${issuedOn.slice(0, 4)}`,
        type: type?.code ?? '',
        issuedOn: numericDate(issuedOn),
        validUntil: numericDate(addYears(issuedOn, 5)),
        nik: person.nik,
        name: person.nameOnPermit,
        address: person.address,
        phone: person.phone,
        placeName: `Puskesmas ${person.village.name}`,
        placeAddress: person.address,
        strNumber: person.strNumber,
        ...(index === 4
          ? { revokedOn: numericDate(addDays(issuedOn, 200)), revokedBy: `188/${40 + index}/SK` }
          : {}),
      }
    })
    const carried = await services.carryPermits({ rows, importedFrom: 'buku-izin-lama.xlsx' }, who)
    if (!carried.ok) throw new Error(carried.refusal.code)
    const wrong = carried.value.find((one) => one.outcome === 'refused')
    if (wrong) throw new Error(JSON.stringify(wrong))
    yield 1
  },
}
