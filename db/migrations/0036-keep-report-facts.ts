import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * Countable facts beside the events, their sums by one thing at a time, and the stays at stages. They follow from the
 * events and may be emptied: the next start makes them again, as it does for an office that has none yet.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE report_facts (
      application_id ${text} NOT NULL REFERENCES applications (id),
      ordinal ${whole} NOT NULL,
      kind ${text} NOT NULL,
      seq ${whole} NOT NULL,
      day ${text} NOT NULL,
      at ${text} NOT NULL,
      recorded_at ${text} NOT NULL,
      recorded_by ${text} NOT NULL,
      reason ${text},
      user_id ${text},
      user_name ${text} NOT NULL,
      counter ${text} NOT NULL,
      permit_type_code ${text} NOT NULL,
      application_kind ${text} NOT NULL,
      channel ${text} NOT NULL,
      district ${text},
      facility ${text},
      profession ${text},
      late ${whole} NOT NULL CHECK (late IN (0, 1)),
      replaces ${whole},
      reversed_seq ${whole},
      reversed_at ${text},
      reversed_by ${text},
      reversed_reason ${text},
      PRIMARY KEY (application_id, ordinal)
    ${closeByKey}`,
    // In the order of a list, and with all that the figures of a day and of a type ask for.
    'CREATE INDEX report_facts_day ON report_facts (kind, day, at, permit_type_code, late, reversed_at)',
    'CREATE INDEX report_facts_recorded ON report_facts (recorded_at)',
    'CREATE INDEX report_facts_reversed ON report_facts (reversed_at) WHERE reversed_at IS NOT NULL',
    `CREATE TABLE report_sums (
      dimension ${text} NOT NULL,
      kind ${text} NOT NULL,
      day ${text} NOT NULL,
      value ${text} NOT NULL,
      n ${whole} NOT NULL,
      late ${whole} NOT NULL,
      PRIMARY KEY (dimension, kind, day, value)
    ${closeByKey}`,
    `CREATE TABLE report_spans (
      application_id ${text} NOT NULL REFERENCES applications (id),
      ordinal ${whole} NOT NULL,
      stage ${text} NOT NULL,
      clock ${text} NOT NULL,
      entered_at ${text} NOT NULL,
      left_at ${text},
      left_day ${text},
      left_by ${text},
      user_id ${text},
      user_name ${text},
      role ${text},
      permit_type_code ${text} NOT NULL,
      application_kind ${text} NOT NULL,
      PRIMARY KEY (application_id, ordinal)
    ${closeByKey}`,
    'CREATE INDEX report_spans_left ON report_spans (left_day, stage) WHERE left_day IS NOT NULL',
  ])
}
