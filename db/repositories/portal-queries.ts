import type { Instant } from '#domain/instant.ts'
import type { PortalPage } from '#domain/portal-pages.ts'
import type { PortalFile } from '#domain/portal-sync.ts'
import type { PortalFigures, PortalQueries, PortalStore, PortalWork } from '#ports/portal-stores.ts'
import type { Knex } from 'knex'
import type {
  PortalArrivalRow,
  PortalCallRow,
  PortalConflictRow,
  PortalFileRow,
  PortalKnownRow,
  PortalLoanRow,
  PortalPageRow,
  PortalRunRow,
} from '../rows/portal-rows.ts'
import {
  fromArrivalRow,
  fromCallRow,
  fromConflictRow,
  fromFileRow,
  fromKnownRow,
  fromPageRow,
  fromRunRow,
} from './portal-row.ts'
import { inPortions, marks, rowsOf } from './reading.ts'

/** A new applicant or application that was refused: the portal would take nothing that follows. */
const heldLane = (lane: string): string => `EXISTS (SELECT 1 FROM portal_calls held WHERE held.lane = ${lane}
  AND held.state = 'aside' AND held.base_version IS NULL AND held.kind IN ('applicant', 'application'))`

/** The first waiting call of each lane that is held by nothing, its file being there. */
export const heads = `FROM portal_calls c WHERE c.state = 'waiting'
  AND NOT EXISTS (SELECT 1 FROM portal_calls before WHERE before.lane = c.lane AND before.state = 'waiting'
    AND before.position < c.position)
  AND NOT ${heldLane('c.lane')}
  AND (c.needs_file IS NULL OR EXISTS (SELECT 1 FROM portal_files f WHERE f.direction = 'send'
    AND f.sha256 = c.needs_file AND f.state = 'done'))`

/** Did not come at the first try. */
const stuck = `direction = 'fetch' AND (state = 'aside' OR (state = 'waiting' AND trouble IS NOT NULL))`

/** Pages or a copy go in its place: nobody has to do anything. */
const asOther = `COALESCE(trouble LIKE '{"kind":"as-%', FALSE)`

/** Changes of the outbox that no call was made of. */
const unplanned = `FROM outbox o WHERE o.topic = 'portal' AND o.sent_at IS NULL`

/** Changes of dossiers that may be planned: nothing of them is on its way, or what is there cannot go. */
const plannable = `${unplanned}
  AND (NOT EXISTS (SELECT 1 FROM portal_calls c WHERE c.lane = o.aggregate_id AND c.state = 'waiting')
    OR ${heldLane('o.aggregate_id')})`

const fileDue = (direction: PortalFile['direction']): string => `SELECT 1 FROM portal_files
  WHERE direction = '${direction}' AND state = 'waiting' AND next_try_at <= ?`

const filesIn = (direction: string, state: string): string => `(SELECT COUNT(*) FROM portal_files
    WHERE direction = '${direction}' AND state = '${state}' AND NOT ${asOther})`

/** Windows ask all day: what has gone is not looked at, however much it has become. */
const figures = `SELECT
  (SELECT COUNT(*) ${unplanned}) AS unplanned,
  (SELECT COUNT(*) FROM (SELECT o.aggregate_id AS lane ${unplanned}
    UNION SELECT lane FROM portal_calls WHERE state = 'waiting') lanes) AS "unsentDossiers",
  (SELECT COUNT(*) FROM portal_conflicts WHERE settled IS NULL) AS conflicts,
  (SELECT COUNT(*) FROM portal_waiting WHERE settled IS NULL) AS arrivals,
  (SELECT COUNT(*) FROM portal_files WHERE ${stuck}) AS "fetchesStuck",
  (SELECT COUNT(*) FROM portal_calls WHERE state = 'waiting') AS waiting,
  (SELECT COUNT(*) FROM portal_calls WHERE state = 'aside') AS aside,
  ${filesIn('send', 'waiting')} AS "filesWaiting",
  ${filesIn('send', 'aside')} AS "filesAside",
  ${filesIn('fetch', 'waiting')} AS "fetchesWaiting",
  ${filesIn('fetch', 'aside')} AS "fetchesAside"`

