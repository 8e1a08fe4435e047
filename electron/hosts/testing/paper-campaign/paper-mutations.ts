import type { ProductContent } from '#domain/documents/print-content.ts'
import type { Block, PrintDocument } from '#domain/documents/sheet.ts'
import { renderPdf } from '#adapters/paper/render-pdf.ts'
import type { Random } from '#hosts/shared/sample/random.ts'
import { aPhoto, campaignPaper, type CampaignPaper } from './good-papers.ts'
import { fileMutations } from './file-mutations.ts'

/** Something that goes wrong with a paper on its way from the record into the file. null: this paper has none of it. */
export type Mutation = (paper: CampaignPaper, random: Random) => Promise<Uint8Array> | null

type Permit = Extract<ProductContent, { kind: 'permit' }>

/** The paper of another record: whatever the change makes of the content is what gets into the file. */
const ofContent =
  (change: (content: ProductContent, random: Random) => ProductContent | null): Mutation =>
  (paper, random) => {
    const wrong = change(paper.content, random)
    return wrong && renderPdf(campaignPaper(paper.name, wrong, paper.photo).document)
  }

const ofPermit = (change: (content: Permit, random: Random) => Permit | null): Mutation =>
  ofContent((content, random) => (content.kind === 'permit' ? change(content, random) : null))

const ofDocument =
  (change: (document: PrintDocument, random: Random) => PrintDocument | null): Mutation =>
  ({ document }, random) => {
    const wrong = document.overprint ? null : change(document, random)
    return wrong && renderPdf(wrong)
  }

/** Data of a content with something else in it, whatever its kind. */
const withData = (content: ProductContent, change: object): ProductContent =>
  ({ ...content, data: { ...content.data, ...change } }) as ProductContent

const withFact = (content: Permit, name: string, value: (old: string) => string): Permit | null => {
  const old = content.data.facts[name] ?? ''
  const template = JSON.stringify(content.template)
  if (old === '' || !template.includes(`{${name}}`) || content.sheet === 'overprint') return null
  return { ...content, data: { ...content.data, facts: { ...content.data.facts, [name]: value(old) } } }
}

/** One digit is another one: the slip that eyes miss. */
const otherDigit = (text: string, random: Random): string => {
  const places = [...text.matchAll(/\d/g)].map((one) => one.index)
  const at = places.length === 0 ? -1 : random.pick(places)
  return at < 0 ? `${text}1` : text.slice(0, at) + ((Number(text[at]) + 1) % 10) + text.slice(at + 1)
}

const omit = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)
const twice = <T>(list: readonly T[], at: number): T[] =>
  list.flatMap((one, i) => (i === at ? [one, one] : [one]))

const textBlocks = (document: PrintDocument): number[] =>
  document.blocks.flatMap((one, i) => (one.kind === 'text' && one.text !== '' ? [i] : []))

const changeBlocks = (change: (blocks: readonly Block[], at: number) => readonly Block[]): Mutation =>
  ofDocument((document, random) => {
    const at = textBlocks(document)
    return at.length === 0 ? null : { ...document, blocks: change(document.blocks, random.pick(at)) }
  })

const dataMutations: Readonly<Record<string, Mutation>> = {
  'another name': ofPermit((content) => withFact(content, 'holderName', () => 'dr. Orang Lain, Sp.OG')),
  'a name cut off': ofPermit((content) =>
    (content.data.facts['holderName'] ?? '').length < 24
      ? null
      : withFact(content, 'holderName', (old) => old.slice(0, 20)),
  ),
  'one letter of the name': ofPermit((content) =>
    withFact(content, 'holderName', (old) => `${old.slice(0, 3)}x${old.slice(4)}`),
  ),
  'another number': ofContent((content, random) =>
    content.data.number === null
      ? null
      : withData(content, { number: otherDigit(content.data.number, random) }),
  ),
  'another day': ofContent((content, random) =>
    content.data.date === null ? null : withData(content, { date: otherDigit(content.data.date, random) }),
  ),
  'another place': ofPermit((content) => withFact(content, 'placeName', () => 'Klinik Orang Lain')),
  'another schedule': ofPermit((content, random) =>
    withFact(content, 'schedule', (old) => otherDigit(old, random)),
  ),
  'another last day': ofPermit((content, random) =>
    withFact(content, 'validUntil', (old) => otherDigit(old, random)),
  ),
  'another NIP': ofContent((content, random) => {
    const { signatory } = content.data
    return content.sheet === 'overprint' || signatory.nip === null
      ? null
      : withData(content, { signatory: { ...signatory, nip: otherDigit(signatory.nip, random) } })
  }),
  'another signer': ofContent((content) =>
    content.sheet === 'overprint'
      ? null
      : withData(content, { signatory: { ...content.data.signatory, name: 'Drs. Kepala Lain, M.Si.' } }),
  ),
  'the letterhead of another day': ofContent((content) => {
    const { letterhead } = content.data
    return content.sheet === 'overprint' || letterhead.preprinted
      ? null
      : withData(content, { letterhead: { ...letterhead, address: ['Jalan Lama Nomor 1'] } })
  }),
  'the code of another permit': ofContent((content, random) => {
    const { verification, electronic } = content.data
    if (!verification || content.sheet === 'overprint') return null
    if (content.kind === 'refusal-letter' && electronic === null) return null
    const address = verification.address.replace(/.$/, () => random.pick(['2', '3', '4', '5']))
    return address === verification.address
      ? null
      : withData(content, { verification: { ...verification, address } })
  }),
  'a version of another day': ofPermit((content) =>
    content.sheet === 'overprint'
      ? null
      : {
          ...content,
          template: { ...content.template, obligations: [...content.template.obligations].reverse() },
        },
  ),
  'the law of another day': ofPermit((content, random) =>
    content.sheet === 'overprint' || content.template.basis.length < 2
      ? null
      : {
          ...content,
          template: {
            ...content.template,
            basis: omit(content.template.basis, random.between(0, content.template.basis.length - 1)),
          },
        },
  ),
  'no photo': (paper) =>
    paper.photo === null || paper.content.sheet === 'overprint'
      ? null
      : renderPdf(campaignPaper(paper.name, paper.content, null).document),
  'the photo of another': (paper) =>
    paper.photo?.format !== 'jpeg' || paper.content.sheet === 'overprint'
      ? null
      : renderPdf(campaignPaper(paper.name, paper.content, aPhoto(4711)).document),
}

