import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

const sqliteTriggers = [
  `CREATE TRIGGER calendar_changes_no_update BEFORE UPDATE ON calendar_changes
    BEGIN SELECT RAISE(ABORT, 'calendar_changes is append-only: update refused'); END`,
  `CREATE TRIGGER calendar_changes_no_delete BEFORE DELETE ON calendar_changes
    BEGIN SELECT RAISE(ABORT, 'calendar_changes is append-only: delete refused'); END`,
  `CREATE TRIGGER calendar_changes_no_replace BEFORE INSERT ON calendar_changes
    WHEN EXISTS (SELECT 1 FROM calendar_changes WHERE id = NEW.id OR position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'calendar_changes is append-only: this line is taken'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION calendar_changes_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP); END $$`,
  `CREATE TRIGGER calendar_changes_no_change BEFORE UPDATE OR DELETE ON calendar_changes
    FOR EACH ROW EXECUTE FUNCTION calendar_changes_refuse()`,
  `CREATE TRIGGER calendar_changes_no_truncate BEFORE TRUNCATE ON calendar_changes
    FOR EACH STATEMENT EXECUTE FUNCTION calendar_changes_refuse()`,
]

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  const { text, counter, close } = words
  await runAll(knex, [
    `CREATE TABLE calendar_changes (
      position ${counter},
      id ${text} NOT NULL UNIQUE,
      date ${text} NOT NULL,
      before ${text},
      after ${text},
      origin ${text} NOT NULL CHECK (origin IN ('office', 'shipped')),
      source ${text} NOT NULL,
      changed_by_user_id ${text} NOT NULL,
      changed_by ${text} NOT NULL,
      changed_at ${text} NOT NULL
    ${close}`,
    ...(words.postgres ? postgresTriggers : sqliteTriggers),
    `ALTER TABLE applications ADD COLUMN first_due_on ${text}`,
    `ALTER TABLE applications ADD COLUMN promise_change ${text}`,
    // Few of many: what a change of the calendar looks through.
    `CREATE INDEX applications_promised ON applications (id)
      WHERE due_on IS NOT NULL AND issued_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL`,
  ])
}
