import type { Instant } from '#domain/instant.ts'
import type { PortalStore } from '#ports/portal-stores.ts'
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
import { laneOf } from './lane.ts'
import {
  fromArrivalRow,
  fromCallRow,
  fromConflictRow,
  fromFileRow,
  fromKnownRow,
  toPageRow,
  toArrivalRow,
  toCallRow,
  toConflictRow,
  toFileRow,
  toKnownRow,
  toRunRow,
} from './portal-row.ts'
import { heads, pageReadings } from './portal-queries.ts'
import { inPortions, marks, rowsOf } from './reading.ts'

/** Throws unless exactly one row was there to be changed. */
async function changeOne(changed: Promise<number>, what: string): Promise<void> {
  if ((await changed) !== 1) throw new Error(`${what} is not stored`)
}

export function makePortalStore(trx: Knex): PortalStore {
  return {
    addCalls: (calls) =>
      inPortions(calls.map(toCallRow), (portion) =>
        trx<PortalCallRow>('portal_calls').insert([...portion] as PortalCallRow[]),
      ),
    async findCall(key) {
      const row = await trx<PortalCallRow>('portal_calls').where({ key }).forUpdate().first()
      return row && fromCallRow(row)
    },
    async finishCalls(keys, at) {
      const rows = await rowsOf<Pick<PortalCallRow, 'key'>>(
        trx,
        `UPDATE portal_calls SET state = 'done', state_at = ?, tries = tries + 1, trouble = NULL
          WHERE key IN (${marks(keys)}) AND state = 'waiting' RETURNING key`,
        [at, ...keys],
      )
      return rows.map((row) => row.key)
    },
    async listNextCalls(lanes, at) {
      const rows = await rowsOf<PortalCallRow>(
        trx,
        `SELECT c.* ${heads} AND c.lane IN (${marks(lanes)}) AND c.next_try_at <= ? ORDER BY c.position`,
        [...lanes, at],
      )
      return rows.map(fromCallRow)
    },
    saveCall(call) {
      const { state, state_at, tries, next_try_at, trouble, replaced_by } = toCallRow(call)
      return changeOne(
        trx<PortalCallRow>('portal_calls')
          .where({ key: call.key })
          .update({ state, state_at, tries, next_try_at, trouble, replaced_by }),
        `call ${call.key}`,
      )
    },
    async listCallsIn(lanes, states) {
      const rows = await trx<PortalCallRow>('portal_calls')
        .whereIn('lane', [...lanes])
        .whereIn('state', [...states])
        .orderBy('position')
      return rows.map(fromCallRow)
    },
    async listToldSeqs(lanes) {
      const rows = await rowsOf<{ lane: string; told: number | null }>(
        trx,
        `SELECT lane, MAX(through_seq) AS told FROM portal_calls
          WHERE lane IN (${marks(lanes)}) AND kind = 'events' AND state = 'done' GROUP BY lane`,
        lanes,
      )
      return new Map(rows.map((row) => [row.lane, Number(row.told ?? 0)]))
    },
    async listCallsNeeding(sha256) {
      const rows = await trx<PortalCallRow>('portal_calls')
        .where({ needs_file: sha256, state: 'waiting' })
        .orderBy('position')
      return rows.map(fromCallRow)
    },

    async hurry(at) {
      for (const table of ['portal_calls', 'portal_files'])
        await trx<Pick<PortalCallRow, 'state' | 'next_try_at'>>(table)
          .where({ state: 'waiting' })
          .andWhere('next_try_at', '>', at)
          .update({ next_try_at: at })
    },

    async addFile(file) {
      const added = await trx<PortalFileRow>('portal_files')
        .insert(toFileRow(file))
        .onConflict(['direction', 'sha256'])
        .ignore()
        .returning('sha256')
      return added.length === 1
    },
    addFiles: (files) =>
      inPortions(files.map(toFileRow), (portion) =>
        trx<PortalFileRow>('portal_files')
          .insert([...portion])
          .onConflict(['direction', 'sha256'])
          .ignore(),
      ),
    reviveFiles: (sha256s, at) =>
      inPortions(sha256s, (portion) =>
        trx<PortalFileRow>('portal_files')
          .where({ direction: 'send', state: 'aside' })
          .whereIn('sha256', [...portion])
          .update({ state: 'waiting', state_at: at, next_try_at: at, trouble: null }),
      ),
    async findFile(direction, sha256) {
      const row = await trx<PortalFileRow>('portal_files').where({ direction, sha256 }).forUpdate().first()
      return row && fromFileRow(row)
    },
    async askForLoan(sha256, at) {
      await trx<PortalLoanRow>('portal_loans')
        .insert({ sha256, asked_at: at, bytes: null, brought_at: null })
        .onConflict('sha256')
        .ignore()
      const row = await trx<PortalLoanRow>('portal_loans').where({ sha256 }).first('asked_at')
      return (row?.asked_at ?? at) as Instant
    },
    async bringLoan(sha256, bytes, at) {
      const brought = await trx<PortalLoanRow>('portal_loans')
        .where({ sha256 })
        .whereNull('bytes')
        .update({ bytes: Buffer.from(bytes), brought_at: at })
      return brought === 1
    },
    async endLoan(sha256) {
      await trx<PortalLoanRow>('portal_loans').where({ sha256 }).delete()
    },
    saveFile: (file) =>
      changeOne(
        trx<PortalFileRow>('portal_files')
          .where({ direction: file.direction, sha256: file.sha256 })
          .update(toFileRow(file)),
        `file ${file.sha256}`,
      ),

    async savePages(sourceSha256, pages) {
      await trx<PortalPageRow>('portal_pages').where({ source_sha256: sourceSha256 }).delete()
      await inPortions(pages.map(toPageRow), (portion) =>
        trx<PortalPageRow>('portal_pages').insert([...portion]),
      )
    },
    ...pageReadings(trx),

    async findKnown(entity, id) {
      const row = await trx<PortalKnownRow>('portal_known').where({ entity, id }).forUpdate().first()
      return row && fromKnownRow(row)
    },
    async listKnownOf(applicationIds) {
      const rows = await trx<PortalKnownRow>('portal_known')
        .whereIn('application_id', [...applicationIds])
        .orderBy(['entity', 'id'])
      return rows.map(fromKnownRow)
    },
    async listKnown(ids) {
      const rows = await trx<PortalKnownRow>('portal_known')
        .whereIn('id', [...ids])
        .orderBy(['id', 'entity'])
        .forUpdate()
      return rows.map(fromKnownRow)
    },
    learnAll: (known) =>
      inPortions(known.map(toKnownRow), (portion) =>
        trx.raw(
          `INSERT INTO portal_known (entity, id, version, application_id, data, deleted, known_at)
            VALUES ${portion.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
            ON CONFLICT (entity, id) DO UPDATE SET version = excluded.version,
              application_id = excluded.application_id, data = excluded.data, deleted = excluded.deleted,
              known_at = excluded.known_at
            WHERE portal_known.version <= excluded.version`,
          portion.flatMap((row) => [
            row.entity,
            row.id,
            row.version,
            row.application_id,
            row.data,
            row.deleted,
            row.known_at,
          ]),
        ),
      ),
    async saveKnown(known) {
      await trx<PortalKnownRow>('portal_known').insert(toKnownRow(known)).onConflict(['entity', 'id']).merge()
    },
    async forgetKnown(entity, id) {
      await trx<PortalKnownRow>('portal_known').where({ entity, id }).delete()
    },

    async addConflict(conflict) {
      await trx<PortalConflictRow>('portal_conflicts').insert(toConflictRow(conflict))
    },
    async findConflict(id) {
      const row = await trx<PortalConflictRow>('portal_conflicts').where({ id }).forUpdate().first()
      return row && fromConflictRow(row)
    },
    async listOpenConflictsOf(applicationIds, applicantIds) {
      const rows = await trx<PortalConflictRow>('portal_conflicts')
        .whereNull('settled')
        .where((about) => {
          void about.whereIn('application_id', [...applicationIds]).orWhere((person) => {
            void person.where({ entity: 'applicant' }).whereIn('entity_id', [...applicantIds])
          })
        })
        .orderBy(['found_at', 'id'])
      return rows.map(fromConflictRow)
    },
    async listOpenConflicts(entity, entityId) {
      const rows = await trx<PortalConflictRow>('portal_conflicts')
        .where({ entity, entity_id: entityId })
        .whereNull('settled')
        .orderBy(['found_at', 'id'])
      return rows.map(fromConflictRow)
    },
    saveConflict: (conflict) =>
      changeOne(
        trx<PortalConflictRow>('portal_conflicts').where({ id: conflict.id }).update(toConflictRow(conflict)),
        `conflict ${conflict.id}`,
      ),

    async addArrival(arrival) {
      const added = await trx<PortalArrivalRow>('portal_waiting')
        .insert(toArrivalRow(arrival))
        .onConflict(['entity', 'entity_id', 'version'])
        .ignore()
        .returning('id')
      return added.length === 1
    },
    async findArrival(id) {
      const row = await trx<PortalArrivalRow>('portal_waiting').where({ id }).forUpdate().first()
      return row && fromArrivalRow(row)
    },
    async listOpenArrivals(entity, entityId) {
      const rows = await trx<PortalArrivalRow>('portal_waiting')
        .where({ entity, entity_id: entityId })
        .whereNull('settled')
        .orderBy(['arrived_at', 'id'])
      return rows.map(fromArrivalRow)
    },
    async listArrivalsFor(reason) {
      const rows = await trx<PortalArrivalRow>('portal_waiting')
        .where({ reason })
        .whereNull('settled')
        .orderBy(['arrived_at', 'id'])
      return rows.map(fromArrivalRow)
    },
    saveArrival: (arrival) =>
      changeOne(
        trx<PortalArrivalRow>('portal_waiting').where({ id: arrival.id }).update(toArrivalRow(arrival)),
        `change ${arrival.id}`,
      ),

    async saveRun(run) {
      await trx<PortalRunRow>('portal_runs').insert(toRunRow(run)).onConflict('id').merge()
    },
    ...laneOf(trx, 'portal'),
  }
}
