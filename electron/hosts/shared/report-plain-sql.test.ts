import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { engines, openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { openPlainSql, type PlainSql } from '#db/testing/plain-sql.ts'
import type { BookKind } from '#domain/documents/book-kinds.ts'
import type { ReportBook } from '#domain/documents/report-book.ts'
import { addDays, officeDate } from '#domain/office-date.ts'
import { satisfactionElements, type SatisfactionAnswers } from '#domain/satisfaction.ts'
import { anId, instant } from '#domain/testing/builders.ts'
import { firstDayOfHistories, growDossier, randomHistory } from '#domain/testing/random-histories.ts'
import { doWork, storeMany } from '#ports/testing/test-office.ts'
import type { Office } from '#services/office.ts'
import { reportBooks } from '#services/report-books.ts'
import { timeReport } from '#services/time-report.ts'
import { readOfficeFiles } from './office-files.ts'

const asOf = instant('2026-06-01T00:00:00.000Z')
const march = { from: officeDate('2026-03-01'), through: officeDate('2026-03-31') }
const year = { from: officeDate('2026-01-01'), through: officeDate('2026-12-31') }
const week = { from: firstDayOfHistories, through: addDays(firstDayOfHistories, 6) }
type Days = typeof march

/** The same histories in both databases. */
const dossiers = fc
  .sample(randomHistory, { numRuns: 120, seed: 20_260_319 })
  .map((history, at) => growDossier(at + 1, history))
const answered = instant('2026-03-05T02:00:00.000Z')

function officeOfPontianak(): Office {
  const files = readOfficeFiles(assetsDir, 'pontianak')
  if (!files.ok) throw new Error('the data files of Pontianak are broken')
  return files.value.office
}

describe.each(engines)(
  'figures of reports against a plain count in SQL on %s',
  { timeout: 60_000 },
  (engine) => {
    const office = officeOfPontianak()
    let database: TestDatabase
    let sql: PlainSql
    beforeAll(async () => {
      database = await openTestDb(engine)
      await storeMany(database, dossiers)
      await doWork(database, async ({ numbers, surveys }) => {
        await numbers.bringIn(
          dossiers.map(({ state }, at) => ({
            number: {
              series: office.profile.receipt.series,
              scope: '2026',
              serial: at + 1,
              text: state.registrationNumber.text,
            },
            document: 'receipt',
            applicationId: state.id,
            subjectId: null,
            takenAt: state.submittedAt,
          })),
        )
        for (const [at, { state }] of dossiers.slice(0, 37).entries())
          await surveys.answer({
            id: anId(at, 'd'),
            hour: answered,
            knownAt: answered,
            way: at % 3 === 0 ? 'paper' : 'screen',
            permitTypeCode: state.data.permitTypeCode,
            kind: 'new',
            scores: Object.fromEntries(
              satisfactionElements.map((one, place) => [one, 1 + ((at + place * 2) % 4)]),
            ) as SatisfactionAnswers,
            sex: at % 2 === 0 ? 'female' : null,
            age: null,
            education: null,
            occupation: null,
            suggestion: null,
            enteredBy: null,
          })
      })
      sql = await openPlainSql(engine, database)
    }, 60_000)
    afterAll(async () => {
      await sql.close()
      await database.close()
    })

    const dayOf = (column: string): string => sql.dayOf(column)
    const within = (column: string, days: Days): string => sql.within(column, days)
    const rows = <Row>(text: string): Promise<readonly Row[]> => sql.rows(text)
    const count = (from: string): Promise<number> => sql.count(from)
    /** Figures that every report of issuance shows. */
    const plain = async (days: Days): Promise<Readonly<Record<string, number>>> => ({
      received: await count(`application_events WHERE action = 'registered' AND ${within('at', days)}`),
      returned: await count(`(SELECT DISTINCT application_id, ${dayOf('at')} AS day FROM application_events
      WHERE move_kind = 'return-to-applicant' AND ${within('at', days)}) one`),
      issued: await count(`applications WHERE product_kind = 'permit' AND ${within('issued_at', days)}`),
      refused: await count(`applications WHERE ${within('refused_at', days)}`),
      revoked: await count(
        `applications WHERE product_kind = 'revocation-decree' AND ${within('issued_at', days)}`,
      ),
      'handed-over': await count(`application_events WHERE action = 'handed-over' AND ${within('at', days)}`),
      late: await count(
        `applications WHERE product_kind = 'permit' AND ${within('issued_at', days)} AND ${dayOf('issued_at')} > due_on`,
      ),
    })
    const bookOf = (kind: BookKind, days: Days): Promise<ReportBook> =>
      reportBooks({ office, queries: database.queries })[kind]({
        days,
        asOf,
        today: officeDate('2026-06-01'),
      })
    const figures = (book: ReportBook) => Object.fromEntries(book.figures.map((one) => [one.key, one.value]))
    const rowsOf = (book: ReportBook, key: string) => book.tables.find((one) => one.key === key)?.rows ?? []

    it('of a day, of a week day by day, of a month and of a year', async () => {
      for (let at = 0; at < 7; at += 1) {
        const day = addDays(firstDayOfHistories, at)
        const days = { from: day, through: day }
        expect(figures(await bookOf('daily', days)), day).toEqual(await plain(days))
      }
      expect(figures(await bookOf('daily', week))).toEqual(await plain(week))
      const month = await plain(march)
      expect(Object.values(month).filter((one) => one > 10).length).toBeGreaterThan(4)
      expect(figures(await bookOf('period', march))).toEqual(month)
      expect(figures(await bookOf('recap', year))).toEqual(await plain(year))
    })

    it('of late permits: as many lines as the figure says, each with the stage that held it', async () => {
      const book = await bookOf('daily', march)
      const late = rowsOf(book, 'late')
      expect(late.length).toBeGreaterThan(0)
      expect(late).toHaveLength((await plain(march))['late'] ?? -1)
      const columns = book.tables.find(({ key }) => key === 'late')?.columns.map(({ key }) => key) ?? []
      const cellsOf = (key: string) => late.map((row) => row[columns.indexOf(key)] ?? null)
      expect(cellsOf('held-by-stage')).not.toContain(null)
      for (const days of cellsOf('days-late')) expect(days).toBeGreaterThan(0)
    })

    it('of each type and month in the recap of a year', async () => {
      const recap = await bookOf('recap', year)
      const counted = await rows<{ code: string; month: string; n: number | string }>(
        `SELECT permit_type_code AS code, substr(${dayOf('issued_at')}, 6, 2) AS month, count(*) AS n
        FROM applications WHERE product_kind = 'permit' AND issued_at IS NOT NULL GROUP BY 1, 2`,
      )
      const said = rowsOf(recap, 'issued').flatMap(([code, , ...months]) =>
        months
          .slice(0, 12)
          .flatMap((n, at) => (n === 0 ? [] : [`${code} ${String(at + 1).padStart(2, '0')} ${n}`])),
      )
      expect(said.toSorted()).toEqual(counted.map(({ code, month, n }) => `${code} ${month} ${n}`).toSorted())
      expect(said.length).toBeGreaterThan(2)
    })

    it('of promised and real time, on paper as on the screen', async () => {
      const decidedOn = `COALESCE(issued_at, refused_at)`
      const decided = `applications WHERE ${within(decidedOn, march)}`
      const sla = figures(await bookOf('sla', march))
      expect(sla).toMatchObject({
        decided: await count(decided),
        within: await count(`${decided} AND ${dayOf(decidedOn)} <= due_on`),
        late: await count(`${decided} AND ${dayOf(decidedOn)} > due_on`),
        'no-promise': await count(`${decided} AND due_on IS NULL`),
      })
      expect(sla['late']).toBeGreaterThan(3)
      const shown = await timeReport({ office, queries: database.queries })({ days: march, asOf })
      expect(shown.decided).toMatchObject({
        count: sla['decided'],
        within: sla['within'],
        late: sla['late'],
        noPromise: sla['no-promise'],
        times: { median: sla['median'], p80: sla['p80'], p95: sla['p95'] },
      })
    })

    it('of the registers: every number that was taken, every paper that went out', async () => {
      const incoming = await bookOf('register-in', week)
      const taken = await count(`official_numbers WHERE document = 'receipt' AND ${within('taken_at', week)}`)
      expect([figures(incoming)['numbers'], rowsOf(incoming, 'incoming').length]).toEqual([taken, taken])
      const outgoing = await bookOf('register-out', march)
      const papers = (kind: string) =>
        count(`applications WHERE product_kind = '${kind}' AND product_number IS NOT NULL
        AND ${within('COALESCE(issued_at, refused_at)', march)}`)
      expect(figures(outgoing)).toMatchObject({
        permits: await papers('permit'),
        'refusal-letters': await papers('refusal-letter'),
        'revocation-decrees': await papers('revocation-decree'),
      })
      expect(rowsOf(outgoing, 'outgoing').length).toBeGreaterThan(20)
    })

    it('of the survey: its index is 25 times the mean of the nine means', async () => {
      const skm = await bookOf('skm', march)
      const means = satisfactionElements.map((one) => `avg(CAST(score_${one} AS DECIMAL))`).join(' + ')
      const [row] = await rows<{ index: number | string; n: number | string; women: number | string }>(
        `SELECT (${means}) * 25 / 9 AS "index", count(*) AS n,
        sum(CASE WHEN sex = 'female' THEN 1 ELSE 0 END) AS women FROM survey_answers`,
      )
      expect(figures(skm)['respondents']).toBe(Number(row?.n))
      // Each unsur is rounded to the ten-thousandth before.
      expect(figures(skm)['index']).toBeCloseTo(Number(row?.index), 1)
      expect(figures(skm)['served']).toBe((await plain(march))['handed-over'])
      const women = rowsOf(skm, 'respondents').find(([, value]) => value === 'Perempuan')
      expect(women?.[2]).toBe(Number(row?.women))
    })
  },
)
