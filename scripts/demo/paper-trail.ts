import type { PrintJob } from '#domain/print-job.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { DemoStation } from './station.ts'
import { demoWords } from './words.ts'

/** A sheet as demo.json tells of it. */
export interface TrailLine {
  readonly document: string
  /** The address, as given. */
  readonly printer: string
  readonly outcome: 'printed' | 'failed' | 'unknown'
  readonly reason: string | null
  readonly copy: number
}

/** Follows every print job of the demonstration. */
export interface PaperTrail {
  /** Wakes the spool and begins to watch what has been added. */
  takeUp(): Promise<void>
  watch(job: PrintJob): void
  /**
   * Waits for the permit or letter, or for the archive. A sheet that the printer did not bring out comes out in the folder, one of
   * unknown fate counts as seen: the procedure goes on, and the trail says so.
   */
  untilOut(what: 'product' | 'archive'): Promise<void>
  /** Every sheet with its fate, in the order asked for. */
  lines(): Promise<readonly TrailLine[]>
}

/** How long the demonstration waits for one job. */
const patienceMs = 60_000
/** A local folder answers at once. */
const folderMs = 20_000

const documentsOf = {
  product: ['permit', 'refusal-letter', 'revocation-decree'],
  archive: ['archive'],
} as const satisfies Record<string, readonly DocumentKind[]>

export function createPaperTrail(station: DemoStation, applicationId: string): PaperTrail {
  const { queries } = station.tools.database
  const outcomes = new Map<string, Promise<readonly TrailLine[]>>()
  const fates = new Map<string, Promise<PrintJob>>()

  const addressOf = (job: PrintJob): string =>
    Object.values(station.printers).find((one) => one.id === job.printerId)?.address ?? '–'

  const lineOf = (job: PrintJob, remark: string | null = null): TrailLine => {
    const isKnown = job.state === 'printed' || job.state === 'failed' || job.state === 'cancelled'
    const outcome = job.state === 'printed' ? 'printed' : isKnown ? 'failed' : 'unknown'
    const reason = outcome === 'printed' ? null : (job.reason ?? 'timed-out')
    return {
      document: job.document,
      printer: addressOf(job),
      outcome,
      reason: [reason, remark].filter((one) => one !== null).join('; ') || null,
      copy: job.copy,
    }
  }

  const watch = (job: PrintJob): void => {
    if (outcomes.has(job.id)) return
    const fate = station.whenSettled(job.id, patienceMs)
    fates.set(job.id, fate)
    outcomes.set(
      job.id,
      fate.then((present) => [lineOf(present)]),
    )
  }

  /** The sheet that did not come out, once more, into the folder. */
  const printInFolder = async (job: PrintJob): Promise<TrailLine> => {
    const { spool } = station.office().services
    const moved = await spool.moveJob(job.id, station.printers.folder.id, job.requestedBy)
    if (!moved.ok) throw new Error(`the permit cannot go to the folder: ${moved.refusal.code}`)
    return lineOf(await station.whenSettled(job.id, folderMs), demoWords.standInPrinter)
  }

  const rescue = async (job: PrintJob): Promise<readonly TrailLine[]> => {
    if (job.state === 'printed') return [lineOf(job)]
    if (job.state === 'sending') await station.restart()
    const present = (await queries.findPrintJob(job.id)) ?? job
    if (present.state === 'printed') return [lineOf(present)]
    if (present.state !== 'unknown') return [lineOf(job), await printInFolder(present)]
    const confirmed = await station.office().services.spool.confirmPrinted(job.id, job.requestedBy)
    if (!confirmed.ok) throw new Error(`the permit cannot be confirmed: ${confirmed.refusal.code}`)
    return [lineOf(job.state === 'sending' ? present : job, demoWords.standInConfirmed)]
  }

  return {
    takeUp: async () => {
      for (const job of await queries.listPrintJobs({ applicationId, limit: 100 })) watch(job)
      station.office().services.spool.wake()
    },
    watch,
    untilOut: async (what) => {
      const jobs = await queries.listPrintJobs({ applicationId, limit: 100 })
      const wanted: readonly DocumentKind[] = documentsOf[what]
      const job = jobs.find((one) => wanted.includes(one.document))
      const fate = job && fates.get(job.id)
      if (!job || !fate) throw new Error(`no ${what} is being printed`)
      const line = rescue(await fate)
      outcomes.set(job.id, line)
      await line
    },
    lines: async () => (await Promise.all(outcomes.values())).flat(),
  }
}
