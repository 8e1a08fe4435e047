import type { ApplicationState } from '#domain/application-state.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { SignedBy } from '#domain/permit.ts'
import { documentRule } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { archiveContent } from './archive-content.ts'
import { assignmentContent } from './assignment-content.ts'
import { handoverContent } from './handover-content.ts'
import { standardContent } from './inform-applicant.ts'
import { expiryContent } from './expiry-content.ts'
import { inspectionContent } from './inspection-report.ts'
import { incomingContent, quietRegister } from './incoming-register.ts'
import { legalisationContent, legalisationRegisterContent } from './legalisation-content.ts'
import type { Office } from './office.ts'
import {
  printedLetterhead,
  productContent,
  shortMoment,
  type ProductContentRefusal,
} from './print-content.ts'
import { formsContent, formsOf } from './print-forms.ts'
import { receiptContent } from './receipt-content.ts'
import { signerOn } from './record-signature.ts'
import { requestContent } from './request-content.ts'
import { sampleBooks } from './sample-books.ts'
import {
  noId,
  sampleClerk as clerk,
  sampleDossier,
  sampleMoment,
  sampleProduct,
  type SampleDossier,
} from './sample-product.ts'
import { serviceStandard } from './service-standard.ts'

const number = (text: string) => ({ series: '', scope: '', serial: 0, text })

/** A visit of nobody to a place that is not. */
const visit = (state: ApplicationState, day: OfficeDate, at: Instant): Appointment => ({
  id: noId,
  kind: 'site-inspection',
  time: {
    date: day,
    from: '09:00' as TimeOfDay,
    until: '11:00' as TimeOfDay,
    place: 'Nama Tempat Contoh, Jalan Contoh Nomor 2',
  },
  purpose: 'memeriksa kesesuaian tempat praktik',
  team: [
    { userId: null, name: 'Nama Ketua Tim', nip: null, post: 'Jabatan Ketua Tim', leads: true },
    { userId: null, name: 'Nama Anggota Tim', nip: null, post: 'Jabatan Anggota', leads: false },
  ],
  dossiers: [{ applicationId: state.id, leftAt: null }],
  letter: { id: noId, number: number('CONTOH'), issuedOn: day },
  state: 'planned',
  madeAt: at,
  madeBy: clerk.user.name,
  postponements: [],
  end: null,
})

interface Given extends SampleDossier {
  readonly office: Office
  readonly day: OfficeDate
  readonly at: Instant
  readonly code: string
}

type Made = PrintContent | ProductContentRefusal | undefined

/** A slip of the counter: everything that it says but its subject. */
const slip = ({ office, at, type, day }: Given) => ({
  letterhead: printedLetterhead(office.profile, day, false),
  at: shortMoment(office, at),
  officer: clerk.user.name,
  counter: '1',
  applicantName: 'NAMA PEMOHON',
  permitCode: type.code,
  permitShortName: type.name,
})

/** A letter or decree of the product's chain, of the invented dossier. */
function productOf(given: Given, kind: 'refusal-letter' | 'revocation-decree'): Made {
  const { office, at, state, day } = given
  if (!office.profile.documents.some((one) => one.kind === kind) || !state.product) return undefined
  const ended: ApplicationState =
    kind === 'refusal-letter'
      ? { ...state, product: { ...state.product, kind } }
      : {
          ...state,
          product: { ...state.product, kind },
          data: {
            ...state.data,
            kind: 'revocation',
            targetPermitNumber: 'CONTOH',
            startedBy: 'holder',
            reasonCode: 'stopped',
            earlierPermit: { applicationId: null, effect: 'revoked', validUntil: null, issuedOn: day },
          },
        }
  const made = productContent(office, ended, at, 'original')
  return made.ok ? made.value : made.refusal
}

/** A letter that the office makes, in the name of whoever signs it on the day. */
function signedLetter(
  given: Given,
  kind: DocumentKind,
  make: (given: Given, signer: SignedBy) => PrintContent,
): Made {
  const { office, day } = given
  const post = office.profile.documents.find((one) => one.kind === kind)?.signer ?? null
  if (post === null) return undefined
  const signer = signerOn(office.profile, post, day)
  return signer ? make(given, signer) : { code: 'post-vacant', post, on: day }
}

