import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApplicationState } from './application-state.ts'
import type { OtherPermit } from './application.ts'
import { countedPlaces, keyOfFacility, placeKey, refusePlace, type PlacesAsked } from './place-limit.ts'
import {
  accepted,
  anApplicant,
  anApplication,
  aRegisteredDossier,
  day,
  issued,
  withdrawn,
  withEvent,
  type Dossier,
} from './testing/builders.ts'

const today = day('2026-06-01')
const sip = ['SIPD', 'SIPDS']

const facility = (name: string) => {
  const data = anApplication()
  if (!data.facility) throw new Error('no facility')
  return { ...data.facility, name }
}
const mine = (n: number, change: Parameters<typeof anApplication>[0] = {}): Dossier =>
  aRegisteredDossier({
    n,
    applicant: anApplicant(),
    data: anApplication({ facility: facility(`RS ${n}`), ...change }),
  })
const permit = (n: number, change: Parameters<typeof anApplication>[0] = {}, validUntil = '2030-01-01') =>
  issued(accepted(mine(n, change), null), { validUntil })
const ended = (dossier: Dossier, status: 'renewed' | 'replaced' | 'revoked', on = '2026-05-01'): Dossier =>
  withEvent(dossier, {
    action: 'permit-ended',
    productId: dossier.state.product!.id,
    end: { status, on: day(on), byApplicationId: 'x', byNumber: '1', reason: null },
  })

const count = (dossiers: readonly Dossier[], change: Partial<PlacesAsked> = {}): number =>
  countedPlaces({
    applications: dossiers.map((one) => one.state),
    typeCodes: sip,
    declared: [],
    day: today,
    city: 'Kota Pontianak',
    exceptPermitId: null,
    ...change,
  }).length
const told = (place: string, validUntil: string | null = null, city = 'Kota Singkawang'): OtherPermit => ({
  number: '1',
  place,
  city,
  validUntil: validUntil === null ? null : day(validUntil),
})

describe('the places of a holder', () => {
  it('are permits in force and applications in process of the profession, here and as told elsewhere', () => {
    expect(
      count([
        permit(1),
        mine(2, { permitTypeCode: 'SIPDS', facility: facility('RS 2') }),
        permit(3, { permitTypeCode: 'SIPA' }),
      ]),
    ).toBe(2)
    expect(count([permit(1)], { declared: [told('RS Elok'), told('RS Lama', '2026-05-31')] })).toBe(2)
  })

  it('are not what was withdrawn, has expired, or was revoked, renewed or replaced', () => {
    expect(count([withdrawn(mine(1)), permit(2, {}, '2026-05-31'), permit(3, {}, '2026-06-01')])).toBe(1)
    expect(
      count([ended(permit(1), 'revoked'), ended(permit(2), 'renewed'), ended(permit(3), 'replaced')]),
    ).toBe(0)
    expect(count([ended(permit(1), 'revoked', '2026-06-02')])).toBe(1)
  })

  it('count a permit that is being renewed once, also when it moves, and again as itself when the renewal is withdrawn', () => {
    const before = permit(1)
    const renewal = mine(2, { kind: 'renewal', targetPermitId: before.state.product!.id })
    expect(count([before, renewal])).toBe(1)
    expect(count([before, withdrawn(renewal)])).toBe(1)
    const revocation = mine(3, { kind: 'revocation', targetPermitId: before.state.product!.id })
    expect(count([before, revocation])).toBe(1)
  })

  it('of one name in two cities are two, told of twice they are one', () => {
    const branch = mine(1, { facility: facility('Apotek Kimia Farma') })
    const places = (declared: readonly OtherPermit[]) =>
      countedPlaces({ ...asked([branch]), declared }).map((one) => one.city)
    expect(places([told('Apotik Kimia Farma')])).toEqual([null, 'Kota Singkawang'])
    expect(places([told('Apotek Kimia Farma'), told('APOTEK KIMIA FARMA', null, 'Singkawang')])).toHaveLength(
      2,
    )
    for (const here of ['Kota Pontianak', 'pontianak'])
      expect(places([told('Apotek Kimia Farma', null, here)])).toEqual([null])
  })

  it('are one place however it is spelt', () => {
    for (const [one, other] of [
      ['RSUD Kota Pontianak', 'rumah sakit umum daerah  kota pontianak'],
      ['R.S.U.D. dr. Soedarso', 'RSUD Dr Soedarso'],
      ['RSIA Anugrah Bunda', 'Rumah Sakit Ibu & Anak Anugrah Bunda'],
      ['Puskesmas Alianyang', 'Pusat Kesehatan Masyarakat Alianyang'],
      ['Apotik Sehat', 'APOTEK “SEHAT”'],
    ] as const)
      expect(placeKey(one)).toBe(placeKey(other))
    expect(placeKey('RS Antonius')).not.toBe(placeKey('RS Yarsi'))
    const own = { kind: 'independent', name: 'Praktik dr. Kinanti' } as const
    expect(keyOfFacility({ ...own, address: 'Jl. Merdeka No. 1' })).toBe(
      keyOfFacility({ ...own, address: 'Jalan Merdeka Nomor 1' }),
    )
    expect(keyOfFacility({ ...own, address: 'Jalan Merdeka 1' })).not.toBe(
      keyOfFacility({ ...own, address: 'Jalan Merdeka 2' }),
    )
  })
})

