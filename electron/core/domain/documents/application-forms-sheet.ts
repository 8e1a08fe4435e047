import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument, Run } from './sheet.ts'
import { richText, signingBox, stampedBox } from './sheet-parts.ts'
import {
  BLANKS,
  type KnownFact,
  type StatementForm,
  type WrittenBlank,
  type WrittenBlanks,
} from './statement-text.ts'
import { fillTemplate } from './template.ts'

/** A place to write on. */
export interface FormRow {
  readonly label: string
  /** Answers to tick; empty: it is written. */
  readonly choices: readonly string[]
  /** Lines to write on, from 1. */
  readonly lines: number
  /** Behind the line, such as *MPN/100 ml*; null: none. */
  readonly unit: string | null
  /** What it asks for, where a counter may know it already. */
  readonly blank?: WrittenBlank
}

export interface FormGroup {
  readonly title: string
  readonly rows: readonly FormRow[]
}

/** The empty *Formulir permohonan* of a type and kind, worded. */
export interface ApplicationFormData {
  readonly title: string
  readonly opening: string
  readonly groups: readonly FormGroup[]
  readonly requirements: readonly {
    readonly label: string
    /** *bila dikuasakan; paling lama 90 hari*; empty: nothing to add. */
    readonly note: string
    /** *1 asli* */
    readonly form: string
  }[]
  readonly declaration: string
  readonly signer: string
}

/** Papers to fill in of one kind of a type that somebody takes home; of a person only what was typed for them. */
export interface ApplicationFormsData {
  readonly letterhead: Letterhead
  readonly permitTypeCode: string
  readonly facts: Readonly<Record<KnownFact, string>>
  /** "22 November 2026": the day whose requirements it lists. */
  readonly day: string
  readonly at: string
  /** null: only statements were asked for. */
  readonly form: ApplicationFormData | null
  readonly statements: readonly (StatementForm & { readonly stamped: boolean })[]
  /** What is known of whoever takes them home; absent: nobody was typed. */
  readonly written?: WrittenBlanks | undefined
}

const COLON_MM = 50
/** Of a dotted line at the largest body, a little more than a dot takes. */
const DOT_MM = 1.06
const shortLine = '.'.repeat(34)
const signHeightMm = 42
const plainName = '(nama terang)'

/** Lines to write on behind a colon, as wide as the sheet lets them be. */
function blankLines(lines: number, widthMm: number): string {
  const line = '.'.repeat(Math.floor((widthMm - COLON_MM - 4) / DOT_MM))
  return Array.from({ length: lines }, () => line).join('\n')
}

const text = (words: string, more: Partial<Extract<Block, { kind: 'text' }>> = {}): Block => ({
  kind: 'text',
  text: richText(words),
  ...more,
})

const title = (words: string): Block =>
  text(words.toUpperCase(), {
    align: 'center',
    style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
    heading: true,
    keepWithNext: true,
  })

function signatures(
  { city }: ApplicationFormsData['facts'],
  leads: readonly string[],
  stamped: boolean,
  widthMm: number,
): Block[] {
  const half = (widthMm - 8) / 2
  const day = `${city}, ${'.'.repeat(30)} 20....`
  const boxes = leads.map((lead, index): Block => {
    const isLast = index === leads.length - 1
    const words = isLast ? `${day}\n${lead}` : lead
    return isLast && stamped
      ? stampedBox(words, plainName, signHeightMm)
      : signingBox(words, plainName, signHeightMm)
  })
  return [
    { kind: 'gap', mm: 8, minMm: 3, keepWithNext: true },
    {
      kind: 'beside',
      equalHeights: true,
      columns: boxes.map((box, index) => ({
        xMm: index === boxes.length - 1 ? half + 8 : 0,
        widthMm: half,
        blocks: [box],
      })),
    },
  ]
}

function statementBlocks(data: ApplicationFormsData, statement: StatementForm, widthMm: number): Block[] {
  const { facts, written } = data
  const inText = {
    ...Object.fromEntries(Object.keys(BLANKS).map((name) => [name, shortLine])),
    ...written,
    ...facts,
  }
  const inRow = {
    ...Object.fromEntries(Object.entries(BLANKS).map(([name, lines]) => [name, blankLines(lines, widthMm)])),
    ...written,
    ...facts,
  }
  const fill = (words: string): string => fillTemplate(words, inText)
  return [
    title(statement.title),
    { kind: 'gap', mm: 8, minMm: 4 },
    ...(statement.addressed
      ? [
          text(`Kepada Yth.\nKepala ${facts.agency}\ndi ${facts.city}`),
          { kind: 'gap', mm: 5, minMm: 3 } as const,
        ]
      : []),
    ...statement.parts.flatMap(({ lead, rows }): Block[] => [
      text(fill(lead), { keepWithNext: true }),
      { kind: 'gap', mm: 2.4, minMm: 1.2, keepWithNext: true },
      {
        kind: 'data',
        colonAtMm: COLON_MM,
        rowGapMm: 2,
        rows: rows.map(({ label, value }) => ({ label, value: richText(fillTemplate(value, inRow)) })),
      },
      { kind: 'gap', mm: 4, minMm: 2 },
    ]),
    ...statement.paragraphs.flatMap((words): Block[] => [
      text(fill(words), { align: 'justify' }),
      { kind: 'gap', mm: 2.4, minMm: 1.2 },
    ]),
    ...(statement.items && statement.items.length > 0
      ? ([
          {
            kind: 'list',
            markerAtMm: 0,
            textAtMm: 6,
            align: 'justify',
            gapMm: 1.2,
            items: statement.items.map((words, index) => ({
              marker: `${index + 1}.`,
              text: richText(fill(words)),
            })),
          },
          { kind: 'gap', mm: 3, minMm: 1.6 },
        ] satisfies Block[])
      : []),
    text(fill(statement.closing), { align: 'justify' }),
    ...signatures(facts, statement.signers, statement.stamped ?? false, widthMm),
  ]
}

