import { emptyIntakeForm, type IntakeForm } from '../intake-form.ts'
import { officeDate } from '../office-date.ts'
import { usualKindRules } from '../kind-rule.ts'
import type { PermitType, Regime, Requirement } from '../permit-type.ts'
import { ownOffice } from '../route.ts'

/** A requirement that is always asked for and wants a file. */
export const aRequirement = (code: string, change: Partial<Requirement> = {}): Requirement => ({
  code,
  label: `Syarat ${code}`,
  when: {},
  form: 'copy',
  count: 1,
  maxAgeDays: null,
  file: true,
  photo: false,
  asks: [],
  upload: null,
  ...change,
})

export const aRegime = (change: Partial<Regime> = {}): Regime => ({
  from: officeDate('2023-08-08'),
  until: null,
  requirements: [
    aRequirement('STR'),
    aRequirement('KTP'),
    aRequirement('ID_PHOTO', { form: 'digital', photo: true }),
    aRequirement('OTHER_SIP', { when: { practiceOrdinal: [2, 3] } }),
    aRequirement('PLACE_LETTER', { when: { facilityKind: ['facility'] } }),
    aRequirement('POWER_OF_ATTORNEY', { when: { filedByRepresentative: true } }),
    aRequirement('ORIGINAL', { file: false, form: 'original' }),
  ],
  legalBasis: ['Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan'],
  validity: { rule: 'years', years: 5, endsDayBefore: true },
  placeLimit: 3,
  needsStr: true,
  route: ownOffice,
  ...change,
})

export const aPermitType = (change: Partial<PermitType> = {}): PermitType => ({
  code: 'SIPD',
  name: 'Surat Izin Praktik Dokter',
  title: 'SURAT IZIN PRAKTIK DOKTER (SIPD)',
  category: 'SIP',
  profession: 'dokter',
  organization: null,
  flags: [],
  kinds: ['new', 'renewal'],
  kindRules: usualKindRules,
  holder: 'person',
  fields: [],
  revokes: null,
  order: 1,
  catalogueCode: 'SIPD',
  regimes: [aRegime()],
  ...change,
})

export const pdfHash = 'a'.repeat(64)
export const photoHash = 'b'.repeat(64)

const brought = (requirementCode: string) => ({
  requirementCode,
  sha256: requirementCode === 'ID_PHOTO' ? photoHash : pdfHash,
  fileName: requirementCode === 'ID_PHOTO' ? 'foto.jpg' : 'pindai.pdf',
  mediaType: requirementCode === 'ID_PHOTO' ? 'image/jpeg' : 'application/pdf',
  sizeBytes: 1_000,
})

/** A walk-in whose every field can be read: seed 000's own example. */
export const aFilledForm = (change: Partial<IntakeForm> = {}): IntakeForm => ({
  ...emptyIntakeForm,
  nik: '6171 0447 0894 0003',
  name: 'Kinanti Sebangki',
  nameOnPermit: 'dr. Kinanti Sebangki',
  birthPlace: 'Pontianak',
  birthDate: '07-08-1994',
  sex: 'female',
  addressKtp: 'Jalan Khatulistiwa Gang Teluk Indah 5',
  rtRw: '003/012',
  village: 'Batu Layang',
  district: 'Pontianak Utara',
  addressDomicile: 'Jalan Budi Utomo 7',
  phone: '0812-5500-0173',
  email: 'kinanti@contoh.id',
  permitTypeCode: 'SIPD',
  strNumber: '6122100126004173',
  facilityName: 'RSUD Kota Pontianak',
  facilityAddress: 'Jalan Kom Yos Sudarso',
  facilityVillage: 'Sungai Beliung',
  facilityDistrict: 'Pontianak Barat',
  schedule: [{ days: ['mon', 'tue', 'wed'], from: '17.00', until: '20.00' }],
  documents: ['STR', 'KTP', 'ID_PHOTO', 'PLACE_LETTER', 'ORIGINAL'].map(brought),
  ...change,
})
