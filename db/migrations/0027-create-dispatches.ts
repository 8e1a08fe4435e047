import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** The *Buku Ekspedisi*: papers that left the office by hand; a line changes only by being received or voided, once. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE dispatches (
      id ${text} NOT NULL PRIMARY KEY,
      series ${text} NOT NULL,
      scope ${text} NOT NULL,
      serial ${whole} NOT NULL CHECK (serial > 0),
      text ${text} NOT NULL,
      kind ${text} NOT NULL,
      letter_number ${text},
      subject ${text},
      application_id ${text} REFERENCES applications (id),
      registration_number ${text},
      recipient ${text} NOT NULL,
      brought_by ${text} NOT NULL,
      sent_on ${text} NOT NULL,
      entered_at ${text} NOT NULL,
      entered_by ${text} NOT NULL,
      receiver ${text},
      received_at ${text},
      slip_sha256 ${text},
      confirmed_at ${text},
      confirmed_by ${text},
      confirmed_by_user ${text},
      void_reason ${text},
      voided_at ${text},
      voided_by ${text},
      voided_by_user ${text},
      UNIQUE (series, text),
      FOREIGN KEY (series, text) REFERENCES official_numbers (series, text),
      CHECK ((confirmed_at IS NULL) = (received_at IS NULL)),
      CHECK (confirmed_at IS NULL OR voided_at IS NULL)
    ${closeByKey}`,
    'CREATE INDEX dispatches_day ON dispatches (sent_on)',
    'CREATE INDEX dispatches_open ON dispatches (sent_on) WHERE confirmed_at IS NULL AND voided_at IS NULL',
    'CREATE INDEX dispatches_of ON dispatches (application_id) WHERE application_id IS NOT NULL',
    'CREATE INDEX dispatches_slip ON dispatches (slip_sha256) WHERE slip_sha256 IS NOT NULL',
  ])
}
