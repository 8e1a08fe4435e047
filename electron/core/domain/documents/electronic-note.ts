import type { Dated } from './template.ts'
import type { Block } from './sheet.ts'

/** What stands at the foot of every page that is signed electronically (domain 7.5). */
export interface ElectronicNote extends Dated {
  readonly id: string
  readonly statements: readonly string[]
  /** Stands in the frame of the certifier's sign until the office supplies its picture. */
  readonly sign: string
}

const STYLE = { face: 'sans', sizePt: 7.2, leadingMm: 3.05 } as const
const SIGN_MM = { width: 24, height: 11 }

/** The statements with the certifier's sign at their right, under a thin rule. */
export function electronicFootnote(note: ElectronicNote, widthMm: number): readonly Block[] {
  return [
    { kind: 'rule', widthMm: 0.25 },
    { kind: 'gap', mm: 1.4 },
    {
      kind: 'beside',
      columns: [
        {
          xMm: 0,
          widthMm: widthMm - SIGN_MM.width - 4,
          blocks: [
            {
              kind: 'list',
              markerAtMm: 0,
              textAtMm: 4,
              align: 'justify',
              style: STYLE,
              items: note.statements.map((text, i) => ({ marker: `${i + 1}.`, text })),
            },
          ],
        },
        {
          xMm: widthMm - SIGN_MM.width,
          widthMm: SIGN_MM.width,
          align: 'bottom',
          blocks: [
            {
              kind: 'box',
              padXMm: 1,
              padYMm: 3.6,
              ruleMm: 0.25,
              heightMm: SIGN_MM.height,
              blocks: [
                {
                  kind: 'text',
                  text: note.sign,
                  align: 'center',
                  style: { ...STYLE, sizePt: 9, bold: true, leadingMm: 3.8 },
                },
              ],
            },
          ],
        },
      ],
    },
  ]
}