const anyDossier: fc.Arbitrary<readonly Dossier[]> = fc
  .array(
    fc.record({
      place: fc.constantFrom('RSUD Kota Pontianak', 'RS Antonius', 'Klinik Elok', 'RS Yarsi'),
      fate: fc.constantFrom('open', 'permit', 'expired', 'withdrawn', 'revoked'),
    }),
    { maxLength: 6 },
  )
  .map((plans) =>
    plans.map(({ place, fate }, index) => {
      const n = index + 1
      const change = { facility: facility(place) }
      if (fate === 'open') return mine(n, change)
      if (fate === 'withdrawn') return withdrawn(mine(n, change))
      if (fate === 'revoked') return ended(permit(n, change), 'revoked')
      return permit(n, change, fate === 'expired' ? '2026-05-31' : '2030-01-01')
    }),
  )
const spellings = [
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => `  ${name.replaceAll(' ', '   ')} `,
  (name: string) => name.replace('RSUD', 'R.S.U.D.').replace('RS ', 'RS. '),
  (name: string) => name.replace('RSUD', 'Rumah Sakit Umum Daerah').replace(/^RS /, 'Rumah Sakit '),
]
const asked = (dossiers: readonly Dossier[], declared: readonly OtherPermit[] = []): PlacesAsked => ({
  applications: dossiers.map((one): ApplicationState => one.state),
  typeCodes: sip,
  declared,
  day: today,
  city: 'Kota Pontianak',
  exceptPermitId: null,
})

describe('the place limit', () => {
  it('never counts a place twice, and never more places than applications and told permits', () => {
    fc.assert(
      fc.property(
        anyDossier,
        fc.array(fc.constantFrom('RS Antonius', 'RS Baru'), { maxLength: 3 }),
        (dossiers, places) => {
          const counted = countedPlaces(
            asked(
              dossiers,
              places.map((one) => told(one)),
            ),
          )
          expect(new Set(counted.map((one) => one.key)).size).toBe(counted.length)
          expect(counted.length).toBeLessThanOrEqual(dossiers.length + places.length)
        },
      ),
    )
  })

  it('does not hang on the order in which they came, nor on how a place is spelt', () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), fc.nat(), (dossiers, turn, spelling) => {
        const usual = new Set(countedPlaces(asked(dossiers)).map((one) => one.key))
        const at = dossiers.length === 0 ? 0 : turn % dossiers.length
        const turned = [...dossiers.slice(at), ...dossiers.slice(0, at)].map((one, index): Dossier => {
          const { facility: place } = one.state.data
          const spell = spellings[(spelling + index) % spellings.length] ?? ((name: string) => name)
          if (!place) return one
          const data = { ...one.state.data, facility: { ...place, name: spell(place.name) } }
          return { ...one, state: { ...one.state, data } }
        })
        expect(new Set(countedPlaces(asked(turned)).map((one) => one.key))).toEqual(usual)
      }),
    )
  })

  it('lets one more place in exactly while fewer than the limit are held, and the same place never', () => {
    fc.assert(
      fc.property(anyDossier, fc.integer({ min: 1, max: 3 }), fc.boolean(), (dossiers, limit, same) => {
        const places = countedPlaces(asked(dossiers))
        const key = same ? (places[0]?.key ?? 'a new place') : 'a new place'
        const refusal = refusePlace(places, key, limit)
        if (places.some((one) => one.key === key)) expect(refusal?.code).toBe('place-held-already')
        else expect(refusal?.code).toBe(places.length >= limit ? 'place-limit-reached' : undefined)
        expect(refusePlace(places, 'a new place', null)).toBeNull()
      }),
    )
  })

  it('is not raised by renewing: the permit that is renewed is left out, the others stay', () => {
    fc.assert(
      fc.property(anyDossier, (dossiers) => {
        const before = countedPlaces(asked(dossiers))
        for (const { state } of dossiers) {
          const without = countedPlaces({ ...asked(dossiers), exceptPermitId: state.product?.id ?? null })
          expect(before.length - without.length).toBeLessThanOrEqual(1)
          expect(without.every((one) => before.some((other) => other.key === one.key))).toBe(true)
        }
      }),
    )
  })
})
