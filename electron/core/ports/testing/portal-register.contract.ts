import { expect, test } from 'vitest'
import type { PortalConflict, PortalKnown, PortalRun } from '#domain/portal-sync.ts'
import { anId } from '#domain/testing/builders.ts'
import { at, later, sha256, laneOf, aFile, aConflict, anArrival } from './portal-records.ts'
import { doWork, type OpenOffice } from './test-office.ts'

/** What every store of the portal’s traffic promises of what both sides know, what waits for a clerk, and what was done. */
export function portalRegisterContract(open: OpenOffice): void {
  test('knows the last version of an entity, until the portal has lost it', async () => {
    const office = await open()
    const known: PortalKnown = {
      entity: 'application',
      id: laneOf(1),
      version: 2,
      applicationId: laneOf(1),
      data: { id: laneOf(1), asing: { tetap: true } },
      deleted: false,
      at,
    }
    const person: PortalKnown = { ...known, entity: 'applicant', id: anId(1, 'a'), applicationId: null }
    const newer = { ...known, version: 3, deleted: true, at: later }
    const found = await doWork(office, async ({ portal }) => {
      await portal.saveKnown(known)
      await portal.saveKnown(person)
      await portal.saveKnown(newer)
      await portal.forgetKnown('document', laneOf(9))
      return [await portal.findKnown('application', laneOf(1)), await portal.listKnownOf([laneOf(1)])]
    })
    expect(found).toEqual([newer, [newer]])
    expect(await office.queries.findPortalKnown('applicant', person.id)).toEqual(person)
    expect(await office.queries.listPortalKnown('applicant')).toEqual([person])
    expect(await office.queries.listPortalKnownOf(laneOf(1))).toEqual([newer])
    await doWork(office, ({ portal }) => portal.forgetKnown('application', laneOf(1)))
    expect(await office.queries.findPortalKnown('application', laneOf(1))).toBeUndefined()
  })

  test('keeps many known entities at once, and finds them by their ids', async () => {
    const office = await open()
    const of = (n: number, version = 1): PortalKnown => ({
      entity: 'document',
      id: anId(n, 'a'),
      version,
      applicationId: laneOf(1),
      data: { n },
      deleted: false,
      at,
    })
    const many = Array.from({ length: 120 }, (_, n) => of(n + 1))
    const found = await doWork(office, async ({ portal }) => {
      await portal.learnAll(many)
      await portal.learnAll([of(7, 2)])
      await portal.learnAll([of(7)])
      await portal.addFiles([aFile(), aFile({ direction: 'fetch', key: anId(2, 'f') })])
      await portal.addFiles([aFile({ sizeBytes: 1, key: anId(3, 'f') })])
      return [await portal.listKnown([of(7).id, anId(500, 'a')]), await portal.findFile('send', sha256)]
    })
    expect(found).toEqual([[of(7, 2)], aFile()])
    const ids = many.map((one) => one.id)
    expect(await office.queries.listPortalKnownByIds(ids)).toHaveLength(120)
    expect(await office.queries.listPortalKnownByIds([])).toEqual([])
  })

  test('keeps both values of a conflict until a clerk picks one, and after', async () => {
    const office = await open()
    const [first, second] = [aConflict(1), aConflict(2, { applicationId: null, foundAt: later })]
    await doWork(office, async ({ portal }) => {
      await portal.addConflict(second)
      await portal.addConflict(first)
    })
    expect(await office.queries.listPortalConflicts(null, 9)).toEqual([first, second])
    expect(await office.queries.listPortalConflicts(laneOf(1), 9)).toEqual([first])
    const settled: PortalConflict = { ...first, settled: { picked: 'theirs', by: 'Ratih', at: later } }
    const open1 = await doWork(office, async ({ portal }) => {
      expect(await portal.findConflict(first.id)).toEqual(first)
      expect(await portal.listOpenConflictsOf([laneOf(1)], [])).toEqual([first])
      await portal.saveConflict(settled)
      expect(await portal.listOpenConflictsOf([laneOf(1)], [laneOf(1)])).toEqual([])
      return portal.listOpenConflicts('application', laneOf(1))
    })
    expect(open1).toEqual([second])
    expect(await office.queries.findPortalConflict(first.id)).toEqual(settled)
    expect(await office.queries.portalFigures()).toMatchObject({ conflicts: 1 })
  })

  test('puts a change before a clerk once, however often it comes', async () => {
    const office = await open()
    const first = anArrival(1)
    const added = await doWork(office, async ({ portal }) => [
      await portal.addArrival(first),
      await portal.addArrival({ ...first, id: anId(7, 'e') }),
      await portal.addArrival({ ...first, id: anId(8, 'e'), version: 2, arrivedAt: later }),
    ])
    expect(added).toEqual([true, false, true])
    expect(await office.queries.listPortalArrivals(1)).toEqual([first])
    const settled = { ...first, settled: { how: 'noted', by: 'Ratih', at: later } }
    await doWork(office, async ({ portal }) => {
      expect(await portal.findArrival(first.id)).toEqual(first)
      const open = await portal.listOpenArrivals(first.entity, first.entityId)
      expect(open.map(({ version }) => version)).toEqual([1, 2])
      expect((await portal.listArrivalsFor(first.reason)).map(({ version }) => version)).toEqual([1, 2])
      expect(await portal.listArrivalsFor('applicant-unknown')).toEqual([])
      await portal.saveArrival(settled)
      expect((await portal.listArrivalsFor(first.reason)).map(({ version }) => version)).toEqual([2])
    })
    expect(await office.queries.findPortalArrival(first.id)).toEqual(settled)
    expect((await office.queries.listPortalArrivals(9)).map(({ version }) => version)).toEqual([2])
    expect(await office.queries.portalFigures()).toMatchObject({ arrivals: 1 })
  })

  test('remembers the last synchronisations, the newest first', async () => {
    const office = await open()
    const run: PortalRun = {
      id: anId(1, 'a'),
      station: 'Loket 2',
      startedAt: at,
      endedAt: null,
      pushed: 0,
      pulled: 0,
      setAside: 0,
      conflicts: 0,
      end: null,
      why: null,
    }
    const ended: PortalRun = { ...run, endedAt: later, pushed: 3, setAside: 1, end: 'offline', why: 'name' }
    const newer: PortalRun = { ...run, id: anId(2, 'a'), startedAt: later }
    await doWork(office, async ({ portal }) => {
      await portal.saveRun(run)
      await portal.saveRun(ended)
      await portal.saveRun(newer)
    })
    expect(await office.queries.listPortalRuns(9)).toEqual([newer, ended])
    expect(await office.queries.listPortalRuns(1)).toEqual([newer])
  })
}
