import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** What goes to the portal and comes from it, what both sides know, and what waits for a clerk. */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, counter, close, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE portal_calls (
      position ${counter},
      key ${text} NOT NULL UNIQUE,
      lane ${text} NOT NULL,
      kind ${text} NOT NULL CHECK (kind IN ('account', 'applicant', 'application', 'document', 'document-removed',
        'permit', 'letter', 'handover', 'events', 'message')),
      entity_id ${text} NOT NULL,
      body ${text},
      base_version ${whole},
      needs_file ${text},
      state ${text} NOT NULL CHECK (state IN ('waiting', 'done', 'aside', 'replaced')),
      state_at ${text} NOT NULL,
      tries ${whole} NOT NULL CHECK (tries >= 0),
      next_try_at ${text} NOT NULL,
      trouble ${text},
      replaced_by ${text},
      created_at ${text} NOT NULL,
      through_seq ${whole}
    ${close}`,
    `CREATE INDEX portal_calls_waiting ON portal_calls (lane, position) WHERE state = 'waiting'`,
    `CREATE INDEX portal_calls_turn ON portal_calls (position) WHERE state = 'waiting'`,
    `CREATE INDEX portal_calls_aside ON portal_calls (lane, position) WHERE state = 'aside'`,
    `CREATE INDEX portal_calls_for_file ON portal_calls (needs_file) WHERE state = 'waiting'`,
    'CREATE INDEX portal_calls_of ON portal_calls (lane, position)',
    `CREATE TABLE portal_files (
      direction ${text} NOT NULL CHECK (direction IN ('send', 'fetch')),
      sha256 ${text} NOT NULL,
      key ${text} NOT NULL UNIQUE,
      application_id ${text} NOT NULL,
      media_type ${text} NOT NULL,
      size_bytes ${whole} NOT NULL,
      state ${text} NOT NULL CHECK (state IN ('waiting', 'done', 'aside')),
      state_at ${text} NOT NULL,
      tries ${whole} NOT NULL CHECK (tries >= 0),
      next_try_at ${text} NOT NULL,
      trouble ${text},
      PRIMARY KEY (direction, sha256)
    ${closeByKey}`,
    `CREATE INDEX portal_files_turn ON portal_files (direction, next_try_at) WHERE state = 'waiting'`,
    `CREATE INDEX portal_files_aside ON portal_files (direction, state_at) WHERE state = 'aside'`,
    `CREATE TABLE portal_known (
      entity ${text} NOT NULL CHECK (entity IN ('account', 'applicant', 'application', 'document', 'decision',
        'permit', 'letter', 'handover', 'message')),
      id ${text} NOT NULL,
      version ${whole} NOT NULL CHECK (version >= 1),
      application_id ${text},
      data ${text} NOT NULL,
      deleted ${whole} NOT NULL CHECK (deleted IN (0, 1)),
      known_at ${text} NOT NULL,
      PRIMARY KEY (entity, id)
    ${closeByKey}`,
    'CREATE INDEX portal_known_of ON portal_known (application_id, entity) WHERE application_id IS NOT NULL',
    `CREATE TABLE portal_conflicts (
      id ${text} NOT NULL PRIMARY KEY,
      entity ${text} NOT NULL,
      entity_id ${text} NOT NULL,
      application_id ${text},
      found_at ${text} NOT NULL,
      facts ${text} NOT NULL,
      settled ${text}
    ${closeByKey}`,
    `CREATE INDEX portal_conflicts_open ON portal_conflicts (found_at, id) WHERE settled IS NULL`,
    `CREATE INDEX portal_conflicts_of ON portal_conflicts (entity, entity_id) WHERE settled IS NULL`,
    `CREATE TABLE portal_waiting (
      id ${text} NOT NULL PRIMARY KEY,
      entity ${text} NOT NULL,
      entity_id ${text} NOT NULL,
      version ${whole} NOT NULL,
      application_id ${text},
      reason ${text} NOT NULL,
      arrived_at ${text} NOT NULL,
      data ${text} NOT NULL,
      settled ${text},
      UNIQUE (entity, entity_id, version)
    ${closeByKey}`,
    `CREATE INDEX portal_waiting_open ON portal_waiting (arrived_at, id) WHERE settled IS NULL`,
    `CREATE TABLE portal_runs (
      id ${text} NOT NULL PRIMARY KEY,
      station ${text} NOT NULL,
      started_at ${text} NOT NULL,
      ended_at ${text},
      pushed ${whole} NOT NULL,
      pulled ${whole} NOT NULL,
      set_aside ${whole} NOT NULL,
      conflicts ${whole} NOT NULL,
      ended_how ${text},
      why ${text}
    ${closeByKey}`,
    'CREATE INDEX portal_runs_by_time ON portal_runs (started_at, id)',
  ])
  await knex('mail_lanes').insert({ lane: 'portal', holder: '', held_until: '' })
}
