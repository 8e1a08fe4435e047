import { create as createQr } from 'qrcode'
import type { DrawItem } from './draw-items.ts'
import { glyphOf, kernOf, loadFont, MM_PER_POINT, type FontKey } from './fonts.ts'
import { CREST_RATIO } from './typeset-frames.ts'

/** Quiet zone on each side, in modules (ISO/IEC 18004). */
export const QUIET_MODULES = 4

const pt = (mm: number): number => mm / MM_PER_POINT

/** Three decimals: a thousandth of a point is far below what any printer shows. */
const n = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

const hex = (id: number): string => id.toString(16).toUpperCase().padStart(4, '0')

/** Strings and corrections for TJ: kerning between letters, stretched spaces in justified lines. */
function showText(item: Extract<DrawItem, { kind: 'text' }>): string {
  const face = loadFont(item.key)
  const gap = (item.extraGapMm / (item.sizePt * MM_PER_POINT)) * 1000
  let array = '['
  let open = ''
  let previous = -1
  for (const character of item.text) {
    const codePoint = character.codePointAt(0) ?? 0
    let shift = previous >= 0 ? kernOf(face, previous, codePoint) * 1000 : 0
    if (previous === SPACE) shift += gap
    if (Math.abs(shift) >= 0.05) {
      array += `<${open}>${n(-shift)}`
      open = ''
    }
    open += hex(glyphOf(face, codePoint).id)
    previous = codePoint
  }
  return `${array}<${open}>]TJ`
}

const SPACE = 0x20

const grey = (value: number | undefined): string => (value === undefined ? '' : `${n(value)} g `)

/** All modules as one path: no hairlines between neighbours, whatever the resolution. */
function qrPath(content: string, x: number, top: number, sizePt: number): string {
  const { modules } = createQr(content, { errorCorrectionLevel: 'M' })
  const unit = sizePt / (modules.size + 2 * QUIET_MODULES)
  const parts: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      let end = column
      while (end + 1 < modules.size && modules.get(row, end + 1)) end += 1
      const left = x + (column + QUIET_MODULES) * unit
      const y = top - (row + QUIET_MODULES + 1) * unit
      parts.push(`${n(left)} ${n(y)} ${n((end - column + 1) * unit)} ${n(unit)} re`)
      column = end
    }
  }
  return `${parts.join('\n')}\nf`
}

/** A neutral shield for offices that have not supplied their crest. */
function crestPath(x: number, top: number, height: number): string {
  const shield = (inset: number): string => {
    const width = height * CREST_RATIO - 2 * inset
    const left = x + inset
    const right = left + width
    const middle = left + width / 2
    const high = top - inset
    const turn = top - height * 0.5
    const low = top - height + inset * 1.25
    return [
      `${n(left)} ${n(high)} m ${n(right)} ${n(high)} l ${n(right)} ${n(turn)} l`,
      `${n(right)} ${n(turn - height * 0.24)} ${n(middle + width * 0.26)} ${n(low + height * 0.1)} ${n(middle)} ${n(low)} c`,
      `${n(middle - width * 0.26)} ${n(low + height * 0.1)} ${n(left)} ${n(turn - height * 0.24)} ${n(left)} ${n(turn)} c h S`,
    ].join(' ')
  }
  return `q 0.1 G 1.7 w 1 j ${shield(0.85)} 0.55 w ${shield(height * 0.085)} Q`
}

export interface OperatorContext {
  readonly pageHeightPt: number
  /** Resource name of a face. */
  readonly fontName: (key: FontKey) => string
  readonly picture: (image: string) => {
    readonly name: string
    readonly widthPx: number
    readonly heightPx: number
  }
}

function pictureOperators(item: Extract<DrawItem, { kind: 'picture' }>, c: OperatorContext): string {
  const { name, widthPx, heightPx } = c.picture(item.image)
  const width = pt(item.widthMm)
  const height = pt(item.heightMm)
  const x = pt(item.x)
  const y = c.pageHeightPt - pt(item.y) - height
  const pick = item.fit === 'cover' ? Math.max : Math.min
  const scale = pick(width / widthPx, height / heightPx)
  const left = x + (width - widthPx * scale) / 2
  const low = y + (height - heightPx * scale) / 2
  const clip = `${n(x)} ${n(y)} ${n(width)} ${n(height)} re W n`
  return `q ${clip} ${n(widthPx * scale)} 0 0 ${n(heightPx * scale)} ${n(left)} ${n(low)} cm /${name} Do Q`
}

/** Content stream operators of one item. */
export function operators(item: DrawItem, c: OperatorContext): string {
  const x = pt(item.x)
  const y = c.pageHeightPt - pt(item.y)
  switch (item.kind) {
    case 'text': {
      const tracking = item.trackingPt === 0 ? '' : `${n(item.trackingPt)} Tc `
      const body = `/${c.fontName(item.key)} ${n(item.sizePt)} Tf ${tracking}1 0 0 1 ${n(x)} ${n(y)} Tm ${showText(item)}`
      const text = `BT ${body} ET`
      return tracking === '' && item.grey === undefined ? text : `q ${grey(item.grey)}${text} Q`
    }
    case 'line': {
      const dash = item.dashMm === undefined ? '' : `[${n(pt(item.dashMm))} ${n(pt(item.dashMm * 0.7))}] 0 d `
      const path = `${n(x)} ${n(y)} m ${n(pt(item.x2))} ${n(c.pageHeightPt - pt(item.y2))} l S`
      return `q ${dash}${dash === '' && item.ruleMm < 0.5 ? '2 J ' : ''}${n(pt(item.ruleMm))} w ${path} Q`
    }
    case 'fill': {
      const height = pt(item.heightMm)
      return `q ${n(item.grey)} g ${n(x)} ${n(y - height)} ${n(pt(item.widthMm))} ${n(height)} re f Q`
    }
    case 'picture':
      return pictureOperators(item, c)
    case 'qr':
      return qrPath(item.content, x, y, pt(item.sizeMm))
    case 'crest':
      return crestPath(x, y, pt(item.heightMm))
    case 'slot':
      return ''
    case 'watermark': {
      const angle = (item.angleDeg * Math.PI) / 180
      const matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, y]
        .map(n)
        .join(' ')
      const text = { ...item, kind: 'text' as const, trackingPt: 0, extraGapMm: 0, widthMm: 0 }
      return `q ${grey(item.grey)}BT /${c.fontName(item.key)} ${n(item.sizePt)} Tf ${matrix} Tm ${showText(text)} ET Q`
    }
  }
}
