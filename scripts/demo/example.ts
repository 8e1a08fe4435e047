import { emptyIntakeForm, type IntakeForm } from '#domain/intake-form.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import type { OfficeFiles } from '#hosts/shared/office-files.ts'
import { nikOf } from '#hosts/shared/sample/people.ts'

type Form = Omit<IntakeForm, 'documents' | 'nik' | 'birthDate' | 'sex'>

/** The application that the demonstration takes in; its holder is invented. */
export interface DemoExample {
  readonly form: Form
  readonly birthDate: OfficeDate
  readonly sex: 'male' | 'female'
  /** Six digits of the NIK: kecamatan of first registration. */
  readonly nikRegion: string
}

const { documents: _none, nik: _nik, birthDate: _born, sex: _sex, ...blank } = emptyIntakeForm

/** The offices' own products, each at a place of its own region. */
const examples: Readonly<Record<string, DemoExample>> = {
  pontianak: {
    birthDate: officeDate('1991-08-17'),
    sex: 'female',
    nikRegion: '617103',
    form: {
      ...blank,
      name: 'Raras Widyaningtyas Prameswari',
      nameOnPermit: 'dr. RARAS WIDYANINGTYAS PRAMESWARI',
      birthPlace: 'Pontianak',
      addressKtp: 'Jalan Merdeka Barat Gang Nuri 8',
      rtRw: '003/011',
      village: 'Sungai Jawi Dalam',
      district: 'Pontianak Barat',
      phone: '0812-5500-0173',
      permitTypeCode: 'SIPD',
      strNumber: 'QE00000173002601',
      facilityName: 'RSUD Kota Pontianak',
      facilityAddress: 'Jalan Kom Yos Sudarso',
      facilityVillage: 'Sungai Beliung',
      facilityDistrict: 'Pontianak Barat',
      schedule: [{ days: ['mon', 'tue', 'wed'], from: '17.00', until: '20.00' }],
    },
  },
  tanjungpinang: {
    birthDate: officeDate('1990-04-12'),
    sex: 'male',
    nikRegion: '217202',
    form: {
      ...blank,
      name: 'Bagus Wirayudha Senggarang',
      nameOnPermit: 'Bagus Wirayudha Senggarang, A.Md.OP.',
      birthPlace: 'Tanjungpinang',
      addressKtp: 'Jalan Ganet Gang Kenanga 4',
      rtRw: '002/005',
      village: 'Pinang Kencana',
      district: 'Tanjungpinang Timur',
      phone: '0812-5500-0299',
      permitTypeCode: 'SIPOP',
      strNumber: 'OP00000299002601',
      facilityName: 'RSUD Kota Tanjungpinang',
      facilityAddress: 'Jalan Sudirman Nomor 795',
      facilityVillage: 'Tanjung Ayun Sakti',
      facilityDistrict: 'Bukit Bestari',
      schedule: [{ days: ['mon', 'tue', 'wed', 'thu'], from: '08.00', until: '14.00' }],
    },
  },
  purwakarta: {
    birthDate: officeDate('1993-06-05'),
    sex: 'female',
    nikRegion: '321401',
    form: {
      ...blank,
      name: 'Niken Ayu Cahyaningrum',
      nameOnPermit: 'Ns. Niken Ayu Cahyaningrum, S.Kep.',
      birthPlace: 'Purwakarta',
      addressKtp: 'Jalan Melati Nomor 4',
      rtRw: '007/003',
      village: 'Ciseureuh',
      district: 'Purwakarta',
      phone: '0812-5500-0314',
      permitTypeCode: 'SIPP',
      strNumber: 'NR00000314002601',
      facilityName: 'RSUD Bayu Asih',
      facilityAddress: 'Jalan Veteran Nomor 39',
      facilityVillage: 'Nagri Kaler',
      facilityDistrict: 'Purwakarta',
      schedule: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '07.00', until: '14.00' }],
    },
  },
  seruyan: {
    birthDate: officeDate('1992-11-23'),
    sex: 'male',
    nikRegion: '620701',
    form: {
      ...blank,
      name: 'Yudha Pratama Rungan',
      nameOnPermit: 'Yudha Pratama Rungan, A.Md.RO.',
      birthPlace: 'Kuala Pembuang',
      addressKtp: 'Jalan Ahmad Yani Nomor 12',
      rtRw: '004/002',
      village: 'Kuala Pembuang I',
      district: 'Seruyan Hilir',
      phone: '0812-5500-0320',
      permitTypeCode: 'SIPRO',
      strNumber: 'RO00000320002601',
      facilityName: 'RSUD Kuala Pembuang',
      facilityAddress: 'Jalan Ais Nasution',
      facilityVillage: 'Kuala Pembuang II',
      facilityDistrict: 'Seruyan Hilir',
      schedule: [{ days: ['mon', 'tue', 'wed'], from: '08.00', until: '13.00' }],
    },
  },
  pasuruan: {
    birthDate: officeDate('1994-02-17'),
    sex: 'female',
    nikRegion: '351414',
    form: {
      ...blank,
      name: 'Dyah Larasati Kusumawardani',
      nameOnPermit: 'Dyah Larasati Kusumawardani, A.Md.OT.',
      birthPlace: 'Pasuruan',
      addressKtp: 'Jalan Mangga Gang Mawar 9',
      rtRw: '001/006',
      village: 'Kersikan',
      district: 'Bangil',
      phone: '0812-5500-0343',
      permitTypeCode: 'SIPOT',
      strNumber: 'OT00000343002601',
      facilityName: 'RSUD Bangil',
      facilityAddress: 'Jalan Raya Raci',
      facilityVillage: 'Masangan',
      facilityDistrict: 'Bangil',
      schedule: [{ days: ['tue', 'thu'], from: '08.00', until: '14.00' }],
    },
  },
}

