import { readOfficePaper, type PaperFieldRefused, type TypedPaper } from '#domain/office-paper-form.ts'
import {
  decidePaperRemoval,
  lastOf,
  mayBeCopied,
  papersInForce,
  papersRecordOf,
  papersSetting,
  type OfficePaper,
  type OfficePapers,
  type PaperRemovalRefusal,
  type PapersChange,
  type PrinterLoad,
} from '#domain/office-papers.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Queries } from '#ports/queries.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

/** The papers that an office works with: those of its file, and those in force over them. */
export interface PapersInForce {
  readonly shipped: Pick<OfficeProfile, 'documents'>
  present(): OfficePapers
  /** Puts a record in force for everybody at once; a shorter one than that in force is older, and is not put. */
  put(record: readonly PapersChange[]): void
}

export interface PapersDeps {
  readonly papers: PapersInForce
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'getSetting'>
  readonly clock: Clock
  readonly ids: IdSource
}

/** A colleague was quicker; what they changed has to be seen first. */
export interface PapersChangedMeanwhile {
  readonly code: 'papers-changed'
  readonly by: string
  readonly at: Instant
}

export interface SavePaper {
  /** null: a new one. */
  readonly id: string | null
  readonly typed: TypedPaper
  /** Kinds that are printed on it from now on, beside those that are already. */
  readonly documents: readonly DocumentKind[]
  /** The last change of it that was seen; null: none. */
  readonly seenAt: string | null
}

export type SavePaperRefusal =
  | { readonly code: 'paper-form-wrong'; readonly fields: readonly PaperFieldRefused[] }
  | { readonly code: 'office-paper-not-found' }
  | PapersChangedMeanwhile

export const mostCopies = 5
const maxTray = 60

export interface LoadPrinter extends PrinterLoad {
  readonly seenAt: string | null
}

export type LoadPrinterRefusal =
  | { readonly code: 'printer-not-found'; readonly printerId: string }
  | { readonly code: 'office-paper-not-found' }
  | { readonly code: 'copies-wrong'; readonly document: DocumentKind; readonly most: number }
  | { readonly code: 'copies-of-original'; readonly document: DocumentKind }
  | PapersChangedMeanwhile

const meanwhile = (
  last: PapersChange | undefined,
  seenAt: string | null,
): Result<never, PapersChangedMeanwhile> | null =>
  last && last.at !== seenAt ? refuse({ code: 'papers-changed', by: last.by, at: last.at }) : null

type Act = PapersChange extends infer One
  ? One extends PapersChange
    ? Omit<One, 'at' | 'by'>
    : never
  : never

/** One line more in the record, in one transaction with what decided about it. */
async function change<T, R>(
  deps: PapersDeps,
  who: SignedIn,
  decide: (
    stores: Stores,
    present: OfficePapers,
    record: readonly PapersChange[],
  ) => Promise<Result<{ readonly act: Act; readonly value: T }, R>>,
): Promise<Result<T, R>> {
  const done = await deps.work.run<{ record: readonly PapersChange[]; value: T }, R>(async (stores) => {
    const record = papersRecordOf(await stores.settings.get(papersSetting))
    const decided = await decide(stores, papersInForce(deps.papers.shipped, record), record)
    if (!decided.ok) return decided
    const { act, value } = decided.value
    const next = [...record, { ...act, at: deps.clock.now(), by: who.user.name }]
    await stores.settings.set(papersSetting, next)
    return ok({ record: next, value })
  })
  if (!done.ok) return done
  deps.papers.put(done.value.record)
  return ok(done.value.value)
}

/**
 * Adds a paper, or changes one: everything that is made from now on is laid out on it. What is printed or signed already
 * keeps its own. Saved twice it stands in the record twice.
 *
 * Refuses every field that is wrong, and whoever has not seen a colleague's change of it.
 */
export const savePaper =
  (deps: PapersDeps) =>
  async (order: SavePaper, who: SignedIn): Promise<Result<OfficePaper, SavePaperRefusal>> => {
    const newId = deps.ids.uuid()
    return change<OfficePaper, SavePaperRefusal>(deps, who, async (_stores, present, record) => {
      const { id, typed, documents, seenAt } = order
      if (id !== null && !present.papers.some((one) => one.id === id))
        return refuse({ code: 'office-paper-not-found' })
      const late = id === null ? null : meanwhile(lastOf(record, { paperId: id }), seenAt)
      if (late) return late
      const read = readOfficePaper(present, id ?? newId, typed, documents)
      if (!read.ok) return refuse({ code: 'paper-form-wrong', fields: read.refusal })
      const paper = read.value
      return ok({ act: { kind: 'saved', paper, documents }, value: paper })
    })
  }

/** Takes a paper out of the list. Refuses `office-paper-in-use` and names where. */
export const removePaper =
  (deps: PapersDeps) =>
  (paperId: string, who: SignedIn): Promise<Result<null, PaperRemovalRefusal>> =>
    change<null, PaperRemovalRefusal>(deps, who, async ({ printers }, present) => {
      const names = new Map((await printers.list()).map(({ id, name }) => [id, name]))
      const removed = decidePaperRemoval(present, paperId, names)
      if (!removed.ok) return removed
      return ok({ act: { kind: 'removed', paperId, name: removed.value.name }, value: null })
    })

/**
 * Sets where the papers lie in a printer and how often it makes each document. Holds from the next job on, at every station.
 *
 * Refuses `copies-of-original` for what is an original each time it is printed.
 */
export const loadPrinter =
  (deps: PapersDeps) =>
  ({ seenAt, ...order }: LoadPrinter, who: SignedIn): Promise<Result<PrinterLoad, LoadPrinterRefusal>> =>
    change<PrinterLoad, LoadPrinterRefusal>(deps, who, async ({ printers }, present, record) => {
      const printer = (await printers.list()).find(({ id }) => id === order.printerId)
      if (!printer) return refuse({ code: 'printer-not-found', printerId: order.printerId })
      const late = meanwhile(lastOf(record, { printerId: order.printerId }), seenAt)
      if (late) return late
      if (order.trays.some((one) => !present.papers.some(({ id }) => id === one.paperId)))
        return refuse({ code: 'office-paper-not-found' })
      const wrong = order.copies.find(
        ({ copies }) => !(Number.isInteger(copies) && copies >= 1 && copies <= mostCopies),
      )
      if (wrong) return refuse({ code: 'copies-wrong', document: wrong.document, most: mostCopies })
      const original = order.copies.find(({ document, copies }) => copies > 1 && !mayBeCopied(document))
      if (original) return refuse({ code: 'copies-of-original', document: original.document })
      const load: PrinterLoad = {
        printerId: order.printerId,
        trays: order.trays
          .map(({ paperId, tray }) => ({ paperId, tray: tray.trim().slice(0, maxTray) }))
          .filter(({ tray }) => tray !== ''),
        copies: order.copies.filter(({ copies }) => copies > 1),
      }
      return ok({ act: { kind: 'loaded', load, printer: printer.name }, value: load })
    })

/** Puts the papers in force as they are stored: when the office is opened, and when another station has changed them. */
export const readPapers =
  ({ papers, queries }: Pick<PapersDeps, 'papers' | 'queries'>) =>
  async (): Promise<readonly PapersChange[]> => {
    const record = papersRecordOf(await queries.getSetting(papersSetting))
    papers.put(record)
    return record
  }
