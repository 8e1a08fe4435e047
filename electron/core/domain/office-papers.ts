import type { ChosenPapers } from './chosen-papers.ts'
import { PAPERS, type Paper } from './documents/paper.ts'
import type { Instant } from './instant.ts'
import type { OfficeProfile } from './profile.ts'
import { ok, refuse, type Result } from './result.ts'
import { documentKinds, type DocumentKind } from './stage-table.ts'
import { shippedPaper } from './usual-papers.ts'

/** A sheet that lies in the office. Its name is for people: printers hear of its millimetres alone. */
export interface OfficePaper extends Paper {
  readonly id: string
  readonly name: string
}

/** What a printer of the office holds. */
export interface PrinterLoad {
  readonly printerId: string
  /** Where a paper lies, as the queue or the driver calls it; a paper that is not named comes from wherever the printer takes it. */
  readonly trays: readonly { readonly paperId: string; readonly tray: string }[]
  /** Sheets of one job; a kind that is not named comes out once. */
  readonly copies: readonly { readonly document: DocumentKind; readonly copies: number }[]
}

type PapersAct =
  /** A new paper, or one as it is from now on; `documents` are printed on it from now on. */
  | { readonly kind: 'saved'; readonly paper: OfficePaper; readonly documents: readonly DocumentKind[] }
  | { readonly kind: 'removed'; readonly paperId: string; readonly name: string }
  | { readonly kind: 'loaded'; readonly load: PrinterLoad; readonly printer: string }

/** One line of the record of what the office changed in its papers. */
export type PapersChange = PapersAct & { readonly at: Instant; readonly by: string }

/** The last line of the record about a paper, or about what a printer holds; undefined: none. */
export const lastOf = (
  record: readonly PapersChange[],
  of: { readonly paperId: string } | { readonly printerId: string },
): PapersChange | undefined =>
  record.findLast((one) =>
    'paperId' in of
      ? one.kind === 'saved' && one.paper.id === of.paperId
      : one.kind === 'loaded' && one.load.printerId === of.printerId,
  )

/** The papers of an office, and what is printed on which. */
export interface OfficePapers {
  readonly papers: readonly OfficePaper[]
  /** Id of the paper of every kind of document. */
  readonly paperOf: Readonly<Record<DocumentKind, string>>
  readonly loads: readonly PrinterLoad[]
}

/** The key under which the record is kept. */
export const papersSetting = 'print.papers'

/** The record so far; an office that has changed nothing prints on what its file says. */
export const papersRecordOf = (kept: unknown): readonly PapersChange[] =>
  Array.isArray(kept) ? (kept as readonly PapersChange[]) : []

const names: readonly (readonly [string, Pick<Paper, 'widthMm' | 'heightMm'>])[] = [
  ['F4', PAPERS.f4],
  ['A4', PAPERS.a4],
  ['A4 mendatar', PAPERS.a4Landscape],
  ['A5', PAPERS.a5],
  ['A5 mendatar', PAPERS.a5Landscape],
  ['Folio', { widthMm: 210, heightMm: 330 }],
]

const usualName = ({ widthMm, heightMm }: Paper): string =>
  names.find(([, one]) => one.widthMm === widthMm && one.heightMm === heightMm)?.[0] ??
  `${widthMm} × ${heightMm}`

// The same sheet has the same id at every station and after every update.
const shippedId = ({ widthMm, heightMm, footMm, margins }: Paper): string => {
  const { top, topNext, right, bottom, left } = margins
  return [widthMm, heightMm, top, topNext, right, bottom, left, footMm].join('-')
}

function shippedPapers(profile: Pick<OfficeProfile, 'documents'>): OfficePapers {
  const papers: OfficePaper[] = []
  const paperOf = Object.fromEntries(
    documentKinds.map((kind) => {
      const paper = shippedPaper(profile, kind)
      const id = shippedId(paper)
      if (!papers.some((one) => one.id === id)) {
        const name = usualName(paper)
        const same = papers.filter((one) => one.name.replace(/ \(\d+\)$/, '') === name).length
        papers.push({ ...paper, id, name: same === 0 ? name : `${name} (${same + 1})` })
      }
      return [kind, id]
    }),
  ) as Record<DocumentKind, string>
  return { papers, paperOf, loads: [] }
}

function withChange(present: OfficePapers, change: PapersChange): OfficePapers {
  switch (change.kind) {
    case 'saved': {
      const known = present.papers.some(({ id }) => id === change.paper.id)
      const moved = Object.fromEntries(change.documents.map((kind) => [kind, change.paper.id]))
      return {
        ...present,
        papers: known
          ? present.papers.map((one) => (one.id === change.paper.id ? change.paper : one))
          : [...present.papers, change.paper],
        paperOf: { ...present.paperOf, ...moved },
      }
    }
    case 'removed':
      return { ...present, papers: present.papers.filter(({ id }) => id !== change.paperId) }
    case 'loaded':
      return {
        ...present,
        loads: [...present.loads.filter((one) => one.printerId !== change.load.printerId), change.load],
      }
  }
}

