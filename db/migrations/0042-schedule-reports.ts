import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Reports that are made by themselves, and what became of each of their periods: a period has one run, whoever makes it. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE report_schedules (
      id ${text} NOT NULL PRIMARY KEY,
      report ${text} NOT NULL,
      pace ${text} NOT NULL CHECK (pace IN ('day', 'week', 'month')),
      at ${text} NOT NULL,
      formats ${text} NOT NULL,
      target ${text} NOT NULL,
      since ${text} NOT NULL,
      set_by ${text} NOT NULL
    ${closeByKey}`,
    `CREATE TABLE report_runs (
      schedule_id ${text} NOT NULL REFERENCES report_schedules (id),
      period_from ${text} NOT NULL,
      period_through ${text} NOT NULL,
      as_of ${text} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('making', 'done', 'failed')),
      station ${text} NOT NULL,
      tries ${whole} NOT NULL,
      tried_at ${text} NOT NULL,
      delivered ${text} NOT NULL,
      problem ${text},
      detail ${text},
      next_try_at ${text},
      PRIMARY KEY (schedule_id, period_from)
    ${closeByKey}`,
  ])
}
