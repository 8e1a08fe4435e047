import type { CodePage, StripStyle } from '#domain/documents/strip.ts'
import { CODE_PAGE_NUMBER, UPPER_HALF } from './code-pages.ts'

/** A QR as the bytes carry it: its content, or the dots of a picture. */
export type DecodedQr =
  | { readonly kind: 'native'; readonly content: string; readonly moduleDots: number; readonly level: string }
  | {
      readonly kind: 'raster'
      readonly widthDots: number
      readonly heightDots: number
      readonly bits: Uint8Array
    }

export type DecodedLine =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly style: StripStyle
      readonly align: 'left' | 'center' | 'right'
    }
  | { readonly kind: 'qr'; readonly qr: DecodedQr }
  | { readonly kind: 'cut' }

/** What a printer would make of the bytes. */
export interface DecodedStrip {
  readonly lines: readonly DecodedLine[]
  readonly codePage: CodePage
  readonly font: 'A' | 'B'
}

interface State {
  at: number
  codePage: CodePage
  font: 'A' | 'B'
  align: 'left' | 'center' | 'right'
  bold: boolean
  inverse: boolean
  size: number
  text: string
  textStyle: StripStyle | undefined
  qrContent: string
  qrModule: number
  qrLevel: string
  justDrew: boolean
}

const styleOf = (s: State): StripStyle => {
  if (s.inverse) return 'inverse'
  if ((s.size & 0x30) === 0x30) return 'double'
  if ((s.size & 0x10) !== 0) return 'tall'
  return s.bold ? 'bold' : 'normal'
}

const initial = (): State => ({
  at: 0,
  codePage: 'PC437_USA',
  font: 'A',
  align: 'left',
  bold: false,
  inverse: false,
  size: 0,
  text: '',
  textStyle: undefined,
  qrContent: '',
  qrModule: 3,
  qrLevel: 'L',
  justDrew: false,
})

function codePageOf(value: number): CodePage {
  const found = (Object.keys(CODE_PAGE_NUMBER) as CodePage[]).find((page) => CODE_PAGE_NUMBER[page] === value)
  if (!found) throw new Error(`Unknown code page ${value}`)
  return found
}

/** ESC sequences; each returns its length. */
function escape(s: State, bytes: Uint8Array): number {
  const value = bytes[s.at + 2] ?? 0
  switch (bytes[s.at + 1]) {
    case 0x40:
      Object.assign(s, { align: 'left', bold: false, inverse: false, size: 0 })
      return 2
    case 0x32:
      return 2
    case 0x33:
      return 3
    case 0x74:
      s.codePage = codePageOf(value)
      return 3
    case 0x4d:
      s.font = value === 1 ? 'B' : 'A'
      return 3
    case 0x21:
      s.size = value
      return 3
    case 0x45:
      s.bold = value === 1
      return 3
    case 0x61:
      s.align = (['left', 'center', 'right'] as const)[value] ?? 'left'
      return 3
    default:
      throw new Error(`Unknown sequence ESC ${bytes[s.at + 1]} at ${s.at}`)
  }
}

function qrCommand(s: State, bytes: Uint8Array, lines: DecodedLine[]): number {
  const length = (bytes[s.at + 3] ?? 0) + (bytes[s.at + 4] ?? 0) * 256
  const fn = bytes[s.at + 6]
  const value = bytes[s.at + 7] ?? 0
  if (fn === 0x43) s.qrModule = value
  if (fn === 0x45) s.qrLevel = 'LMQH'[value - 0x30] ?? '?'
  if (fn === 0x50) s.qrContent = new TextDecoder().decode(bytes.subarray(s.at + 8, s.at + 5 + length))
  if (fn === 0x51) {
    lines.push({
      kind: 'qr',
      qr: { kind: 'native', content: s.qrContent, moduleDots: s.qrModule, level: s.qrLevel },
    })
    s.justDrew = true
  }
  return 5 + length
}

/** GS sequences; each returns its length. */
function group(s: State, bytes: Uint8Array, lines: DecodedLine[]): number {
  switch (bytes[s.at + 1]) {
    case 0x42:
      s.inverse = bytes[s.at + 2] === 1
      return 3
    case 0x56:
      lines.push({ kind: 'cut' })
      return 3
    case 0x28:
      return qrCommand(s, bytes, lines)
    case 0x76: {
      const rowBytes = (bytes[s.at + 4] ?? 0) + (bytes[s.at + 5] ?? 0) * 256
      const heightDots = (bytes[s.at + 6] ?? 0) + (bytes[s.at + 7] ?? 0) * 256
      const bits = bytes.slice(s.at + 8, s.at + 8 + rowBytes * heightDots)
      lines.push({ kind: 'qr', qr: { kind: 'raster', widthDots: rowBytes * 8, heightDots, bits } })
      s.justDrew = true
      return 8 + rowBytes * heightDots
    }
    default:
      throw new Error(`Unknown sequence GS ${bytes[s.at + 1]} at ${s.at}`)
  }
}

/**
 * Reads the bytes for a printer back into what will stand on the paper: the preview and the tests see what the device
 * sees, not what was meant.
 *
 * Throws at the first sequence that no profile of ours produces.
 */
export function decodeEscPos(bytes: Uint8Array): DecodedStrip {
  const s = initial()
  const lines: DecodedLine[] = []
  while (s.at < bytes.length) {
    const byte = bytes[s.at] ?? 0
    if (byte === 0x1b) s.at += escape(s, bytes)
    else if (byte === 0x1d) s.at += group(s, bytes, lines)
    else if (byte === 0x0a) {
      // The line feed behind a code only ends it.
      if (!s.justDrew || s.text !== '') {
        lines.push({ kind: 'text', text: s.text, style: s.textStyle ?? 'normal', align: s.align })
      }
      Object.assign(s, { text: '', textStyle: undefined, justDrew: false, at: s.at + 1 })
    } else {
      if (s.text === '') s.textStyle = styleOf(s)
      s.text += byte < 0x80 ? String.fromCharCode(byte) : (UPPER_HALF[s.codePage][byte - 0x80] ?? '?')
      s.at += 1
    }
  }
  return { lines, codePage: s.codePage, font: s.font }
}

/** The decoded strip as lines of its columns, like `stripText` of the layout. */
export function decodedText(strip: DecodedStrip, columns: number): string {
  const middle = (text: string, width: number): string =>
    ' '.repeat(Math.max(0, Math.floor((columns - width) / 2))) + text
  const lines = strip.lines.map((line) => {
    if (line.kind === 'cut') return '--- 8< ---'
    if (line.kind === 'qr') return middle('[QR]', 4)
    const width = [...line.text].length * (line.style === 'double' ? 2 : 1)
    return (line.align === 'center' ? middle(line.text, width) : line.text).trimEnd()
  })
  return lines.join('\n') + '\n'
}
