import type { Knex } from 'knex'
import { runAll, tableWords, type TableWords } from './dialect.ts'

const table = ({ text, whole, closeByKey }: TableWords): string => `CREATE TABLE application_events (
  id ${text} NOT NULL PRIMARY KEY,
  application_id ${text} NOT NULL REFERENCES applications (id),
  seq ${whole} NOT NULL,
  at ${text} NOT NULL,
  action ${text} NOT NULL,
  actor_user_id ${text},
  actor_name ${text} NOT NULL,
  actor_role ${text} NOT NULL,
  station ${text} NOT NULL,
  from_stage ${text},
  to_stage ${text},
  note ${text},
  move_kind ${text},
  document ${text},
  body ${text} NOT NULL,
  UNIQUE (application_id, seq)
${closeByKey}`

// An INSERT OR REPLACE deletes the row in its way without a word; the check before every insert stops it.
const sqliteTriggers = [
  `CREATE TRIGGER application_events_no_update BEFORE UPDATE ON application_events
    BEGIN SELECT RAISE(ABORT, 'application_events is append-only: update refused'); END`,
  `CREATE TRIGGER application_events_no_delete BEFORE DELETE ON application_events
    BEGIN SELECT RAISE(ABORT, 'application_events is append-only: delete refused'); END`,
  `CREATE TRIGGER application_events_no_replace BEFORE INSERT ON application_events
    WHEN EXISTS (SELECT 1 FROM application_events WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'application_events is append-only: this id is taken'); END`,
  `CREATE TRIGGER application_events_no_gap BEFORE INSERT ON application_events
    WHEN NEW.seq <> (
      SELECT COALESCE(MAX(seq), 0) + 1 FROM application_events WHERE application_id = NEW.application_id
    )
    BEGIN SELECT RAISE(ABORT, 'application_events: seq does not continue the history'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION application_events_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP); END $$`,
  `CREATE FUNCTION application_events_check() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM application_events WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'application_events is append-only: this id is taken';
      END IF;
      IF NEW.seq <> (
        SELECT COALESCE(MAX(seq), 0) + 1 FROM application_events WHERE application_id = NEW.application_id
      ) THEN
        RAISE EXCEPTION 'application_events: seq does not continue the history';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER application_events_no_change BEFORE UPDATE OR DELETE ON application_events
    FOR EACH ROW EXECUTE FUNCTION application_events_refuse()`,
  `CREATE TRIGGER application_events_no_truncate BEFORE TRUNCATE ON application_events
    FOR EACH STATEMENT EXECUTE FUNCTION application_events_refuse()`,
  `CREATE TRIGGER application_events_no_gap BEFORE INSERT ON application_events
    FOR EACH ROW EXECUTE FUNCTION application_events_check()`,
]

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  await runAll(knex, [
    table(words),
    `CREATE INDEX application_events_returned ON application_events (at, application_id)
      WHERE move_kind = 'return-to-applicant'`,
    ...(words.postgres ? postgresTriggers : sqliteTriggers),
  ])
}