/** For an office without an example of its own: its first product, at a place of its own list. */
function plainExample({ office, villages }: OfficeFiles): DemoExample {
  const { profile } = office
  const place = villages[0] ?? { name: '', district: '' }
  const district = `${profile.regionCode}01`
  return {
    birthDate: officeDate('1990-04-12'),
    sex: 'male',
    nikRegion: district,
    form: {
      ...blank,
      name: 'Bagus Wirayudha Kertasari',
      nameOnPermit: 'Bagus Wirayudha Kertasari',
      birthPlace: profile.city,
      addressKtp: 'Jalan Melati Nomor 4',
      village: place.name,
      district: place.district,
      phone: '0812-5500-0388',
      permitTypeCode: profile.offers[0]?.code ?? '',
      strNumber: 'RT00000388002601',
      facilityName: `RSUD ${profile.city}`,
      facilityAddress: 'Jalan Veteran Nomor 12',
      facilityVillage: place.name,
      facilityDistrict: place.district,
      schedule: [{ days: ['mon', 'tue', 'wed'], from: '08.00', until: '14.00' }],
    },
  }
}

export const exampleFor = (files: OfficeFiles): DemoExample =>
  examples[files.office.profile.code] ?? plainExample(files)

/**
 * The example's form for somebody whom the office does not know yet, so that the demonstration can be repeated
 * on one data folder.
 *
 * @param isKnown  whether a NIK is registered
 */
export async function formOfStranger(
  example: DemoExample,
  isKnown: (nik: string) => Promise<boolean>,
): Promise<Omit<IntakeForm, 'documents'>> {
  const { birthDate, sex, nikRegion } = example
  for (let serial = 1; serial < 10_000; serial += 1) {
    const nik = nikOf(nikRegion, birthDate, sex, serial)
    if (!(await isKnown(nik)))
      return { ...example.form, nik, birthDate: birthDate.split('-').reverse().join('-'), sex }
  }
  throw new Error('every NIK of the example is registered')
}
