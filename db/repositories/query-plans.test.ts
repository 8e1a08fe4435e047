import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import type { Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import { openBare } from '../testing/open-connection.ts'
import { engines } from '../testing/open-test-db.ts'
import { makeQueries } from './queries.ts'
import { isPostgres, rowsOf } from './reading.ts'

const day = officeDate('2026-11-19')
const days = { from: day, through: day }
const from = '2026-11-18T17:00:00.000Z' as Instant
const until = '2026-11-19T17:00:00.000Z' as Instant

/** What is asked all day or of one day, each with the index that was made for it; null: any will do. */
const questions: readonly (readonly [string, string | null, (queries: Queries) => Promise<unknown>])[] = [
  ['events of a day', 'application_events_at', (one) => one.listEvents({ from, until })],
  ['voids of a day', 'official_numbers_voided', (one) => one.listVoidedNumbers({ from, until })],
  [
    'numbers of a day',
    'official_numbers_taken',
    (one) => one.listRegistrations('registration', { from, until }, null),
  ],
  [
    'numbers of a day without their dossiers',
    'official_numbers_taken',
    (one) => one.listNumbersTaken('registration', { from, until }, until),
  ],
  ['legalisations of a day', 'official_numbers_taken', (one) => one.listLegalisations({ from, until })],
  [
    'electronic signatures of a day',
    'products_signed',
    (one) => one.listSignedElectronically({ from, until }),
  ],
  ['permits that expire', 'applications_expiring', (one) => one.listExpiring(day, day)],
  [
    'permits that expired otherwise before a Ralat',
    'products_former_ends',
    (one) => one.listFormerlyExpiring(day, day),
  ],
  ['papers that went out on a day', 'report_facts_day', (one) => one.outgoingRegister(days, null)],
  ['papers that went out, as of a moment', 'report_facts_day', (one) => one.outgoingRegister(days, until)],
  ['what has changed in a day since', 'report_facts_day', (one) => one.factDifferences(days, from, until)],
  [
    'figures of a day as of a moment',
    'report_facts_day',
    (one) => one.countFacts({ days, kinds: ['issued'], asOf: until }, { by: null, per: 'day' }),
  ],
  [
    'what is behind a figure',
    'report_facts_day',
    (one) => one.listFacts({ days, kinds: ['issued'], asOf: null }, 200),
  ],
  ['stays that ended on a day', 'report_spans_left', (one) => one.listStaysEnded(days)],
  [
    'what is near a limit',
    'applications_open_due',
    (one) =>
      one.listNearLimits({
        dueThrough: day,
        acceptedBefore: from,
        stays: [{ stages: ['check', 'verify'], enteredBefore: from }],
      }),
  ],
  ['what was overdue at a moment', 'applications_withdrawn', (one) => one.listOverdueAt(from, day)],
  ['the last fact', 'report_facts_recorded', (one) => one.latestFactAt()],
  ['when the books last learned something', 'application_events_at', (one) => one.lastRecorded()],
  [
    'dossiers of which something was learnt since',
    'application_events_at',
    (one) => one.historiesBefore(['0198'], from),
  ],
  [
    'the survey of a day as of a moment',
    'survey_answers_hour',
    (one) => one.surveyFigures({ from, until }, null, until),
  ],
  ['days that nobody closed', null, (one) => one.listOpenDays(days)],
  ['the portal’s figures', 'portal_calls_waiting', (one) => one.portalFigures()],
  ['what the portal gets next', 'portal_calls_turn', (one) => one.listPortalDue(until, 48)],
  ['what is to be planned for the portal', null, (one) => one.listPortalPlans(50)],
]

/** Tables that grow with every dossier. */
const large =
  'applications|application_events|official_numbers|products|handovers|print_jobs|report_facts|report_spans|portal_calls|portal_files|outbox|survey_answers'
/** Of these only what is open is kept in an index, so that it may be read whole. */
const ofOpenOnes =
  /USING (COVERING )?INDEX (portal_calls_(waiting|turn|aside)|outbox_waiting|portal_files_(turn|aside))/

async function planOf(reader: Knex, { sql, bindings }: Knex.Sql): Promise<readonly string[]> {
  if (!isPostgres(reader)) {
    const rows = await rowsOf<{ detail: string }>(reader, `EXPLAIN QUERY PLAN ${sql}`, [
      ...bindings,
    ] as string[])
    return rows.map(({ detail }) => detail)
  }
  const text = sql.replaceAll(/\$\d+/g, '?')
  return reader.transaction(async (trx) => {
    // Of a table without rows every index is dearer than the table.
    await trx.raw('SET LOCAL enable_seqscan = off')
    const rows = await rowsOf<{ 'QUERY PLAN': string }>(trx, `EXPLAIN (COSTS OFF) ${text}`, [
      ...bindings,
    ] as string[])
    return rows.map((row) => row['QUERY PLAN'])
  })
}

describe.each(engines)('questions of every day, on %s', (engine) => {
  const ends: (() => Promise<void>)[] = []
  let reader: Knex
  beforeAll(async () => {
    reader = (await openBare(engine, (end) => ends.unshift(end))).reader
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })

  it.each(questions)('%s: no table that grows is read whole', async (_name, index, ask) => {
    const asked: Knex.Sql[] = []
    const hear = (query: Knex.Sql): void => void asked.push(query)
    reader.on('query', hear)
    await ask(makeQueries(reader))
    reader.removeListener('query', hear)
    const plans = []
    for (const one of asked) plans.push(...(await planOf(reader, one)))
    const whole = new RegExp(`^SCAN (${large})\\b|Seq Scan on (${large})\\b`)
    expect(plans.filter((line) => whole.test(line) && !ofOpenOnes.test(line))).toEqual([])
    // What PostgreSQL prefers depends on how much there is.
    if (engine === 'sqlite' && index !== null) expect(plans.join('\n')).toContain(` ${index}`)
  })
})
