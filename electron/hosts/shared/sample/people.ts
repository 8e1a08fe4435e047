import { ageOn, addDays, dateParts, type OfficeDate } from '#domain/office-date.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Random } from './random.ts'
import { familyNames, mensNames, streets, womensNames } from './words.ts'

/** A kelurahan of the office's region. */
export interface SampleVillage {
  readonly name: string
  readonly district: string
}

/** An invented person, with what stands on the KTP. */
export interface SamplePerson {
  readonly name: string
  readonly nameOnPermit: string
  readonly sex: 'male' | 'female'
  readonly birthDate: OfficeDate
  readonly nik: string
  readonly profession: string
  readonly village: SampleVillage
  readonly address: string
  readonly rtRw: string
  readonly phone: string
  readonly strNumber: string
}

/** Makes somebody of a profession whom nobody else is. */
export type NewPerson = (profession: string) => SamplePerson

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** A NIK as the civil registry composes it: region of first registration, day of birth (women + 40), serial. */
export function nikOf(
  district: string,
  birthDate: OfficeDate,
  sex: 'male' | 'female',
  serial: number,
): string {
  const { year, month, day } = dateParts(birthDate)
  const written = sex === 'female' ? day + 40 : day
  return `${district}${pad(written, 2)}${pad(month, 2)}${pad(year % 100, 2)}${pad(serial, 4)}`
}

/** Words before and behind the name by profession; one of them is chosen. Professions without a degree have none. */
const titles: Readonly<Record<string, readonly (readonly [before: string, behind: string])[]>> = {
  dokter: [['dr. ', '']],
  'dokter spesialis': [
    ['dr. ', ', Sp.PD.'],
    ['dr. ', ', Sp.A.'],
  ],
  'dokter gigi': [['drg. ', '']],
  'dokter gigi spesialis': [['drg. ', ', Sp.KG.']],
  perawat: [
    ['Ns. ', ', S.Kep.'],
    ['', ', A.Md.Kep.'],
  ],
  bidan: [
    ['Bd. ', ', S.Keb.'],
    ['', ', A.Md.Keb.'],
  ],
  apoteker: [['apt. ', ', S.Farm.']],
  'tenaga teknis kefarmasian': [['', ', A.Md.Farm.']],
  'ahli teknologi laboratorium medik': [['', ', A.Md.Kes.']],
  radiografer: [['', ', A.Md.Rad.']],
  fisioterapis: [['', ', A.Md.Ft.']],
  'tenaga gizi': [['', ', S.Gz.']],
  sanitarian: [['', ', A.Md.KL.']],
  'terapis gigi dan mulut': [['', ', A.Md.KG.']],
  'tenaga kesehatan masyarakat': [['', ', S.K.M.']],
  'refraksionis optisien atau optometris': [['', ', A.Md.RO.']],
}

const titled = (profession: string, name: string, random: Random): string => {
  const [before, behind] = random.pick(titles[profession] ?? [['', '']])
  return `${before}${name}${behind}`
}

/**
 * Makes people of whom no two share a name.
 *
 * @param regionCode  four digits of the office's kota or kabupaten
 * @param villages    its kelurahan; empty where the office has no list
 */
export function createPeople(
  random: Random,
  today: OfficeDate,
  regionCode: string,
  villages: readonly SampleVillage[],
): NewPerson {
  const taken = new Set<string>()
  const niks = new Set<string>()
  const districts = [...new Set(villages.map((one) => one.district))]
  const newName = (sex: 'male' | 'female'): string => {
    for (;;) {
      const given = sex === 'female' ? womensNames : mensNames
      const middle = random.chance(0.45) ? ` ${random.pick(given)}` : ''
      const name = `${random.pick(given)}${middle} ${random.pick(familyNames)}`
      if (taken.has(name) || new Set(name.split(' ')).size < name.split(' ').length) continue
      taken.add(name)
      return name
    }
  }
  // Two born on one day in one district differ in the serial, which the registry counts up.
  const newNik = (district: string, birthDate: OfficeDate, sex: 'male' | 'female', from: number): string => {
    const nik = nikOf(district, birthDate, sex, from)
    if (niks.has(nik)) return newNik(district, birthDate, sex, from + 1)
    niks.add(nik)
    return nik
  }
  return (profession) => {
    const sex = random.chance(0.62) ? 'female' : 'male'
    const name = newName(sex)
    const birthDate = addDays(today, -random.between(24 * 365, 52 * 365))
    const village = villages.length > 0 ? random.pick(villages) : { name: '', district: '' }
    const district = pad(Math.max(1, districts.indexOf(village.district) + 1), 2)
    return {
      name,
      nameOnPermit: titled(profession, name, random),
      sex,
      birthDate,
      nik: newNik(`${regionCode}${district}`, birthDate, sex, random.between(1, 9)),
      profession,
      village,
      address: `${random.pick(streets)} ${random.between(1, 60)}`,
      rtRw: `${pad(random.between(1, 9), 3)}/${pad(random.between(1, 24), 3)}`,
      phone: `0812-5500-${pad(random.between(0, 9999), 4)}`,
      strNumber: `${random.pick(['QE', 'MB', 'SA', 'RT'])}${pad(random.between(0, 9_999_999), 7)}${pad(random.between(0, 9_999_999), 7)}`,
    }
  }
}

/** What the clerk types from the person's KTP and STR. */
export const personFields = (person: SamplePerson) =>
  ({
    nik: person.nik,
    name: person.name,
    nameOnPermit: person.nameOnPermit,
    birthPlace: 'Pontianak',
    birthDate: numericDate(person.birthDate),
    sex: person.sex,
    addressKtp: person.address,
    rtRw: person.rtRw,
    village: person.village.name,
    district: person.village.district,
    phone: person.phone,
    strNumber: person.strNumber,
    strLifetime: true,
  }) satisfies Partial<IntakeForm>

/** Whether somebody could have been in practice for more than five years. */
export const practisesLong = (person: SamplePerson, today: OfficeDate): boolean =>
  ageOn(person.birthDate, today) > 32
