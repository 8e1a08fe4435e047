import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** Until when a returned dossier is waited for, and whether the office closed it in the end. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN repair_until ${text}`,
    `ALTER TABLE applications ADD COLUMN closed_by_office ${whole} NOT NULL DEFAULT 0
      CHECK (closed_by_office IN (0, 1))`,
  ])
}
