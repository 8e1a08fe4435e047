import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Mails of the office, written with the act that asks for them, and the one lane in which they leave. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE mails (
      id ${text} NOT NULL PRIMARY KEY,
      application_id ${text} NOT NULL REFERENCES applications (id),
      purpose ${text} NOT NULL CHECK (purpose IN ('delivery', 'notice')),
      subject_id ${text} NOT NULL,
      address ${text} NOT NULL,
      message_id ${text} NOT NULL UNIQUE,
      file_sha256 ${text},
      replaces ${text} REFERENCES mails (id),
      asked_at ${text} NOT NULL,
      asked_by ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN
        ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'wrong-address', 'bounced', 'cancelled')),
      state_at ${text} NOT NULL,
      reason ${text},
      answer ${text},
      attempts ${whole} NOT NULL CHECK (attempts >= 0),
      next_try_at ${text} NOT NULL,
      trying_since ${text} NOT NULL,
      handed_at ${text},
      settled ${text}
    ${closeByKey}`,
    'CREATE INDEX mails_of ON mails (application_id, asked_at)',
    'CREATE INDEX mails_by_state ON mails (state, state_at)',
    `CREATE INDEX mails_under_way ON mails (asked_at, id) WHERE state IN ('waiting', 'sending')`,
    `CREATE INDEX mails_in_need ON mails (state_at, id)
      WHERE purpose = 'delivery' AND settled IS NULL AND state IN ('failed', 'uncertain', 'wrong-address', 'bounced')`,
    `CREATE TABLE mail_lanes (
      lane ${text} NOT NULL PRIMARY KEY,
      holder ${text} NOT NULL,
      held_until ${text} NOT NULL
    ${closeByKey}`,
  ])
  await knex('mail_lanes').insert({ lane: 'office', holder: '', held_until: '' })
}
