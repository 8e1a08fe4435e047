import type { OutboxEntry, OutboxStore } from '#ports/outbox.ts'
import type { Knex } from 'knex'
import type { OutboxRow } from '../rows/office-rows.ts'
import { inPortions, jsonOf } from './reading.ts'

export function makeOutboxStore(trx: Knex): OutboxStore {
  return {
    async add(entry) {
      await trx<OutboxRow>('outbox').insert({
        id: entry.id,
        topic: entry.topic,
        aggregate_id: entry.aggregateId,
        key: entry.key,
        kind: entry.kind,
        payload: jsonOf(entry.payload, 'outbox entry'),
        created_at: entry.createdAt,
        sent_at: null,
      })
    },
    async listWaiting(topic, aggregateIds) {
      const rows = await trx<OutboxRow>('outbox')
        .where({ topic })
        .whereIn('aggregate_id', [...aggregateIds])
        .whereNull('sent_at')
        .orderBy('position')
      return rows.map((row) => ({
        id: row.id,
        topic,
        aggregateId: row.aggregate_id,
        key: row.key,
        kind: row.kind,
        payload: JSON.parse(row.payload) as unknown,
        createdAt: row.created_at as OutboxEntry['createdAt'],
      }))
    },
    takeUp: (ids, at) =>
      inPortions(ids, (portion) =>
        trx<OutboxRow>('outbox')
          .whereIn('id', [...portion])
          .whereNull('sent_at')
          .update({ sent_at: at }),
      ),
  }
}
