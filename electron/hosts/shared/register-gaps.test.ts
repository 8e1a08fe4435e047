import { expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { openTestDb } from '#db/testing/open-test-db.ts'
import { officeDate } from '#domain/office-date.ts'
import { anId, aNumber, instant } from '#domain/testing/builders.ts'
import { ok } from '#domain/result.ts'
import { readIncoming } from '#services/incoming-register.ts'
import { readOfficeFiles } from './office-files.ts'

const read = readOfficeFiles(assetsDir, 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value

it('a number that lacks between the last of a day and the first of the next is told on the next', async () => {
  const db = await openTestDb()
  const { series } = office.profile.receipt
  await db.work.run(async ({ numbers }) => {
    for (const [serial, takenAt] of [
      [1, '2026-11-18T02:00:00.000Z'],
      [3, '2026-11-19T02:00:00.000Z'],
      [4, '2026-11-19T03:00:00.000Z'],
    ] as const) {
      await numbers.advance(series, '2026')
      await numbers.record({
        number: aNumber(series, serial, { scope: '2026', text: `P-2026-${serial}` }),
        document: 'receipt',
        applicationId: anId(serial, 'b'),
        subjectId: null,
        takenAt: instant(takenAt),
      })
    }
    return ok(null)
  })
  const gapsOn = async (day: string) =>
    (await readIncoming(office, db.queries, { from: officeDate(day), until: officeDate(day) })).gaps
  expect(await gapsOn('2026-11-18')).toEqual([])
  expect(await gapsOn('2026-11-19')).toEqual([{ scope: '2026', serials: [2] }])
  await db.close()
})
