import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres, openSqlite, type Connection } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { marks, rowsOf } from '#db/repositories/reading.ts'
import { makeReportQueries } from '#db/repositories/report-queries.ts'
import { startPostgres } from '#db/testing/postgres-server.ts'
import { factKinds } from '#domain/report-facts.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import type { FactCondition } from '#ports/report-queries.ts'
import { countTypeRecap } from '#services/type-recap.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import { interleave, ratio, type BenchResult, type Measured, type Ratio } from './measure.ts'
import { lastYear, makeReportHistory, workingDays } from './report-history.ts'

/** What a task may take, as a share of its limit. */
const within = (name: string, measured: Measured | undefined, limitMs: number): Ratio => ({
  name: `${name}, p95 / ${limitMs} ms`,
  value: (measured?.p95Ms ?? Number.NaN) / limitMs,
  target: 1,
})

async function measure(engine: string, connection: Connection, scale: number, rounds: number) {
  const from = performance.now()
  await makeReportHistory(connection, scale)
  console.log(
    `  ${engine}: ${scale} applications made in ${((performance.now() - from) / 1000).toFixed(0)} s`,
  )
  const { reader } = connection
  const queries = makeReportQueries(reader)
  const random = createRandom(5)
  const aDay = (): OfficeDate => random.pick(workingDays.slice(200, -200))
  const aYear = () => {
    const year = lastYear - random.between(1, 3)
    return { from: officeDate(`${year}-01-01`), through: officeDate(`${year}-12-31`) }
  }
  const all = (days: FactCondition['days']): FactCondition => ({ days, kinds: factKinds, asOf: null })
  const dayOf = (day: OfficeDate) => ({ from: day, through: day })
  const byHand = (groups: string, from: string, through: string) =>
    rowsOf(
      reader,
      `SELECT kind, ${groups} AS g, count(*) AS n, sum(late) AS late FROM report_facts
        WHERE kind IN (${marks(factKinds)}) AND day >= ? AND day <= ? AND reversed_at IS NULL GROUP BY kind, ${groups}`,
      [...factKinds, from, through],
    )
  const issuedOfType = (days: FactCondition['days']): FactCondition => ({
    days,
    kinds: ['issued'],
    where: { 'permit-type': `T${random.between(10, 46)}` },
    asOf: null,
  })
  const measured = await interleave(
    [
      {
        name: `${engine}: a day by permit type`,
        run: () => queries.countFacts(all(dayOf(aDay())), { by: 'permit-type', per: null }),
      },
      {
        name: `${engine}: a day by permit type, plain SQL`,
        run: () => {
          const day = aDay()
          return byHand('permit_type_code', day, day)
        },
      },
      {
        name: `${engine}: a year by month`,
        run: () => queries.countFacts(all(aYear()), { by: null, per: 'month' }),
      },
      {
        name: `${engine}: a year by month and permit type`,
        run: () => queries.countFacts(all(aYear()), { by: 'permit-type', per: 'month' }),
      },
      {
        name: `${engine}: a year by month, plain SQL`,
        run: () => {
          const { from, through } = aYear()
          return byHand('substr(day, 1, 7)', from, through)
        },
      },
      {
        name: `${engine}: what is behind a cell of a day`,
        run: () => queries.listFacts({ ...all(dayOf(aDay())), kinds: ['issued'] }, 200),
      },
      {
        name: `${engine}: what is behind a cell of a year`,
        run: () => queries.listFacts(issuedOfType(aYear()), 200),
      },
      {
        name: `${engine}: a day as of its evening`,
        run: () => {
          const day = aDay()
          const asOf = instantOf(Date.parse(`${day}T12:00:00.000Z`))
          return queries.countFacts({ ...all(dayOf(day)), asOf }, { by: 'permit-type', per: null })
        },
      },
      {
        name: `${engine}: a year by facility`,
        run: () => queries.countFacts({ ...all(aYear()), kinds: ['issued'] }, { by: 'facility', per: null }),
      },
      {
        name: `${engine}: the recap of a year by type`,
        run: () => countTypeRecap(queries, aYear(), null),
      },
    ],
    rounds,
    2,
  )
  const [day, dayByHand, year, yearOfTypes, yearByHand, behindDay, behindYear, asOf, facility, recap] =
    measured
  return {
    measured,
    ratios: [
      within(`${engine}: a day by permit type`, day, 50),
      ratio(`${engine}: a day / plain SQL`, day, dayByHand, 2),
      within(`${engine}: a year by month`, year, 300),
      within(`${engine}: a year by month and permit type`, yearOfTypes, 300),
      ratio(`${engine}: a year by month / plain SQL`, year, yearByHand, 1.5),
      within(`${engine}: behind a cell of a day`, behindDay, 100),
      within(`${engine}: behind a cell of a year`, behindYear, 100),
      within(`${engine}: a day as of its evening`, asOf, 50),
      { ...within(`${engine}: a year by facility`, facility, 300), target: null },
      { ...within(`${engine}: the recap of a year by type`, recap, 300), target: null },
    ],
  }
}

async function openEmpty(opening: ReturnType<typeof openSqlite>): Promise<Connection> {
  const opened = await opening
  if (!opened.ok) throw new Error(opened.refusal.code)
  const migrated = await migrate(opened.value)
  if (!migrated.ok) throw new Error(migrated.refusal.code)
  return opened.value
}

/** Figures of reports over a history of so many applications, beside the plain SQL of their counts, on both databases. */
export async function benchReports(rounds: number, scale: number): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-bench-'))
  const file = await openEmpty(openSqlite(join(folder, 'kantor.sqlite'), 'write'))
  const results = []
  try {
    results.push(await measure('SQLite', file, scale, rounds))
  } finally {
    await file.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const server = await startPostgres({ onDisk: true })
  try {
    const connection = await openEmpty(openPostgres(server.adminUrl, 'write'))
    results.push(await measure('PostgreSQL', connection, scale, rounds))
    await connection.close()
  } finally {
    await server.stop()
  }
  return {
    bench: 'reports',
    measured: results.flatMap((one) => one.measured),
    ratios: results.flatMap((one) => one.ratios),
  }
}
