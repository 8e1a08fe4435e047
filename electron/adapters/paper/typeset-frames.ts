import type {
  BarsBlock,
  BesideBlock,
  Block,
  BoxBlock,
  ColumnsBlock,
  LetterheadBlock,
  PasteBoxBlock,
} from '#domain/documents/sheet.ts'
import { frame, shift, stack, type DrawItem, type Slice, type Tag } from './draw-items.ts'
import { fontKey, MM_PER_POINT } from './fonts.ts'
import { breakText, resolveStyle } from './paragraph.ts'
import { linesItems, type Typesetting } from './typeset-text.ts'

export function typesetStack(
  blocks: readonly Block[],
  t: Typesetting,
): { heightMm: number; items: DrawItem[] } {
  return stack(blocks.flatMap((block) => t.typeset(block, t)))
}

export function typesetBeside(block: BesideBlock, t: Typesetting): Slice[] {
  const lay = (leastMm: number): ((typeof block.columns)[number] & ReturnType<typeof typesetStack>)[] =>
    block.columns.map((column) => {
      const blocks = column.blocks.map((child) =>
        child.kind === 'box' && leastMm > 0 ? { ...child, heightMm: leastMm } : child,
      )
      return { ...column, ...typesetStack(blocks, { ...t, widthMm: column.widthMm }) }
    })
  const tallest = Math.max(...lay(0).map((c) => c.heightMm))
  const columns = lay(block.equalHeights ? tallest : 0)
  const heightMm = Math.max(...columns.map((c) => c.heightMm))
  const items = columns.flatMap((c) => {
    const dy = c.align === 'bottom' ? heightMm - c.heightMm : 0
    return c.items.map((item) => shift(item, c.xMm, dy))
  })
  return [{ heightMm, items, keep: block.keepWithNext ?? false }]
}

export function typesetBox(block: BoxBlock, t: Typesetting): Slice[] {
  const inside = typesetStack(block.blocks, { ...t, widthMm: t.widthMm - 2 * block.padXMm })
  const foot = typesetStack(block.footBlocks ?? [], { ...t, widthMm: t.widthMm - 2 * block.padXMm })
  const heightMm = Math.max(inside.heightMm + foot.heightMm + 2 * block.padYMm, block.heightMm ?? 0)
  const footAt = heightMm - block.padYMm - foot.heightMm
  const items = [
    ...frame(0, 0, t.widthMm, heightMm, block.ruleMm),
    ...inside.items.map((item) => shift(item, block.padXMm, block.padYMm)),
    ...foot.items.map((item) => shift(item, block.padXMm, footAt)),
  ]
  return [{ heightMm, items, keep: block.keepWithNext ?? false }]
}

export function typesetPasteBox(block: PasteBoxBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const lines = breakText(block.text, style, t.measurer, block.widthMm - 4, 'center')
  const y = (block.heightMm - lines.length * style.leadingMm) / 2
  const items = [
    ...frame(0, 0, block.widthMm, block.heightMm, 0.3, 1),
    ...linesItems(lines, style, t.measurer, {
      x: 2,
      y,
      widthMm: block.widthMm - 4,
      align: 'center',
      tag: { role: 'P' },
    }),
  ]
  return [{ heightMm: block.heightMm, items, keep: block.keepWithNext ?? false }]
}

export function typesetBars(block: BarsBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const most = Math.max(1, ...block.bars.map((bar) => bar.value))
  const axis = block.labelMm
  const valueMm = block.bars.some((bar) => (bar.shown?.length ?? 0) > 6) ? 26 : 12
  const room = t.widthMm - axis - valueMm
  const heightMm = block.bars.length * block.rowMm
  const items: DrawItem[] = [{ kind: 'line', x: axis, y: 0, x2: axis, y2: heightMm, ruleMm: 0.25 }]
  block.bars.forEach((bar, i) => {
    const tag: Tag = { role: 'P' }
    const y = i * block.rowMm
    const length = (bar.value / most) * room
    const text = { y: y + (block.rowMm - style.leadingMm) / 2, tag }
    const one = (value: string, widthMm: number): ReturnType<typeof breakText> =>
      breakText(value, style, t.measurer, widthMm, 'right')
    items.push(
      ...linesItems(one(bar.label, axis - 2), style, t.measurer, {
        ...text,
        x: 0,
        widthMm: axis - 2,
        align: 'right',
      }),
      {
        kind: 'fill',
        x: axis,
        y: y + block.rowMm * 0.14,
        widthMm: length,
        heightMm: block.rowMm * 0.72,
        grey: 0.27,
      },
      ...linesItems(one(bar.shown ?? String(bar.value), valueMm - 2), style, t.measurer, {
        ...text,
        x: axis + length + 1.4,
        widthMm: valueMm - 2,
        align: 'left',
      }),
    )
  })
  return [{ heightMm, items, keep: block.keepWithNext ?? false }]
}

/** Wider columns stand like posts. */
const widestStepMm = 14

