import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * Complaints about the service and what was done with each, one line an act, in their order; and the question of a
 * consultation, in a few words.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE complaints (
      id ${text} NOT NULL PRIMARY KEY,
      series ${text} NOT NULL,
      scope ${text} NOT NULL,
      serial ${whole} NOT NULL CHECK (serial > 0),
      text ${text} NOT NULL,
      channel ${text} NOT NULL,
      complainant_name ${text},
      complainant_contact ${text},
      topic ${text} NOT NULL,
      body ${text} NOT NULL,
      application_id ${text} REFERENCES applications (id),
      registration_number ${text},
      received_on ${text} NOT NULL,
      due_on ${text} NOT NULL,
      entered_at ${text} NOT NULL,
      entered_by ${text} NOT NULL,
      settled_at ${text},
      closed_at ${text},
      UNIQUE (series, text),
      FOREIGN KEY (series, text) REFERENCES official_numbers (series, text),
      CHECK (complainant_name IS NOT NULL OR complainant_contact IS NULL),
      CHECK ((application_id IS NULL) = (registration_number IS NULL))
    ${closeByKey}`,
    'CREATE INDEX complaints_day ON complaints (received_on)',
    'CREATE INDEX complaints_open ON complaints (due_on) WHERE closed_at IS NULL',
    'CREATE INDEX complaints_of ON complaints (application_id) WHERE application_id IS NOT NULL',
    `CREATE TABLE complaint_acts (
      complaint_id ${text} NOT NULL REFERENCES complaints (id),
      seq ${whole} NOT NULL CHECK (seq > 0),
      id ${text} NOT NULL UNIQUE,
      action ${text} NOT NULL CHECK (action IN ('acknowledged', 'forwarded', 'answered', 'closed')),
      body ${text},
      via ${text},
      done_at ${text} NOT NULL,
      done_by ${text} NOT NULL,
      done_by_user ${text} NOT NULL,
      PRIMARY KEY (complaint_id, seq)
    ${closeByKey}`,
    `ALTER TABLE consultations ADD COLUMN question ${text}`,
  ])
}
