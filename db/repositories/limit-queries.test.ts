import type { Knex } from 'knex'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AlarmSearch } from '#domain/limit-alarm.ts'
import { officeDate } from '#domain/office-date.ts'
import { instant } from '#domain/testing/builders.ts'
import { openPostgres, openSqlite } from '../connection.ts'
import { engines, openTestDb, type Engine } from '../testing/open-test-db.ts'
import { makeLimitQueries } from './limit-queries.ts'

const now = instant('2026-11-19T02:00:00.000Z')
const search: AlarmSearch = {
  dueThrough: officeDate('2026-11-20'),
  acceptedBefore: now,
  stays: [{ stages: ['pemeriksaan', 'verifikasi'], enteredBefore: now }],
}

/** Tables that grow with every application that ever was. */
const large = 'applications|application_events|report_facts|report_spans'

async function openReader(engine: Engine): Promise<Knex> {
  const { place, close } = await openTestDb(engine)
  const opened = await ('file' in place ? openSqlite(place.file, 'read') : openPostgres(place.url, 'read'))
  if (!opened.ok) throw new Error('the database cannot be read')
  onTestFinished(async () => {
    await opened.value.close()
    await close()
  })
  return opened.value.reader
}

/** How the database would answer everything that this asks. */
async function plansOf(engine: Engine, ask: (reader: Knex) => Promise<unknown>): Promise<readonly string[]> {
  const reader = await openReader(engine)
  const asked: { readonly sql: string; readonly bindings: readonly Knex.RawBinding[] }[] = []
  const note = (query: (typeof asked)[number]) => void asked.push(query)
  reader.on('query', note)
  await ask(reader)
  reader.removeListener('query', note)
  expect(asked.length).toBeGreaterThan(0)
  const explain = async (handle: Knex, word: string): Promise<readonly string[]> => {
    const plans: string[] = []
    for (const { sql, bindings } of asked) {
      const explained = await handle.raw<unknown>(`${word} ${sql.replaceAll(/\$\d+/g, '?')}`, bindings)
      plans.push(...JSON.stringify(explained).split(/","|"\},\{"|\\n/))
    }
    return plans
  }
  return engine === 'sqlite'
    ? explain(reader, 'EXPLAIN QUERY PLAN')
    : reader.transaction(async (trx) => {
        // Of an empty table PostgreSQL would read all: so it shows whether it could do otherwise.
        await trx.raw('SET LOCAL enable_seqscan = off')
        return explain(trx, 'EXPLAIN')
      })
}

const wholeTable: Readonly<Record<Engine, RegExp>> = {
  sqlite: new RegExp(`SCAN (${large}|a|o|s)\\b(?!.*USING (COVERING )?INDEX)`),
  postgres: new RegExp(`Seq Scan on (${large})\\b`),
}

describe.each(engines)('alarms on %s', (engine) => {
  it.each([
    ['what may be near a limit', (reader: Knex) => makeLimitQueries(reader).listNearLimits(search)],
    [
      'what was overdue at a moment',
      (reader: Knex) => makeLimitQueries(reader).listOverdueAt(now, search.dueThrough),
    ],
    ['when the books last learned something', (reader: Knex) => makeLimitQueries(reader).latestFactAt()],
  ])('never read a whole table for %s', async (_what, ask) => {
    const plans = await plansOf(engine, ask)
    expect(plans.filter((line) => wholeTable[engine].test(line))).toEqual([])
  })

  it('would be seen to read one', async () => {
    const plans = await plansOf(engine, (reader) =>
      reader.raw('SELECT note FROM applications WHERE note IS NOT NULL'),
    )
    expect(plans.filter((line) => wholeTable[engine].test(line))).toHaveLength(1)
  })
})
