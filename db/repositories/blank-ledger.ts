import { blankOutcomes, type BlankCount, type BlankEntry, type BlankStack } from '#domain/blank-ledger.ts'
import { documentKinds } from '#domain/stage-table.ts'
import type { Queries } from '#ports/queries.ts'
import type { BlankStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { BlankEntryRow, BlankStackRow, PrintJobRow } from '../rows/print-rows.ts'
import { fromPrintJobRow } from './print-row.ts'
import { inPortions, isPostgres, oneOf, rowsOf } from './reading.ts'

type Instant = BlankEntry['takenAt']

const toStackRow = ({ numbering, ...stack }: BlankStack): BlankStackRow => ({
  id: stack.id,
  received_at: stack.receivedAt,
  received_by: stack.receivedBy,
  sheets: stack.count,
  prefix: numbering?.prefix ?? null,
  width: numbering?.width ?? null,
  first_number: numbering?.first ?? null,
  note: stack.note,
})

const fromStackRow = (row: BlankStackRow): BlankStack => ({
  id: row.id,
  receivedAt: row.received_at as Instant,
  receivedBy: row.received_by,
  count: row.sheets,
  numbering:
    row.prefix === null || row.width === null || row.first_number === null
      ? null
      : { prefix: row.prefix, width: row.width, first: row.first_number },
  note: row.note,
})

type Changing = Pick<
  BlankEntryRow,
  | 'stack_id'
  | 'serial_number'
  | 'serial_text'
  | 'outcome'
  | 'settled_at'
  | 'settled_by'
  | 'spoiled_reason'
  | 'withdrawn_at'
  | 'withdrawn_by'
  | 'withdrawn_reason'
>

const changing = ({ serial, settled, withdrawn }: BlankEntry): Changing => ({
  stack_id: serial?.stackId ?? null,
  serial_number: serial?.number ?? null,
  serial_text: serial?.text ?? null,
  outcome: settled?.outcome ?? null,
  settled_at: settled?.at ?? null,
  settled_by: settled?.by ?? null,
  spoiled_reason: settled?.reason ?? null,
  withdrawn_at: withdrawn?.at ?? null,
  withdrawn_by: withdrawn?.by ?? null,
  withdrawn_reason: withdrawn?.reason ?? null,
})

const toRow = (entry: BlankEntry): BlankEntryRow => ({
  id: entry.id,
  job_id: entry.jobId,
  attempt: entry.attempt,
  document: entry.document,
  title: entry.title,
  taken_at: entry.takenAt,
  taken_by: entry.takenBy,
  ...changing(entry),
})

const fromRow = (row: BlankEntryRow): BlankEntry => ({
  id: row.id,
  jobId: row.job_id,
  attempt: row.attempt,
  document: row.document === null ? null : oneOf(documentKinds, row.document, 'document kind'),
  title: row.title,
  serial:
    row.stack_id === null || row.serial_number === null
      ? null
      : { stackId: row.stack_id, number: row.serial_number, text: row.serial_text ?? '' },
  takenAt: row.taken_at as Instant,
  takenBy: row.taken_by,
  settled:
    row.outcome === null
      ? null
      : {
          outcome: oneOf(blankOutcomes, row.outcome, 'outcome of a blank'),
          at: row.settled_at as Instant,
          by: row.settled_by,
          reason: row.spoiled_reason,
        },
  withdrawn:
    row.withdrawn_at === null
      ? null
      : {
          at: row.withdrawn_at as Instant,
          by: row.withdrawn_by ?? '',
          reason: row.withdrawn_reason ?? '',
        },
})

const inUse = `stack_id IS NOT NULL AND (outcome IS NULL OR outcome <> 'unused')`

async function lastSerials(knex: Knex): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ stack_id: string; last: number | string }>(
    knex,
    `SELECT stack_id, MAX(serial_number) AS last FROM blank_entries WHERE ${inUse} GROUP BY stack_id`,
  )
  return new Map(rows.map(({ stack_id, last }) => [stack_id, Number(last)]))
}

