import { createCanvas } from '@napi-rs/canvas'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import type { ImageSource, PrintDocument } from '#domain/documents/sheet.ts'
import { instant } from '#domain/testing/builders.ts'
import type { ProductSheet } from '#domain/product-sheet.ts'
import { listProfiles, readOfficeFiles } from '#hosts/shared/office-files.ts'
import { createRandom, type Random } from '#hosts/shared/sample/random.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { Office } from '#services/office.ts'
import { productContent } from '#services/print-content.ts'
import { paperState, type PaperFacts } from '../paper-states.ts'

/** A paper of some office with everything it is made of. */
export interface CampaignPaper {
  readonly name: string
  readonly content: ProductContent
  readonly photo: ImageSource | null
  readonly document: PrintDocument
}

const now = instant('2026-11-19T03:00:00.000Z')

const offices: readonly Office[] = listProfiles(assetsDir).map(({ code }) => {
  const files = readOfficeFiles(assetsDir, code)
  if (!files.ok) throw new Error(`the profile ${code} cannot be read`)
  return files.value.office
})

const given = ['Rahmawati', 'Bagus', 'Siti', 'Yohanes', 'Galih', 'Dewi', 'Ahmad', 'Made', 'Ning', 'Théa']
const family = ['Suryani', "Ma'ruf", 'Hadi-Ningrat', 'Wirayudha', 'Prameswari', 'Simanjuntak', 'Ó Dálaigh']
const titles = ['', ', A.Md.RO', ', S.Kep., Ns.', ', Sp.A', ', S.Farm., Apt., M.Farm.Klin.']
const places = [
  'Klinik Pratama Kapuas Medika',
  'RSUD Kota',
  'Apotek “Sehat” Bersama',
  'UPTD Puskesmas Alianyang',
]

/** A name of ordinary length, and now and then one that fills lines: 200 characters and more. */
function nameOf(random: Random): string {
  const words = random.chance(0.12) ? random.between(18, 30) : random.between(1, 4)
  const name = Array.from({ length: words }, () => random.pick(random.chance(0.5) ? given : family)).join(' ')
  return `${random.chance(0.3) ? 'dr. ' : ''}${name}${random.pick(titles)}`
}

/** A picture whose colours nobody else's has. */
export function aPhoto(seed: number, format: ImageSource['format'] = 'jpeg'): ImageSource {
  const canvas = createCanvas(240, 360)
  const pen = canvas.getContext('2d')
  pen.fillStyle = `hsl(${(seed * 47) % 360} 60% 45%)`
  pen.fillRect(0, 0, 240, 360)
  pen.fillStyle = `hsl(${(seed * 89) % 360} 40% 70%)`
  pen.fillRect(70, 60 + (seed % 40), 100, 140)
  const bytes = format === 'jpeg' ? canvas.toBuffer('image/jpeg') : canvas.toBuffer('image/png')
  return { format, bytes: new Uint8Array(bytes) }
}

const sheetsOf = (office: Office): readonly ProductSheet[] =>
  office.profile.code === 'seruyan'
    ? ['original', 'draft', 'for-signature', 'overprint']
    : ['original', 'original', 'draft']

/** Lays a content out as its paper. */
export const campaignPaper = (
  name: string,
  content: ProductContent,
  photo: ImageSource | null,
): CampaignPaper => ({ name, content, photo, document: layOutSheet(content, photo) })

/** The papers that exist: a permit, letter or decree of one of the five offices, for somebody nobody has thought of. */
export function randomPaper(
  seed: number,
  wanted: { readonly sheet?: ProductSheet; readonly kind?: 'permit' } = {},
): CampaignPaper {
  const random = createRandom(seed)
  for (;;) {
    const office = random.pick(offices)
    const offer = random.pick(office.profile.offers)
    const kinds: readonly PaperFacts[] = wanted.kind
      ? [{}]
      : [{}, {}, { kind: 'renewal' }, { product: 'refusal-letter' }, { kind: 'revocation' }]
    const sheet = wanted.sheet ?? random.pick(sheetsOf(office))
    const facts: PaperFacts = {
      ...random.pick(kinds),
      filedOn: random.pick(['2026-11-19', '2026-11-19', '2024-03-01', '2021-03-01']),
      numbered: sheet !== 'for-signature' && (sheet !== 'draft' || random.chance(0.5)),
      applicant: { nameOnPermit: nameOf(random) },
    }
    const content = contentOf(office, offer.code, facts, sheet, random)
    if (!content) continue
    const photo = withPhoto(content, random)
    return campaignPaper(
      `${office.profile.code} ${offer.code} ${content.kind} ${sheet} #${seed}`,
      photo.content,
      photo.photo,
    )
  }
}

function contentOf(
  office: Office,
  code: string,
  facts: PaperFacts,
  sheet: ProductSheet,
  random: Random,
): ProductContent | null {
  const type = office.types.find((one) => one.code === code)
  const hasLaw = type?.regimes.some(
    (one) => one.from <= (facts.filedOn ?? '') && (one.until ?? '9') >= (facts.filedOn ?? ''),
  )
  if (!type || type.revokes !== null || !hasLaw) return null
  const state = paperState(office, code, facts)
  const { facility } = state.data
  const name = random.chance(0.5) ? `${random.pick(places)} ${nameOf(random)}` : random.pick(places)
  const placed = facility ? { ...state, data: { ...state.data, facility: { ...facility, name } } } : state
  const content = productContent(office, placed, now, sheet)
  return content.ok ? content.value : null
}

function withPhoto(
  content: ProductContent,
  random: Random,
): { content: ProductContent; photo: ImageSource | null } {
  if (content.kind !== 'permit' || content.photo === 'none' || random.chance(0.4))
    return { content, photo: null }
  const seed = random.between(1, 1000)
  const photo = aPhoto(seed, random.chance(0.8) ? 'jpeg' : 'png')
  return { content: { ...content, photo: 'printed', photoSha256: String(seed).padStart(64, '0') }, photo }
}
