import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import { anApplicant, aRegisteredDossier, anId, instant } from '#domain/testing/builders.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { portalIntake } from '#services/portal-take-in.ts'
import { findPerson, findPersons } from '#services/portal-person.ts'
import { seededIds, words } from '../testing/portal-campaign/city.ts'
import { holdTime } from '../testing/portal-campaign/held-time.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDb()
})
afterEach(() => database.close())

const at = instant('2026-11-23T02:24:00.000Z')
const counter = anApplicant()
const portalLine = { ...counter, id: anId(1, 'b') }
const older = anId(2, 'b')

describe('one person in two lines of the register', () => {
  const intake = portalIntake({
    office: words.office,
    ids: seededIds(4, holdTime('2026-11-23T02:24:00.000Z')),
  })
  const merge = (ourId: string, portalId: string) =>
    database.work.run(async (stores) => ok(await intake.mergePersons(stores, { ourId, portalId }, at)))
  const lines = () =>
    database.work.run(async (stores) =>
      ok({
        dossier: (await stores.applications.find(aRegisteredDossier().state.id))?.applicant.id,
        byNik: (await stores.applicants.findByNik(counter.nik ?? ''))?.id,
        first: (await findPerson(stores, counter.id))?.id,
        second: (await findPerson(stores, portalLine.id))?.id,
        third: (await findPerson(stores, older))?.id,
        together: [...(await findPersons(stores, [older, portalLine.id])).values()].map(({ id }) => id),
      }),
    )

  beforeEach(async () => {
    const dossier = aRegisteredDossier()
    await database.work.run(async (stores) => {
      await stores.applicants.save(counter, at)
      await stores.applicants.save({ ...counter, id: older, nik: null, joinedTo: counter.id }, at)
      await stores.applications.save(dossier.state, dossier.events)
      await stores.applicants.save({ ...portalLine, nik: null }, at)
      return ok(null)
    })
  })

  it('goes under the line that the portal knows, and every earlier line leads there', async () => {
    expect(await merge(counter.id, portalLine.id)).toEqual(ok('merged'))
    const there = portalLine.id
    const all = { dossier: there, byNik: there, first: there, second: there, third: there }
    expect(await lines()).toEqual(ok({ ...all, together: [there, there] }))
  })

  it('goes back under the former line when a portal restored from a backup knows only that one', async () => {
    await merge(counter.id, portalLine.id)
    expect(await merge(portalLine.id, counter.id)).toEqual(ok('merged'))
    const back = counter.id
    const all = { dossier: back, byNik: back, first: back, second: back, third: back }
    expect(await lines()).toEqual(ok({ ...all, together: [back, back] }))
  })

  it('is planned anew where a call was frozen before the lines were joined', async () => {
    await merge(counter.id, portalLine.id)
    expect(await merge(counter.id, portalLine.id)).toEqual(ok('merged'))
    expect(await merge(portalLine.id, portalLine.id)).toEqual(ok('different'))
  })
})