const makers: Readonly<Record<DocumentKind, (given: Given) => Made>> = {
  permit: ({ office, code, day }) => {
    const made = sampleProduct(office, code, day)
    return made && (made.ok ? made.value : made.refusal)
  },
  'refusal-letter': (given) => productOf(given, 'refusal-letter'),
  'revocation-decree': (given) => productOf(given, 'revocation-decree'),
  'recommendation-request': (given) =>
    signedLetter(given, 'recommendation-request', ({ office, state, day, at }, signer) => {
      const letter = {
        id: noId,
        kind: 'recommendation-request',
        number: number('CONTOH'),
        issuedOn: day,
      } as const
      return requestContent(office, state, letter, signer, at)
    }),
  'assignment-letter': (given) =>
    signedLetter(given, 'assignment-letter', ({ office, state, day, at }, signer) =>
      assignmentContent(office, visit(state, day, at), [state], signer, at),
    ),
  'expiry-letter': (given) =>
    signedLetter(given, 'expiry-letter', ({ office, state, day, at }, signer) =>
      expiryContent(office, state, { id: noId, number: number('CONTOH'), issuedOn: day }, signer, at),
    ),
  'inspection-report': ({ office, state, day, at }) =>
    office.profile.documents.some((one) => one.kind === 'inspection-report')
      ? inspectionContent(office, visit(state, day, at), state, at)
      : undefined,
  receipt: ({ office, state }) => receiptContent(office, state, null),
  'missing-items': (given) => ({
    kind: 'missing-items',
    paper: documentRule(given.office.profile, 'missing-items').paper,
    createdAt: given.at,
    data: {
      ...slip(given),
      request: 'baru',
      missing: [
        { label: 'Nama syarat pertama', reason: 'alasan dari petugas' },
        { label: 'Nama syarat kedua', reason: null },
      ],
      accepted: ['Nama syarat yang sudah diterima'],
      draftCode: 'CONTOH',
      keptDays: 30,
      hours: given.office.profile.receipt.counterHours.join(', '),
    },
  }),
  'referral-slip': (given) => ({
    kind: 'referral-slip',
    paper: paperFor(given.office.profile, 'referral-slip'),
    createdAt: given.at,
    data: {
      ...slip(given),
      request: 'baru',
      destination: 'Nama sistem atau instansi tujuan',
      address: 'contoh.go.id',
      reason: 'Alasan mengapa permohonan ini diajukan di tempat lain.',
      steps: ['Langkah pertama.', 'Langkah kedua.'],
      bring: ['Nama berkas yang dibawa'],
      contact: given.office.profile.receipt.complaints,
    },
  }),
  'notice-slip': (given) => ({
    kind: 'notice-slip',
    paper: paperFor(given.office.profile, 'notice-slip'),
    createdAt: given.at,
    data: {
      ...slip(given),
      title: 'PEMBERITAHUAN',
      greeting: 'Kepada NAMA PEMOHON,',
      paragraphs: ['Isi pemberitahuan sesuai keadaan permohonan.'],
      closing: given.office.profile.receipt.complaints,
    },
  }),
  'service-standard': ({ office, code, day, at }) => {
    const standard = serviceStandard(office, code, 'new', day)
    return standard ? standardContent(office, standard, at) : undefined
  },
  'application-forms': ({ office, code, day, at }) => {
    const standard = serviceStandard(office, code, 'new', day)
    return standard
      ? formsContent(office, standard, { forms: formsOf(office, standard).map((one) => one.code) }, at)
      : undefined
  },
  'blank-form': ({ office, at, day }) => ({
    kind: 'blank-form',
    paper: paperFor(office.profile, 'blank-form'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(office.profile, day, false),
      number: 'CONTOH',
      qr: 'CONTOH',
      counter: '1',
      printedAt: shortMoment(office, at),
      pickup: 'Permohonan ini dimasukkan ke aplikasi begitu listrik atau komputer menyala lagi.',
      integrity: 'Pelayanan ini tidak dipungut biaya di luar ketentuan.',
      contact: office.profile.receipt.complaints,
    },
  }),
  'handover-receipt': ({ office, state, at }) => {
    const { product } = state
    if (!product) return undefined
    return handoverContent(
      office,
      [{ state, product, oldPermit: null, originals: { given: [], left: [] } }],
      {
        at,
        receivedBy: 'NAMA PENERIMA',
        relation: 'self',
        receiverNik: null,
        identity: { card: 'ktp', letterOfAuthority: false },
        receiptLost: false,
        signatureSha256: null,
      },
      clerk,
    )
  },
  'loss-statement': ({ office, type, day, at }) => ({
    kind: 'loss-statement',
    paper: paperFor(office.profile, 'loss-statement'),
    createdAt: at,
    data: {
      agency: printedLetterhead(office.profile, day, false).agency,
      place: office.profile.city,
      date: longDate(day),
      name: 'NAMA PEMBUAT PERNYATAAN',
      capacity: 'pemohon atau pemegang izin',
      receipts: [
        {
          registerNumber: 'CONTOH',
          filedOn: longDate(day),
          holderName: 'NAMA PEMEGANG IZIN',
          permitName: type.name,
        },
      ],
      officerName: clerk.user.name,
    },
  }),
  legalisation: ({ office, state, day, at }) => {
    const rule = office.profile.legalisation
    if (!rule || !state.product) return undefined
    const signer = rule.signers.map((post) => signerOn(office.profile, post, day)).find((one) => one)
    if (!signer) return { code: 'post-vacant', post: rule.signers[0] ?? '', on: day }
    const legalisation = {
      id: noId,
      number: number('CONTOH'),
      issuedOn: day,
      productId: state.product.id,
      copies: 1,
      signer,
    }
    return legalisationContent(office, rule, state, legalisation, null, at)
  },
  'legalisation-register': ({ office, day, at }) =>
    office.profile.legalisation
      ? legalisationRegisterContent(office, [], [], [], { from: day, until: day }, clerk, at)
      : undefined,
  'incoming-register': ({ office, day, at }) =>
    incomingContent(office, quietRegister, { from: day, until: day }, clerk, at),
  'blank-card': () => undefined,
  archive: ({ office, state, at }) => archiveContent(office, state, at, clerk.user.name),
  ...sampleBooks,
}

/**
 * A document of the office with invented data, as it would be printed on a day: its letterhead, law, texts and signer are
 * those of the day, its names and numbers nobody's. Whoever shows it lays CONTOH over it.
 *
 * @param code  type of permit as the office offers it; the documents of a dossier are of it
 * @returns undefined: this office makes no such document, or not of this type. Refuses `post-vacant`.
 */
export function samplePaper(
  office: Office,
  kind: DocumentKind,
  code: string,
  day: OfficeDate,
): Result<PrintContent, ProductContentRefusal> | undefined {
  const dossier = sampleDossier(office, code, day)
  if (!dossier) return undefined
  const made = makers[kind]({ ...dossier, office, day, code, at: sampleMoment(office, day) })
  if (made === undefined) return undefined
  return 'code' in made ? refuse(made) : ok(made)
}

/** Kinds of document of which this office has a sample. */
export const hasSample = (kind: DocumentKind): boolean => kind !== 'blank-card'
