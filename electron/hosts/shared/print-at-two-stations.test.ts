import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { composeStation, officePassword, type ComposedStation } from '../testing/composed-station.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const now = '2026-11-18T02:00:00.000Z'

let postgres: TestPostgres
let first: OfficeAtWork
let second: ComposedStation

beforeAll(async () => {
  postgres = await createPostgresDatabase()
  first = await openOfficeAtWork('pontianak', { databaseUrl: postgres.url, now })
  second = await composeStation({ databaseUrl: postgres.url }, now)
}, 120_000)
afterAll(async () => {
  await second.close()
  await first.close()
  await postgres.drop()
})

it('of two stations that print one permit at the same moment one prints it, and the other is told so', async () => {
  const here = await first.as('print-desk')
  const there = second.client('print-desk')
  await there.session.signIn.mutate({ username: 'print-desk', password: officePassword })
  for (let round = 0; round < 3; round += 1) {
    const id = await first.takeIn({ nik: `617104470894${String(7100 + round)}` })
    await first.walk(id, (state) => state.product?.number !== undefined && state.product.number !== null)
    const order = { applicationId: id, printerId: null, reason: null }
    const answers = await Promise.all([here.dossiers.print.mutate(order), there.dossiers.print.mutate(order)])
    const refused = answers.flatMap((one) => (one.ok ? [] : [one.refusal]))
    expect(refused).toHaveLength(1)
    // Where the sheet is out before the other one has begun, it is asked for the reason of a second one.
    const [refusal] = refused
    if (refusal?.code === 'print-in-progress') expect(refusal.by).toBe('Petugas Pencetakan')
    else expect(refusal).toEqual({ code: 'reprint-needs-reason', copy: 2 })
    const jobs = await first.besides.queries.listPrintJobs({ applicationId: id, limit: 20 })
    expect(jobs.filter((one) => one.document === 'permit')).toHaveLength(1)
  }
}, 60_000)