export function typesetColumns(block: ColumnsBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const { columns, heightMm } = block
  const most = Math.max(1, ...columns.map((one) => one.value))
  const stepMm = Math.min(widestStepMm, t.widthMm / Math.max(1, columns.length))
  const floor = style.leadingMm + heightMm
  const items: DrawItem[] = [
    { kind: 'line', x: 0, y: floor, x2: stepMm * columns.length, y2: floor, ruleMm: 0.25 },
  ]
  const words = (text: string, index: number, y: number): readonly DrawItem[] =>
    linesItems(breakText(text, style, t.measurer, stepMm, 'center'), style, t.measurer, {
      x: index * stepMm,
      y,
      widthMm: stepMm,
      align: 'center',
      tag: { role: 'P' },
    })
  columns.forEach(({ label, value, shown, beyond }, index) => {
    const mm = (part: number): number => (part / most) * heightMm
    const post = { kind: 'fill', x: (index + 0.17) * stepMm, widthMm: stepMm * 0.66 } as const
    items.push(...words(label, index, floor + 0.5))
    if (value <= 0) return
    items.push(
      ...words(shown, index, floor - mm(value) - style.leadingMm),
      { ...post, y: floor - mm(value - beyond), heightMm: mm(value - beyond), grey: 0.27 },
      { ...post, y: floor - mm(value), heightMm: mm(beyond), grey: 0.68 },
    )
  })
  return [{ heightMm: floor + 0.5 + style.leadingMm, items, keep: block.keepWithNext ?? false }]
}

const HEAD = {
  full: {
    crest: 23,
    leading: { government: 5.4, agency: 5.9, address: 3.9 },
    serif: { government: 12.5, agency: 14, address: 9 },
    sans: { government: 11.5, agency: 12.5, address: 8.5 },
    rules: [0.9, 0.45, 0.25],
    least: 28,
  },
  small: {
    crest: 16,
    leading: { government: 3.8, agency: 4.2, address: 3 },
    serif: { government: 9, agency: 10, address: 7 },
    sans: { government: 9, agency: 10, address: 7 },
    rules: [0.6, 0.4, 0.2],
    least: 19,
  },
} as const

/** Width of the neutral crest outline as a share of its height. */
export const CREST_RATIO = 0.79

export function typesetLetterhead(block: LetterheadBlock, t: Typesetting): Slice[] {
  const shape = HEAD[block.size]
  const sizes = t.body.face === 'serif' ? shape.serif : shape.sans
  const crestWidth = shape.crest * CREST_RATIO
  const measure = t.widthMm - 2 * (crestWidth + 4)
  const plan = [
    { text: block.government, part: 'government' as const, bold: false },
    ...block.agency.map((text) => ({ text, part: 'agency' as const, bold: true })),
    ...block.address.map((text) => ({ text, part: 'address' as const, bold: false })),
  ]
  const items: DrawItem[] = []
  let y = 0
  // A line steps down rather than touch the crest; only then is it broken.
  const stepDown = {
    government: steps([block.government], 'government', false, 1.5),
    agency: steps(block.agency, 'agency', true, 3),
    address: steps(block.address, 'address', false, 1),
  }
  for (const entry of plan) {
    const sizePt = sizes[entry.part] - stepDown[entry.part]
    const style = { ...t.body, sizePt, leadingMm: shape.leading[entry.part], bold: entry.bold }
    if (entry.part === 'address' && entry.text === block.address[0]) y += block.size === 'full' ? 0.9 : 0.3
    const lines = breakText(entry.text, style, t.measurer, measure, 'center')
    const box = {
      x: (t.widthMm - measure) / 2,
      y,
      widthMm: measure,
      align: 'center' as const,
      tag: { role: 'P' } as const,
    }
    items.push(...linesItems(lines, style, t.measurer, box))
    y += lines.length * style.leadingMm
  }
  const [thick, between, thin] = shape.rules
  const height = Math.max(
    shape.least,
    y + 0.7 + thick + between + thin,
    shape.crest + 1.8 + thick + between + thin,
  )
  if (block.preprinted) return [{ heightMm: height, items: [], keep: true }]
  const rule = (top: number, ruleMm: number): DrawItem => {
    return { kind: 'line', x: 0, y: top + ruleMm / 2, x2: t.widthMm, y2: top + ruleMm / 2, ruleMm }
  }
  items.push(rule(height - thin - between - thick, thick), rule(height - thin, thin))
  items.push(
    block.crest === undefined
      ? { kind: 'crest', x: 0.8, y: 0.5, heightMm: shape.crest }
      : {
          kind: 'picture',
          x: 0,
          y: 0.5,
          widthMm: crestWidth,
          heightMm: shape.crest,
          image: block.crest,
          fit: 'contain',
        },
  )
  return [{ heightMm: height, items, keep: true }]

  function steps(
    texts: readonly string[],
    part: 'government' | 'agency' | 'address',
    isBold: boolean,
    most: number,
  ): number {
    const key = fontKey(t.body.face, isBold, false)
    const widest = Math.max(0, ...texts.map((text) => t.measurer.width(text, key)))
    let down = 0
    while (down < most && widest * (sizes[part] - down) * MM_PER_POINT > measure) down += 0.5
    return down
  }
}
