import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

// The words come ready from the domain; neither database may split, stem or translate them again.
const postgres = [
  `CREATE TABLE application_search (
    position bigint NOT NULL PRIMARY KEY REFERENCES applications (position),
    words tsvector NOT NULL
  )`,
  // Without a pending list a search never pays for the writes before it.
  'CREATE INDEX application_search_words ON application_search USING gin (words) WITH (fastupdate = off)',
]

const sqlite = [
  `CREATE VIRTUAL TABLE application_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
  )`,
]

export async function up(knex: Knex): Promise<void> {
  await runAll(knex, tableWords(knex).postgres ? postgres : sqlite)
}