/** What is known already; else a line to write on, or the answers to tick. */
function rowValue({ choices, lines, unit, blank }: FormRow, written: WrittenBlanks, widthMm: number): string {
  const known = blank && written[blank]
  if (known !== undefined) return known
  if (choices.length > 0) return choices.map((choice) => `(.....) ${choice}`).join(' ')
  if (unit !== null) return `${shortLine} ${unit}`
  return blankLines(lines, widthMm)
}

const small = { sizePt: 9, leadingMm: 4.1 }

function formBlocks(data: ApplicationFormsData, form: ApplicationFormData, widthMm: number): Block[] {
  const { permitType, kind } = data.facts
  const widths = [9, widthMm - 51, 30, 12] as const
  const heads = ['No.', 'Persyaratan', 'Bentuk', 'Ada'] as const
  return [
    letterheadBlock(data.letterhead, 'full', false),
    { kind: 'gap', mm: 4, minMm: 2 },
    title(form.title),
    text(permitType, { align: 'center', style: { bold: true }, keepWithNext: true }),
    text(`${data.permitTypeCode}, ${kind}`, { align: 'center' }),
    { kind: 'gap', mm: 4, minMm: 2 },
    text(fillTemplate(form.opening, data.facts), { align: 'justify' }),
    ...form.groups.flatMap((group): Block[] => [
      { kind: 'gap', mm: 3.4, minMm: 1.6 },
      text(`**${group.title}**`, { keepWithNext: true }),
      { kind: 'gap', mm: 1.4, minMm: 0.8, keepWithNext: true },
      {
        kind: 'data',
        colonAtMm: COLON_MM,
        rowGapMm: 1.4,
        rows: group.rows.map((row) => ({
          label: row.label,
          value: rowValue(row, data.written ?? {}, widthMm),
        })),
      },
    ]),
    { kind: 'gap', mm: 4, minMm: 2 },
    text(`**Berkas yang dilampirkan** (beri tanda pada kolom Ada)`, { keepWithNext: true }),
    { kind: 'gap', mm: 1.4, keepWithNext: true },
    {
      kind: 'table',
      style: small,
      padYMm: 0.8,
      together: true,
      columns: heads.map((head, index) => ({
        widthMm: widths[index] ?? 0,
        head,
        ...(index === 0 ? { align: 'center' as const } : {}),
      })),
      rows: form.requirements.map(({ label, note, form: shape }, index) => {
        const words: readonly Run[] =
          note === '' ? [{ text: label }] : [{ text: label }, { text: `\n${note}`, italic: true }]
        return [{ text: `${index + 1}.` }, { text: words }, { text: shape }, { text: '' }]
      }),
    },
    { kind: 'gap', mm: 3.4, minMm: 2 },
    text(fillTemplate(form.declaration, data.facts), { align: 'justify', keepWithNext: true }),
    ...signatures(data.facts, ['Petugas loket,', form.signer], false, widthMm),
  ]
}

/**
 * Lays out the blank papers of one kind of a type as one sheet job: the application form, then each statement on a page of
 * its own.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function applicationFormsSheet(
  data: ApplicationFormsData,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  refuseFullNik([...Object.values(data.facts), ...Object.values(data.written ?? {})])
  const widthMm = textWidth(paper)
  const papers = [
    ...(data.form ? [formBlocks(data, data.form, widthMm)] : []),
    ...data.statements.map((one) => statementBlocks(data, one, widthMm)),
  ]
  const { permitType, kind } = data.facts
  return {
    title: `Formulir dan pernyataan ${data.permitTypeCode}, ${kind}`,
    subject: `${permitType}, ${kind}, ${data.day}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [
      { sizePt: 10.5, leadingMm: 5 },
      { sizePt: 10, leadingMm: 4.7 },
      { sizePt: 9.5, leadingMm: 4.4 },
    ],
    blocks: papers.flatMap((blocks, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page' } as const]),
      ...blocks,
    ]),
    nextHead: [],
    foot: {
      left: `${data.permitTypeCode}, ${kind}. Persyaratan pada ${data.day}. Dicetak ${data.at}`,
      right: 'Lembar {n} dari {m}',
    },
    marks: [],
    images: {},
  }
}
