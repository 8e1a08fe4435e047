import type { Bringer, CollectiveFiling, UntakenDossier } from '#domain/collective-filing.ts'
import { bringerKinds } from '#domain/collective-filing.ts'
import type { Queries } from '#ports/queries.ts'
import type { CollectiveFilingStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { CollectiveFilingRow, UntakenRow } from '../rows/office-rows.ts'
import { isPostgres, jsonOf, objectOf, oneOf } from './reading.ts'

type Instant = CollectiveFiling['openedAt']

export function makeCollectiveFilingStore(trx: Knex): CollectiveFilingStore {
  return {
    async find(id) {
      const row = await trx<CollectiveFilingRow>('collective_filings').where({ id }).forUpdate().first()
      return row && fromRow(row)
    },
    async nextSerial(day) {
      // Where several stations write, the first filing of a day has no row to lock; so the day is.
      if (isPostgres(trx))
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`collective ${day}`])
      const last = await trx<CollectiveFilingRow>('collective_filings')
        .where({ opened_on: day })
        .orderBy('serial', 'desc')
        .select('serial')
        .first()
      return Number(last?.serial ?? 0) + 1
    },
    async open(filing, day, serial) {
      const { id, code, bringer, openedAt, openedBy, station } = filing
      await trx<CollectiveFilingRow>('collective_filings').insert({
        id,
        code,
        opened_on: day,
        serial,
        bringer: jsonOf(bringer, 'bringer'),
        opened_at: openedAt,
        opened_by: openedBy,
        station,
        closed_at: filing.closed?.at ?? null,
        closed_by: filing.closed?.by ?? null,
        closed_by_user: filing.closed?.userId ?? null,
      })
    },
    async amendBringer(id, bringer) {
      await trx<CollectiveFilingRow>('collective_filings')
        .where({ id, closed_at: null })
        .update({ bringer: jsonOf(bringer, 'bringer') })
    },
    async close(id, { at, by, userId }) {
      await trx<CollectiveFilingRow>('collective_filings')
        .where({ id, closed_at: null })
        .update({ closed_at: at, closed_by: by, closed_by_user: userId })
    },
    async leave(dossier) {
      const row: UntakenRow = {
        id: dossier.id,
        filing_id: dossier.filingId,
        name: dossier.name,
        permit_type_code: dossier.permitTypeCode,
        reason: dossier.reason,
        left_at: dossier.at,
        left_by: dossier.by,
      }
      await trx<UntakenRow>('collective_untaken').insert(row).onConflict('id').merge()
    },
    listUntaken: (filingId) => untakenOf(trx, filingId),
    async takeUp(id) {
      await trx<UntakenRow>('collective_untaken').where({ id }).delete()
    },
  }
}

export function makeCollectiveFilingQueries(
  reader: Knex,
): Pick<Queries, 'findCollectiveFiling' | 'listOpenCollectiveFilings' | 'listUntaken'> {
  return {
    async findCollectiveFiling(id) {
      const row = await reader<CollectiveFilingRow>('collective_filings').where({ id }).first()
      return row && fromRow(row)
    },
    async listOpenCollectiveFilings() {
      const rows = await reader<CollectiveFilingRow>('collective_filings')
        .whereNull('closed_at')
        .orderBy(['opened_at', 'id'])
      return rows.map(fromRow)
    },
    listUntaken: (filingId) => untakenOf(reader, filingId),
  }
}

async function untakenOf(handle: Knex, filingId: string): Promise<readonly UntakenDossier[]> {
  const rows = await handle<UntakenRow>('collective_untaken')
    .where({ filing_id: filingId })
    .orderBy(['left_at', 'id'])
  return rows.map((row) => ({
    id: row.id,
    filingId: row.filing_id,
    name: row.name,
    permitTypeCode: row.permit_type_code,
    reason: row.reason,
    at: row.left_at as Instant,
    by: row.left_by,
  }))
}

function fromRow(row: CollectiveFilingRow): CollectiveFiling {
  const bringer = objectOf<Bringer>(row.bringer, ['kind', 'name', 'phone'], 'bringer')
  return {
    id: row.id,
    code: row.code,
    bringer: { ...bringer, kind: oneOf(bringerKinds, bringer.kind, 'kind of bringer') },
    openedAt: row.opened_at as Instant,
    openedBy: row.opened_by,
    station: row.station,
    closed:
      row.closed_at === null || row.closed_by === null || row.closed_by_user === null
        ? null
        : { at: row.closed_at as Instant, by: row.closed_by, userId: row.closed_by_user },
  }
}
