import type { EdgeScale } from './edge-scale.ts'
import type { Paper } from './paper.ts'

/** Families that are embedded with every document; nothing depends on what is installed. */
export type Face = 'serif' | 'sans' | 'mono'

/**
 * A piece of text in one style. A run with `slotMm` takes exactly that width: white when its text is empty, so that the
 * text can be overprinted later at the very same place.
 */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly slotMm?: number
  /** Name under which the position of a slot is reported. */
  readonly slot?: string
}

/** Text as it stands in the record; "\n" starts a new line. */
export type RichText = string | readonly Run[]

/** What differs from the body text of the document. Sizes in points, leading in millimetres. */
export interface TextStyle {
  readonly face?: Face
  readonly sizePt?: number
  readonly leadingMm?: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** Extra space after each letter, in points. */
  readonly trackingPt?: number
}

export type Align = 'left' | 'center' | 'right' | 'justify'

interface BlockBase {
  /** Stays on the page of the block that follows. */
  readonly keepWithNext?: boolean
}

/** White space; dropped at the top of a page. It may shrink to `minMm` when that keeps the document on one page. */
export interface GapBlock extends BlockBase {
  readonly kind: 'gap'
  readonly mm: number
  readonly minMm?: number
}

/** What follows begins a page, where something stands on this one. */
export interface PageBlock extends BlockBase {
  readonly kind: 'page'
}

export interface TextBlock extends BlockBase {
  readonly kind: 'text'
  readonly text: RichText
  readonly align?: Align
  readonly style?: TextStyle
  /** Indent of the first line. */
  readonly indentMm?: number
  /** Text hung outside the left edge, such as "Plt.", with its distance from the edge. */
  readonly hang?: { readonly text: string; readonly gapMm: number }
  readonly heading?: boolean
}

/** Rows "label : value" on one colon. */
export interface DataBlock extends BlockBase {
  readonly kind: 'data'
  readonly indentMm?: number
  readonly colonAtMm: number
  readonly valueGapMm?: number
  readonly rowGapMm?: number
  readonly style?: TextStyle
  readonly rows: readonly { readonly label: string; readonly value: RichText }[]
}

/** Hanging items behind an optional label with its colon ("Dasar :"). */
export interface ListBlock extends BlockBase {
  readonly kind: 'list'
  readonly label?: { readonly text: string; readonly colonAtMm: number }
  readonly markerAtMm: number
  readonly textAtMm: number
  readonly items: readonly { readonly marker: string; readonly text: RichText }[]
  readonly align?: Align
  readonly style?: TextStyle
  readonly gapMm?: number
  /** Never split over two pages (tembusan). */
  readonly together?: boolean
}

export interface TableCell {
  readonly text: RichText
  readonly span?: number
  readonly align?: Align
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table'
  readonly columns: readonly { readonly widthMm: number; readonly head?: string; readonly align?: Align }[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly style?: TextStyle
  readonly padXMm?: number
  readonly padYMm?: number
  readonly minRowMm?: number
  readonly headGrey?: number
  /** How many last rows stay with what follows. */
  readonly keepTail?: number
  /** The whole table on one page. */
  readonly together?: boolean
}

/** Columns side by side; `xMm` from the left edge of the text. */
export interface BesideBlock extends BlockBase {
  readonly kind: 'beside'
  /** Boxes grow to the height of the tallest column. */
  readonly equalHeights?: boolean
  readonly columns: readonly {
    readonly xMm: number
    readonly widthMm: number
    readonly align?: 'top' | 'bottom'
    readonly blocks: readonly Block[]
  }[]
}

/** Blocks that are never separated. */
export interface GroupBlock extends BlockBase {
  readonly kind: 'group'
  readonly blocks: readonly Block[]
}

export interface BoxBlock extends BlockBase {
  readonly kind: 'box'
  readonly padXMm: number
  readonly padYMm: number
  readonly ruleMm: number
  readonly heightMm?: number
  readonly blocks: readonly Block[]
  /** Stands on the foot of the box. */
  readonly footBlocks?: readonly Block[]
}

/** A QR drawn as vectors, level M, `sizeMm` including the quiet zone of four modules. */
export interface QrBlock extends BlockBase {
  readonly kind: 'qr'
  readonly content: string
  readonly sizeMm: number
  readonly align?: 'left' | 'right'
}

/** A picture filled into its frame and cut at its edges. `image` names an entry of `images`. */
export interface PictureBlock extends BlockBase {
  readonly kind: 'picture'
  readonly image: string
  readonly widthMm: number
  readonly heightMm: number
}

/** A dashed frame in which something is pasted. */
export interface PasteBoxBlock extends BlockBase {
  readonly kind: 'paste-box'
  readonly widthMm: number
  readonly heightMm: number
  readonly text: string
  readonly style: TextStyle
}

export interface RuleBlock extends BlockBase {
  readonly kind: 'rule'
  readonly widthMm: number
}

export interface BarsBlock extends BlockBase {
  readonly kind: 'bars'
  readonly labelMm: number
  readonly rowMm: number
  readonly style: TextStyle
  /** `shown`: the value in words; left out: as it is. */
  readonly bars: readonly { readonly label: string; readonly value: number; readonly shown?: string }[]
}

/** A course of time: a column for each day or month, all of them, the first at the left. */
export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns'
  /** Of the highest column. */
  readonly heightMm: number
  readonly style: TextStyle
  /** `beyond`: the part of the value that stands apart, lighter, at the top. A value of 0 is not written. */
  readonly columns: readonly {
    readonly label: string
    readonly value: number
    readonly shown: string
    readonly beyond: number
  }[]
}

