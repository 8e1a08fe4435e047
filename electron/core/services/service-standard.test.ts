import { describe, expect, it } from 'vitest'
import { productCatalogue, productOffice, readDataFolder } from '#catalogue/testing/data-files.ts'
import { officeDate } from '#domain/office-date.ts'
import { applicationKinds } from '#domain/permit-type.ts'
import type { OfferedType } from '#domain/profile.ts'
import type { ServiceStandard } from '#domain/service-standard.ts'
import { offersOn } from './offers.ts'
import type { Office } from './office.ts'
import { serviceStandard } from './service-standard.ts'

const catalogue = productCatalogue()
const offices = readDataFolder('profiles').map((file) => {
  const { profile, types } = productOffice(file, catalogue)
  return { name: profile.code, office: { profile, types } as unknown as Office }
})
const day = officeDate('2026-11-20')
const officeOf = (code: string): Office => {
  const found = offices.find(({ name }) => name === code)
  if (!found) throw new Error(`no office ${code}`)
  return found.office
}
const standardOf = (office: string, type: string, kind: ServiceStandard['kind'] = 'new'): ServiceStandard => {
  const standard = serviceStandard(officeOf(office), type, kind, day)
  if (!standard) throw new Error(`${office} does not offer ${type} ${kind}`)
  return standard
}

/** Every sentence that somebody would read. */
const textsOf = ({ requirements, steps, legalBasis, complaints, counterHours, ...one }: ServiceStandard) => [
  one.name,
  one.kindLabel,
  one.timeNote,
  one.cost,
  one.product,
  one.delivery,
  one.validity,
  ...(one.time === null ? [] : [one.time]),
  ...(one.placeLimit === null ? [] : [one.placeLimit]),
  ...requirements.flatMap((paper) => [
    paper.label,
    ...[paper.maxAge, paper.condition, paper.upload].filter((text) => text !== null),
  ]),
  ...steps.map(({ label }) => label),
  ...legalBasis,
  ...complaints,
  ...counterHours,
]

const codes =
  /undefined|null|NaN|\[object|\b(facility|independent|holder|renewal|revocation|counter)\b|[a-z]+-[a-z]+-[a-z]+\b/

describe.each(offices)('the service standard of $name', ({ office }) => {
  const offers = offersOn(office, day)
  it.each(offers.flatMap((offer) => offer.kinds.map(({ kind }) => [offer.type.code, kind] as const)))(
    'of %s, %s tells papers, steps, time, cost, product, law, complaints and hours in words',
    (code, kind) => {
      const standard = serviceStandard(office, code, kind, day)
      if (!standard) throw new Error('nothing is told')
      expect(standard.requirements).not.toEqual([])
      expect(standard.steps).not.toEqual([])
      expect(standard.legalBasis).not.toEqual([])
      expect(standard.complaints).not.toEqual([])
      expect(standard.counterHours).not.toEqual([])
      expect(standard.cost).toMatch(/biaya/)
      for (const text of textsOf(standard)) {
        expect(text.trim()).not.toBe('')
        expect(text).not.toMatch(codes)
      }
    },
  )

  it('tells nothing of what it does not offer', () => {
    expect(serviceStandard(office, 'TIDAK-ADA', 'new', day)).toBeNull()
    for (const { type, kinds } of offers)
      for (const kind of applicationKinds.filter((one) => !kinds.some((offered) => offered.kind === one)))
        expect(serviceStandard(office, type.code, kind, day)).toBeNull()
  })
})

it.each(offices)('$name could tell it of all 38 types of the catalogue', ({ office }) => {
  const more = catalogue.types
    .filter((type) => office.profile.offers.every((one) => one.catalogueCode !== type.code))
    .map((type): OfferedType => ({
      code: type.code,
      catalogueCode: type.code,
      localCode: null,
      localName: null,
      localTitle: null,
      localProfession: null,
      route: null,
      flags: [],
      without: [],
      with: [],
      withoutFields: [],
    }))
  const whole: Office = {
    ...office,
    profile: { ...office.profile, offers: [...office.profile.offers, ...more] },
  }
  const told = offersOn(whole, day)
  expect(new Set(told.map(({ type }) => type.catalogueCode)).size).toBe(38)
  for (const { type, kinds } of told)
    for (const { kind } of kinds) {
      const standard = serviceStandard(whole, type.code, kind, day)
      if (!standard) throw new Error(`nothing is told of ${type.code} ${kind}`)
      expect(
        standard.requirements.length * standard.steps.length * standard.legalBasis.length,
      ).toBeGreaterThan(0)
      for (const text of textsOf(standard)) expect(text).not.toMatch(codes)
    }
})

describe('the time is the one that the office publishes', () => {
  it.each([
    ['pontianak', 'SIPD', null],
    ['tanjungpinang', 'SIPOP', '3 hari kerja'],
    ['purwakarta', 'SIPP', '14 hari kerja 2 jam'],
    ['seruyan', 'SIPRO', '5 hari kerja'],
    ['pasuruan', 'SIPOT', '8 hari 90 menit'],
  ])('%s: %s in %s', (office, type, time) => {
    expect(standardOf(office, type).time).toBe(time)
  })

  it('and none is invented where it publishes none', () => {
    expect(standardOf('pontianak', 'SIPD').timeNote).toBe(
      'Kantor ini tidak menetapkan batas waktu; tanggal selesai tidak dijanjikan.',
    )
  })
})

describe('the steps are the way forward in the words of the public', () => {
  it('without the return to the applicant, and neighbours of one name once', () => {
    expect(standardOf('pontianak', 'SIPD').steps.map(({ label }) => label)).toEqual([
      'Permohonan diajukan',
      'Front Office',
      'Dinas Kesehatan',
      'Pemrosesan',
      'Pencetakan',
      'Pemohon diberi tahu',
      'Siap diambil di loket',
    ])
  })

  it('with what an officer may ask for marked as such', () => {
    const { steps } = standardOf('tanjungpinang', 'SIPOP')
    expect(steps.filter(({ optional }) => optional)).toEqual([{ label: 'Peninjauan lokasi', optional: true }])
  })
})

describe('the papers', () => {
  it('say their form, count, age and condition', () => {
    const { requirements } = standardOf('pontianak', 'SIPD')
    expect(requirements.find(({ condition }) => condition === 'bila dikuasakan')).toBeDefined()
    expect(requirements.find(({ condition }) => condition?.includes('ke-2 atau ke-3'))).toBeDefined()
    expect(requirements.every(({ form, count }) => form !== null && count >= 1)).toBe(true)
  })

  it('of a revocation are those of the kind, and its paper is the decree', () => {
    const standard = standardOf('pontianak', 'SIPD', 'revocation')
    expect(standard.product).toMatch(/^Keputusan Pencabutan /)
    expect(standard.validity).toBe('Izin berakhir pada tanggal keputusan pencabutan.')
    expect(standard.placeLimit).toBeNull()
  })

  it('of what is filed elsewhere are what that way asks for, with its steps', () => {
    const standard = standardOf('pontianak', 'SLHS-RM')
    expect(standard.route.to).toBe('oss')
    expect(standard.time).toBeNull()
    expect(standard.requirements.every(({ form }) => form === null)).toBe(true)
  })
})
