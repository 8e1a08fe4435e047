/** How a line of a strip is printed. `double` is twice as wide and high, `tall` only twice as high. */
export type StripStyle = 'normal' | 'bold' | 'double' | 'tall' | 'inverse'

export type StripLine =
  | { readonly kind: 'text'; readonly text: string; readonly style: StripStyle }
  | { readonly kind: 'qr'; readonly content: string; readonly moduleDots: number }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' }

export type StripColumns = 32 | 42 | 48

/** A slip for a thermal printer, laid out for exactly `columns` characters. */
export interface Strip {
  readonly columns: StripColumns
  readonly lines: readonly StripLine[]
}

/** What a thermal printer can do. */
export interface PrinterProfile {
  readonly columns: StripColumns
  readonly widthMm: 58 | 80
  readonly codePage: 'PC437_USA' | 'PC850_MULTILINGUAL' | 'PC858_EURO' | 'WPC1252'
  /** Draws QR codes itself, or needs them as a picture. */
  readonly qr: 'native' | 'raster'
  readonly cutter: boolean
}