export interface LetterheadBlock extends BlockBase {
  readonly kind: 'letterhead'
  readonly government: string
  readonly agency: readonly string[]
  readonly address: readonly string[]
  /** Entry of `images`; a neutral outline stands in when the office has supplied none. */
  readonly crest?: string
  /** Paper that carries the letterhead already: the height stays free. */
  readonly preprinted?: boolean
  readonly size: 'full' | 'small'
}

export type Block =
  | GapBlock
  | PageBlock
  | TextBlock
  | DataBlock
  | ListBlock
  | TableBlock
  | BesideBlock
  | GroupBlock
  | BoxBlock
  | QrBlock
  | PictureBlock
  | PasteBoxBlock
  | RuleBlock
  | BarsBlock
  | ColumnsBlock
  | LetterheadBlock

/** Laid on when the sheet is printed; never part of a signed file. */
export type Mark =
  { readonly kind: 'watermark'; readonly word: 'DRAF' | 'CONTOH' | 'DITOLAK' } | BandMark | EdgeScale

/** A framed line in the upper margin, where it covers nothing. */
export interface BandMark {
  readonly kind: 'band'
  readonly word: string
  readonly detail: string
}

export interface ImageSource {
  readonly format: 'jpeg' | 'png'
  readonly bytes: Uint8Array
}

/** Body size in points and leading in millimetres. */
export interface BodySize {
  readonly sizePt: number
  readonly leadingMm: number
}

/** A printable sheet, independent of pages: what stands on it, in millimetres, before it is broken into lines. */
export interface PrintDocument {
  readonly title: string
  readonly subject: string
  readonly author: string
  /** RFC 3339 instant written into the file; the same document and instant give the same bytes. */
  readonly createdAt: string
  readonly paper: Paper
  readonly face: Face
  /** Sizes to try from the first on until everything is on one page; the first is used when none does. */
  readonly sizes: readonly [BodySize, ...BodySize[]]
  readonly blocks: readonly Block[]
  /** Head of the second and later pages; "- 2 -" when absent. */
  readonly nextHead?: readonly Block[]
  /** Stands above the running foot of every page: the statements of an electronic signature. */
  readonly footnote?: readonly Block[]
  /** Decrees: the first word of the next page stands at the foot of the one before. */
  readonly catchwords?: boolean
  /**
   * Texts by the name of their slot: of the whole document only these are drawn, at the very places that its slots have.
   * Pages without such a slot are left out.
   */
  readonly overprint?: Readonly<Record<string, string>>
  /** `{n}` and `{m}` become page and number of pages. */
  readonly foot?: { readonly left: string; readonly right: string }
  readonly marks: readonly Mark[]
  readonly images: Readonly<Record<string, ImageSource>>
}
