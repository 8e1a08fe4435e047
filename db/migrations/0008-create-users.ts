import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

export async function up(knex: Knex): Promise<void> {
  const { text, whole, close } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE users (
      id ${text} NOT NULL PRIMARY KEY,
      username ${text} NOT NULL,
      username_key ${text} NOT NULL UNIQUE,
      name ${text} NOT NULL,
      password_hash ${text} NOT NULL,
      roles ${text} NOT NULL,
      counter ${text},
      active ${whole} NOT NULL CHECK (active IN (0, 1)),
      created_at ${text} NOT NULL
    ${close}`,
    `CREATE TABLE drafts (
      id ${text} NOT NULL PRIMARY KEY,
      user_id ${text} NOT NULL,
      kind ${text} NOT NULL,
      title ${text} NOT NULL,
      data ${text} NOT NULL,
      updated_at ${text} NOT NULL
    ${close}`,
    'CREATE INDEX drafts_user ON drafts (user_id, updated_at)',
    `CREATE TABLE settings (
      key ${text} NOT NULL PRIMARY KEY,
      value ${text} NOT NULL
    ${close}`,
  ])
}
