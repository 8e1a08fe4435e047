import type { PortalStore } from '#ports/portal-stores.ts'
import type { Knex } from 'knex'
import type {
  PortalArrivalRow,
  PortalCallRow,
  PortalConflictRow,
  PortalFileRow,
  PortalKnownRow,
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
import { pageReadings } from './portal-queries.ts'
import { inPortions } from './reading.ts'

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
    async findCalls(keys) {
      const rows = await trx<PortalCallRow>('portal_calls')
        .whereIn('key', [...keys])
        .orderBy('position')
        .forUpdate()
      return rows.map(fromCallRow)
    },
    async finishCalls(keys, at) {
      const changed = await trx<PortalCallRow>('portal_calls')
        .whereIn('key', [...keys])
        .where({ state: 'waiting' })
        .update({ state: 'done', state_at: at, tries: trx.raw('tries + 1'), trouble: null })
      if (changed !== keys.length) throw new Error(`${keys.length - changed} of the calls do not wait`)
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
    async listCallsIn(lane, states) {
      const rows = await trx<PortalCallRow>('portal_calls')
        .where({ lane })
        .whereIn('state', [...states])
        .orderBy('position')
      return rows.map(fromCallRow)
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
    async addFiles(files) {
      const fresh: string[] = []
      await inPortions(files.map(toFileRow), async (portion) => {
        const added = await trx<PortalFileRow>('portal_files')
          .insert([...portion])
          .onConflict(['direction', 'sha256'])
          .ignore()
          .returning('sha256')
        fresh.push(...added.map((row) => row.sha256))
      })
      return fresh
    },
    async findFile(direction, sha256) {
      const row = await trx<PortalFileRow>('portal_files').where({ direction, sha256 }).forUpdate().first()
      return row && fromFileRow(row)
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
    async listKnownOf(applicationId) {
      const rows = await trx<PortalKnownRow>('portal_known')
        .where({ application_id: applicationId })
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
    saveAllKnown: (known) =>
      inPortions(known.map(toKnownRow), (portion) =>
        trx<PortalKnownRow>('portal_known')
          .insert([...portion])
          .onConflict(['entity', 'id'])
          .merge(),
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
    async listOpenConflictsOf(applicationId) {
      const rows = await trx<PortalConflictRow>('portal_conflicts')
        .where({ application_id: applicationId })
        .whereNull('settled')
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
