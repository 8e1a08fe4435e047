import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Words of names and places by what a misspelt one shares with them; a word stays when its last dossier has changed. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE search_likeness (
      key ${text} NOT NULL,
      word ${text} NOT NULL,
      PRIMARY KEY (key, word)
    ${closeByKey}`,
  ])
}
