import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryFileCabinet } from '#adapters/files/testing/memory-file-cabinet.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { aFile } from '#ports/testing/portal-records.ts'
import { doWork } from '#ports/testing/test-office.ts'
import { instant } from '#domain/testing/builders.ts'
import { settleFile } from '#services/portal-file-outcome.ts'
import { lendFiles } from '#services/portal-loans.ts'
import { seededIds } from '../testing/portal-campaign/city.ts'
import { holdTime } from '../testing/portal-campaign/held-time.ts'
import { readOfficeFiles } from './office-files.ts'

const read = readOfficeFiles(assetsDir, 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value
const now = '2026-11-23T02:24:00.000Z'
const clock = { now: () => instant(now) }

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDb()
})
afterEach(() => database.close())

describe('files that one station asks of another', () => {
  it('are looked for to the last one, also behind the hundreds of a station that is switched off', async () => {
    const cabinet = createMemoryFileCabinet()
    const names = Array.from({ length: 250 }, (_, n) =>
      createHash('sha256').update(`file ${n}`).digest('hex'),
    )
    const [last = ''] = names.toSorted().slice(-1)
    const n = names.indexOf(last)
    await cabinet.put(Buffer.from(`file ${n}`))
    await doWork(database, async ({ portal }) => {
      for (const sha256 of names) await portal.askForLoan(sha256, clock.now())
    })
    const { work, queries } = database
    expect(await lendFiles({ work, queries, cabinet, clock })()).toBe(1)
    expect(await queries.findPortalLoan(last)).toEqual(new Uint8Array(Buffer.from(`file ${n}`)))
  })

  it('lie in the database no longer than on their way, also when the portal was ill in between', async () => {
    const { work, queries } = database
    const settle = settleFile({ office, work, clock, chance: () => 0, ids: seededIds(4, holdTime(now)) })
    const file = aFile()
    await doWork(database, ({ portal }) => portal.addFile(file))
    expect(await settle(file, { kind: 'elsewhere', station: 'Loket 2' })).toBe('later')
    await doWork(database, ({ portal }) => portal.bringLoan(file.sha256, new Uint8Array([1]), clock.now()))
    expect(await settle(file, { kind: 'later', why: 'ill', waitMs: null })).toBe('later')
    expect(await queries.findPortalLoan(file.sha256)).toEqual(new Uint8Array([1]))
    expect(await settle(file, { kind: 'done' })).toBe('done')
    expect(await queries.findPortalLoan(file.sha256)).toBeUndefined()
  })
})
