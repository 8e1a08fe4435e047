import type { Actor } from '#domain/application-event.ts'
import type { DayClosing, DossierPrint, OpenItem } from '#domain/day-closing.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { sumOfAll } from '#domain/report-facts.ts'
import type { ClosingQueries, ClosingStore } from '#ports/closing-store.ts'
import type { Span } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { EventRow } from '../rows/application-rows.ts'
import type { DayClosingRow, DossierPrintRow } from '../rows/closing-rows.ts'
import { fromEventRow } from './application-row.ts'
import { inPortions, isPostgres, jsonOf, objectOf, rowsOf } from './reading.ts'

function fromRow(row: DayClosingRow): DayClosing {
  const items: unknown = JSON.parse(row.open_items)
  if (!Array.isArray(items)) throw new Error(`the database holds damaged open items of ${row.day}`)
  return {
    id: row.id,
    day: officeDate(row.day),
    ordinal: Number(row.ordinal),
    closedAt: row.closed_at as Instant,
    closedBy: objectOf<Actor>(row.closed_by, ['userId', 'name', 'role', 'station'], 'actor'),
    note: row.note,
    reason: row.reason,
    openItems: items as readonly OpenItem[],
    events: Number(row.events),
    eventsHash: row.events_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

const closings = (handle: Knex) => handle<DayClosingRow>('day_closings')

async function printsOf(handle: Knex, id: string): Promise<readonly DossierPrint[]> {
  const rows = await handle<DossierPrintRow>('day_closing_dossiers')
    .where({ closing_id: id })
    .orderBy('application_id')
  return rows.map((row) => ({
    applicationId: row.application_id,
    throughSeq: Number(row.through_seq),
    events: Number(row.events),
    hash: row.hash,
  }))
}

async function listEvents(handle: Knex, { from, until }: Span) {
  const rows = await handle<EventRow>('application_events')
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy(['application_id', 'seq'])
  return rows.map(fromEventRow)
}

/** The chain of closings. */
export function makeClosingStore(trx: Knex): ClosingStore {
  const first = async (query: Knex.QueryBuilder<DayClosingRow, DayClosingRow[]>) => {
    const [row] = await query.limit(1)
    return row && fromRow(row)
  }
  return {
    async last() {
      if (isPostgres(trx))
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', ['day-closings'])
      return first(closings(trx).orderBy('position', 'desc'))
    },
    find: (id) => first(closings(trx).where({ id })),
    latestOf: (day) => first(closings(trx).where({ day }).orderBy('ordinal', 'desc')),
    printsOf: (id) => printsOf(trx, id),
    listEvents: (span) => listEvents(trx, span),
    async add(closing, prints) {
      await closings(trx).insert({
        id: closing.id,
        day: closing.day,
        ordinal: closing.ordinal,
        closed_at: closing.closedAt,
        closed_by: jsonOf(closing.closedBy, 'actor'),
        note: closing.note,
        reason: closing.reason,
        open_items: jsonOf(closing.openItems, 'open items'),
        events: closing.events,
        events_hash: closing.eventsHash,
        previous_hash: closing.previousHash,
        hash: closing.hash,
      })
      const rows = prints.map((one) => ({
        closing_id: closing.id,
        application_id: one.applicationId,
        through_seq: one.throughSeq,
        events: one.events,
        hash: one.hash,
      }))
      await inPortions(rows, (portion) => trx<DossierPrintRow>('day_closing_dossiers').insert([...portion]))
    },
  }
}

/** Closings, and the days that nobody closed. */
export const makeClosingQueries = (reader: Knex): ClosingQueries => ({
  async listClosings({ from, through }) {
    const rows = await closings(reader).whereBetween('day', [from, through]).orderBy(['day', 'ordinal'])
    return rows.map(fromRow)
  },
  async listClosingChain() {
    return (await closings(reader).orderBy('position')).map(fromRow)
  },
  listClosingPrints: (id) => printsOf(reader, id),
  listEvents: (span) => listEvents(reader, span),
  async firstClosedDay() {
    const row = await closings(reader).orderBy('day').select('day').first()
    return row ? officeDate(row.day) : null
  },
  async listOpenDays({ from, through }) {
    const rows = await rowsOf<{ day: string }>(
      reader,
      `SELECT DISTINCT s.day FROM report_sums s
        WHERE s.dimension = ? AND s.n > 0 AND s.day >= ? AND s.day <= ?
          AND NOT EXISTS (SELECT 1 FROM day_closings c WHERE c.day = s.day)
        ORDER BY s.day`,
      [sumOfAll, from, through],
    )
    return rows.map((row) => officeDate(row.day))
  },
  async countVoids({ from, until }) {
    const rows = await rowsOf<{ n: number | string }>(
      reader,
      'SELECT count(*) AS n FROM official_numbers WHERE voided_at >= ? AND voided_at < ?',
      [from, until],
    )
    return Number(rows[0]?.n ?? 0)
  },
})
