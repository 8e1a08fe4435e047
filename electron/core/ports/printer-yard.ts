import type { SlipPart } from '#domain/documents/test-slip.ts'
import type { TestPageFacts } from '#domain/documents/test-page.ts'
import type { Instant } from '#domain/instant.ts'
import type { Paper } from '#domain/documents/paper.ts'
import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import type { ResumeRefusal } from '#domain/printer-search.ts'
import type { Result } from '#domain/result.ts'
import type { CancelSignal, RenderedJob } from './printing.ts'

/** A print queue of this machine. */
export interface FoundQueue {
  readonly name: string
  /** How whoever set it up calls it; empty: not at all. */
  readonly info: string
  readonly accepting: boolean
  /** Paused: takes jobs and prints none. */
  readonly stopped: boolean
  /** Why, in the words of the print server; null: it says nothing. */
  readonly message: string | null
  /** Sizes of paper it offers, as it names them; empty for one that hands bytes on untouched. */
  readonly media: readonly string[]
}

/** A printer on the network that the print server has heard of, without a queue of its own. */
export interface OfferedPrinter {
  readonly name: string
  /** As the print server writes it, for instance `socket://192.168.1.50:9100`. */
  readonly uri: string
}

/** How far a search of the network has come. */
export interface ScanStep {
  readonly asked: number
  readonly total: number
  /** An address that answered just now; null: none since the last step. */
  readonly found: string | null
}

/** What printers there are around this station. Nothing here prints. */
export interface PrinterYard {
  /** Queues of the machine's print server. Refuses `print-server-silent` where there is none. */
  queues(
    cancel: CancelSignal,
  ): Promise<Result<readonly FoundQueue[], { readonly code: 'print-server-silent' }>>
  /** Network printers that the print server has heard of; empty where it may not say. Takes some seconds. Never throws. */
  offered(cancel: CancelSignal): Promise<readonly OfferedPrinter[]>
  /** Networks of this machine that `scan` would ask, for instance `192.168.1.0/24`. */
  networks(): readonly string[]
  /**
   * Asks every address of these networks whether it takes print jobs. Opens a connection and sends nothing.
   * Resolves when all have been asked or `cancel` has fired. Never throws.
   */
  scan(onStep: (step: ScanStep) => void, cancel: CancelSignal): Promise<void>
  /** Lets a paused queue go on. Repeatable. */
  resume(queue: string, cancel: CancelSignal): Promise<Result<null, ResumeRefusal>>
  /** Which of these sheets the queue of an address takes at exactly their size; null: no queue, or not known. */
  takes(
    address: string,
    sheets: readonly Pick<Paper, 'widthMm' | 'heightMm'>[],
    cancel: CancelSignal,
  ): Promise<readonly boolean[] | null>
  /** Names of the trays that the queue of an address can be asked for; null: no queue, or it names none. */
  trays(address: string, cancel: CancelSignal): Promise<readonly string[] | null>
}

/** Makes the papers on which a printer shows what it can. */
export interface TestPaperMaker {
  slip(parts: readonly SlipPart[]): Promise<RenderedJob>
  /**
   * Read back before it is given: a page by which a printer is measured must be right itself.
   *
   * @param createdAt  instant written into the file
   */
  page(
    facts: TestPageFacts,
    paper: Paper,
    createdAt: Instant,
  ): Promise<RenderedJob | { readonly unsound: PaperUnsound }>
}
