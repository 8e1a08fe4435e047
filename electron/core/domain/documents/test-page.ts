import { textWidth, type Paper } from './paper.ts'
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

/** Length of the line that is measured with a ruler. */
export const measuredMm = 100

/** A thin line of exactly this length, from the left margin. */
const lineOf = (lengthMm: number): Block => ({
  kind: 'beside',
  columns: [{ xMm: 0, widthMm: lengthMm, blocks: [{ kind: 'rule', widthMm: 0.4 }] }],
})

/**
 * Lays out a page that tells whether a printer keeps to size: a frame on the margins and a line of exactly 100 mm.
 *
 * @param createdAt  instant written into the file
 */
export function testPageSheet(facts: TestPageFacts, paper: Paper, createdAt: string): PrintDocument {
  const widthMm = textWidth(paper)
  const size = `${paper.widthMm} × ${paper.heightMm} mm`
  return {
    title: `Lembar uji ${facts.printerName}`,
    subject: `${facts.paperName}, ${size}`,
    author: facts.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.8 }],
    blocks: [
      lineOf(widthMm),
      { kind: 'gap', mm: 6 },
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
          { label: 'Margin kiri', value: `${paper.margins.left} mm` },
          { label: 'Margin kanan', value: `${paper.margins.right} mm` },
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
            text: `Garis di tepi atas halaman ini berawal ${paper.margins.left} mm dari tepi kiri kertas dan berakhir ${paper.margins.right} mm dari tepi kanan.`,
          },
          {
            marker: '3.',
            text: 'Kertas di baki berukuran lain: ganti kertasnya, atau pilih printer lain untuk dokumen itu.',
          },
        ],
      },
    ],
    foot: { left: facts.agency, right: facts.madeAt },
    marks: [],
    images: {},
  }
}
