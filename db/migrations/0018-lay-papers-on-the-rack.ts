import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/**
 * Finished papers lie on a rack, several go out in one act, whoever does not come is reminded, and papers of a returned
 * dossier go back.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN representative ${text}`,
    `ALTER TABLE applications ADD COLUMN rack_place ${text}`,
    `ALTER TABLE applications ADD COLUMN reminders ${whole} NOT NULL DEFAULT 0 CHECK (reminders >= 0)`,
    `ALTER TABLE applications ADD COLUMN reminded_at ${text}`,
    `ALTER TABLE applications ADD COLUMN papers_back_at ${text}`,
    `ALTER TABLE handovers ADD COLUMN act_id ${text}`,
    `CREATE INDEX applications_papers_kept ON applications (status, position)
      WHERE papers_back_at IS NULL AND status IN ('returned', 'refused', 'withdrawn')`,
  ])
}
