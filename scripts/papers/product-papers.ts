import { aPhoto } from '#hosts/testing/paper-campaign/good-papers.ts'
import { paperState, type PaperFacts } from '#hosts/testing/paper-states.ts'
import type { PrintContent, ProductContent } from '#domain/documents/print-content.ts'
import type { ImageSource } from '#domain/documents/sheet.ts'
import { instant } from '#domain/testing/builders.ts'
import { officeDate } from '#domain/office-date.ts'
import { isTakenInHere, type PermitType } from '#domain/permit-type.ts'
import { numbersAfterSigning, type ProductSheet } from '#domain/product-sheet.ts'
import { signingMethod } from '#domain/signing.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import type { Office } from '#services/office.ts'
import { productContent } from '#services/print-content.ts'
import { requestContent } from '#services/request-content.ts'
import { signerOn } from '#services/record-signature.ts'

export const now = instant('2026-11-19T03:00:00.000Z')
export const today = officeDate('2026-11-19')

/** A paper to be looked at. */
export interface ShownPaper {
  readonly name: string
  readonly content: PrintContent
  readonly photo: ImageSource | null
}

/** 200 characters with all that names are made of. */
export const longestName =
  'Prof. Dr. dr. Raden Ajeng Maharani Kusumaningrum Tjokroatmodjo-Simandjuntak Widyaningtyas Prameswari Hadiningrat binti Syarifuddin Almahdali, Sp.PD., Subsp.G.E.H.(K)., M.Kes., M.H.Kes., FINASIM., FACP.'
export const longestAddress =
  'Perumahan Griya Khatulistiwa Permai Indah Tahap Kedua Blok Anggrek Bulan Raya Nomor 127B, Gang Haji Abdurrahman Saleh Dalam Nomor 14, Jalan Parit Haji Husin Dua Ujung'

const time = (text: string): TimeOfDay => text as TimeOfDay

const manySessions = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).flatMap((day) => [
  { days: [day], from: time('07:00'), until: time('09:30') },
  { days: [day], from: time('13:15'), until: time('15:45') },
  { days: [day], from: time('18:00'), until: time('21:30') },
])

/** Everything as long as it can get: the name, both addresses, 15 times of practice. */
export function longestFacts(office: Office, code: string): PaperFacts {
  const { data } = paperState(office, code)
  return {
    applicant: { nameOnPermit: longestName, name: longestName, addressKtp: longestAddress },
    data: {
      ...(data.facility && {
        facility: {
          ...data.facility,
          name: 'Klinik Utama Rawat Jalan Spesialis Bhakti Nusantara Khatulistiwa Cabang Pontianak Tenggara',
          address: longestAddress,
        },
      }),
      schedule: data.schedule.length === 0 ? [] : manySessions.slice(0, 15),
    },
  }
}

/** One type of each category and kind of holder that the office issues today. */
export function typesToShow(office: Office): readonly PermitType[] {
  const issued = office.profile.offers.flatMap((offer) =>
    office.types.filter(
      (one) => one.code === offer.code && one.revokes === null && isTakenInHere(one, today),
    ),
  )
  const firsts = new Map(issued.toReversed().map((one) => [`${one.category} ${one.holder}`, one]))
  return issued.filter((one) => [...firsts.values()].includes(one))
}

function product(
  office: Office,
  code: string,
  name: string,
  facts: PaperFacts = {},
  sheet: ProductSheet = 'original',
  change: (content: ProductContent) => ProductContent = (content) => content,
): ShownPaper {
  const made = productContent(office, paperState(office, code, facts), now, sheet)
  if (!made.ok) throw new Error(`${office.profile.code} ${code}: ${made.refusal.code}`)
  const content = change(made.value)
  const wantsPhoto = content.kind === 'permit' && content.photo === 'printed'
  return { name: `${content.kind} ${code} ${name}`, content, photo: wantsPhoto ? aPhoto(7) : null }
}

const withPhoto =
  (photo: 'printed' | 'box' | 'none') =>
  (content: ProductContent): ProductContent =>
    content.kind === 'permit' ? { ...content, photo, photoSha256: '7'.padStart(64, '0') } : content

const preprinted = (content: ProductContent): ProductContent =>
  ({
    ...content,
    data: { ...content.data, letterhead: { ...content.data.letterhead, preprinted: true } },
  }) as ProductContent

const sample = (content: ProductContent): ProductContent =>
  ({
    ...content,
    data: { ...content.data, marks: [{ kind: 'watermark', word: 'CONTOH' }] },
  }) as ProductContent

/** Permits, letters and decrees of an office: each category, then one type in every state that a sheet can be in. */
export function productPapers(office: Office): readonly ShownPaper[] {
  const types = typesToShow(office)
  const [first] = types
  if (!first) return []
  const { code } = first
  const longest = longestFacts(office, code)
  const late = numbersAfterSigning(office.profile.stageTable)
  const isElectronic = signingMethod(office.profile.stageTable) === 'electronic'
  return [
    ...types.map((one) => product(office, one.code, 'biasa')),
    ...types.map((one) => product(office, one.code, 'terpanjang', longestFacts(office, one.code))),
    ...(['printed', 'box', 'none'] as const).map((photo) =>
      product(office, code, `foto ${photo}`, {}, 'original', withPhoto(photo)),
    ),
    product(office, code, 'terpanjang, foto', longest, 'original', withPhoto('printed')),
    product(office, code, 'kop bebas', {}, 'original', preprinted),
    product(office, code, 'contoh', {}, 'original', sample),
    product(office, code, 'konsep', { numbered: false }, 'draft'),
    ...(late
      ? [
          product(office, code, 'untuk ditandatangani', { numbered: false }, 'for-signature'),
          product(office, code, 'nomor dan tanggal saja', {}, 'overprint'),
        ]
      : []),
    ...(isElectronic
      ? []
      : [product(office, code, 'terpanjang, kotak', longest, 'original', withPhoto('box'))]),
    product(office, code, 'biasa', { product: 'refusal-letter' }),
    product(office, code, 'terpanjang', { ...longest, product: 'refusal-letter' }),
    product(office, code, 'biasa', { kind: 'revocation' }),
    product(office, code, 'terpanjang', { ...longest, kind: 'revocation' }),
    ...requestLetter(office, code),
  ]
}

/** The request for a recommendation, where the office's procedure sends one. */
function requestLetter(office: Office, code: string): ShownPaper[] {
  const rule = office.profile.documents.find((one) => one.kind === 'recommendation-request')
  const signer = rule?.signer ? signerOn(office.profile, rule.signer, today) : undefined
  if (!rule || !signer) return []
  return [
    ['biasa', {}],
    ['terpanjang', longestFacts(office, code)],
  ].map(([name, facts]) => {
    const state = paperState(office, code, facts as PaperFacts)
    const letter = {
      id: state.id,
      kind: 'recommendation-request' as const,
      number: { ...state.registrationNumber, text: '500.16.7.4/0118/DPMPTSP-III/2026' },
      issuedOn: today,
    }
    return {
      name: `recommendation-request ${code} ${name as string}`,
      content: requestContent(office, state, letter, signer, now),
      photo: null,
    }
  })
}
