import { expect, test } from 'vitest'
import type { PortalCall } from '#domain/portal-sync.ts'
import { anId } from '#domain/testing/builders.ts'
import { at, later, sha256, laneOf, aCall, aFile, anEntry } from './portal-records.ts'
import { doWork, type OpenOffice } from './test-office.ts'

/** What every store of the portal’s traffic promises of calls: what they say, whose turn it is, and that each is taken once. */
export function portalCallsContract(open: OpenOffice): void {
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
    expect(await doWork(office, ({ portal }) => portal.listCallsIn([laneOf(1)], ['waiting']))).toEqual([bare])
    await expect(doWork(office, ({ portal }) => portal.addCalls([first]))).rejects.toThrow()
    await expect(doWork(office, ({ portal }) => portal.saveCall(aCall(9)))).rejects.toThrow()
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
    const nothing = { plans: false, calls: false, sends: false, fetches: false }
    expect(await office.queries.portalWork(at)).toEqual({ ...nothing, calls: true })
    expect(await office.queries.portalWork(later)).toEqual({ ...nothing, calls: true, sends: true })
    expect(await doWork(office, ({ portal }) => portal.listCallsNeeding(sha256))).toEqual([hasFile])
    expect(await office.queries.listPortalDue(at, 1)).toEqual([first])
    expect(await office.queries.listPortalDue(at, 9, [laneOf(1), laneOf(3)])).toEqual([other])
    const lanes = [laneOf(1), laneOf(3), laneOf(4)]
    expect(await doWork(office, ({ portal }) => portal.listNextCalls(lanes, at))).toEqual([first])
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
    expect(await office.queries.portalWork(at)).toMatchObject({ plans: true, calls: true, fetches: false })
    expect(await office.queries.portalFigures()).toMatchObject({
      unplanned: 4,
      unsentDossiers: 3,
      waiting: 1,
    })
    const entries = await doWork(office, async ({ outbox }) => {
      const waiting = await outbox.listWaiting('portal', [laneOf(2), laneOf(4)])
      await outbox.takeUp(
        waiting.map(({ id }) => id),
        later,
      )
      return [waiting, await outbox.listWaiting('portal', [laneOf(2)])]
    })
    expect(entries).toEqual([
      [anEntry(1, { aggregateId: laneOf(2) }), anEntry(3, { aggregateId: laneOf(2) })],
      [],
    ])
    expect(await office.queries.listPortalPlans(9)).toEqual([laneOf(1)])
  })

  test('writes down together what the portal took, and nothing that does not wait', async () => {
    const office = await open()
    const [first, second, aside] = [aCall(1), aCall(2), aCall(3, { state: 'aside' })]
    const behind = aCall(4)
    const keys = [second.key, first.key, aside.key, anId(99, 'c')]
    const found = await doWork(office, async ({ applications, portal }) => {
      await applications.lock([laneOf(1), laneOf(2)])
      await portal.addCalls([first, second, aside, behind])
      const finished = await portal.finishCalls(keys, later)
      return [[...finished].sort(), await portal.listNextCalls([laneOf(1)], later)]
    })
    expect(found).toEqual([[first.key, second.key], [behind]])
    const taken = { state: 'done', stateAt: later, tries: 1 } as const
    expect(await office.queries.listPortalCallsOf(laneOf(1))).toEqual([
      { ...first, ...taken },
      { ...second, ...taken },
      aside,
      behind,
    ])
    expect(await doWork(office, ({ portal }) => portal.finishCalls(keys, later))).toEqual([])
  })

  test('knows up to which event each dossier was told', async () => {
    const office = await open()
    const told = await doWork(office, async ({ portal }) => {
      await portal.addCalls([
        aCall(1, { kind: 'events', state: 'done', throughSeq: 3 }),
        aCall(2, { kind: 'events', state: 'done', throughSeq: 7 }),
        aCall(3, { kind: 'events', throughSeq: 9 }),
        aCall(4, { lane: laneOf(2), kind: 'events', throughSeq: 2 }),
      ])
      return portal.listToldSeqs([laneOf(1), laneOf(2)])
    })
    expect([...told]).toEqual([[laneOf(1), 7]])
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
