import {
  balanceBetween,
  blankPapers,
  blankState,
  imbalance,
  unexplainedSerials,
  type BlankEntry,
  type BlankState,
} from '#domain/blank-ledger.ts'
import type { Damage, Notice } from '#domain/examination.ts'
import { instantOf, type Instant } from '#domain/instant.ts'
import type { PrintJob, PrintJobState } from '#domain/print-job.ts'
import type { Queries } from '#ports/queries.ts'
import { usesBlank } from './blank-entries.ts'

/** What the card must say of the blank of a job's last try. A sheet that was printed may have been taken back since. */
const expected: Readonly<Record<PrintJobState, readonly BlankState[]>> = {
  queued: ['unused', 'spoiled'],
  held: ['unused', 'spoiled'],
  sending: ['unknown'],
  printed: ['printed', 'spoiled'],
  failed: ['unused'],
  unknown: ['unknown'],
  cancelled: ['unused', 'spoiled'],
}

const everLater = instantOf(Date.UTC(9999, 11, 30))
const everBefore = instantOf(Date.UTC(1900, 0, 2))
const mostMissing = 20_000
/** A sheet may move on between two reads; only what stays different is damage. */
const tries = 3

/** Looks at a job and its lines until they agree. */
async function compare(
  queries: Pick<Queries, 'findPrintJob' | 'listBlankEntries'>,
  first: PrintJob,
  entries: readonly BlankEntry[],
): Promise<Damage | null> {
  let job = first
  let lines = entries
  for (let left = tries; ; left -= 1) {
    const last = lines.findLast((one) => one.attempt === job.attempts)
    const state = last && blankState(last)
    if (state !== undefined && expected[job.state].includes(state)) return null
    if (left === 1)
      return state === undefined
        ? { code: 'blank-missing', title: job.title, job: job.state }
        : { code: 'blank-differs', title: job.title, job: job.state, card: state }
    job = (await queries.findPrintJob(job.id)) ?? job
    const all = await queries.listBlankEntries({ from: everBefore, until: everLater })
    lines = all.filter((one) => one.jobId === job.id)
  }
}

/**
 * Examines the *Kartu Kendali Blangko*: every sheet that a printer took says the same as its job, none lacks, and the card
 * balances. What nobody has explained yet is a notice.
 */
export async function examineBlanks({
  queries,
  startedAt,
}: {
  readonly queries: Queries
  readonly startedAt: Instant
}): Promise<{
  readonly examined: number
  readonly damages: readonly Damage[]
  readonly notices: readonly Notice[]
}> {
  const entries = await queries.listBlankEntries({ from: everBefore, until: everLater })
  const byJob = Map.groupBy(
    entries.filter((one) => one.jobId !== null),
    (one) => one.jobId,
  )
  const damages: Damage[] = []
  for (const [jobId, lines] of byJob) {
    const job = jobId === null ? undefined : await queries.findPrintJob(jobId)
    const damage = job === undefined ? null : await compare(queries, job, lines)
    if (damage !== null) damages.push(damage)
  }
  // Drafts are plain paper, and an overprint goes onto the sheet that has its line.
  for (const job of await queries.listSheetsWithoutBlank(mostMissing))
    if (usesBlank(job, blankPapers) && job.sentAt !== null && job.sentAt < startedAt)
      damages.push({ code: 'blank-missing', title: job.title, job: job.state })
  const card = balanceBetween(await queries.countBlanks(everBefore), await queries.countBlanks(everLater))
  if (imbalance(card) !== 0) damages.push({ code: 'blanks-unbalanced', by: imbalance(card) })
  const stacks = await queries.listBlankStacks()
  const serials = unexplainedSerials(stacks, await queries.listUsedSerials()).map(({ text }) => text)
  return {
    examined: entries.length,
    damages,
    notices: [
      ...(serials.length > 0 ? [{ code: 'blanks-unexplained' as const, serials }] : []),
      ...(stacks.length > 0 && card.remaining < 0
        ? [{ code: 'blanks-not-received' as const, count: -card.remaining }]
        : []),
    ],
  }
}
