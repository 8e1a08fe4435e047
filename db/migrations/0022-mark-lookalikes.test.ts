import { describe, expect, it, onTestFinished } from 'vitest'
import { marksOfDossier } from '#domain/lookalike.ts'
import { aRegisteredDossier } from '#domain/testing/builders.ts'
import { store } from '#ports/testing/test-office.ts'
import { openSqlite } from '../connection.ts'
import { makeQueries } from '../repositories/queries.ts'
import { openTestDb } from '../testing/open-test-db.ts'
import { up } from './0022-mark-lookalikes.ts'

describe('0022-mark-lookalikes', () => {
  it('marks the dossiers of the time before it', async () => {
    const database = await openTestDb('sqlite')
    onTestFinished(database.close)
    const dossier = aRegisteredDossier()
    await store(database, dossier)
    const { state } = dossier
    const { place } = database
    if (!('file' in place)) throw new Error('not the embedded database')
    const opened = await openSqlite(place.file, 'write')
    if (!opened.ok || !opened.value.writer) throw new Error('not opened')
    const { writer, close } = opened.value
    onTestFinished(close)
    await writer.raw('DROP TABLE lookalike_marks')
    await up(writer)
    const found = await makeQueries(writer).listLookalikes(marksOfDossier(state).slice(0, 1), 9)
    expect(found).toEqual([state])
  })
})
