import { comparePictures } from './compare-pictures.ts'
import { firstDifference, lettersOf } from './letters.ts'
import type { ExpectedPaper, FoundText, PaperMismatch, PaperReading } from './paper-check.ts'

/** Driver and rounding may move a line by a third of a millimetre; nobody sees it. */
const SLACK_MM = 0.4
/** A space that ends a line takes no room on paper, but the file gives it some. */
const END_SPACE_MM = 2
/** Nearest that anything but a watermark may come to the upper and lower edge (look: nothing within 4.2, bands at 3.8). */
const EDGE_MM = { top: 3.6, bottom: 4 }

/**
 * How a PDF that was read back differs from what it is to show; pure. Empty: it is sound. Facts of the record come first,
 * because they say best what is wrong.
 *
 * @param sha256Of  hash of a picture as it was put in
 */
export function comparePaper(
  expected: ExpectedPaper,
  reading: PaperReading,
  sha256Of: (bytes: Uint8Array) => string,
): readonly PaperMismatch[] {
  const facts = compareFacts(expected, reading)
  return [
    ...facts,
    // A wrong fact is a wrong text too: said once.
    ...(facts.length === 0 ? compareBody(expected, reading) : []),
    ...compareFringe(expected, reading),
    ...comparePages(expected, reading),
    ...compareFonts(reading),
    ...compareDescription(expected, reading),
    ...placesOf(expected, reading),
    ...compareCodes(expected, reading),
    ...comparePictures(expected, reading, sha256Of),
    ...compareWatermark(expected, reading),
    ...compareMarks(expected, reading),
    ...compareScale(expected, reading),
  ]
}

const bodyOf = ({ texts }: PaperReading): string =>
  texts
    .filter((one) => one.isBody && !one.isTurned)
    .map((one) => one.text)
    .join(' ')

function compareFacts({ facts }: ExpectedPaper, reading: PaperReading): PaperMismatch[] {
  const body = lettersOf(bodyOf(reading)).letters
  return facts
    .filter((one) => !body.includes(lettersOf(one.text).letters))
    .map(({ fact, text }) => ({ code: 'paper-fact-differs', fact, wanted: text }))
}

/** Every word once, in its order; the footnote may stand between two pages of the body. */
function compareBody({ body }: ExpectedPaper, reading: PaperReading): PaperMismatch[] {
  if (body === null) return []
  const found = bodyOf(reading)
  const footnote = lettersOf(body.footnote.join(' ')).letters
  const wanted = body.texts.join(' ')
  const { letters, at } = lettersOf(found)
  const place = footnote === '' ? -1 : letters.lastIndexOf(footnote)
  if (footnote !== '' && place < 0)
    return [{ code: 'paper-text-differs', wanted: body.footnote.join(' '), found: '' }]
  const without =
    place < 0 ? found : found.slice(0, at[place]) + found.slice(at[place + footnote.length] ?? found.length)
  const difference = firstDifference(wanted, without)
  return difference === null ? [] : [{ code: 'paper-text-differs', ...difference }]
}

/** Outside the body stand foot, page numbers, bands, repeated heads and catchwords, and nothing else. */
function compareFringe({ body, watermark }: ExpectedPaper, reading: PaperReading): PaperMismatch[] {
  if (body === null) return []
  const pages = reading.pages.length
  const repeated = lettersOf([...body.texts, ...body.footnote].join(' ')).letters
  const counted = (text: string, page: number): string =>
    text.replaceAll('{n}', String(page)).replaceAll('{m}', String(pages))
  const isAllowed = ({ text, page }: FoundText): boolean => {
    const letters = lettersOf(text.replaceAll('…', '')).letters
    const here = lettersOf(body.fringe.map((one) => counted(one, page)).join(' ')).letters
    return here.includes(letters) || repeated.includes(letters)
  }
  const strays = reading.texts
    .filter((one) => !one.isBody && !(one.isTurned && watermark !== null) && !isAllowed(one))
    .map(({ page, text }): PaperMismatch => ({ code: 'paper-stray-text', page, text: text.trim() }))
  const { pageCount } = body
  // A page that nothing counts still has something on it, or it is one too many.
  const isCounted = reading.pages.every((_, i) => {
    const here = reading.texts.filter((one) => one.page === i + 1)
    if (pageCount === null) return here.some((one) => one.text.trim() !== '')
    const wanted = lettersOf(counted(pageCount, i + 1)).letters
    return here.some((one) => !one.isBody && lettersOf(one.text).letters.includes(wanted))
  })
  return isCounted ? strays : [...strays, { code: 'paper-page-count-differs', pages }]
}

const inMm = (width: number, height: number): string => `${Math.round(width)} × ${Math.round(height)} mm`

function comparePages({ paper }: ExpectedPaper, { pages }: PaperReading): PaperMismatch[] {
  if (pages.length === 0) return [{ code: 'paper-page-count-differs', pages: 0 }]
  return pages.flatMap(({ widthMm, heightMm, turnedDeg }, i): PaperMismatch[] => {
    const fits =
      Math.abs(widthMm - paper.widthMm) < 0.2 && Math.abs(heightMm - paper.heightMm) < 0.2 && turnedDeg === 0
    if (fits) return []
    const found = `${inMm(widthMm, heightMm)}${turnedDeg === 0 ? '' : ` (${turnedDeg}°)`}`
    return [{ code: 'paper-size-differs', page: i + 1, found, wanted: inMm(paper.widthMm, paper.heightMm) }]
  })
}