/** Pages of files, for whoever reads and whoever writes. */
export const pageReadings = (reader: Knex): Pick<PortalStore, 'listPages' | 'listPageSources'> => ({
  async listPages(sourceSha256s) {
    const rows: PortalPage[] = []
    await inPortions(sourceSha256s, async (portion) => {
      const found = await reader<PortalPageRow>('portal_pages')
        .whereIn('source_sha256', [...portion])
        .orderBy(['source_sha256', 'page'])
      rows.push(...found.map(fromPageRow))
    })
    return rows
  },
  listPageSources: (sha256) =>
    reader<PortalPageRow>('portal_pages').where({ sha256 }).orderBy('source_sha256').pluck('source_sha256'),
})

export function makePortalQueries(reader: Knex): PortalQueries {
  const calls = () => reader<PortalCallRow>('portal_calls')
  const files = () => reader<PortalFileRow>('portal_files')
  const pages = pageReadings(reader)
  return {
    async portalFigures() {
      const [one] = await rowsOf<Record<keyof PortalFigures, number>>(reader, figures)
      const of = (name: keyof PortalFigures): number => Number(one?.[name] ?? 0)
      return {
        unplanned: of('unplanned'),
        unsentDossiers: of('unsentDossiers'),
        waiting: of('waiting'),
        aside: of('aside'),
        filesWaiting: of('filesWaiting'),
        filesAside: of('filesAside'),
        fetchesWaiting: of('fetchesWaiting'),
        fetchesAside: of('fetchesAside'),
        fetchesStuck: of('fetchesStuck'),
        conflicts: of('conflicts'),
        arrivals: of('arrivals'),
      }
    },
    async countPortalCalls() {
      const rows = await calls().groupBy('state').select('state').count({ total: '*' })
      const of = (state: string): number => Number(rows.find((row) => row.state === state)?.total ?? 0)
      return { waiting: of('waiting'), aside: of('aside'), done: of('done'), replaced: of('replaced') }
    },

    async portalWork(at) {
      const [one] = await rowsOf<Record<keyof PortalWork, unknown>>(
        reader,
        `SELECT EXISTS (SELECT 1 ${plannable}) AS plans,
          EXISTS (SELECT 1 ${heads} AND c.next_try_at <= ?) AS calls,
          EXISTS (${fileDue('send')}) AS sends, EXISTS (${fileDue('fetch')}) AS fetches`,
        [at, at, at],
      )
      // Yes is 1 on one engine and true on the other.
      const has = (kind: keyof PortalWork): boolean => Boolean(one?.[kind])
      return { plans: has('plans'), calls: has('calls'), sends: has('sends'), fetches: has('fetches') }
    },

    async listPortalPlans(limit) {
      const rows = await rowsOf<{ lane: string }>(
        reader,
        `SELECT o.aggregate_id AS lane ${plannable}
          GROUP BY o.aggregate_id ORDER BY MIN(o.position) LIMIT ?`,
        [limit],
      )
      return rows.map((row) => row.lane)
    },

    async listPortalLanesWith(kind) {
      const rows = await rowsOf<{ lane: string }>(
        reader,
        `SELECT DISTINCT o.aggregate_id AS lane ${unplanned} AND o.kind = ?`,
        [kind],
      )
      return rows.map((row) => row.lane)
    },
    async listPortalLanesTold(since) {
      const rows = await calls()
        .distinct('lane')
        .where({ kind: 'events', state: 'done' })
        .andWhere('state_at', '>=', since)
        .orderBy('lane')
      return rows.map((row) => row.lane)
    },
    async listPortalDue(at, limit, except = []) {
      const others = except.length === 0 ? '' : `AND c.lane NOT IN (${marks(except)})`
      const rows = await rowsOf<PortalCallRow>(
        reader,
        `SELECT c.* ${heads} AND c.next_try_at <= ? ${others} ORDER BY c.position LIMIT ?`,
        [at, ...except, limit],
      )
      return rows.map(fromCallRow)
    },
    async listPortalFilesDue(direction, at, limit) {
      const rows = await files()
        .where({ direction, state: 'waiting' })
        .where('next_try_at', '<=', at)
        .orderBy(['next_try_at', 'sha256'])
        .limit(limit)
      return rows.map(fromFileRow)
    },
    async nextPortalTry() {
      const rows = await rowsOf<{ next: string | null }>(
        reader,
        `SELECT MIN(next) AS next FROM (SELECT MIN(c.next_try_at) AS next ${heads}
          UNION ALL SELECT MIN(next_try_at) FROM portal_files WHERE state = 'waiting') tries`,
      )
      return (rows[0]?.next ?? null) as Instant | null
    },

    async findPortalCall(key) {
      const row = await calls().where({ key }).first()
      return row && fromCallRow(row)
    },
    async listPortalCallsOf(lane) {
      return (await calls().where({ lane }).orderBy('position')).map(fromCallRow)
    },
    async listPortalCallsAside(limit) {
      const rows = await calls().where({ state: 'aside' }).orderBy(['state_at', 'position']).limit(limit)
      return rows.map(fromCallRow)
    },
    async listPortalFilesAside(direction, limit) {
      const rows = await files()
        .where({ direction, state: 'aside' })
        .whereRaw(`NOT ${asOther}`)
        .orderBy(['state_at', 'sha256'])
        .limit(limit)
      return rows.map(fromFileRow)
    },
    async listPortalFetchesStuck(limit) {
      const rows = await files().whereRaw(stuck).orderBy(['state_at', 'sha256']).limit(limit)
      return rows.map(fromFileRow)
    },
    async findPortalFile(direction, sha256) {
      const row = await files().where({ direction, sha256 }).first()
      return row && fromFileRow(row)
    },

    listPortalLoansAsked: (after, limit) =>
      reader<PortalLoanRow>('portal_loans')
        .whereNull('bytes')
        .where('sha256', '>', after ?? '')
        .orderBy('sha256')
        .limit(limit)
        .pluck('sha256'),
    async findPortalLoan(sha256) {
      const row = await reader<PortalLoanRow>('portal_loans').where({ sha256 }).select('bytes').first()
      return row?.bytes ? new Uint8Array(row.bytes) : undefined
    },
    listPortalPages: pages.listPages,
    listPortalPageSources: pages.listPageSources,
    async findPortalKnown(entity, id) {
      const row = await reader<PortalKnownRow>('portal_known').where({ entity, id }).first()
      return row && fromKnownRow(row)
    },
    async listPortalKnownOf(applicationId) {
      const rows = await reader<PortalKnownRow>('portal_known')
        .where({ application_id: applicationId })
        .orderBy(['entity', 'id'])
      return rows.map(fromKnownRow)
    },
    async listPortalKnownByIds(ids) {
      const rows: PortalKnownRow[] = []
      await inPortions(ids, async (portion) => {
        rows.push(...(await reader<PortalKnownRow>('portal_known').whereIn('id', [...portion])))
      })
      return rows.map(fromKnownRow)
    },
    async listPortalKnown(entity) {
      return (await reader<PortalKnownRow>('portal_known').where({ entity }).orderBy('id')).map(fromKnownRow)
    },

    async findPortalConflict(id) {
      const row = await reader<PortalConflictRow>('portal_conflicts').where({ id }).first()
      return row && fromConflictRow(row)
    },
    async listPortalConflicts(applicationId, limit) {
      const rows = await reader<PortalConflictRow>('portal_conflicts')
        .whereNull('settled')
        .where(applicationId === null ? {} : { application_id: applicationId })
        .orderBy(['found_at', 'id'])
        .limit(limit)
      return rows.map(fromConflictRow)
    },
    async listPortalArrivals(limit) {
      const rows = await reader<PortalArrivalRow>('portal_waiting')
        .whereNull('settled')
        .orderBy(['arrived_at', 'id'])
        .limit(limit)
      return rows.map(fromArrivalRow)
    },
    async findPortalArrival(id) {
      const row = await reader<PortalArrivalRow>('portal_waiting').where({ id }).first()
      return row && fromArrivalRow(row)
    },
    async listPortalRuns(limit) {
      const rows = await reader<PortalRunRow>('portal_runs')
        .orderBy([
          { column: 'started_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
      return rows.map(fromRunRow)
    },
  }
}
