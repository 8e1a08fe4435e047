import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

const sqliteTriggers = [
  `CREATE TRIGGER number_starts_no_update BEFORE UPDATE ON number_starts
    BEGIN SELECT RAISE(ABORT, 'number_starts is append-only: update refused'); END`,
  `CREATE TRIGGER number_starts_no_delete BEFORE DELETE ON number_starts
    BEGIN SELECT RAISE(ABORT, 'number_starts is append-only: delete refused'); END`,
  `CREATE TRIGGER number_starts_no_replace BEFORE INSERT ON number_starts
    WHEN EXISTS (SELECT 1 FROM number_starts WHERE id = NEW.id OR position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'number_starts is append-only: this line is taken'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION number_starts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP); END $$`,
  `CREATE TRIGGER number_starts_no_change BEFORE UPDATE OR DELETE ON number_starts
    FOR EACH ROW EXECUTE FUNCTION number_starts_refuse()`,
  `CREATE TRIGGER number_starts_no_truncate BEFORE TRUNCATE ON number_starts
    FOR EACH STATEMENT EXECUTE FUNCTION number_starts_refuse()`,
]

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  const { text, whole, counter, close } = words
  await runAll(knex, [
    `CREATE TABLE number_starts (
      position ${counter},
      id ${text} NOT NULL UNIQUE,
      series ${text} NOT NULL,
      scope ${text} NOT NULL,
      serial_before ${whole} NOT NULL CHECK (serial_before >= 0),
      last_serial ${whole} NOT NULL CHECK (last_serial >= 0),
      reason ${text} NOT NULL CHECK (reason <> ''),
      started_by_user_id ${text} NOT NULL,
      started_by ${text} NOT NULL,
      started_at ${text} NOT NULL,
      CHECK (last_serial <> serial_before)
    ${close}`,
    ...(words.postgres ? postgresTriggers : sqliteTriggers),
  ])
}
