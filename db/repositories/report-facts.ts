import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import { factsOf } from '#domain/report-facts.ts'
import { stageSpansOf } from '#domain/stage-spans.ts'
import type { Knex } from 'knex'
import type { EventRow } from '../rows/application-rows.ts'
import type { ReportFactRow, ReportSpanRow } from '../rows/report-rows.ts'
import { fromEventRow } from './application-row.ts'
import { inPortions } from './reading.ts'
import { fromFactRow, toFactRow, toSpanRow } from './report-row.ts'
import type { SumChanges } from './report-sums.ts'

/** What reports keep of a dossier's whole history. */
export interface WholeHistory {
  readonly id: string
  readonly events: readonly ApplicationEvent[]
}

/** The histories of these applications, as they stand in this transaction. */
export async function historiesOf(trx: Knex, ids: readonly string[]): Promise<readonly WholeHistory[]> {
  const rows = await trx<EventRow>('application_events')
    .whereIn('application_id', [...ids])
    .orderBy('seq')
  const events = Map.groupBy(rows, (row) => row.application_id)
  return ids.map((id) => ({ id, events: (events.get(id) ?? []).map(fromEventRow) }))
}

/** Facts and stays of dossiers that are new here: nothing is kept of them yet. */
export async function addReports(
  trx: Knex,
  zone: ZoneName,
  sums: SumChanges,
  histories: readonly WholeHistory[],
): Promise<void> {
  const facts = histories.flatMap(({ events }) => factsOf(events, zone))
  for (const fact of facts) sums.count(fact, 1)
  const spans = histories.flatMap(({ events }) => stageSpansOf(events, zone))
  await insertRows(trx, facts.map(toFactRow), spans.map(toSpanRow))
}

/**
 * Brings what is kept of dossiers to what their whole histories say now; only what differs is written. Their applications
 * must be locked. Returns how many were otherwise.
 */
export async function renewReportsOf(
  trx: Knex,
  zone: ZoneName,
  sums: SumChanges,
  histories: readonly WholeHistory[],
): Promise<number> {
  const ids = histories.map((one) => one.id)
  const kept = {
    facts: Map.groupBy(await keptRows<ReportFactRow>(trx, 'report_facts', ids), (row) => row.application_id),
    spans: Map.groupBy(await keptRows<ReportSpanRow>(trx, 'report_spans', ids), (row) => row.application_id),
  }
  let changed = 0
  for (const { id, events } of histories) {
    const facts = compareRows(kept.facts.get(id) ?? [], factsOf(events, zone).map(toFactRow))
    const spans = compareRows(kept.spans.get(id) ?? [], stageSpansOf(events, zone).map(toSpanRow))
    for (const row of facts.wrong) sums.count(fromFactRow(row), -1)
    for (const row of facts.right) sums.count(fromFactRow(row), 1)
    await deleteRows(trx, 'report_facts', id, facts.wrong)
    await deleteRows(trx, 'report_spans', id, spans.wrong)
    await insertRows(trx, facts.right, spans.right)
    if (facts.wrong.length + facts.right.length + spans.wrong.length + spans.right.length > 0) changed += 1
  }
  return changed
}

const keptRows = <Row extends object>(trx: Knex, table: string, ids: readonly string[]) =>
  trx<Row>(table)
    .whereIn('application_id', [...ids])
    .orderBy('ordinal') as Promise<readonly Row[]>

interface Ordered {
  readonly ordinal: number
}

/** Rows that must go, and rows that must come in their places; both engines give the columns in one order. */
function compareRows<Row extends Ordered>(
  kept: readonly Row[],
  wanted: readonly Row[],
): { readonly wrong: readonly Row[]; readonly right: readonly Row[] } {
  const isSame = (one: Row | undefined, other: Row | undefined): boolean =>
    one !== undefined && other !== undefined && sameFields(one, other)
  const keptAt = new Map(kept.map((row) => [row.ordinal, row]))
  const wantedAt = new Map(wanted.map((row) => [row.ordinal, row]))
  return {
    wrong: kept.filter((row) => !isSame(row, wantedAt.get(row.ordinal))),
    right: wanted.filter((row) => !isSame(keptAt.get(row.ordinal), row)),
  }
}

const sameFields = (one: object, other: object): boolean => {
  const values = new Map(Object.entries(one))
  return Object.entries(other).every(([key, value]) => values.get(key) === value)
}

async function deleteRows(trx: Knex, table: string, id: string, rows: readonly Ordered[]): Promise<void> {
  if (rows.length === 0) return
  const ordinals = rows.map((row) => row.ordinal)
  await trx<{ application_id: string; ordinal: number }>(table)
    .where({ application_id: id })
    .whereIn('ordinal', ordinals)
    .delete()
}

async function insertRows(
  trx: Knex,
  facts: readonly ReportFactRow[],
  spans: readonly ReportSpanRow[],
): Promise<void> {
  await inPortions(facts, (portion) => trx<ReportFactRow>('report_facts').insert([...portion]))
  await inPortions(spans, (portion) => trx<ReportSpanRow>('report_spans').insert([...portion]))
}
