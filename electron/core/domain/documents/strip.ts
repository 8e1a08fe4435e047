/** How a line of a strip is printed. `double` is twice as wide and high, `tall` only twice as high. */
export type StripStyle = 'normal' | 'bold' | 'double' | 'tall' | 'inverse'

export type StripLine =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly style: StripStyle
      readonly align: 'left' | 'center'
    }
  /** `moduleDots`: size of a module; the lines around it leave the quiet zone. */
  | { readonly kind: 'qr'; readonly content: string; readonly moduleDots: number }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' }

export type StripColumns = 32 | 42 | 48

/** A slip for a thermal printer, laid out for exactly `columns` characters; no line is longer. */
export interface Strip {
  readonly columns: StripColumns
  readonly lines: readonly StripLine[]
}

export const codePages = ['PC437_USA', 'PC850_MULTILINGUAL', 'PC858_EURO', 'WPC1252', 'ASCII'] as const
/** Which letters a printer shows. `ASCII`: the plain ones only, of a printer whose page nobody knows. */
export type CodePage = (typeof codePages)[number]

/** What a thermal printer can do. */
export interface PrinterProfile {
  readonly columns: StripColumns
  readonly widthMm: 58 | 80
  readonly codePage: CodePage
  /** Draws QR codes itself, or needs them as a picture. */
  readonly qr: 'native' | 'raster'
  readonly cutter: boolean
}

/** Leading blanks that put a line in the middle; a double line takes two columns a character. */
export function centredIndent(text: string, style: StripStyle, columns: number): number {
  const width = [...text].length * (style === 'double' ? 2 : 1)
  return Math.max(0, Math.floor((columns - width) / 2))
}

/** The strip as plain lines of its columns, without trailing blanks: for the preview, for files, for golden tests. */
export function stripText(strip: Strip): string {
  const lines = strip.lines.flatMap((line): string[] => {
    switch (line.kind) {
      case 'text': {
        const indent = line.align === 'center' ? centredIndent(line.text, line.style, strip.columns) : 0
        return [(' '.repeat(indent) + line.text).trimEnd()]
      }
      case 'qr':
        return [' '.repeat(centredIndent('[QR]', 'normal', strip.columns)) + '[QR]']
      case 'feed':
        return new Array<string>(line.lines).fill('')
      case 'cut':
        return ['-'.repeat(3) + ' 8< ' + '-'.repeat(3)]
    }
  })
  return lines.join('\n') + '\n'
}
