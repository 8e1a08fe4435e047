import type { Knex } from 'knex'
import { appendOnly, runAll, tableWords } from './dialect.ts'

/**
 * *Tutup Harian*: each closing with the hash over what it saw and that of the closing before it. The prints of its dossiers
 * need no guard of their own, since the closing's hash is made of them.
 */
export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  const { text, whole, counter, close, closeByKey } = words
  await runAll(knex, [
    `CREATE TABLE day_closings (
      position ${counter},
      id ${text} NOT NULL UNIQUE,
      day ${text} NOT NULL,
      ordinal ${whole} NOT NULL CHECK (ordinal > 0),
      closed_at ${text} NOT NULL,
      closed_by ${text} NOT NULL,
      note ${text},
      reason ${text},
      open_items ${text} NOT NULL,
      events ${whole} NOT NULL,
      events_hash ${text} NOT NULL,
      previous_hash ${text},
      hash ${text} NOT NULL,
      UNIQUE (day, ordinal)
    ${close}`,
    ...appendOnly('day_closings', words),
    `CREATE TABLE day_closing_dossiers (
      closing_id ${text} NOT NULL REFERENCES day_closings (id),
      application_id ${text} NOT NULL,
      through_seq ${whole} NOT NULL,
      events ${whole} NOT NULL,
      hash ${text} NOT NULL,
      PRIMARY KEY (closing_id, application_id)
    ${closeByKey}`,
    'CREATE INDEX application_events_at ON application_events (at)',
    'CREATE INDEX official_numbers_voided ON official_numbers (voided_at) WHERE voided_at IS NOT NULL',
  ])
}
