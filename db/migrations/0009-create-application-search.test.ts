import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../connection.ts'
import { migrateTo } from '../migrate.ts'
import { makeTestFolder } from '../testing/open-test-db.ts'
import { migrations } from './index.ts'

const before = migrations.findIndex((one) => one.name === '0009-create-application-search')

describe('0009-create-application-search', () => {
  it('leaves every row from before as it was', async () => {
    const folder = await makeTestFolder()
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const opened = await openSqlite(join(folder, 'office.db'), 'write')
    if (!opened.ok || !opened.value.writer) throw new Error('not opened')
    const { writer, close } = opened.value
    onTestFinished(close)
    await migrateTo(writer, migrations.slice(0, before))
    const applicant = {
      id: 'a',
      kind: 'person',
      nik: null,
      name: 'Sari',
      data: '{}',
      created_at: 'x',
      updated_at: 'x',
    }
    await writer('applicants').insert(applicant)
    await migrateTo(writer, migrations.slice(0, before + 1))
    expect(await writer('applicants')).toEqual([applicant])
    expect(await writer.raw('SELECT count(*) AS words FROM application_search')).toEqual([{ words: 0 }])
  })
})
