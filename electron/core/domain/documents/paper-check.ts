import type { ScaleNumber } from './edge-scale.ts'
import type { KeyFact, KeyFactName } from './key-fact.ts'
import type { Paper } from './paper.ts'
import type { ImageSource } from './sheet.ts'

/** A picture that stands on a document, under the name that the document gives it. */
export interface DocumentPicture {
  readonly name: string
  readonly source: ImageSource
}

/** What a finished PDF must show. null: not known any more, and not asked. */
export interface ExpectedPaper {
  readonly paper: Paper
  readonly title: string | null
  /** What the record says must be readable on it. */
  readonly facts: readonly KeyFact[]
  readonly body: {
    /** Every word of the body, in reading order. */
    readonly texts: readonly string[]
    /** Read once, at the foot of the first page. */
    readonly footnote: readonly string[]
    /** What may stand outside the body; `{n}` is the page, `{m}` the number of pages. */
    readonly fringe: readonly string[]
    /** The words that count the pages; null: nothing does. */
    readonly pageCount: string | null
  } | null
  /** Contents of the QR codes. */
  readonly codes: readonly string[] | null
  readonly pictures: readonly DocumentPicture[] | null
  readonly watermark: string | null
  /** Words that stand in the upper margin of the first page; left out: not asked. */
  readonly marks?: readonly string[]
  /** Numbers of the scales at the edges; left out: it has none. */
  readonly numbers?: readonly ScaleNumber[]
}

/** A piece of text as it was found in a file, in millimetres from the top left corner of its page. */
export interface FoundText {
  readonly text: string
  /** 1 for the first page. */
  readonly page: number
  /** Part of what is read aloud; false: decoration, such as a running foot. */
  readonly isBody: boolean
  /** Not upright: a watermark. */
  readonly isTurned: boolean
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
  /** Something lies over it, or it has the colour of the paper. */
  readonly isCovered: boolean
}

export interface FoundPage {
  readonly widthMm: number
  readonly heightMm: number
  /** Quarter turns that a viewer would make, in degrees. */
  readonly turnedDeg: number
  /** What is dark on the page; null: nothing is. */
  readonly ink: {
    readonly leftMm: number
    readonly rightMm: number
    readonly topMm: number
    readonly bottomMm: number
  } | null
  /** Whether the page has a structure that screen readers follow. */
  readonly isTagged: boolean
}

export interface FoundFont {
  readonly name: string
  readonly isEmbedded: boolean
  readonly isSubset: boolean
  /** Says which letters its glyphs are, so that text can be taken out. */
  readonly hasLetters: boolean
}

/** A picture as it was painted. */
export interface FoundPicture {
  /** SHA-256 of the bytes as they were put in; null for formats that are written anew (PNG). */
  readonly sha256: string | null
  /** Nothing of it can be seen at its place. */
  readonly isBlank: boolean
}

/** What was read back out of a finished PDF. */
export interface PaperReading {
  readonly title: string | null
  readonly language: string | null
  /** Says of itself that it has a structure. */
  readonly isMarked: boolean
  readonly pages: readonly FoundPage[]
  readonly texts: readonly FoundText[]
  readonly fonts: readonly FoundFont[]
  readonly codes: readonly string[]
  readonly pictures: readonly FoundPicture[]
}

/** How a finished PDF differs from what it is to show. */
export type PaperMismatch =
  /** No PDF that can be opened. */
  | { readonly code: 'paper-unreadable' }
  | {
      readonly code: 'paper-size-differs'
      readonly page: number
      readonly found: string
      readonly wanted: string
    }
  | { readonly code: 'paper-page-count-differs'; readonly pages: number }
  | { readonly code: 'paper-title-differs'; readonly found: string | null }
  | { readonly code: 'paper-language-missing' }
  | { readonly code: 'paper-structure-missing' }
  | { readonly code: 'paper-font-not-embedded'; readonly font: string }
  /** The whole face lies in the file, or its letters cannot be taken out again. */
  | { readonly code: 'paper-font-unfit'; readonly font: string }
  | { readonly code: 'paper-outside-margins'; readonly page: number; readonly text: string | null }
  | { readonly code: 'paper-text-covered'; readonly page: number; readonly text: string }
  | { readonly code: 'paper-fact-differs'; readonly fact: KeyFactName; readonly wanted: string }
  | { readonly code: 'paper-text-differs'; readonly wanted: string; readonly found: string }
  | { readonly code: 'paper-stray-text'; readonly page: number; readonly text: string }
  | { readonly code: 'paper-code-unread'; readonly wanted: string }
  | { readonly code: 'paper-code-differs'; readonly found: string }
  | { readonly code: 'paper-picture-missing'; readonly picture: string }
  | { readonly code: 'paper-picture-differs'; readonly picture: string }
  | { readonly code: 'paper-picture-stray' }
  /** What the record keeps as a picture is none, or is not there any more. */
  | { readonly code: 'paper-picture-unreadable'; readonly picture: string }
  /** The template asks for something that this paper does not have. */
  | { readonly code: 'paper-template-unknown-fact'; readonly fact: string }
  | { readonly code: 'paper-mark-missing'; readonly mark: string }
  /** A number of a scale does not stand at its millimetre. */
  | { readonly code: 'paper-scale-wrong'; readonly number: string }
  | { readonly code: 'paper-watermark-missing'; readonly word: string }
  | { readonly code: 'paper-watermark-stray'; readonly word: string }
  /** The stored file is not what was signed. */
  | { readonly code: 'paper-file-changed' }
  | { readonly code: 'paper-signature-broken' }

/** A paper that must not be printed, signed or handed out as it is. */
export interface PaperUnsound {
  readonly code: 'paper-unsound'
  readonly mismatches: readonly [PaperMismatch, ...PaperMismatch[]]
}
