import type { DraftStore, SettingStore, UserStore } from '#ports/house-stores.ts'
import type { HandoverStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { HandoverRow } from '../rows/office-rows.ts'
import type { DraftRow, SettingRow, UserRow } from '../rows/user-rows.ts'
import { fromHandoverRow, toHandoverRow } from './handover-row.ts'
import { inPortions, jsonOf } from './reading.ts'
import { fromDraftRow, fromUserRow, toDraftRow, toUserRow, usernameKey } from './user-row.ts'

export function makeHandoverStore(trx: Knex): HandoverStore {
  return {
    async add(handover) {
      await trx<HandoverRow>('handovers').insert(toHandoverRow(handover))
    },
    bringIn: (handovers) =>
      inPortions(handovers.map(toHandoverRow), (portion) =>
        trx<HandoverRow>('handovers').insert([...portion]),
      ),
    async findLast(applicationId) {
      const row = await trx<HandoverRow>('handovers')
        .where({ application_id: applicationId })
        .orderBy([
          { column: 'handed_over_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .first()
      return row && fromHandoverRow(row)
    },
  }
}

export function makeUserStore(trx: Knex): UserStore {
  const findBy = async (where: Partial<UserRow>) => {
    const row = await trx<UserRow>('users').where(where).forUpdate().first()
    return row && fromUserRow(row)
  }
  return {
    find: (id) => findBy({ id }),
    findByUsername: (username) => findBy({ username_key: usernameKey(username) }),
    async save(user) {
      await trx<UserRow>('users').insert(toUserRow(user)).onConflict('id').merge()
    },
    async count() {
      const rows = await trx<UserRow>('users').count({ users: '*' })
      return Number(rows[0]?.['users'] ?? 0)
    },
  }
}

export function makeDraftStore(trx: Knex): DraftStore {
  return {
    async find(id) {
      const row = await trx<DraftRow>('drafts').where({ id }).forUpdate().first()
      return row && fromDraftRow(row)
    },
    async save(draft) {
      await trx<DraftRow>('drafts').insert(toDraftRow(draft)).onConflict('id').merge()
    },
    async discard(id) {
      await trx<DraftRow>('drafts').where({ id }).delete()
    },
  }
}

export function makeSettingStore(trx: Knex): SettingStore {
  return {
    async get(key) {
      const row = await trx<SettingRow>('settings').where({ key }).forUpdate().first()
      return row && (JSON.parse(row.value) as unknown)
    },
    async set(key, value) {
      await trx<SettingRow>('settings')
        .insert({ key, value: jsonOf(value, `setting ${key}`) })
        .onConflict('key')
        .merge()
    },
  }
}