/** The papers in force: those of the office's file with every change since, the first one first; pure. */
export const papersInForce = (
  profile: Pick<OfficeProfile, 'documents'>,
  record: readonly PapersChange[],
): OfficePapers => record.reduce(withChange, shippedPapers(profile))

const sheetOf = ({ widthMm, heightMm, margins, footMm }: Paper): Paper => ({
  widthMm,
  heightMm,
  margins,
  footMm,
})

/** The paper of a kind. One that an update of the office's file took away is the file's own again. */
export const paperOfKind = ({ papers, paperOf }: OfficePapers, kind: DocumentKind): OfficePaper | undefined =>
  papers.find(({ id }) => id === paperOf[kind])

/** What the office's documents are printed on from the changes alone, and were printed on before each of them. */
export function chosenPapers(
  profile: Pick<OfficeProfile, 'documents'>,
  record: readonly PapersChange[],
): ChosenPapers {
  const now: Partial<Record<DocumentKind, Paper>> = {}
  const earlier: ChosenPapers['earlier'][number][] = []
  let present = shippedPapers(profile)
  for (const change of record) {
    const next = withChange(present, change)
    for (const kind of documentKinds) {
      const [before, after] = [paperOfKind(present, kind), paperOfKind(next, kind)]
      if (!before || !after || JSON.stringify(sheetOf(before)) === JSON.stringify(sheetOf(after))) continue
      earlier.push({ kind, until: change.at, paper: sheetOf(before) })
      now[kind] = sheetOf(after)
    }
    present = next
  }
  return { now, earlier }
}

export type PaperRemovalRefusal =
  | { readonly code: 'office-paper-not-found' }
  | {
      readonly code: 'office-paper-in-use'
      readonly name: string
      readonly documents: readonly DocumentKind[]
      /** Names of printers that hold it. */
      readonly printers: readonly string[]
    }

/**
 * Whether a paper may go. Refuses `office-paper-in-use` while documents are printed on it or a printer holds it.
 *
 * @param printers  names of the office's printers by id; one that is gone holds nothing
 */
export function decidePaperRemoval(
  present: OfficePapers,
  paperId: string,
  printers: ReadonlyMap<string, string>,
): Result<OfficePaper, PaperRemovalRefusal> {
  const paper = present.papers.find(({ id }) => id === paperId)
  if (!paper) return refuse({ code: 'office-paper-not-found' })
  const documents = documentKinds.filter((kind) => present.paperOf[kind] === paperId)
  const holding = present.loads.flatMap(({ printerId, trays }) => {
    const name = printers.get(printerId)
    return name !== undefined && trays.some((one) => one.paperId === paperId) ? [name] : []
  })
  return documents.length + holding.length > 0
    ? refuse({ code: 'office-paper-in-use', name: paper.name, documents, printers: holding })
    : ok(paper)
}

/**
 * Each sheet of these is an original, or bears a number of its own: a second one is asked for and agreed to, never a
 * setting.
 */
const singleSheets: ReadonlySet<DocumentKind> = new Set([
  'permit',
  'refusal-letter',
  'revocation-decree',
  'recommendation-request',
  'assignment-letter',
  'expiry-letter',
  'blank-form',
  'loss-statement',
  'legalisation',
])

/** Whether a printer may be set to make several of a kind. */
export const mayBeCopied = (kind: DocumentKind): boolean => !singleSheets.has(kind)

/** From where and how often a printer is to make a document. */
export interface SheetWay {
  /** null: from wherever the printer takes it. */
  readonly tray: string | null
  readonly copies: number
}

/** Where a paper lies in a printer; undefined: the office has not said. */
export const trayOf = ({ loads }: OfficePapers, printerId: string, paperId: string): string | undefined =>
  loads.find((one) => one.printerId === printerId)?.trays.find((one) => one.paperId === paperId)?.tray

const sameSize = (one: Paper, other: Paper): boolean => {
  const sides = ({ widthMm, heightMm }: Paper): string =>
    [widthMm, heightMm].toSorted((a, b) => a - b).join(' ')
  return sides(one) === sides(other)
}

/**
 * How a job goes to a printer by what the office has set. Two papers of one size lie in two trays (with letterhead and
 * without): the document's own goes first, and any of its size after it, as for a file that was signed on another sheet.
 *
 * @param paper  null: a strip
 */
export function sheetWay(
  present: OfficePapers,
  printerId: string,
  document: DocumentKind,
  paper: Paper | null,
): SheetWay {
  const load = present.loads.find((one) => one.printerId === printerId)
  const set = load?.copies.find((one) => one.document === document)?.copies ?? 1
  const copies = mayBeCopied(document) ? set : 1
  if (!load || paper === null) return { tray: null, copies }
  const own = present.paperOf[document]
  const fitting = present.papers.filter((one) => sameSize(one, paper))
  const ordered = [...fitting.filter(({ id }) => id === own), ...fitting.filter(({ id }) => id !== own)]
  const held = ordered.flatMap(({ id }) => load.trays.filter((one) => one.paperId === id))
  return { tray: held[0]?.tray ?? null, copies }
}
