import { beforeAll, describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { officeDate } from '#domain/office-date.ts'
import { aRegisteredDossier, instant, issued } from '#domain/testing/builders.ts'
import type { Queries } from '#ports/queries.ts'
import { storeMany } from '#ports/testing/test-office.ts'
import { reportBooks } from '#services/report-books.ts'
import { timeBehind } from '#services/time-behind.ts'
import { readOfficeFiles } from './office-files.ts'

const read = readOfficeFiles(assetsDir, 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value
const asOf = instant('2036-06-01T00:00:00.000Z')
const today = officeDate('2036-06-01')
const stage = 'front-office'
const waiting = 1_012

describe('reports of much', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDb()
    const dossiers = Array.from({ length: waiting }, (_, at) =>
      aRegisteredDossier({ n: at + 1, startStage: stage }),
    )
    const [first, ...rest] = dossiers
    if (!first) throw new Error('nobody waits')
    await storeMany(database, [...rest, issued(aRegisteredDossier({ n: 5_000 })), first])
    return () => database.close()
  })

  /** How many questions a daily report of these days asks. */
  async function asked(from: string, through: string) {
    let questions = 0
    const queries = new Proxy(database.queries, {
      get(target, name: keyof Queries) {
        questions += 1
        return target[name]
      },
    })
    const days = { from: officeDate(from), through: officeDate(through) }
    const book = await reportBooks({ office, queries }).daily({ days, asOf, today })
    return { questions, book }
  }

  it('of a long span ask no more than of a short one, and leave out days of which there is nothing to say', async () => {
    const [week, decade] = [await asked('2026-03-01', '2026-03-07'), await asked('2026-03-01', '2036-02-29')]
    expect(decade.questions).toBe(week.questions)
    expect(decade.book.figures).toEqual(week.book.figures)
    const byDay = ({ book }: typeof week) => book.tables.find(({ key }) => key === 'by-day')
    expect(byDay(week)?.rows).toHaveLength(7)
    expect(byDay(decade)?.rows.map(([day]) => day)).toEqual(['2026-03-02'])
    expect(byDay(decade)?.notes).toEqual(['Hari tanpa kegiatan tidak ditulis.'])
  })

  it('of a queue longer than its list have the whole of it as their figure', async () => {
    const { queries } = database
    const queue = (await queries.stageQueues()).find((one) => one.stage === stage)
    const days = { from: today, through: today }
    const behind = await timeBehind({ office, queries })({ days, asOf }, { of: 'queue', stage }, 300)
    expect([queue?.waiting, behind.total, behind.lines.length]).toEqual([waiting, waiting, 300])
  })
})
