import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** JPG pages that go to the portal in the place of files beyond its limits. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE portal_pages (
      source_sha256 ${text} NOT NULL,
      page ${whole} NOT NULL CHECK (page >= 1),
      sha256 ${text} NOT NULL,
      size_bytes ${whole} NOT NULL CHECK (size_bytes > 0),
      made_at ${text} NOT NULL,
      PRIMARY KEY (source_sha256, page)
    ${closeByKey}`,
    'CREATE INDEX portal_pages_of ON portal_pages (sha256)',
  ])
}
