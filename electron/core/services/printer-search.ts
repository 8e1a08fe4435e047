import { parsePrinterAddress } from '#domain/printer-address.ts'
import { noSearch } from '#domain/printer-search.ts'
import type { NetworkSearch, ResumeRefusal } from '#domain/printer-search.ts'
import type { Printer } from '#domain/print-job.ts'
import { refuse } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { PrinterYard } from '#ports/printer-yard.ts'
import type { Queries } from '#ports/queries.ts'
import { createCancelSource } from './cancel-source.ts'
import type { Office } from './office.ts'

/** Told when the search of the network has come further. */
export const printerSearchTopic = 'printer-search'

/** The screen hears of every so many addresses, and of each printer that answers. */
const tellEvery = 16

/** A size of paper that the office prints on. */
export interface PrinterPaper {
  readonly widthMm: number
  readonly heightMm: number
  readonly documents: readonly DocumentKind[]
  /** false: what is sent on it is refused before it is printed. */
  readonly takes: boolean
}

interface Parts {
  readonly office: Office
  readonly yard: PrinterYard
  readonly queries: Pick<Queries, 'listPrinters'>
  readonly publish: (topic: string, id: string | null) => void
  /** A queue was let go on: whoever watches over the printers looks soon. */
  readonly lookSoon: () => void
}

/** Looks for printers around the station, at an administrator's word. */
export interface PrinterSearch extends Pick<PrinterYard, 'networks'> {
  queues(): ReturnType<PrinterYard['queues']>
  offered(): ReturnType<PrinterYard['offered']>
  /** Begins to ask the network, unless it is being asked. Comes back at once. */
  begin(): NetworkSearch
  /** How far it has come. */
  present(): NetworkSearch
  /** Ends it; what was found stays. Without effect when nothing is searched. */
  stop(): NetworkSearch
  /** Lets the paused queue of a printer go on. */
  resume(printerId: string): Promise<Result<null, ResumeRefusal>>
  /** The office's sheets that go to a printer, and whether its queue has their paper; null: it does not say. */
  papers(printerId: string): Promise<readonly PrinterPaper[] | null>
  /** Trays that its queue can be asked for; null: it names none. */
  trays(printerId: string): Promise<readonly string[] | null>
}

/** The sizes of what an office prints on a printer, each once. */
function sheetsOf({ profile }: Office, printer: Printer): Omit<PrinterPaper, 'takes'>[] {
  const wanted = profile.documents.filter(
    ({ kind }) => printer.documents.length === 0 || printer.documents.some((one) => one === kind),
  )
  const kinds = [...new Set(wanted.map(({ kind }) => kind))]
  const sizes = Map.groupBy(kinds, (kind) => {
    const { widthMm, heightMm } = paperFor(profile, kind)
    return `${widthMm} ${heightMm}`
  })
  return [...sizes.values()].flatMap((documents) => {
    const [first] = documents
    if (first === undefined) return []
    const { widthMm, heightMm } = paperFor(profile, first)
    return [{ widthMm, heightMm, documents }]
  })
}

export function createPrinterSearch({ office, yard, queries, publish, lookSoon }: Parts): PrinterSearch {
  let present = noSearch
  let stopScan = (): void => undefined
  const change = (next: NetworkSearch, tell: boolean): NetworkSearch => {
    present = next
    if (tell) publish(printerSearchTopic, null)
    return present
  }
  const never = (): ReturnType<typeof createCancelSource>['signal'] => createCancelSource().signal

  return {
    networks: () => yard.networks(),
    queues: () => yard.queues(never()),
    offered: () => yard.offered(never()),
    papers: async (printerId) => {
      const printer = (await queries.listPrinters()).find((one) => one.id === printerId)
      if (printer === undefined) return null
      const sheets = sheetsOf(office, printer)
      const takes = await yard.takes(printer.address, sheets, never())
      return takes && sheets.map((one, index) => ({ ...one, takes: takes[index] === true }))
    },
    trays: async (printerId) => {
      const printer = (await queries.listPrinters()).find((one) => one.id === printerId)
      return printer === undefined ? null : yard.trays(printer.address, never())
    },
    present: () => present,
    begin: () => {
      if (present.state === 'running') return present
      const source = createCancelSource()
      stopScan = () => source.cancel()
      const found: string[] = []
      void yard
        .scan(({ asked, total, found: address }) => {
          if (source.signal.aborted) return
          if (address !== null) found.push(address)
          change(
            { state: 'running', asked, total, found: [...found] },
            address !== null || asked % tellEvery === 0,
          )
        }, source.signal)
        .then(() => {
          if (!source.signal.aborted) change({ ...present, state: 'done' }, true)
        })
      return change({ state: 'running', asked: 0, total: 0, found: [] }, true)
    },
    stop: () => {
      if (present.state !== 'running') return present
      stopScan()
      return change({ ...present, state: 'cancelled' }, true)
    },
    resume: async (printerId) => {
      const printer = (await queries.listPrinters()).find((one) => one.id === printerId)
      if (printer === undefined) return refuse({ code: 'printer-not-found', printerId })
      const address = parsePrinterAddress(printer.address)
      if (!address.ok || address.value.scheme !== 'cups') return refuse({ code: 'printer-has-no-queue' })
      const resumed = await yard.resume(address.value.queue, never())
      if (resumed.ok) lookSoon()
      return resumed
    },
  }
}
