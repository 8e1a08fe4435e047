import type { Connection } from '#db/connection.ts'
import { triggersInForce } from '#db/integrity.ts'
import { makeApplicantStore } from '#db/repositories/applicant-store.ts'
import { toApplicationRow } from '#db/repositories/application-row.ts'
import { isPostgres, marks, rowsOf } from '#db/repositories/reading.ts'
import { sumsOfFactsSql } from '#db/repositories/report-sums.ts'
import { addDays, dateParts, officeDate, weekdayOf, type OfficeDate } from '#domain/office-date.ts'
import { aRegisteredState } from '#domain/testing/builders.ts'
import type { Knex } from 'knex'

const zone = 'Asia/Pontianak'
/** Years over which the applications are spread. */
const firstYear = 2022
export const lastYear = 2026
/** Days kept free at the end for what follows an application. */
const tail = 30
const eventsOfEach = 12
const types = 37
const clerks = 12
const counters = 6
const facilities = 400

/** Monday to Friday of those years: the calendar of a made-up office. */
export const workingDays: readonly OfficeDate[] = Array.from(
  { length: 366 * (lastYear - firstYear + 1) },
  (_, i) => addDays(officeDate(`${firstYear}-01-01`), i),
).filter((day) => !['sat', 'sun'].includes(weekdayOf(day)) && dateParts(day).year <= lastYear)

/**
 * A number from 0 to below `below` that looks like chance and is the same for the same application: what the databases
 * have in common is arithmetic on whole numbers.
 */
const chance = (below: number, salt: number): string =>
  `(((a.n * 7919 + ${salt} * 104729) % 1000003 * 31 + a.n * 17) % ${below})`

const idOf = (n: string): string => `'bench-' || CAST(10000000 + ${n} AS TEXT)`
const arrival = chance(workingDays.length - tail, 3)
/** Working days from the arrival until the decision. */
const course = `(3 + ${chance(9, 5)})`
const isRefused = `${chance(12, 7)} = 0`
const isReturned = `${chance(5, 11)} = 0`
const isFetched = `${chance(10, 13)} <> 0`
/** Their type was corrected on the day after. */
const isCorrected = `${chance(200, 17)} = 0`

interface FactPart {
  readonly ordinal: number
  readonly kind: string
  readonly day: string
  readonly when: string
  readonly late?: string
  readonly replaces?: number
  readonly reversed?: string
  readonly recordedAfter?: number
}

const factParts: readonly FactPart[] = [
  { ordinal: 0, kind: 'received', day: arrival, when: '1 = 1', reversed: isCorrected },
  { ordinal: 1, kind: 'accepted', day: arrival, when: '1 = 1' },
  { ordinal: 2, kind: 'received', day: arrival, when: isCorrected, replaces: 0, recordedAfter: 1 },
  { ordinal: 3, kind: 'returned', day: `${arrival} + 1`, when: isReturned },
  { ordinal: 4, kind: 'resubmitted', day: `${arrival} + 3`, when: isReturned },
  {
    ordinal: 5,
    kind: 'issued',
    day: `${arrival} + ${course}`,
    when: `NOT (${isRefused})`,
    late: `CASE WHEN ${course} > 8 THEN 1 ELSE 0 END`,
  },
  { ordinal: 6, kind: 'refused', day: `${arrival} + ${course}`, when: isRefused },
  {
    ordinal: 7,
    kind: 'handed-over',
    day: `${arrival} + ${course} + ${chance(8, 19)}`,
    when: `NOT (${isRefused}) AND ${isFetched}`,
  },
]

const factSql = (part: FactPart): string => {
  const reversed = part.reversed ?? '1 = 0'
  const only = (value: string): string => `CASE WHEN ${reversed} THEN ${value} END`
  return `INSERT INTO report_facts (application_id, ordinal, kind, seq, day, at, recorded_at, recorded_by, reason,
      user_id, user_name, counter, permit_type_code, application_kind, practice_ordinal, channel, district, facility, profession, late,
      replaces, reversed_seq, reversed_at, reversed_by, reversed_reason)
    SELECT a.id, ${part.ordinal}, '${part.kind}', ${part.ordinal + 1}, d.day, d.at, r.at,
      'Petugas ' || CAST(1 + ${chance(clerks, 23)} AS TEXT), NULL,
      'clerk-' || CAST(1 + ${chance(clerks, 23)} AS TEXT), 'Petugas ' || CAST(1 + ${chance(clerks, 23)} AS TEXT),
      'Loket ' || CAST(1 + ${chance(counters, 29)} AS TEXT), 'T' || CAST(10 + ${chance(types, 31)} AS TEXT),
      CASE ${chance(4, 37)} WHEN 0 THEN 'renewal' ELSE 'new' END, 1 + ${chance(3, 59)},
      CASE ${chance(3, 41)} WHEN 0 THEN 'online' ELSE 'counter' END,
      'Kecamatan ' || CAST(1 + ${chance(6, 43)} AS TEXT), 'Klinik ' || CAST(1 + ${chance(facilities, 47)} AS TEXT),
      'Profesi ' || CAST(1 + ${chance(14, 53)} AS TEXT), ${part.late ?? '0'}, ${part.replaces ?? 'NULL'},
      ${only('99')}, ${only('e.at')}, ${only("'Petugas 1'")}, ${only("'Jenis izin salah pilih'")}
    FROM bench_made a JOIN bench_days d ON d.i = ${part.day}
      JOIN bench_days r ON r.i = ${part.day} + ${part.recordedAfter ?? 0}
      JOIN bench_days e ON e.i = ${part.day} + 1
    WHERE ${part.when}`
}

