import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const { text, counter, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE outbox (
      position ${counter},
      id ${text} NOT NULL UNIQUE,
      topic ${text} NOT NULL,
      aggregate_id ${text} NOT NULL,
      key ${text} NOT NULL UNIQUE,
      kind ${text} NOT NULL,
      payload ${text} NOT NULL,
      created_at ${text} NOT NULL,
      sent_at ${text}
    ${close}`,
    'CREATE INDEX outbox_waiting ON outbox (topic, aggregate_id, position) WHERE sent_at IS NULL',
  ])
}