const compareFonts = ({ fonts }: PaperReading): PaperMismatch[] =>
  fonts.flatMap(({ name, isEmbedded, isSubset, hasLetters }): PaperMismatch[] => {
    if (!isEmbedded) return [{ code: 'paper-font-not-embedded', font: name }]
    return isSubset && hasLetters ? [] : [{ code: 'paper-font-unfit', font: name }]
  })

function compareDescription(expected: ExpectedPaper, reading: PaperReading): PaperMismatch[] {
  const { title, language, isMarked, pages } = reading
  const found: PaperMismatch[] = []
  if (expected.title === null ? !title?.trim() : title !== expected.title)
    found.push({ code: 'paper-title-differs', found: title })
  if (!language?.toLowerCase().startsWith('id')) found.push({ code: 'paper-language-missing' })
  if (!isMarked || !pages.every((one) => one.isTagged)) found.push({ code: 'paper-structure-missing' })
  return found
}

/** What lies outside the margins, and what something else lies on. */
function placesOf({ paper }: ExpectedPaper, { texts, pages }: PaperReading): PaperMismatch[] {
  const { margins, widthMm, heightMm } = paper
  const least = { left: margins.left - SLACK_MM, top: EDGE_MM.top }
  const most = { right: widthMm - margins.right + SLACK_MM, bottom: heightMm - EDGE_MM.bottom }
  const shown = texts.filter((one) => !one.isTurned && one.text.trim() !== '')
  const outside = shown.find(
    (one) =>
      one.leftMm < least.left ||
      one.rightMm > most.right + (/\s$/.test(one.text) ? END_SPACE_MM : 0) ||
      one.topMm < least.top ||
      one.bottomMm > most.bottom,
  )
  const inkOutside = pages.findIndex(
    ({ ink }) =>
      ink !== null &&
      (ink.leftMm < least.left - SLACK_MM ||
        ink.rightMm > most.right + SLACK_MM ||
        ink.topMm < least.top - SLACK_MM ||
        ink.bottomMm > most.bottom + SLACK_MM),
  )
  const covered = shown.find((one) => one.isCovered)
  return [
    ...(outside
      ? [{ code: 'paper-outside-margins' as const, page: outside.page, text: outside.text.trim() }]
      : inkOutside >= 0
        ? [{ code: 'paper-outside-margins' as const, page: inkOutside + 1, text: null }]
        : []),
    ...(covered
      ? [{ code: 'paper-text-covered' as const, page: covered.page, text: covered.text.trim() }]
      : []),
  ]
}

function compareCodes({ codes }: ExpectedPaper, reading: PaperReading): PaperMismatch[] {
  if (codes === null) return []
  const left = [...reading.codes]
  const unread: PaperMismatch[] = []
  for (const wanted of codes) {
    const at = left.indexOf(wanted)
    if (at < 0) unread.push({ code: 'paper-code-unread', wanted })
    else left.splice(at, 1)
  }
  return [...unread, ...left.map((found): PaperMismatch => ({ code: 'paper-code-differs', found }))]
}

/** Drafts and samples carry their word on every page, and nothing else is written across a paper. */
function compareWatermark({ watermark }: ExpectedPaper, { texts, pages }: PaperReading): PaperMismatch[] {
  const turned = texts.filter((one) => one.isTurned && one.text.trim() !== '')
  const stray = turned.find((one) => one.text.trim() !== watermark)
  if (stray) return [{ code: 'paper-watermark-stray', word: stray.text.trim() }]
  const isMarked = (page: number): boolean => turned.some((one) => one.page === page && !one.isCovered)
  return watermark !== null && !pages.every((_, i) => isMarked(i + 1))
    ? [{ code: 'paper-watermark-missing', word: watermark }]
    : []
}

/** What is laid onto a print says what it is; without it a copy could be taken for the original. */
function compareMarks({ marks = [] }: ExpectedPaper, { texts }: PaperReading): PaperMismatch[] {
  const above = texts.filter((one) => one.page === 1 && !one.isBody && !one.isTurned && !one.isCovered)
  const { letters } = lettersOf(above.map((one) => one.text).join(' '))
  return marks
    .filter((mark) => !letters.includes(lettersOf(mark).letters))
    .map((mark) => ({ code: 'paper-mark-missing', mark }))
}

/** A sheet by which others are measured must be right itself. */
function compareScale({ numbers = [] }: ExpectedPaper, { texts }: PaperReading): PaperMismatch[] {
  const wrong = numbers.find(
    ({ text, xMm, yMm }) =>
      !texts.some(
        (one) =>
          one.text.trim() === text &&
          Math.abs((one.leftMm + one.rightMm) / 2 - xMm) <= SLACK_MM &&
          yMm > one.topMm &&
          yMm < one.bottomMm,
      ),
  )
  return wrong ? [{ code: 'paper-scale-wrong', number: wrong.text }] : []
}