/** Rows differ from the first one in these columns; whatever else a list line shows is the same in all. */
const own: Readonly<Record<string, string>> = {
  id: 'm.id',
  registration_number: `'R-' || CAST(10000000 + m.n AS TEXT)`,
  tracking_code: `'T-' || CAST(10000000 + m.n AS TEXT)`,
  holder_name: `'Pemohon ' || CAST(m.n AS TEXT)`,
  search_text: `''`,
  state: `'{}'`,
}

/** Triggers that would look at each of millions of lines; put back as they were. */
async function withoutGuards(trx: Knex, work: () => Promise<void>): Promise<void> {
  const table = 'application_events'
  if (isPostgres(trx)) {
    await trx.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await work()
    await trx.raw(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    return
  }
  const guards = await trx<{ type: string; tbl_name: string; name: string; sql: string }>(
    'sqlite_schema',
  ).where({
    type: 'trigger',
    tbl_name: table,
  })
  for (const { name } of guards) await trx.raw(`DROP TRIGGER ${name}`)
  await work()
  for (const { sql } of guards) await trx.raw(sql)
}

const filled = ['applications', 'application_events', 'report_facts']

/** Indexes of the tables that are filled, but for those that a constraint holds, as they were made. */
const indexesOf = (trx: Knex): Promise<readonly { readonly name: string; readonly sql: string }[]> =>
  rowsOf(
    trx,
    isPostgres(trx)
      ? `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename IN (${marks(filled)})
          AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY indexname`
      : `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${marks(filled)})
          ORDER BY name`,
    filled,
  )

/** Made once over everything, an index costs a tenth of what it costs line by line. */
async function withoutIndexes(trx: Knex, work: () => Promise<void>): Promise<void> {
  const indexes = await indexesOf(trx)
  for (const { name } of indexes) await trx.raw(`DROP INDEX ${name}`)
  await work()
  for (const { sql } of indexes) await trx.raw(sql)
}

/**
 * Fills an empty database by SQL with so many applications of five years, twelve events each, and what reports keep beside
 * them: the same for the same size, on both engines.
 */
export async function makeReportHistory(connection: Connection, size: number): Promise<void> {
  const { writer } = connection
  if (!writer) throw new Error('no writing side')
  const guards = await triggersInForce(connection)
  const indexes = await indexesOf(writer)
  await writer.transaction(async (trx) => {
    const first = aRegisteredState({ n: 1 })
    await makeApplicantStore(trx).save(first.applicant, first.submittedAt)
    const template = toApplicationRow(first, zone)
    await trx('applications').insert(template)
    const same = Object.keys(template).filter((column) => !(column in own))
    await trx.raw('CREATE TEMP TABLE bench_days (i INTEGER PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL)')
    const days = workingDays.map((day, i) => ({ i, day, at: `${day}T02:00:00.000Z` }))
    await trx.batchInsert('bench_days', days, 200)
    const wide = isPostgres(trx) ? 'BIGINT' : 'INTEGER'
    await trx.raw(`CREATE TEMP TABLE bench_made (n ${wide} PRIMARY KEY, id TEXT NOT NULL)`)
    await trx.raw(
      `INSERT INTO bench_made WITH RECURSIVE made(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM made WHERE n < ${size})
        SELECT n, ${idOf('n')} FROM made`,
    )
    await withoutIndexes(trx, async () => {
      await trx.raw(
        `INSERT INTO applications (${[...Object.keys(own), ...same].join(', ')})
          SELECT ${[...Object.values(own), ...same.map((column) => `a.${column}`)].join(', ')}
          FROM bench_made m JOIN applications a ON a.id = ? ORDER BY m.n`,
        [template.id],
      )
      await withoutGuards(trx, async () => {
        await trx.raw(
          `INSERT INTO application_events (id, application_id, seq, at, action, actor_name, actor_role, station, body)
            SELECT a.id || '-' || CAST(s.i AS TEXT), a.id, s.i, d.at, 'moved', 'Petugas', 'front-office', 'Loket 1', '{}'
            FROM bench_made a CROSS JOIN bench_days s JOIN bench_days d ON d.i = ${arrival} + s.i
            WHERE s.i BETWEEN 1 AND ${eventsOfEach}`,
        )
      })
      for (const part of factParts) await trx.raw(factSql(part))
    })
    await trx.raw(`INSERT INTO report_sums (dimension, kind, day, value, n, late) ${sumsOfFactsSql}`)
  })
  // The server of an office tidies up behind its writers by itself; the one of a test does not.
  await writer.raw(connection.engine === 'postgres' ? 'VACUUM ANALYZE' : 'ANALYZE')
  if ((await triggersInForce(connection)).join() !== guards.join()) throw new Error('a guard is missing')
  if (JSON.stringify(await indexesOf(writer)) !== JSON.stringify(indexes))
    throw new Error('an index is missing')
}
