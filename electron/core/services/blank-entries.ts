import {
  blankState,
  nextSerial,
  withdrawBlank,
  type BlankEntry,
  type BlankPaper,
  type BlankSettlement,
} from '#domain/blank-ledger.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { Stores } from '#ports/stores.ts'
import { sheetOfJob } from './printed-sheets.ts'

type BlankStores = Pick<Stores, 'blanks'>

/**
 * Whether a job puts its paper on a fresh blank. A draft is plain paper, and what is printed onto a signed sheet uses the
 * blank that this sheet is.
 */
export function usesBlank(
  job: Pick<PrintJob, 'document' | 'content'>,
  papers: readonly BlankPaper[],
): boolean {
  const sheet = sheetOfJob(job)
  return papers.some((one) => one === job.document) && (sheet === 'original' || sheet === 'for-signature')
}

/** The blank that would be taken next; null: none with a number is left. Nobody else takes one until the transaction ends. */
export const blankOnTop = async ({ blanks }: BlankStores) =>
  nextSerial(await blanks.listStacks(), await blanks.lastUsed())

/**
 * Takes a blank for a job that is about to be sent: from here on nobody knows what becomes of it. Does nothing for other
 * papers. Not repeatable for the same try.
 */
export async function takeBlank(
  stores: BlankStores,
  job: PrintJob,
  papers: readonly BlankPaper[],
  at: Instant,
): Promise<void> {
  if (!usesBlank(job, papers)) return
  await stores.blanks.add({
    id: `${job.id}-${job.attempts}`,
    jobId: job.id,
    attempt: job.attempts,
    document: job.document,
    title: job.title,
    serial: await blankOnTop(stores),
    takenAt: at,
    takenBy: job.requestedBy,
    settled: null,
    withdrawn: null,
  })
}

/** Writes down what became of the blank of a job's last try, once. A job without one has nothing to settle. */
export async function settleBlank(
  { blanks }: BlankStores,
  job: Pick<PrintJob, 'id' | 'attempts'>,
  settled: Omit<BlankSettlement, 'at'>,
  at: Instant,
): Promise<void> {
  const entry = await blanks.findOfJob(job.id)
  if (entry === undefined || entry.attempt !== job.attempts || entry.settled !== null) return
  await blanks.save({ ...entry, settled: { ...settled, at } })
}

/**
 * Takes back every valid sheet that these jobs have made: a paper that is printed anew makes the one before it worthless.
 *
 * @param reason  kept on the card
 */
export async function withdrawSheets(
  { blanks }: BlankStores,
  jobs: readonly Pick<PrintJob, 'id'>[],
  reason: string,
  by: string,
  at: Instant,
): Promise<void> {
  if (jobs.length === 0) return
  const printed = await blanks.listOfJobs(jobs.map((one) => one.id))
  for (const entry of printed.filter((one: BlankEntry) => blankState(one) === 'printed')) {
    const back = withdrawBlank(entry, reason, by, at)
    if (back.ok) await blanks.save(back.value)
  }
}
