import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { satisfactionElements } from '#domain/satisfaction.ts'
import { openSqlite } from '../connection.ts'
import { migrateTo } from '../migrate.ts'
import { makeTestFolder } from '../testing/open-test-db.ts'
import { migrations } from './index.ts'

const before = migrations.findIndex((one) => one.name === '0043-date-survey-answers')

it('answers that were there have been known since their own hour', async () => {
  const folder = await makeTestFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const opened = await openSqlite(join(folder, 'office.db'), 'write')
  if (!opened.ok || !opened.value.writer) throw new Error('not opened')
  const { writer, close } = opened.value
  onTestFinished(close)
  await migrateTo(writer, migrations.slice(0, before))
  await writer('survey_answers').insert({
    id: 'a',
    answered_hour: '2026-03-02T01:00:00.000Z',
    way: 'screen',
    permit_type_code: 'SIPD',
    kind: 'new',
    ...Object.fromEntries(satisfactionElements.map((one) => [`score_${one}`, 4])),
  })
  await migrateTo(writer, migrations.slice(0, before + 1))
  expect(await writer('survey_answers').select('known_at')).toEqual([
    { known_at: '2026-03-02T01:00:00.000Z' },
  ])
})
