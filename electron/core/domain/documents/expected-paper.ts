import type { DocumentPicture, ExpectedPaper } from './paper-check.ts'
import { blockTexts, documentCodes, documentPictures, documentTexts } from './document-texts.ts'
import { edgeScale, scaleEdgeMm } from './edge-scale.ts'
import type { KeyFact } from './key-fact.ts'
import type { Paper } from './paper.ts'
import type { BandMark, PrintDocument } from './sheet.ts'

/** What stands outside the body where it is allowed: foot, page numbers, bands. `{n}` and `{m}` are still open. */
function fringeOf(document: PrintDocument): string[] {
  return [
    ...(document.foot ? [document.foot.left, document.foot.right] : []),
    ...document.marks.flatMap((mark) =>
      mark.kind === 'band'
        ? [mark.word, mark.detail]
        : mark.kind === 'edge-scale'
          ? edgeScale(document.paper).numbers.map(({ text }) => text)
          : [],
    ),
    ...(document.nextHead ? blockTexts(document.nextHead) : ['- {n} -']),
  ]
}

/**
 * What a finished PDF of a document must show: its own words letter by letter, its codes, pictures and marks.
 *
 * @param facts  what the record says must be readable on it, whatever the template
 */
export function expectedPaper(document: PrintDocument, facts: readonly KeyFact[]): ExpectedPaper {
  const watermark = document.marks.find((mark) => mark.kind === 'watermark')
  const isOverprint = document.overprint !== undefined
  return {
    paper: document.paper,
    title: document.title,
    facts,
    body: {
      texts: documentTexts(document),
      footnote: isOverprint ? [] : blockTexts(document.footnote ?? []),
      fringe: isOverprint ? [] : fringeOf(document),
      pageCount: isOverprint ? null : (document.foot?.right ?? null),
    },
    codes: documentCodes(document),
    pictures: documentPictures(document).flatMap((name): DocumentPicture[] => {
      const source = document.images[name]
      return source ? [{ name, source }] : []
    }),
    watermark: isOverprint ? null : (watermark?.word ?? null),
  }
}

/** A test sheet: its scales reach nearer to the edges than any document does, and each number stands at its millimetre. */
export function expectedTestSheet(document: PrintDocument): ExpectedPaper {
  const { paper } = document
  const edge = scaleEdgeMm - 0.5
  const margins = { ...paper.margins, left: edge, right: edge }
  return {
    ...expectedPaper({ ...document, paper: { ...paper, margins } }, []),
    numbers: edgeScale(paper).numbers,
  }
}

/**
 * What can be asked of a stored, signed file years later: the facts of the record and the paper. Its words are those of
 * its day, which the hash and the signature hold fast.
 */
export const expectedOfStoredFile = (
  paper: Paper,
  facts: readonly KeyFact[],
  codes: readonly string[] | null,
): ExpectedPaper => ({ paper, title: null, facts, body: null, codes, pictures: null, watermark: null })

/** A print of a stored file: the same, and the bands that were laid onto it. */
export const expectedOfMarkedPrint = (stored: ExpectedPaper, marks: readonly BandMark[]): ExpectedPaper => ({
  ...stored,
  marks: marks.flatMap(({ word, detail }) => [word, detail]),
})
