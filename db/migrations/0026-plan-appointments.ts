import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Review meetings and visits with their dossiers; which dossiers belong to one never changes, only that some have left. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE appointments (
      id ${text} NOT NULL PRIMARY KEY,
      kind ${text} NOT NULL,
      held_on ${text} NOT NULL,
      from_time ${text} NOT NULL,
      until_time ${text} NOT NULL,
      place ${text} NOT NULL,
      purpose ${text} NOT NULL,
      team ${text} NOT NULL,
      letter ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
      made_at ${text} NOT NULL,
      made_by ${text} NOT NULL,
      postponements ${text} NOT NULL,
      ended ${text}
    ${closeByKey}`,
    'CREATE INDEX appointments_by_day ON appointments (held_on, from_time, id)',
    'CREATE INDEX appointments_by_making ON appointments (made_at, id)',
    `CREATE TABLE appointment_dossiers (
      appointment_id ${text} NOT NULL REFERENCES appointments (id),
      application_id ${text} NOT NULL REFERENCES applications (id),
      place ${whole} NOT NULL CHECK (place > 0),
      left_at ${text},
      PRIMARY KEY (appointment_id, application_id),
      UNIQUE (appointment_id, place)
    ${closeByKey}`,
    'CREATE INDEX appointment_dossiers_of ON appointment_dossiers (application_id)',
  ])
}
