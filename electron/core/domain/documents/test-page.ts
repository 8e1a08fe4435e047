import type { Paper } from './paper.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold } from './sheet-parts.ts'

export interface TestPageFacts {
  readonly printerName: string
  /** Date and hour as they stand on the page. */
  readonly madeAt: string
  readonly agency: string
  /** How the office calls the paper. */
  readonly paperName: string
}

/** Scales and their numbers take this much along each edge. */
const scaleRoomMm = 18

const say = (mm: number): string => String(mm).replace('.', ',')

/** Length of the line that is measured with a ruler. */
export const measuredMm = 100

/** A thin line of exactly this length, from the left margin. */
const lineOf = (lengthMm: number): Block => ({
  kind: 'beside',
  columns: [{ xMm: 0, widthMm: lengthMm, blocks: [{ kind: 'rule', widthMm: 0.4 }] }],
})

/**
 * Lays out a page that tells whether a printer keeps to size: scales along the edges, a frame on the margins and a line of
 * exactly 100 mm.
 *
 * @param createdAt  instant written into the file
 */
export function testPageSheet(facts: TestPageFacts, paper: Paper, createdAt: string): PrintDocument {
  const inside = (mm: number): number => Math.max(mm + 3, scaleRoomMm)
  const { margins } = paper
  const room: Paper = {
    ...paper,
    footMm: inside(paper.footMm),
    margins: {
      top: inside(margins.top),
      topNext: inside(margins.topNext),
      right: inside(margins.right),
      bottom: inside(margins.bottom + 4),
      left: inside(margins.left),
    },
  }
  const size = `${say(paper.widthMm)} × ${say(paper.heightMm)} mm`
  return {
    title: `Lembar uji ${facts.printerName}`,
    subject: `${facts.paperName}, ${size}`,
    author: facts.agency,
    createdAt,
    paper: room,
    face: 'sans',
    sizes: [
      { sizePt: 10, leadingMm: 4.8 },
      { sizePt: 8, leadingMm: 3.8 },
    ],
    blocks: [
      { kind: 'gap', mm: 4 },
      {
        kind: 'text',
        text: 'LEMBAR UJI PRINTER',
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
      },
      { kind: 'gap', mm: 6 },
      {
        kind: 'data',
        colonAtMm: 34,
        rowGapMm: 1.6,
        rows: [
          { label: 'Printer', value: bold(facts.printerName) },
          { label: 'Kertas', value: `${facts.paperName}, ${size}` },
          {
            label: 'Margin',
            value: `kiri ${say(margins.left)}, kanan ${say(margins.right)}, atas ${say(margins.top)}, bawah ${say(margins.bottom)} mm`,
          },
          { label: 'Dicetak', value: facts.madeAt },
        ],
      },
      { kind: 'gap', mm: 10 },
      { kind: 'text', text: 'Ukur dengan penggaris. Garis berikut tepat 100 mm:' },
      { kind: 'gap', mm: 3 },
      lineOf(measuredMm),
      { kind: 'gap', mm: 6 },
      {
        kind: 'list',
        markerAtMm: 0,
        textAtMm: 6,
        items: [
          {
            marker: '1.',
            text: 'Garis di atas lebih pendek atau lebih panjang: printer memperkecil atau memperbesar. Matikan penskalaan di printernya.',
          },
          {
            marker: '2.',
            text: 'Skala di tepi atas dan kiri dihitung dari sudut kiri atas kertas, yang di tepi bawah dan kanan dari sudut kanan bawah. Ukur dari tepi kertas: angka 50 harus 50 mm dari tepinya.',
          },
          {
            marker: '3.',
            text: 'Garis skala yang tidak tampak di dekat tepi adalah bagian yang tidak dapat dicetak printer itu. Bingkai tipis menunjukkan margin dokumen; keduanya tidak boleh berimpit.',
          },
          {
            marker: '4.',
            text: 'Kertas di baki berukuran lain: ganti kertasnya, atau pilih printer lain untuk dokumen itu.',
          },
        ],
      },
    ],
    foot: { left: facts.agency, right: facts.madeAt },
    marks: [{ kind: 'edge-scale', margins }],
    images: {},
  }
}
