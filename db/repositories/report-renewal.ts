import type { ZoneName } from '#domain/office-zone.ts'
import { readReportRule, reportRule, reportRuleSetting } from '#domain/report-rule.ts'
import type { Knex } from 'knex'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { makeSettingStore } from './office-stores.ts'
import { isPostgres } from './reading.ts'
import { historiesOf, renewReportsOf } from './report-facts.ts'
import { collectSums } from './report-sums.ts'

// One portion is one transaction: short enough that another station at the same server is not held up.
const portion = 100

export interface RenewalOptions {
  readonly rule?: number
  /** Throws away and makes again also what the rule of today has made. */
  readonly anyway?: boolean
  /** Told after each portion how many dossiers have been looked at. */
  readonly onProgress?: (looked: number) => void
}

/**
 * Makes facts, stays and sums of all dossiers from their events when another rule or zone has made them, or none has, and
 * tells of how many dossiers. Repeatable; a killed run begins again, because the rule is noted last. Stations may work
 * meanwhile: what they store is kept as their histories say.
 */
export async function renewReports(
  writer: Knex,
  zone: ZoneName,
  { rule = reportRule, anyway = false, onProgress }: RenewalOptions = {},
): Promise<number> {
  const noted = readReportRule(await makeSettingStore(writer).get(reportRuleSetting))
  if (!anyway && noted?.rule === rule && noted.zone === zone) return 0
  await writer.transaction(throwAway)
  let changed = 0
  let looked = 0
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const done = await writer.transaction((trx) => renewAfter(trx, zone, from))
    changed += done.changed
    looked += done.looked
    if (done.looked > 0) onProgress?.(looked)
    after = done.last
  }
  await writer.transaction((trx) => makeSettingStore(trx).set(reportRuleSetting, { rule, zone }))
  return changed
}

async function throwAway(trx: Knex): Promise<void> {
  await makeSettingStore(trx).set(reportRuleSetting, null)
  // Whoever writes a fact meanwhile waits, so that none is in the sums of before.
  if (isPostgres(trx)) await trx.raw('LOCK TABLE report_facts, report_spans, report_sums IN EXCLUSIVE MODE')
  for (const table of ['report_sums', 'report_facts', 'report_spans']) await trx(table).delete()
}

/** The portion behind a position; `last` null: there is nothing behind it. */
async function renewAfter(
  trx: Knex,
  zone: ZoneName,
  after: number,
): Promise<{ readonly changed: number; readonly looked: number; readonly last: number | null }> {
  const rows = await trx<ApplicationRow>('applications')
    .where('position', '>', after)
    .orderBy('position')
    .limit(portion)
    .forUpdate()
    .select('position', 'id')
  const sums = collectSums(trx)
  const ids = rows.map((row) => row.id)
  const changed = await renewReportsOf(trx, zone, sums, await historiesOf(trx, ids))
  await sums.write()
  return { changed, looked: rows.length, last: rows.at(-1)?.position ?? null }
}
