import { expect, test } from 'vitest'
import type {
  PortalArrival,
  PortalCall,
  PortalConflict,
  PortalFile,
  PortalKnown,
  PortalRun,
} from '#domain/portal-sync.ts'
import { anId, instant } from '#domain/testing/builders.ts'
import type { OutboxEntry } from '../outbox.ts'
import { doWork, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const later = instant('2026-03-02T02:00:00.000Z')
const sha256 = 'ab'.repeat(32)
const laneOf = (n: number): string => anId(n, 'b')

const aCall = (n: number, change: Partial<PortalCall> = {}): PortalCall => ({
  key: anId(n, 'c'),
  lane: laneOf(1),
  kind: 'application',
  entityId: laneOf(1),
  body: { id: laneOf(1), note: 'utuh' },
  baseVersion: 3,
  needsFile: null,
  state: 'waiting',
  stateAt: at,
  tries: 0,
  nextTryAt: at,
  trouble: null,
  replacedBy: null,
  createdAt: at,
  throughSeq: 4,
  ...change,
})

const aFile = (change: Partial<PortalFile> = {}): PortalFile => ({
  direction: 'send',
  sha256,
  key: anId(1, 'f'),
  applicationId: laneOf(1),
  mediaType: 'application/pdf',
  sizeBytes: 1234,
  state: 'waiting',
  stateAt: at,
  tries: 0,
  nextTryAt: at,
  trouble: null,
  ...change,
})

const anEntry = (n: number, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: anId(n, 'a'),
  topic: 'portal',
  aggregateId: laneOf(1),
  key: `key-${n}`,
  kind: 'application-changed',
  payload: { fromSeq: n, toSeq: n },
  createdAt: at,
  ...change,
})

const aConflict = (n: number, change: Partial<PortalConflict> = {}): PortalConflict => ({
  id: anId(n, 'd'),
  entity: 'application',
  entityId: laneOf(1),
  applicationId: laneOf(1),
  field: 'facility',
  known: null,
  ours: { name: 'Klinik A' },
  theirs: { name: 'Klinik B' },
  version: 7,
  oursBy: 'Ratih',
  oursAt: at,
  foundAt: at,
  settled: null,
  ...change,
})

const anArrival = (n: number, change: Partial<PortalArrival> = {}): PortalArrival => ({
  id: anId(n, 'e'),
  entity: 'decision',
  entityId: anId(n, 'e'),
  version: 1,
  applicationId: null,
  data: { stage: 'tim-teknis', baru: [1, null] },
  reason: 'stage-elsewhere',
  arrivedAt: at,
  settled: null,
  ...change,
})

