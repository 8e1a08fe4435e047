import type { PrintJob } from '#domain/print-job.ts'
import { readSheetCode } from '#domain/sheet-code.ts'
import type { Queries } from '#ports/queries.ts'
import type { SignedIn } from './office.ts'
import { versionOfReceipt } from './print-document.ts'
import type { SpoolDesk } from './spool-port.ts'

/** What a scanned sheet says about the prints of which nobody knows whether they came out. */
export type SheetSeen =
  | { readonly outcome: 'confirmed'; readonly title: string }
  /** Another sheet with the same code came out before: only who looks for this one can say which it is. */
  | { readonly outcome: 'ask'; readonly title: string }
  /** It is none of the uncertain ones. */
  | { readonly outcome: 'none' }

interface Deps {
  readonly queries: Queries
  readonly spool: Pick<SpoolDesk, 'confirmPrinted'>
}

const none: SheetSeen = { outcome: 'none' }

/**
 * The sheet of an uncertain job is in somebody's hand, wherever they scan it: the job is printed. All copies of a paper bear the
 * same code, so it counts only while no other sheet with that code can lie about. Repeatable: afterwards there is nothing
 * uncertain.
 */
export const noteSheetSeen =
  ({ queries, spool }: Deps) =>
  async (text: string, who: SignedIn): Promise<SheetSeen> => {
    const scanned = readSheetCode(text)
    if (scanned === null) return none
    const { code, receipt } = scanned
    const isReceipt = receipt !== null
    const applicationId = isReceipt
      ? await queries.findByTrackingCode(code)
      : await queries.findByVerificationCode(code)
    const state = applicationId === undefined ? undefined : await queries.findApplication(applicationId)
    if (!state) return none
    const subjectId = isReceipt ? state.id : state.product?.id
    const jobs = await queries.listPrintJobs({ applicationId: state.id, limit: 500 })
    const bearing = jobs.filter(
      (one) =>
        one.subjectId === subjectId &&
        (isReceipt
          ? one.document === 'receipt' && versionOfReceipt(one) === receipt
          : one.document === state.product?.kind),
    )
    const [uncertain, ...more] = bearing.filter((one) => one.state === 'unknown')
    if (!uncertain) return none
    const isAlone = more.length === 0 && !bearing.some(mayLieAbout(uncertain))
    if (!isAlone) return { outcome: 'ask', title: uncertain.title }
    const confirmed = await spool.confirmPrinted(uncertain.id, who.user.name)
    return confirmed.ok ? { outcome: 'confirmed', title: uncertain.title } : none
  }

/** Whether a sheet of another job is, or may be, somewhere. */
const mayLieAbout =
  (job: PrintJob) =>
  (other: PrintJob): boolean =>
    other.id !== job.id && (other.state === 'printed' || other.state === 'sending')
