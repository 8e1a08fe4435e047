import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import type { NumberLine, Queries, RegistrationLine } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow } from '../rows/application-rows.ts'
import type { OfficialNumberRow } from '../rows/office-rows.ts'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { toNumberLine } from './office-queries.ts'
import { historiesBefore } from './known-before.ts'
import { inPortions } from './reading.ts'

/** The incoming register: every number of the series of receipts, with the dossier that was taken in on it. */
export const makeRegistrationQueries = (
  reader: Knex,
): Pick<Queries, 'listRegistrations' | 'listNumbersTaken' | 'listNumbersBefore'> => ({
  async listNumbersTaken(series, span, asOf) {
    const rows = await takenRows(reader, series, span, asOf)
    return rows.map((row) => numberBefore(toNumberLine(row), asOf))
  },
  async listRegistrations(series, span, asOf) {
    const rows = await takenRows(reader, series, span, asOf)
    const dossiers = new Map<string, LineRow>()
    await inPortions([...new Set(rows.map((one) => one.application_id))], async (portion) => {
      const found = await reader<ApplicationRow>('applications')
        .whereIn('id', [...portion])
        .select([...lineColumns])
      for (const one of found) dossiers.set(one.id, one)
    })
    const takenInBy = await clerksOf(reader, [...dossiers.keys()])
    const before = asOf === null ? null : await historiesBefore(reader, [...dossiers.keys()], asOf)
    return rows.map((row): RegistrationLine => {
      const dossier = dossiers.get(row.application_id)
      const number = numberBefore(toNumberLine(row), asOf)
      const known = before?.get(row.application_id)
      if (!dossier) return { number, dossier: null, takenInBy: null }
      const clerk = { takenInBy: takenInBy.get(dossier.id) ?? null }
      if (known === undefined) return { number, dossier: fromLineRow(dossier), ...clerk }
      const state = rebuildState(known)
      return state
        ? { number, dossier: { ...fromLineRow(dossier), ...registeredAs(state) }, ...clerk }
        : { number, dossier: null, takenInBy: null }
    })
  },
  async listNumbersBefore(series, lines) {
    const before = []
    for (const [scope, own] of Map.groupBy(lines, (one) => one.scope)) {
      const first = Math.min(...own.map(({ serial }) => serial))
      const row = await reader<OfficialNumberRow>('official_numbers')
        .where({ series, scope })
        .where('serial', '<', first)
        .max({ serial: 'serial' })
        .first()
      if (typeof row?.serial === 'number' || typeof row?.serial === 'string')
        before.push({ scope, serial: Number(row.serial) })
    }
    return before
  },
})

/** Whose act the intake of each dossier was; the applicant's own are left out. */
async function clerksOf(reader: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const clerks = new Map<string, string>()
  await inPortions(ids, async (portion) => {
    const found = await reader<EventRow>('application_events')
      .whereIn('application_id', [...portion])
      .where({ seq: 1 })
      .whereNotNull('actor_user_id')
      .select(['application_id', 'actor_name'])
    for (const one of found) clerks.set(one.application_id, one.actor_name)
  })
  return clerks
}

async function takenRows(
  reader: Knex,
  series: string,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  asOf: Instant | null,
): Promise<readonly OfficialNumberRow[]> {
  return (
    reader<OfficialNumberRow>('official_numbers')
      // By its days and not by its series, of which SQLite would read every number that it ever gave.
      .whereRaw(`series || '' = ?`, [series])
      .where('taken_at', '>=', from)
      .where('taken_at', '<', asOf !== null && asOf < until ? asOf : until)
      .orderBy(['scope', 'serial'])
  )
}

/** A number that became void later was good then. */
const numberBefore = (number: NumberLine, asOf: Instant | null): NumberLine =>
  asOf !== null && number.voidedAt !== null && number.voidedAt >= asOf
    ? { ...number, voidedAt: null, voidReason: null, voidedBy: null }
    : number

/** What the register says of a dossier, as it was then. */
const registeredAs = ({ applicant, data, submittedAt, acceptedAt, late }: ApplicationState) => ({
  holderName: applicant.nameOnPermit ?? applicant.name,
  permitTypeCode: data.permitTypeCode,
  kind: data.kind,
  practiceOrdinal: data.practiceOrdinal,
  facilityName: data.facility?.name ?? null,
  channel: data.channel,
  submittedAt,
  acceptedAt,
  enteredAt: late?.enteredAt ?? null,
})