export function makeBlankStore(trx: Knex): BlankStore {
  const entries = () => trx<BlankEntryRow>('blank_entries')
  const one = async (query: Knex.QueryBuilder<BlankEntryRow>): Promise<BlankEntry | undefined> => {
    const row = (await query.forUpdate().first()) as BlankEntryRow | undefined
    return row && fromRow(row)
  }
  return {
    async add(entry) {
      await entries().insert(toRow(entry))
    },
    find: (id) => one(entries().where({ id })),
    findOfJob: (jobId) => one(entries().where({ job_id: jobId }).orderBy('attempt', 'desc')),
    async listOfJobs(jobIds) {
      const rows = await entries()
        .whereIn('job_id', [...jobIds])
        .orderBy(['taken_at', 'id'])
      return rows.map(fromRow)
    },
    async save(entry) {
      const changed = await entries().where({ id: entry.id }).update(changing(entry))
      if (changed !== 1) throw new Error(`blank ${entry.id} is not stored`)
    },
    async receive(stack) {
      await trx<BlankStackRow>('blank_stacks').insert(toStackRow(stack))
    },
    async listStacks() {
      return (await trx<BlankStackRow>('blank_stacks').orderBy(['received_at', 'id'])).map(fromStackRow)
    },
    async lastUsed() {
      // There is no row to lock before the first blank of a stack is taken; so the card is.
      if (isPostgres(trx)) await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', ['blanks'])
      return lastSerials(trx)
    },
    holderOf: ({ stackId, number }) =>
      one(entries().where({ stack_id: stackId, serial_number: number }).whereRaw(inUse)),
    async bringIn(stacks, lines) {
      await inPortions(stacks.map(toStackRow), (portion) => trx('blank_stacks').insert([...portion]))
      await inPortions(lines.map(toRow), (portion) => entries().insert([...portion]))
    },
  }
}

const figuresAt = `SELECT
  (SELECT COALESCE(SUM(sheets), 0) FROM blank_stacks WHERE received_at < :at) AS received,
  COUNT(*) AS taken,
  COALESCE(SUM(CASE WHEN settled_at < :at AND outcome = 'printed' THEN 1 ELSE 0 END), 0) AS printed,
  COALESCE(SUM(CASE WHEN settled_at < :at AND outcome = 'spoiled' THEN 1 ELSE 0 END), 0) AS spoiled,
  COALESCE(SUM(CASE WHEN settled_at < :at AND outcome = 'unused' THEN 1 ELSE 0 END), 0) AS unused,
  COALESCE(SUM(CASE WHEN withdrawn_at < :at THEN 1 ELSE 0 END), 0) AS withdrawn
  FROM blank_entries WHERE taken_at < :at`

type Figures = Record<'received' | 'taken' | 'printed' | 'spoiled' | 'unused' | 'withdrawn', number | string>

export const makeBlankQueries = (
  reader: Knex,
): Pick<
  Queries,
  | 'listBlankStacks'
  | 'listBlankEntries'
  | 'listOpenBlankEntries'
  | 'listSheetsWithoutBlank'
  | 'countBlanks'
  | 'listLastSerials'
  | 'listUsedSerials'
> => ({
  listBlankStacks: () => makeBlankStore(reader).listStacks(),
  async listBlankEntries({ from, until }) {
    const within = ['taken_at', 'settled_at', 'withdrawn_at'].map((at) => `(${at} >= ? AND ${at} < ?)`)
    const rows = await rowsOf<BlankEntryRow>(
      reader,
      `SELECT * FROM blank_entries WHERE ${within.join(' OR ')} ORDER BY taken_at, id`,
      within.flatMap(() => [from, until]),
    )
    return rows.map(fromRow)
  },
  async listOpenBlankEntries() {
    const rows = await reader<BlankEntryRow>('blank_entries').whereNull('outcome').orderBy(['taken_at', 'id'])
    return rows.map(fromRow)
  },
  async listSheetsWithoutBlank(limit) {
    const rows = await rowsOf<PrintJobRow>(
      reader,
      `SELECT j.* FROM print_jobs j
        JOIN (SELECT document, MIN(taken_at) AS since FROM blank_entries WHERE job_id IS NOT NULL GROUP BY document) first
          ON first.document = j.document
        WHERE j.sent_at > first.since AND j.state IN ('sending', 'printed', 'unknown')
          AND NOT EXISTS (SELECT 1 FROM blank_entries e WHERE e.job_id = j.id)
        ORDER BY j.sent_at, j.id LIMIT ?`,
      [limit],
    )
    return rows.map(fromPrintJobRow)
  },
  async countBlanks(at): Promise<BlankCount> {
    const answer = await reader.raw<Figures[] | { rows: Figures[] }>(figuresAt, { at })
    const [row] = 'rows' in answer ? answer.rows : answer
    if (row === undefined) throw new Error('the blanks could not be counted')
    const [received, taken, printed, spoiled, unused, withdrawn] = [
      Number(row.received),
      Number(row.taken),
      Number(row.printed),
      Number(row.spoiled),
      Number(row.unused),
      Number(row.withdrawn),
    ]
    const unknown = taken - printed - spoiled - unused
    return { received, printed, spoiled, unknown, withdrawn, remaining: received - (taken - unused) }
  },
  listLastSerials: () => lastSerials(reader),
  async listUsedSerials() {
    const rows = await rowsOf<{ stack_id: string; serial_number: number }>(
      reader,
      `SELECT stack_id, serial_number FROM blank_entries WHERE ${inUse} ORDER BY serial_number`,
    )
    const byStack = Map.groupBy(rows, (row) => row.stack_id)
    return new Map([...byStack].map(([id, taken]) => [id, taken.map((row) => row.serial_number)]))
  },
})
