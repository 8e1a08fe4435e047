import type { ApplicationEvent } from '#domain/application-event.ts'
import type { Instant } from '#domain/instant.ts'
import { knownBefore } from '#domain/report-facts.ts'
import type { Knex } from 'knex'
import { inPortions, marks, rowsOf } from './reading.ts'
import { historiesOf } from './report-facts.ts'

/**
 * Of these dossiers those of which the office has learnt something since a moment, each with what it knew before; empty: nothing
 * of it. Few of a report's dossiers have changed since, so that only their histories are read again.
 */
export async function historiesBefore(
  reader: Knex,
  applicationIds: readonly string[],
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly ApplicationEvent[]>> {
  const known = new Map<string, readonly ApplicationEvent[]>()
  if (!(await hasLearntSince(reader, asOf))) return known
  await inPortions(applicationIds, async (portion) => {
    const changed = await rowsOf<{ readonly id: string }>(
      reader,
      `SELECT application_id AS id FROM application_events
        WHERE application_id IN (${marks(portion)}) AND at >= ?
        UNION SELECT application_id AS id FROM report_facts
        WHERE application_id IN (${marks(portion)}) AND recorded_at >= ?`,
      [...portion, asOf, ...portion, asOf],
    )
    const histories = await historiesOf(
      reader,
      changed.map(({ id }) => id),
    )
    for (const { id, events } of histories) known.set(id, knownBefore(events, asOf))
  })
  return known
}

/** Of a moment that has just been nothing was learnt since, and no dossier needs to be looked at. */
async function hasLearntSince(reader: Knex, asOf: Instant): Promise<boolean> {
  const rows = await rowsOf<{ readonly one: number }>(
    reader,
    `SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM application_events WHERE at >= ?)
      OR EXISTS (SELECT 1 FROM report_facts WHERE recorded_at >= ?)`,
    [asOf, asOf],
  )
  return rows.length > 0
}
