import { testSlip } from '#domain/documents/test-slip.ts'
import type { Printer, PrintVerdict } from '#domain/print-job.ts'
import { learnProfile } from '#domain/printer-learning.ts'
import type { SlipFindings } from '#domain/printer-learning.ts'
import type { PrinterTestRefusal } from '#domain/printer-search.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'
import { trayOf, type OfficePapers } from '#domain/office-papers.ts'
import { ok, refuse } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { CancelSignal, PrinterCondition, PrinterTransport, RenderedJob } from '#ports/printing.ts'
import type { TestPaperMaker } from '#ports/printer-yard.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { createCancelSource } from './cancel-source.ts'
import type { Office, SignedIn } from './office.ts'
import type { PapersInForce } from './office-papers.ts'
import { shortMoment } from './print-content.ts'

export interface PrinterTestDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'listPrinters'>
  readonly clock: Clock
  readonly ids: IdSource
  readonly testPapers: TestPaperMaker
  readonly papers: Pick<PapersInForce, 'present'>
  /** In turn with the spool: never two connections to one printer. */
  readonly printers: {
    readonly send: PrinterTransport['send']
    /** null: it is at work. */
    probe(printer: Printer, cancel: CancelSignal): Promise<PrinterCondition | null>
  }
}

/** What became of a test slip. */
export interface PrinterTest {
  /** Stands in its codes; tells it from the slips of other tests. */
  readonly token: string
  readonly verdict: PrintVerdict
  /** Whether the printer has answered for its status; null: not asked, as with sheets. */
  readonly status: 'answers' | 'silent' | null
}

/** The sheet of most documents that go to a printer. */
function usualPaperOf({ paperOf }: OfficePapers, { documents }: Printer): string {
  const kinds = documents.length === 0 ? documentKinds : documents
  const counts = [...Map.groupBy(kinds, (kind) => paperOf[kind])]
  return counts.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? paperOf.permit
}

const tokenLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const tokenOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => tokenLetters[byte % tokenLetters.length]).join('')

/**
 * Sends a test slip, or a page with scales at its edges for a printer of sheets, and says what is known of it. Every call prints once more. It is no
 * document of the office: it is not in the spool and in no ledger.
 *
 * @param paperId  sheet to be measured; null: the one that most of the printer's documents are printed on
 * Refuses an unknown printer or paper, and a printer at which the spool is at work.
 */
export const testPrinter =
  (deps: PrinterTestDeps) =>
  async (
    printerId: string,
    paperId: string | null = null,
  ): Promise<Result<PrinterTest, PrinterTestRefusal>> => {
    const { office, clock, ids, printers, testPapers } = deps
    const printer = (await deps.queries.listPrinters()).find((one) => one.id === printerId)
    if (printer === undefined) return refuse({ code: 'printer-not-found', printerId })
    const { signal } = createCancelSource()
    const token = tokenOf(ids.randomBytes(4))
    const now = clock.now()
    const madeAt = shortMoment(office, now)
    const send = async (rendered: RenderedJob): Promise<PrintVerdict> =>
      printers.send(rendered, printer, `Lembar uji ${printer.name}`, signal)
    if (printer.kind === 'sheet') {
      const present = deps.papers.present()
      const paper = present.papers.find(({ id }) => id === (paperId ?? usualPaperOf(present, printer)))
      if (!paper) return refuse({ code: 'office-paper-not-found' })
      const agency = office.profile.shortName
      const page = await testPapers.page(
        { printerName: printer.name, madeAt, agency, paperName: paper.name },
        paper,
        now,
      )
      if ('unsound' in page) {
        const detail = sayPaperUnsound(page.unsound)
        return ok({ token, verdict: { outcome: 'failed', reason: 'paper-unsound', detail }, status: null })
      }
      const tray = trayOf(present, printer.id, paper.id)
      const verdict = await send(tray === undefined ? page : { ...page, tray })
      return ok({ token, verdict, status: null })
    }
    const condition = await printers.probe(printer, signal)
    if (condition === null) return refuse({ code: 'printer-at-work', name: printer.name })
    const slip = await testPapers.slip(testSlip({ token, printerName: printer.name, madeAt }))
    const verdict = await send(slip)
    const answers =
      condition.state === 'ready' || (condition.state === 'trouble' && condition.reason !== 'unreachable')
    // Of a queue and a folder the answer is not the printer's own.
    const asksItself = printer.address.startsWith('tcp:') || printer.address.startsWith('device:')
    return ok({ token, verdict, status: answers && asksItself ? 'answers' : 'silent' })
  }

/**
 * Keeps what was seen on the test slip as the printer's profile. Repeatable; the last one holds.
 *
 * Refuses `slip-code-unread` and a printer that is unknown or prints sheets.
 */
export const learnPrinter =
  ({ work, clock }: Pick<PrinterTestDeps, 'work' | 'clock'>) =>
  (printerId: string, findings: SlipFindings, who: SignedIn): Promise<Result<Printer, PrinterTestRefusal>> =>
    work.run<Printer, PrinterTestRefusal>(async ({ printers }) => {
      const printer = (await printers.list()).find((one) => one.id === printerId)
      if (printer === undefined) return refuse({ code: 'printer-not-found', printerId })
      if (printer.kind !== 'thermal') return refuse({ code: 'printer-not-thermal', name: printer.name })
      const profile = learnProfile(findings)
      if (!profile.ok) return profile
      const learned = { at: clock.now(), by: who.user.name, status: findings.status }
      const saved: Printer = { ...printer, thermal: { ...profile.value, learned } }
      await printers.save(saved)
      return ok(saved)
    })
