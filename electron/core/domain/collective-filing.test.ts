import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  broughtBy,
  closeFiling,
  emptyBringer,
  filingCode,
  readBringer,
  type Bringer,
  type BringerForm,
  type CollectiveFiling,
} from './collective-filing.ts'
import { officeDate } from './office-date.ts'
import { anId, instant } from './testing/builders.ts'

const person: BringerForm = {
  ...emptyBringer,
  name: 'Bagas Tirtamulya',
  nik: '6171 0415 0590 0001',
  phone: '0812-5500-0300',
}
const facility: BringerForm = { ...person, kind: 'facility', nik: '', facilityName: ' RSUD  Kota ' }

const fieldsOf = (form: BringerForm): readonly string[] => {
  const read = readBringer(form)
  return read.ok ? [] : read.refusal.map((one) => `${one.field} ${one.refusal.code}`)
}

describe('who brings many dossiers', () => {
  it('is a person with NIK and phone, or somebody of a facility with the phone', () => {
    expect(readBringer(person)).toEqual({
      ok: true,
      value: {
        kind: 'person',
        name: 'Bagas Tirtamulya',
        nik: '6171041505900001',
        phone: '+6281255000300',
        facilityName: null,
        letterSeen: false,
      },
    })
    expect(readBringer(facility)).toMatchObject({
      ok: true,
      value: { nik: null, facilityName: 'RSUD Kota' },
    })
  })

  it('is refused field by field, in the order of the form', () => {
    expect(fieldsOf(emptyBringer)).toEqual(['name name-empty', 'nik nik-empty', 'phone phone-empty'])
    expect(fieldsOf({ ...emptyBringer, kind: 'facility' })).toEqual([
      'facilityName facility-name-empty',
      'name name-empty',
      'phone phone-empty',
    ])
    expect(fieldsOf({ ...person, nik: '617104150590000' })).toEqual(['nik nik-length'])
    expect(fieldsOf({ ...facility, nik: 'bukan NIK' })).toEqual(['nik nik-not-digits'])
  })

  it('never counts a facility for a person on their own, whatever was left in that field', () => {
    expect(readBringer({ ...person, facilityName: 'RSUD' })).toMatchObject({ value: { facilityName: null } })
  })
})

const read = (form: BringerForm): Bringer => {
  const bringer = readBringer(form)
  if (!bringer.ok) throw new Error('unreadable')
  return bringer.value
}

describe('a dossier of the list', () => {
  it('has the bringer as representative, with the facility as relation', () => {
    expect(broughtBy(read(facility), { nik: '6171044708940003' })).toEqual({
      representativeName: 'Bagas Tirtamulya',
      representativeNik: '',
      representativePhone: '+6281255000300',
      representativeRelation: 'RSUD Kota',
    })
  })

  it('has none where the bringer is the holder, however the NIK is written', () => {
    expect(broughtBy(read(person), { nik: '6171-0415-0590-0001' }).representativeName).toBe('')
    expect(broughtBy(read(person), { nik: '6171044708940003' }).representativeName).toBe('Bagas Tirtamulya')
    expect(broughtBy(read(facility), { nik: '' }).representativeName).toBe('Bagas Tirtamulya')
  })
})

describe('the code of a list', () => {
  it('tells the day and the serial', () => {
    expect(filingCode(officeDate('2026-11-22'), 3)).toBe('K-261122-03')
  })

  it('differs for any two lists of a day', () => {
    const serial = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        const day = officeDate('2026-11-22')
        expect(filingCode(day, a) === filingCode(day, b)).toBe(a === b)
      }),
    )
  })
})

describe('closing a list', () => {
  const open: CollectiveFiling = {
    id: anId(1, 'c'),
    code: 'K-261122-01',
    bringer: read(person),
    openedAt: instant('2026-11-22T01:00:00.000Z'),
    openedBy: 'Ratih',
    station: 'loket-1',
    closed: null,
  }
  const ratih = { userId: anId(1, 'f'), name: 'Ratih' }
  const at = instant('2026-11-22T03:00:00.000Z')

  it('is done once; the same clerk finds it closed, another is told who closed it', () => {
    const closed = closeFiling(open, ratih, at)
    if (!closed.ok) throw new Error('refused')
    expect(closed.value.closed).toEqual({ at, by: 'Ratih', userId: ratih.userId })
    const later = instant('2026-11-22T04:00:00.000Z')
    expect(closeFiling(closed.value, ratih, later)).toEqual(closed)
    expect(closeFiling(closed.value, { userId: anId(2, 'f'), name: 'Yulianto' }, later)).toEqual({
      ok: false,
      refusal: { code: 'collective-closed', by: 'Ratih', at },
    })
  })
})
