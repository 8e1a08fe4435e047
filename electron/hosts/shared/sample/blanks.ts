import type { BlankEntry, BlankPaper, BlankSerial, BlankStack } from '#domain/blank-ledger.ts'
import { nextSerial } from '#domain/blank-ledger.ts'
import { epochMsOf, instantOf, type Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { usesBlank } from '#services/blank-entries.ts'

const prefix = 'BLK-'
const perStack = 500
/** One sheet of so many jams, and one is passed over and found torn. */
const jamEvery = 97
const tornEvery = 211
const jam = 'kertas macet di printer'

const later = (at: Instant, ms: number): Instant => instantOf(epochMsOf(at) + ms)

/**
 * The *Kartu Kendali Blangko* of a past: stacks that came in when the shelf ran empty, a line for each sheet that was
 * printed, now and then a jam, a torn blank, and the old sheet of every reprint taken back.
 */
export function sampleBlanks(
  jobs: readonly PrintJob[],
  papers: readonly BlankPaper[],
): { readonly stacks: readonly BlankStack[]; readonly entries: readonly BlankEntry[] } {
  const printed = jobs
    .filter(({ state }) => state === 'printed' || state === 'unknown')
    .filter((one) => one.sentAt !== null && usesBlank(one, papers))
    .toSorted((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? -1 : 1))
  const copies = new Map(printed.map((one) => [copyKey(one, one.copy), one]))
  const stacks: BlankStack[] = []
  const lastUsed = new Map<string, number>()
  const take = (at: Instant, keeper: string): BlankSerial => {
    const top = nextSerial(stacks, lastUsed)
    if (top !== null) {
      lastUsed.set(top.stackId, top.number)
      return top
    }
    const first = stacks.length * perStack + 1
    stacks.push({
      id: `01900000-0000-7000-8000-${String(stacks.length + 1).padStart(12, '0')}`,
      receivedAt: later(at, -86_400_000),
      receivedBy: keeper,
      count: perStack,
      numbering: { prefix, width: 6, first },
      note: stacks.length === 0 ? 'stok awal' : 'kiriman percetakan',
    })
    return take(at, keeper)
  }
  const entries: BlankEntry[] = []
  for (const [index, job] of printed.entries()) {
    const at = job.sentAt ?? job.requestedAt
    const keeper = job.requestedBy
    const facts = { document: job.document, title: job.title, takenBy: keeper }
    if (index % jamEvery === jamEvery - 1)
      entries.push({
        ...facts,
        id: `${job.id}-0`,
        jobId: job.id,
        attempt: 0,
        serial: take(at, keeper),
        takenAt: later(at, -60_000),
        settled: { outcome: 'spoiled', at: later(at, -30_000), by: keeper, reason: jam },
        withdrawn: null,
      })
    if (index % tornEvery === tornEvery - 1)
      entries.push({
        id: `${job.id}-x`,
        jobId: null,
        attempt: 0,
        document: null,
        title: 'sobek saat diambil dari tumpukan',
        serial: take(at, keeper),
        takenAt: later(at, -20_000),
        takenBy: keeper,
        settled: {
          outcome: 'spoiled',
          at: later(at, -20_000),
          by: keeper,
          reason: 'sobek saat diambil dari tumpukan',
        },
        withdrawn: null,
      })
    entries.push({
      ...facts,
      id: `${job.id}-${job.attempts}`,
      jobId: job.id,
      attempt: job.attempts,
      serial: take(at, keeper),
      takenAt: at,
      settled:
        job.state === 'unknown'
          ? null
          : { outcome: 'printed', at: job.endedAt ?? at, by: null, reason: null },
      withdrawn: withdrawalOf(copies.get(copyKey(job, job.copy + 1))),
    })
  }
  return { stacks, entries }
}

const copyKey = ({ subjectId, document }: PrintJob, copy: number): string =>
  JSON.stringify([subjectId, document, copy])

/** A sheet that was printed again later was taken back when that was asked for. */
const withdrawalOf = (again: PrintJob | undefined): BlankEntry['withdrawn'] =>
  again?.reprintReason ? { at: again.requestedAt, by: again.requestedBy, reason: again.reprintReason } : null
