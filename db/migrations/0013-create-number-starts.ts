import type { Knex } from 'knex'
import { appendOnly, runAll, tableWords } from './dialect.ts'

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
    ...appendOnly('number_starts', words),
  ])
}
