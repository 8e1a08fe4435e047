import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, ApplicationData, RequirementDocument } from '#domain/application.ts'
import { addYears, officeDate, type OfficeDate } from '#domain/office-date.ts'
import type { OwnField } from '#domain/own-field.ts'
import type { Product } from '#domain/permit.ts'
import { regimeOn, type ApplicationKind, type PermitType } from '#domain/permit-type.ts'
import {
  anApplicant,
  anApplication,
  aNumber,
  anId,
  aRegisteredState,
  instant,
} from '#domain/testing/builders.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import { getType, type Office } from '#services/office.ts'

/** What a paper is to show; left out: an ordinary dossier of today. */
export interface PaperFacts {
  readonly kind?: ApplicationKind
  readonly product?: Product['kind']
  readonly filedOn?: string
  readonly numbered?: boolean
  readonly applicant?: Partial<Applicant>
  readonly data?: Partial<ApplicationData>
}

const time = (text: string): TimeOfDay => text as TimeOfDay

const answerOf = (field: OwnField): string | number | boolean => {
  switch (field.kind) {
    case 'choice':
      return field.choices[0]?.code ?? ''
    case 'yes-no':
      return true
    case 'date':
      return '2026-11-02'
    case 'number':
      return field.check?.rule === 'range' ? (field.check.min ?? 1) : 1
    case 'text':
      return field.label.startsWith('Penanggung jawab') ? 'Wulan Prameswari' : 'Air bawah tanah terlindung'
  }
}

function applicantOf(type: PermitType, change: Partial<Applicant>): Applicant {
  const person = anApplicant({ rtRw: '003/021', ...change })
  if (type.holder === 'person') return person
  return {
    ...person,
    kind: 'company',
    company: {
      name: 'CV Khatulistiwa Boga Nusantara',
      nib: '1234567890123',
      npwp: null,
      responsibleName: person.name,
      responsibleNik: person.nik,
    },
  }
}

function dataOf(type: PermitType, facts: PaperFacts, needsStr: boolean): ApplicationData {
  const isBusiness = type.holder === 'company'
  const base = anApplication()
  const kind = facts.kind ?? 'new'
  return {
    ...base,
    permitTypeCode: type.code,
    kind,
    practiceOrdinal: type.category === 'SIP' || type.category === 'SIK' ? 1 : null,
    str: needsStr ? base.str : null,
    facility: {
      id: null,
      kind: isBusiness ? 'business' : 'facility',
      name: isBusiness ? 'Rumah Makan Bahari Sejahtera' : 'Klinik Pratama Kapuas Medika',
      type: isBusiness ? 'Rumah makan' : 'Klinik',
      address: 'Jalan Gajah Mada Nomor 88',
      village: 'Benuamelayu Darat',
      district: 'Pontianak Selatan',
    },
    schedule: isBusiness
      ? []
      : [
          { days: ['mon', 'tue', 'wed'], from: time('17:00'), until: time('20:00') },
          { days: ['sat'], from: time('08:00'), until: time('12:00') },
        ],
    technical: Object.fromEntries(type.fields.map((field) => [field.code, answerOf(field)])),
    ...(kind === 'new'
      ? {}
      : {
          targetPermitId: anId(9, 'c'),
          targetPermitNumber: `503/0127/${type.code}/2024`,
          earlierPermit: {
            applicationId: anId(9, 'b'),
            effect: 'revoked',
            validUntil: officeDate('2029-05-05'),
          },
        }),
    ...(kind === 'revocation' ? { startedBy: 'holder', reasonCode: 'stopped' } : {}),
    ...facts.data,
  }
}

const originalPermit = (): RequirementDocument => ({
  id: anId(77, 'd'),
  requirementCode: 'ORIGINAL_PERMIT',
  page: 1,
  pages: 1,
  sha256: null,
  fileName: '',
  mediaType: '',
  sizeBytes: 0,
  uploadedAt: instant('2026-10-05T02:00:00.000Z'),
  check: 'accepted',
  checkNote: null,
  replacedBy: null,
  paper: {
    number: null,
    date: officeDate('2024-05-06'),
    issuer: null,
    validUntil: null,
    form: 'original',
    count: 1,
  },
})

/** A dossier of an office shortly before its paper leaves it: recommended, with a product that may have its number. */
export function paperState(office: Office, typeCode: string, facts: PaperFacts = {}): ApplicationState {
  const type = getType(office, typeCode)
  const filedOn = officeDate(facts.filedOn ?? '2026-11-19')
  const regime = regimeOn(type, filedOn)
  if (!regime.ok) throw new Error(`${typeCode} has no law on ${filedOn}`)
  const at = instant(`${filedOn}T02:00:00.000Z`)
  const kind = facts.product ?? (facts.kind === 'revocation' ? 'revocation-decree' : 'permit')
  const state = aRegisteredState({
    at,
    filedOn,
    applicant: applicantOf(type, facts.applicant ?? {}),
    data: dataOf(type, facts, regime.value.needsStr),
  })
  const numbered = facts.numbered ?? true
  return {
    ...state,
    documents: facts.kind === 'revocation' ? [originalPermit()] : [],
    outputs: [
      {
        id: anId(1, 'd'),
        stage: 'dinas-kesehatan',
        kind: 'recommendation',
        outcome: kind === 'refusal-letter' ? 'not-recommended' : 'recommended',
        number: '440/0631/SIP/DINKES/X/2026',
        date: filedOn,
        decidedBy: null,
        inspected: true,
        note: null,
        fileSha256: null,
      },
    ],
    track: kind === 'refusal-letter' ? 'refusal' : 'permit',
    note:
      kind === 'refusal-letter'
        ? 'surat keterangan tempat praktik ditandatangani oleh pejabat yang tidak lagi menjabat pada tanggal surat'
        : null,
    product: {
      id: anId(1, 'c'),
      kind,
      verificationCode: '7K3MQ9TX2BWYA4H8WZP6RC5VKD',
      number: numbered ? aNumber('izin', 412, { text: numberText(office, kind, type.code, filedOn) }) : null,
      issuedOn: numbered ? filedOn : null,
      validUntil: numbered && kind === 'permit' ? addYears(filedOn, 5) : null,
      signature: null,
      activatedAt: null,
    },
  }
}

function numberText(office: Office, kind: Product['kind'], code: string, day: OfficeDate): string {
  const rule = office.profile.documents.find((one) => one.kind === kind)
  const series = office.profile.series.find((one) => one.code === rule?.series)
  const values: Record<string, string> = {
    ...series?.tokens,
    typeCode: code,
    year: day.slice(0, 4),
    romanMonth: 'XI',
  }
  return (series?.pattern ?? '').replace(/\{(\w+)(:\d+)?\}/g, (_, name: string) => values[name] ?? '0412')
}
