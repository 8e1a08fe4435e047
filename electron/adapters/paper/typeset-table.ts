import type { TableBlock, TableCell } from '#domain/documents/sheet.ts'
import type { DrawItem, Slice, Tag } from './draw-items.ts'
import { breakText, resolveStyle, type ResolvedStyle } from './paragraph.ts'
import { linesItems, type Typesetting } from './typeset-text.ts'

const RULE_MM = 0.25

interface PlacedCell {
  readonly cell: TableCell
  readonly x: number
  readonly widthMm: number
  readonly align: 'left' | 'center' | 'right'
}

function place(block: TableBlock, cells: readonly TableCell[], isHead: boolean): PlacedCell[] {
  let column = 0
  let x = 0
  return cells.map((cell) => {
    const spanned = block.columns.slice(column, column + (cell.span ?? 1))
    const widthMm = spanned.reduce((sum, c) => sum + c.widthMm, 0)
    const wished = cell.align ?? (isHead ? 'center' : (spanned[0]?.align ?? 'left'))
    const placed = { cell, x, widthMm, align: wished === 'justify' ? ('left' as const) : wished }
    column += cell.span ?? 1
    x += widthMm
    return placed
  })
}

function row(
  block: TableBlock,
  cells: readonly TableCell[],
  t: Typesetting,
  style: ResolvedStyle,
  table: Tag,
  isHead: boolean,
): Slice {
  const tr: Tag = { role: 'TR', parent: table }
  const padX = block.padXMm ?? 1.6
  const padY = block.padYMm ?? 0.9
  const placed = place(block, cells, isHead).map((p) => ({
    ...p,
    lines: breakText(p.cell.text, style, t.measurer, p.widthMm - 2 * padX, p.align),
  }))
  const most = Math.max(...placed.map((p) => p.lines.length))
  // Room to sign or to write is wanted in rows, not under their head.
  const least = isHead ? 0 : (block.minRowMm ?? 0)
  const heightMm = Math.max(most * style.leadingMm + 2 * padY, least)
  const total = block.columns.reduce((sum, c) => sum + c.widthMm, 0)
  const items: DrawItem[] = []
  if (isHead) items.push({ kind: 'fill', x: 0, y: 0, widthMm: total, heightMm, grey: block.headGrey ?? 0.93 })
  const rule = (x: number, y: number, x2: number, y2: number): DrawItem => ({
    kind: 'line',
    x,
    y,
    x2,
    y2,
    ruleMm: RULE_MM,
  })
  if (isHead) items.push(rule(0, 0, total, 0))
  items.push(rule(0, heightMm, total, heightMm), rule(0, 0, 0, heightMm))
  for (const p of placed) {
    items.push(rule(p.x + p.widthMm, 0, p.x + p.widthMm, heightMm))
    // One-line rows stand in the middle; longer rows start together at the top.
    const top = most === 1 || isHead ? (heightMm - p.lines.length * style.leadingMm) / 2 : padY
    const box = { x: p.x + padX, y: top, widthMm: p.widthMm - 2 * padX, align: p.align }
    const tag: Tag = { role: isHead ? 'TH' : 'TD', parent: tr }
    items.push(...linesItems(p.lines, style, t.measurer, { ...box, tag }))
  }
  return { heightMm, items, keep: isHead }
}

export function typesetTable(block: TableBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const total = block.columns.reduce((sum, c) => sum + c.widthMm, 0)
  const table: Tag = { role: 'Table' }
  const hasHead = block.columns.some((c) => c.head !== undefined)
  const head: Slice = hasHead
    ? row(
        block,
        block.columns.map((c) => ({ text: c.head ?? '' })),
        t,
        { ...style, bold: true },
        table,
        true,
      )
    : { heightMm: 0, items: [{ kind: 'line', x: 0, y: 0, x2: total, y2: 0, ruleMm: RULE_MM }], keep: true }
  const tail = block.rows.length - (block.keepTail ?? 0)
  const rows = block.rows.map((cells, i): Slice => {
    const isLast = i === block.rows.length - 1
    const keep = isLast ? (block.keepWithNext ?? false) : (block.together ?? false) || i >= tail
    return { ...row(block, cells, t, style, table, false), keep, head }
  })
  return [head, ...rows]
}
