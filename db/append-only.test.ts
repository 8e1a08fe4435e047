import type { Knex } from 'knex'
import sqlite3 from 'sqlite3'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { anId, aNumber, aRegisteredDossier, instant, issued } from '#domain/testing/builders.ts'
import { aClosing } from '#ports/testing/closing-store.contract.ts'
import { aComplaint, anAct } from '#ports/testing/complaint-store.contract.ts'
import { doWork, store } from '#ports/testing/test-office.ts'
import { guardTriggers, triggersInForce } from './integrity.ts'
import { openBare, type BareDatabase } from './testing/open-connection.ts'
import { engines, type Engine } from './testing/open-test-db.ts'

const dossier = issued(aRegisteredDossier())
const at = instant('2026-03-02T01:00:00.000Z')

async function openFilled(
  engine: Engine,
  ...rest: [((end: () => Promise<void>) => void)?]
): Promise<BareDatabase> {
  const bare = await openBare(engine, ...rest)
  await store(bare.office, dossier)
  await doWork(bare.office, async ({ closings, complaints, numbers }) => {
    await closings.add(aClosing(1), [])
    const { number } = aComplaint(1)
    await numbers.advance(number.series, number.scope)
    await numbers.record({
      number,
      document: 'complaint-slip',
      applicationId: anId(1, 'f'),
      subjectId: anId(1, 'f'),
      takenAt: at,
    })
    await complaints.add(aComplaint(1, { acts: [anAct(1, 'forwarded')] }))
    await numbers.start({
      id: anId(8, 'd'),
      series: 'P',
      scope: '2026',
      before: 0,
      last: 127,
      reason: 'Buku register',
      by: { userId: anId(1, 'f'), name: 'Melati Sambas' },
      at,
    })
    await numbers.advance('SIPD', '2026')
    await numbers.record({
      number: aNumber('SIPD', 1),
      document: 'permit',
      applicationId: dossier.state.id,
      subjectId: null,
      takenAt: at,
    })
  })
  return bare
}

const snapshot = async (handle: Knex): Promise<unknown> => ({
  events: await handle('application_events').orderBy('application_id').orderBy('seq'),
  numbers: await handle('official_numbers').orderBy('text'),
  sequences: await handle('number_sequences').orderBy('series'),
  starts: await handle('number_starts').orderBy('position'),
  closings: await handle('day_closings').orderBy('position'),
  acts: await handle('complaint_acts').orderBy('seq'),
})

const columns = 'id, application_id, seq, at, action, actor_name, actor_role, station, body'
const forged = (id: string, seq: number): string =>
  `(${columns}) VALUES ('${id}', '${dossier.state.id}', ${seq}, '${at}', 'moved', 'x', 'x', 'x', '{}')`
const numberLine = `(series, scope, serial, text, document, application_id, taken_at)
  VALUES ('SIPD', '2026', 1, 'SIPD/000001/2026', 'permit', 'forged', '${at}')`
const first = dossier.events[0]?.id ?? ''
const next = dossier.events.length + 1

const onBoth: Readonly<Record<string, string>> = {
  'an event is changed': `UPDATE application_events SET note = 'forged'`,
  'an event is changed to itself': `UPDATE application_events SET seq = seq`,
  'an event is deleted': `DELETE FROM application_events WHERE seq = 1`,
  'an event comes under an id that is taken': `INSERT INTO application_events ${forged(first, next)}`,
  'an event comes in place of another in the history': `INSERT INTO application_events ${forged(anId(9, 'f'), 1)}`,
  'an event leaves a gap in the history': `INSERT INTO application_events ${forged(anId(9, 'f'), next + 1)}`,
  'an event is changed by a conflicting insert': `INSERT INTO application_events ${forged(first, next)}
    ON CONFLICT (id) DO UPDATE SET note = 'forged'`,
  'a number is deleted': `DELETE FROM official_numbers`,
  'a number changes its dossier': `UPDATE official_numbers SET application_id = 'forged'`,
  'a number changes its text': `UPDATE official_numbers SET text = 'SIPD/9'`,
  'a number is taken twice': `INSERT INTO official_numbers ${numberLine}`,
  'a number is taken over': `INSERT INTO official_numbers ${numberLine}
    ON CONFLICT (series, text) DO UPDATE SET application_id = 'forged'`,
  'a series is set back': `UPDATE number_sequences SET last_serial = 0 WHERE series = 'SIPD'`,
  'a series stands still': `UPDATE number_sequences SET last_serial = last_serial`,
  'a series is forgotten': `DELETE FROM number_sequences`,
  'a beginning is changed': `UPDATE number_starts SET last_serial = 5`,
  'a beginning is forgotten': `DELETE FROM number_starts`,
  'a closing is changed': `UPDATE day_closings SET note = 'forged'`,
  'a closing is forgotten': `DELETE FROM day_closings`,
  'an act on a complaint is changed': `UPDATE complaint_acts SET body = 'forged'`,
  'an act on a complaint is forgotten': `DELETE FROM complaint_acts`,
}

