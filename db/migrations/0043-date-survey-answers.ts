import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * From when reports know of an answer: a sheet of paper bears an earlier day than the one on which it was typed. Of the answers
 * that were there nobody kept it, so they have been known since their own hour.
 */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE survey_answers ADD COLUMN known_at ${text} NOT NULL DEFAULT ''`,
    'UPDATE survey_answers SET known_at = answered_hour',
    'CREATE INDEX survey_answers_known ON survey_answers (known_at)',
  ])
}
