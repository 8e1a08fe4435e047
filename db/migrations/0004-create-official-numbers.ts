import type { Knex } from 'knex'
import { runAll, tableWords, type TableWords } from './dialect.ts'

const tables = ({ text, whole, close, closeByKey }: TableWords): string[] => [
  `CREATE TABLE number_sequences (
    series ${text} NOT NULL,
    scope ${text} NOT NULL,
    last_serial ${whole} NOT NULL CHECK (last_serial >= 0),
    PRIMARY KEY (series, scope)
  ${close}`,
  `CREATE TABLE official_numbers (
    series ${text} NOT NULL,
    scope ${text} NOT NULL,
    serial ${whole} NOT NULL CHECK (serial > 0),
    text ${text} NOT NULL,
    document ${text} NOT NULL,
    application_id ${text} NOT NULL,
    subject_id ${text},
    taken_at ${text} NOT NULL,
    void_reason ${text},
    voided_at ${text},
    PRIMARY KEY (series, text),
    UNIQUE (series, scope, serial),
    CHECK ((void_reason IS NULL) = (voided_at IS NULL))
  ${closeByKey}`,
]

const fixed = ['series', 'scope', 'serial', 'text', 'document', 'application_id', 'subject_id', 'taken_at']

/** A series may be set back only as far as it has given no number: a mistyped beginning can be mended. */
const givenTwice = `NEW.series <> OLD.series OR NEW.scope <> OLD.scope OR NEW.last_serial = OLD.last_serial
      OR (NEW.last_serial < OLD.last_serial AND EXISTS (
        SELECT 1 FROM official_numbers n
        WHERE n.series = NEW.series AND n.scope = NEW.scope AND n.serial > NEW.last_serial))`

/** A line may change in one way only: it becomes void, once. */
const changesTooMuch = (differs: string): string =>
  [...fixed.map((column) => `NEW.${column} ${differs} OLD.${column}`), 'OLD.voided_at IS NOT NULL'].join(
    ' OR ',
  )

const sqliteTriggers = [
  `CREATE TRIGGER official_numbers_no_delete BEFORE DELETE ON official_numbers
    BEGIN SELECT RAISE(ABORT, 'official_numbers keeps every line: delete refused'); END`,
  `CREATE TRIGGER official_numbers_only_void BEFORE UPDATE ON official_numbers
    WHEN ${changesTooMuch('IS NOT')}
    BEGIN SELECT RAISE(ABORT, 'official_numbers: a line can only become void, once'); END`,
  `CREATE TRIGGER official_numbers_no_replace BEFORE INSERT ON official_numbers
    WHEN EXISTS (
      SELECT 1 FROM official_numbers WHERE series = NEW.series AND (text = NEW.text OR (scope = NEW.scope AND serial = NEW.serial))
    )
    BEGIN SELECT RAISE(ABORT, 'official_numbers: this number is taken'); END`,
  `CREATE TRIGGER number_sequences_no_delete BEFORE DELETE ON number_sequences
    BEGIN SELECT RAISE(ABORT, 'number_sequences: delete refused'); END`,
  `CREATE TRIGGER number_sequences_only_up BEFORE UPDATE ON number_sequences
    WHEN ${givenTwice}
    BEGIN SELECT RAISE(ABORT, 'number_sequences: a serial is never given twice'); END`,
]

const postgresTriggers = [
  `CREATE FUNCTION official_numbers_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% keeps every line: % refused', TG_TABLE_NAME, lower(TG_OP); END $$`,
  `CREATE FUNCTION official_numbers_check() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${changesTooMuch('IS DISTINCT FROM')} THEN
        RAISE EXCEPTION 'official_numbers: a line can only become void, once';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION number_sequences_check() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${givenTwice} THEN
        RAISE EXCEPTION 'number_sequences: a serial is never given twice';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER official_numbers_no_delete BEFORE DELETE ON official_numbers
    FOR EACH ROW EXECUTE FUNCTION official_numbers_refuse()`,
  `CREATE TRIGGER official_numbers_no_truncate BEFORE TRUNCATE ON official_numbers
    FOR EACH STATEMENT EXECUTE FUNCTION official_numbers_refuse()`,
  `CREATE TRIGGER official_numbers_only_void BEFORE UPDATE ON official_numbers
    FOR EACH ROW EXECUTE FUNCTION official_numbers_check()`,
  `CREATE TRIGGER number_sequences_no_delete BEFORE DELETE ON number_sequences
    FOR EACH ROW EXECUTE FUNCTION official_numbers_refuse()`,
  `CREATE TRIGGER number_sequences_no_truncate BEFORE TRUNCATE ON number_sequences
    FOR EACH STATEMENT EXECUTE FUNCTION official_numbers_refuse()`,
  `CREATE TRIGGER number_sequences_only_up BEFORE UPDATE ON number_sequences
    FOR EACH ROW EXECUTE FUNCTION number_sequences_check()`,
]

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  await runAll(knex, [
    ...tables(words),
    'CREATE INDEX official_numbers_application ON official_numbers (application_id)',
    ...(words.postgres ? postgresTriggers : sqliteTriggers),
  ])
}