const documentMutations: Readonly<Record<string, Mutation>> = {
  'a line missing': changeBlocks((blocks, at) => omit(blocks, at)),
  'a line twice': changeBlocks((blocks, at) => twice(blocks, at)),
  'a row missing': ofDocument((document) => {
    const at = document.blocks.findIndex((one) => one.kind === 'data' && one.rows.length > 1)
    const block = document.blocks[at]
    if (block?.kind !== 'data') return null
    return { ...document, blocks: document.blocks.with(at, { ...block, rows: block.rows.slice(1) }) }
  }),
  'two rows exchanged': ofDocument((document) => {
    const at = document.blocks.findIndex((one) => one.kind === 'data' && one.rows.length > 1)
    const block = document.blocks[at]
    if (block?.kind !== 'data') return null
    const [first, second, ...rest] = block.rows
    if (!first || !second || first.value === second.value) return null
    const rows = [{ ...first, value: second.value }, { ...second, value: first.value }, ...rest]
    return { ...document, blocks: document.blocks.with(at, { ...block, rows }) }
  }),
  'another paper': ofDocument((document) => ({
    ...document,
    paper: { ...document.paper, heightMm: document.paper.heightMm === 330 ? 297 : 330 },
  })),
  'text beyond the left edge': ofDocument((document) => ({
    ...document,
    paper: {
      ...document.paper,
      margins: {
        ...document.paper.margins,
        left: document.paper.margins.left - 60,
        right: document.paper.margins.right + 60,
      },
    },
  })),
  'text beyond the right edge': ofDocument((document) => ({
    ...document,
    paper: {
      ...document.paper,
      margins: {
        ...document.paper.margins,
        left: document.paper.margins.left + 45,
        right: document.paper.margins.right - 45,
      },
    },
  })),
  'a draft without its mark': ofDocument((document) =>
    document.marks.some((one) => one.kind === 'watermark') ? { ...document, marks: [] } : null,
  ),
  'an original with a mark': ofDocument((document, random) =>
    document.marks.length > 0
      ? null
      : {
          ...document,
          marks: [{ kind: 'watermark', word: random.pick(['DRAF', 'CONTOH', 'DITOLAK'] as const) }],
        },
  ),
  'another title': ofDocument((document) => ({ ...document, title: 'Dokumen tanpa judul' })),
  'no code': ofDocument((document) => {
    const without = (blocks: readonly Block[]): readonly Block[] =>
      blocks.map((block): Block => {
        if (block.kind === 'qr') return { kind: 'gap', mm: block.sizeMm }
        return block.kind === 'beside'
          ? { ...block, columns: block.columns.map((one) => ({ ...one, blocks: without(one.blocks) })) }
          : block
      })
    return JSON.stringify(document.blocks).includes('"kind":"qr"')
      ? { ...document, blocks: without(document.blocks) }
      : null
  }),
}

/** Everything that is tried, by what a person would call it. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...dataMutations,
  ...documentMutations,
  ...Object.fromEntries(
    Object.entries(fileMutations).map(([name, change]): [string, Mutation] => [
      name,
      (paper, random) => change(paper, random),
    ]),
  ),
}