/** What every store of the portal's traffic promises. */
export function portalStoreContract(open: OpenOffice): void {
  test('keeps a call as it was frozen, whatever becomes of it', async () => {
    const office = await open()
    const first = aCall(1)
    const bare = aCall(2, { kind: 'document-removed', body: null, baseVersion: null, throughSeq: null })
    const refused: PortalCall = {
      ...first,
      state: 'aside',
      stateAt: later,
      tries: 2,
      nextTryAt: later,
      trouble: {
        kind: 'refused',
        status: 422,
        code: 'bad-phone',
        detail: 'x',
        errors: [{ path: 'phone', code: 'format', message: 'y' }],
        existingId: null,
        expectedSeq: null,
      },
      replacedBy: bare.key,
    }
    const seen = await doWork(office, async ({ portal }) => {
      await portal.addCalls([first, bare])
      const before = await portal.findCall(first.key)
      await portal.saveCall({ ...refused, body: { other: true }, baseVersion: 99 })
      return [before, await portal.findCall(first.key), await portal.findCall(anId(9, 'c'))]
    })
    expect(seen).toEqual([first, refused, undefined])
    expect(await office.queries.findPortalCall(bare.key)).toEqual(bare)
    expect(await office.queries.listPortalCallsOf(laneOf(1))).toEqual([refused, bare])
    expect(await office.queries.listPortalCallsAside(9)).toEqual([refused])
    expect(await doWork(office, ({ portal }) => portal.listCallsIn(laneOf(1), ['waiting']))).toEqual([bare])
    await expect(doWork(office, ({ portal }) => portal.addCalls([first]))).rejects.toThrow()
    await expect(doWork(office, ({ portal }) => portal.saveCall(aCall(9)))).rejects.toThrow()
  })

  test('keeps the pages of a file, in the place of those that it had', async () => {
    const office = await open()
    const page = (n: number, source = sha256) => ({
      sourceSha256: source,
      page: n,
      sha256: `${source.slice(0, 62)}${String(n).padStart(2, '0')}`,
      sizeBytes: 100 + n,
      madeAt: at,
    })
    const other = 'cd'.repeat(32)
    const pages = await doWork(office, async ({ portal }) => {
      await portal.savePages(sha256, [page(9)])
      await portal.savePages(other, [page(1, other)])
      await portal.savePages(sha256, [page(2), page(1)])
      return portal.listPages([sha256, other])
    })
    expect(pages).toEqual([page(1), page(2), page(1, other)])
    expect(await office.queries.listPortalPages([other])).toEqual([page(1, other)])
    expect(await office.queries.listPortalPageSources(page(2).sha256)).toEqual([sha256])
    expect(await office.queries.listPortalPageSources(page(9).sha256)).toEqual([])
    await doWork(office, ({ portal }) => portal.savePages(sha256, []))
    expect(await office.queries.listPortalPages([sha256])).toEqual([])
  })

  test('a file in the place of which pages go is nobody’s trouble', async () => {
    const office = await open()
    const trouble = { kind: 'as-pages', pages: 2 } as const
    await doWork(office, async ({ portal }) => {
      await portal.addFile(aFile({ state: 'aside', trouble }))
      const unfit = { kind: 'unfit-file', sizeBytes: 9, mediaType: 'image/png', why: 'size' } as const
      await portal.addFile(
        aFile({ sha256: 'cd'.repeat(32), key: anId(2, 'f'), state: 'aside', trouble: unfit }),
      )
    })
    expect((await office.queries.portalFigures()).filesAside).toBe(1)
    expect(await office.queries.listPortalFilesAside('send', 9)).toHaveLength(1)
  })

  test('the first waiting call of each application has its turn, when its hour is there and its file is', async () => {
    const office = await open()
    const first = aCall(1)
    const next = aCall(2)
    const other = aCall(3, { lane: laneOf(2) })
    const hasFile = aCall(4, { lane: laneOf(3), needsFile: sha256 })
    const tomorrow = aCall(5, { lane: laneOf(4), nextTryAt: later })
    await doWork(office, async ({ portal }) => {
      await portal.addCalls([first, next, other, hasFile, tomorrow])
      await portal.addFile(aFile({ nextTryAt: later }))
    })
    const due = () => office.queries.listPortalDue(at, 9)
    expect(await due()).toEqual([first, other])
    expect(await doWork(office, ({ portal }) => portal.listCallsNeeding(sha256))).toEqual([hasFile])
    expect(await office.queries.listPortalDue(at, 1)).toEqual([first])
    expect(await office.queries.listPortalFilesDue('send', at, 9)).toEqual([])
    expect(await office.queries.nextPortalTry()).toBe(at)
    await doWork(office, async ({ portal }) => {
      await portal.saveCall({ ...first, state: 'done' })
      await portal.saveFile(aFile({ state: 'done' }))
      await portal.saveCall({ ...other, state: 'done' })
    })
    expect(await due()).toEqual([next, hasFile])
    await doWork(office, ({ portal }) => portal.hurry(at))
    expect(await due()).toEqual([next, hasFile, { ...tomorrow, nextTryAt: at }])
  })

  test('behind a new applicant that the portal refused nothing goes, behind a changed one everything does', async () => {
    const office = await open()
    await doWork(office, ({ portal }) =>
      portal.addCalls([
        aCall(1, { kind: 'applicant', baseVersion: null, state: 'aside' }),
        aCall(2),
        aCall(3, { lane: laneOf(2), kind: 'applicant', state: 'aside' }),
        aCall(4, { lane: laneOf(2) }),
      ]),
    )
    expect((await office.queries.listPortalDue(at, 9)).map(({ key }) => key)).toEqual([anId(4, 'c')])
    expect(await office.queries.nextPortalTry()).toBe(at)
    // A clerk mends it: what is behind is planned anew.
    await doWork(office, async ({ outbox }) => {
      await outbox.add(anEntry(1))
      await outbox.add(anEntry(2, { aggregateId: laneOf(2) }))
    })
    expect(await office.queries.listPortalPlans(9)).toEqual([laneOf(1)])
  })

  test('a dossier is planned once what was planned before is through, the one that waits longest first', async () => {
    const office = await open()
    await doWork(office, async ({ outbox, portal }) => {
      await outbox.add(anEntry(1, { aggregateId: laneOf(2) }))
      await outbox.add(anEntry(2))
      await outbox.add(anEntry(3, { aggregateId: laneOf(2) }))
      await outbox.add(anEntry(4, { aggregateId: laneOf(3) }))
      await outbox.add(anEntry(5, { aggregateId: laneOf(4), topic: 'mail' }))
      await portal.addCalls([aCall(1, { lane: laneOf(3) })])
    })
    expect(await office.queries.listPortalPlans(9)).toEqual([laneOf(2), laneOf(1)])
    expect(await office.queries.portalFigures()).toMatchObject({
      unplanned: 4,
      unsentDossiers: 3,
      waiting: 1,
    })
    const entries = await doWork(office, async ({ outbox }) => {
      const waiting = await outbox.listWaiting('portal', laneOf(2))
      await outbox.takeUp(
        waiting.map(({ id }) => id),
        later,
      )
      return [waiting, await outbox.listWaiting('portal', laneOf(2))]
    })
    expect(entries).toEqual([
      [anEntry(1, { aggregateId: laneOf(2) }), anEntry(3, { aggregateId: laneOf(2) })],
      [],
    ])
    expect(await office.queries.listPortalPlans(9)).toEqual([laneOf(1)])
  })

  test('a file goes once, whoever needs it', async () => {
    const office = await open()
    const fetched = aFile({ direction: 'fetch', key: anId(2, 'f'), state: 'aside' })
    const added = await doWork(office, async ({ portal }) => [
      await portal.addFile(aFile()),
      await portal.addFile(aFile({ key: anId(3, 'f'), applicationId: laneOf(2) })),
      await portal.addFile(fetched),
    ])
    expect(added).toEqual([true, false, true])
    expect(await office.queries.listPortalFilesDue('send', at, 9)).toEqual([aFile()])
    expect(await office.queries.nextPortalTry()).toBe(at)
    const done = aFile({
      state: 'done',
      stateAt: later,
      tries: 1,
      trouble: { kind: 'later', why: 'silent' },
    })
    await doWork(office, ({ portal }) => portal.saveFile(done))
    expect(await doWork(office, ({ portal }) => portal.findFile('send', sha256))).toEqual(done)
    expect(await office.queries.findPortalFile('fetch', sha256)).toEqual(fetched)
    expect(await office.queries.listPortalFilesAside('fetch', 9)).toEqual([fetched])
    expect(await office.queries.nextPortalTry()).toBeNull()
    expect(await office.queries.portalFigures()).toMatchObject({ filesWaiting: 0, fetchesAside: 1 })
  })

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
      return [await portal.findKnown('application', laneOf(1)), await portal.listKnownOf(laneOf(1))]
    })
    expect(found).toEqual([newer, [newer]])
    expect(await office.queries.findPortalKnown('applicant', person.id)).toEqual(person)
    expect(await office.queries.listPortalKnown('applicant')).toEqual([person])
    expect(await office.queries.listPortalKnownOf(laneOf(1))).toEqual([newer])
    await doWork(office, ({ portal }) => portal.forgetKnown('application', laneOf(1)))
    expect(await office.queries.findPortalKnown('application', laneOf(1))).toBeUndefined()
  })

  test('writes down together what the portal took, and nothing that does not wait', async () => {
    const office = await open()
    const [first, second, aside] = [aCall(1), aCall(2), aCall(3, { state: 'aside' })]
    const keys = [second.key, first.key]
    const found = await doWork(office, async ({ applications, portal }) => {
      await applications.lock([laneOf(1), laneOf(2)])
      await portal.addCalls([first, second, aside])
      await portal.finishCalls(keys, later)
      return portal.findCalls([...keys, anId(99, 'c')])
    })
    const taken = { state: 'done', stateAt: later, tries: 1 } as const
    expect(found).toEqual([
      { ...first, ...taken },
      { ...second, ...taken },
    ])
    for (const key of [aside.key, first.key])
      await expect(
        doWork(office, ({ portal }) => portal.finishCalls([key], later)),
        key,
      ).rejects.toThrow()
    expect(await office.queries.findPortalCall(aside.key)).toEqual(aside)
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
      await portal.saveAllKnown(many)
      await portal.saveAllKnown([of(7, 2)])
      await portal.addFiles([aFile(), aFile({ direction: 'fetch', key: anId(2, 'f') })])
      expect(await portal.addFiles([aFile({ sizeBytes: 1, key: anId(3, 'f') })])).toEqual([])
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
      expect(await portal.listOpenConflictsOf(laneOf(1))).toEqual([first])
      await portal.saveConflict(settled)
      expect(await portal.listOpenConflictsOf(laneOf(1))).toEqual([])
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
      await portal.saveArrival(settled)
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

  test('one station at a time speaks with the portal, whoever sends the mails', async () => {
    const office = await open()
    const held = await doWork(office, async ({ portal, mails }) => [
      await mails.holdLane('satu', at, later),
      await portal.holdLane('dua', at, later),
      await portal.holdLane('satu', at, later),
      await portal.holdLane('dua', at, later),
    ])
    expect(held).toEqual([null, null, later, null])
    const after = await doWork(office, async ({ portal }) => {
      await portal.leaveLane('dua')
      return portal.holdLane('satu', at, later)
    })
    expect(after).toBeNull()
  })
}