const forgedAct = (
  id: string,
): string => `complaint_acts (complaint_id, seq, id, action, done_at, done_by, done_by_user)
  VALUES ('${anId(1, 'f')}', 1, '${id}', 'closed', '${at}', 'x', 'x')`

const replacements: Readonly<Record<string, string>> = {
  'an event is replaced by its id': `INSERT OR REPLACE INTO application_events ${forged(first, next)}`,
  'an event is replaced by its place in the history': `REPLACE INTO application_events ${forged(anId(9, 'f'), 1)}`,
  'an event takes the place of another': `UPDATE OR REPLACE application_events SET seq = 1 WHERE seq = 2`,
  'a number is replaced by its text': `INSERT OR REPLACE INTO official_numbers ${numberLine}`,
  'a number is replaced by its serial': `INSERT OR REPLACE INTO official_numbers ${numberLine.replace('SIPD/000001', 'SIPD/1')}`,
  'an act on a complaint is replaced by its id': `INSERT OR REPLACE INTO ${forgedAct(anId(1, 'd'))}`,
  'an act on a complaint is replaced by its place': `REPLACE INTO ${forgedAct(anId(7, 'd'))}`,
}

const emptying: Readonly<Record<string, string>> = {
  'the history is emptied': 'TRUNCATE application_events',
  'the history is emptied together with what it hangs on': 'TRUNCATE applications CASCADE',
  'the register is emptied together with what hangs on it': 'TRUNCATE official_numbers CASCADE',
  'the series are emptied': 'TRUNCATE number_sequences',
  'the beginnings are emptied': 'TRUNCATE number_starts',
  'what was done with complaints is emptied': 'TRUNCATE complaint_acts',
}

/** A connection as any other program would open it: no setting of ours is in force. */
const openPlain = (file: string): Promise<(sql: string) => Promise<void>> =>
  new Promise((resolve, reject) => {
    const plain = new sqlite3.Database(file, (error) => {
      if (error) return reject(error)
      onTestFinished(() => new Promise<void>((done) => plain.close(() => done())))
      resolve(
        (sql) => new Promise((done, fail) => plain.exec(sql, (fault) => (fault ? fail(fault) : done()))),
      )
    })
  })

describe.each(engines)('history and numbers on %s', (engine) => {
  const attempts = { ...onBoth, ...(engine === 'sqlite' ? replacements : emptying) }

  // Shared, because nothing of it may change.
  let shared: BareDatabase
  beforeAll(async () => {
    const ends: (() => Promise<void>)[] = []
    shared = await openFilled(engine, (end) => ends.unshift(end))
    return async () => {
      for (const end of ends) await end()
    }
  })

  it.each(Object.entries(attempts))('stay as they were written when %s', async (_, sql) => {
    const { writer } = shared
    const before = await snapshot(writer)
    await expect(writer.raw(sql)).rejects.toThrow(
      /append-only|keeps every line|is taken|duplicate key|never given twice|continue|only become void|delete refused|CASCADE/,
    )
    expect(await snapshot(writer)).toEqual(before)
  })

  it('a number may become void, and then never again otherwise', async () => {
    const { writer } = await openFilled(engine)
    await writer.raw(`UPDATE official_numbers SET void_reason = 'refused', voided_at = '${at}'`)
    await expect(writer.raw(`UPDATE official_numbers SET void_reason = 'other'`)).rejects.toThrow(
      'only become void',
    )
    await expect(
      writer.raw(`UPDATE official_numbers SET void_reason = NULL, voided_at = NULL`),
    ).rejects.toThrow('only become void')
  })

  it('are guarded by exactly these triggers', async () => {
    const bare = await openBare(engine)
    expect(await triggersInForce(bare)).toEqual(guardTriggers[engine])
  })

  it('a guard that somebody removes is missed', async () => {
    const { writer, office } = await openBare(engine)
    expect(await office.integrityCheck()).toEqual([])
    const name = engine === 'sqlite' ? 'application_events_no_update' : 'application_events_no_change'
    await writer.raw(`DROP TRIGGER ${name}${engine === 'sqlite' ? '' : ' ON application_events'}`)
    expect(await office.integrityCheck()).toEqual([`guard ${name} is missing`])
  })
})

describe('another program on the embedded file', () => {
  const attempts = { ...onBoth, ...replacements }

  it.each(Object.entries(attempts))('cannot rewrite either when %s', async (_, sql) => {
    const { writer, office } = await openFilled('sqlite')
    const before = await snapshot(writer)
    const run = await openPlain('file' in office.place ? office.place.file : '')
    await expect(run(sql)).rejects.toThrow('SQLITE_CONSTRAINT')
    expect(await snapshot(writer)).toEqual(before)
  })
})
