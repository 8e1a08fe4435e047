import type { Block } from '#domain/documents/sheet.ts'
import type { Slice } from './draw-items.ts'
import {
  typesetBars,
  typesetColumns,
  typesetBeside,
  typesetBox,
  typesetLetterhead,
  typesetPasteBox,
  typesetStack,
} from './typeset-frames.ts'
import { typesetTable } from './typeset-table.ts'
import { typesetData, typesetList, typesetText, type Typesetting } from './typeset-text.ts'

/** Turns a block into slices of the given width. Pure: the same block and measurer give the same slices. */
export function typeset(block: Block, t: Typesetting): Slice[] {
  const keep = block.keepWithNext ?? false
  switch (block.kind) {
    case 'gap': {
      const heightMm = block.mm - (block.mm - (block.minMm ?? block.mm)) * t.tightness
      return [{ heightMm, items: [], keep, isGap: true }]
    }
    case 'page':
      return [{ heightMm: 0, items: [], keep: false, isGap: true, turns: true }]
    case 'text':
      return typesetText(block, t)
    case 'data':
      return typesetData(block, t)
    case 'list':
      return typesetList(block, t)
    case 'table':
      return typesetTable(block, t)
    case 'beside':
      return typesetBeside(block, t)
    case 'group':
      return [{ ...typesetStack(block.blocks, t), keep }]
    case 'box':
      return typesetBox(block, t)
    case 'qr': {
      const x = block.align === 'right' ? t.widthMm - block.sizeMm : 0
      const items = [{ kind: 'qr' as const, x, y: 0, sizeMm: block.sizeMm, content: block.content }]
      return [{ heightMm: block.sizeMm, items, keep }]
    }
    case 'picture': {
      const { widthMm, heightMm, image } = block
      return [
        { heightMm, items: [{ kind: 'picture', x: 0, y: 0, widthMm, heightMm, image, fit: 'cover' }], keep },
      ]
    }
    case 'paste-box':
      return typesetPasteBox(block, t)
    case 'rule':
      return [
        {
          heightMm: block.widthMm,
          items: [
            {
              kind: 'line',
              x: 0,
              y: block.widthMm / 2,
              x2: t.widthMm,
              y2: block.widthMm / 2,
              ruleMm: block.widthMm,
            },
          ],
          keep,
        },
      ]
    case 'bars':
      return typesetBars(block, t)
    case 'columns':
      return typesetColumns(block, t)
    case 'letterhead':
      return typesetLetterhead(block, t)
  }
}
