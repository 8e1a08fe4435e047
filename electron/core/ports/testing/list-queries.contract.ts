import { expect, test } from 'vitest'
import type { OfficeDate } from '#domain/office-date.ts'
import {
  accepted,
  aMove,
  anApplicant,
  anApplication,
  anId,
  aRegisteredDossier,
  handedOver,
  instant,
  issued,
  refused,
  returned,
  withdrawn,
  withEvent,
} from '#domain/testing/builders.ts'
import { numbersOf, registered, store, storeMore, type OpenOffice } from './test-office.ts'

const hour = (n: number) => instant(`2026-03-02T${String(n).padStart(2, '0')}:00:00.000Z`)
const numbers = (...all: readonly number[]): readonly string[] => all.map(registered)

/** What every database promises of the lists that people work from. */
export function listQueriesContract(open: OpenOffice): void {
  test('a line says everything about a dossier that a list shows', async () => {
    const office = await open()
    const dossier = handedOver(issued(accepted(aRegisteredDossier({ at: hour(1) }), '2026-03-09')))
    await store(office, dossier)
    const { state } = dossier
    expect(await office.queries.listByApplicant(state.applicant.id)).toEqual([
      {
        id: state.id,
        applicantId: state.applicant.id,
        registrationNumber: registered(1),
        holderName: 'dr. Rahmawati Suryani, Sp.A',
        nik: state.applicant.nik,
        permitTypeCode: 'SIPD',
        kind: 'new',
        practiceOrdinal: 1,
        facilityName: 'RSUD Kota Pontianak',
        channel: 'counter',
        collectiveFilingId: null,
        status: 'handed-over',
        stages: state.openStages,
        clock: 'off',
        submittedAt: hour(1),
        enteredAt: null,
        acceptedAt: hour(2),
        dueOn: '2026-03-09',
        firstDueOn: '2026-03-09',
        promiseChange: null,
        returnedAt: null,
        endedAt: null,
        repairUntil: null,
        closedByOffice: false,
        note: null,
        productId: state.product?.id,
        productKind: 'permit',
        productNumber: 'SIPD/000001/2026',
        signed: true,
        issuedAt: state.issuedAt,
        handedOverAt: state.handedOverAt,
        erratumAt: null,
        representative: null,
        rackPlace: null,
        reminders: 0,
        remindedAt: null,
        originals: [],
        owedPermit: null,
      },
    ])
  })

  test('a Ralat waits for its signer until it is answered, the one asked for longest ago first', async () => {
    const office = await open()
    const asked = (n: number, at: number) =>
      withEvent(
        issued(accepted(aRegisteredDossier({ n, at: hour(n) }), null)),
        { action: 'erratum-asked', erratumId: anId(n, 'c'), ordinal: 1, sheet: { state: 'back' } },
        { at: hour(at) },
      )
    const declined = withEvent(
      asked(1, 10),
      { action: 'erratum-declined', erratumId: anId(1, 'c') },
      { at: hour(11) },
    )
    const again = withEvent(
      declined,
      { action: 'erratum-asked', erratumId: anId(7, 'c'), ordinal: 2, sheet: { state: 'back' } },
      { at: hour(14) },
    )
    for (const one of [again, asked(2, 12)]) await store(office, one)
    const other = withEvent(
      asked(3, 9),
      { action: 'erratum-declined', erratumId: anId(3, 'c') },
      { at: hour(10) },
    )
    await store(office, other)
    const waiting = async (limit: number) =>
      (await office.queries.listOpenErrata(limit)).map((one) => one.registrationNumber)
    expect(await waiting(9)).toEqual(numbers(2, 1))
    expect(await waiting(1)).toEqual(numbers(2))
  })

  test('what is left to do after papers went out is listed until it is done', async () => {
    const office = await open()
    const original = { id: anId(1, 'c'), requirementCode: 'STR', count: 2 }
    const keeping = (n: number) =>
      withEvent(aRegisteredDossier({ n, at: hour(n) }), { action: 'originals-kept', originals: [original] })
    const fetched = handedOver(issued(accepted(keeping(1), null)), { at: hour(9) })
    const stayed = withEvent(
      fetched,
      { action: 'originals-left', originals: [{ id: original.id, reason: 'dipinjam' }] },
      { at: hour(9) },
    )
    const waits = issued(accepted(keeping(2), null))
    const away = withEvent(
      returned(accepted(keeping(3), null)),
      {
        action: 'papers-given-back',
        returnId: anId(3, 'd'),
        papers: [],
        receivedBy: 'Kinanti',
        relation: 'self',
        receiverNik: null,
        identity: { card: 'ktp', letterOfAuthority: false },
      },
      { at: hour(10) },
    )
    const renewed = issued(accepted(aRegisteredDossier({ n: 4, at: hour(4) }), null))
    const last = handedOver(renewed, {
      at: hour(8),
      oldPermit: { outcome: 'not-yet', reason: 'di tempat praktik' },
    })
    for (const one of [stayed, waits, away, last]) await store(office, one)
    const lines = await office.queries.listOpenEnds(9)
    expect(lines.map((one) => one.registrationNumber)).toEqual(numbers(4, 1, 3))
    expect(lines.map(({ originals, owedPermit }) => ({ originals, owedPermit }))).toEqual([
      {
        originals: [],
        owedPermit: { number: null, reason: 'di tempat praktik', at: hour(8), by: 'Petugas Satu' },
      },
      { originals: [{ ...original, reason: 'dipinjam' }], owedPermit: null },
      { originals: [{ ...original, reason: null }], owedPermit: null },
    ])
    const gone = withEvent(stayed, {
      action: 'originals-returned',
      originalIds: [original.id],
      receivedBy: 'Kinanti',
      relation: 'self',
    })
    const settled = withEvent(last, { action: 'old-permit-settled', answer: { outcome: 'handed-in' } })
    await storeMore(office, stayed, gone)
    await storeMore(office, last, settled)
    expect((await office.queries.listOpenEnds(9)).map((one) => one.registrationNumber)).toEqual(numbers(3))
    expect(await office.queries.listOpenEnds(0)).toEqual([])
  })

  test('a line tells who filed it, where its paper lies and how often its holder was reminded', async () => {
    const office = await open()
    const filed = { name: 'Bagus Wirayudha', nik: '6171041203870005', phone: '+6281255000173' }
    const dossier = aRegisteredDossier({
      at: hour(1),
      data: anApplication({ representative: { ...filed, relation: 'Staf RSUD' } }),
    })
    const placed = withEvent(issued(accepted(dossier, null)), { action: 'rack-placed', place: 'A-12' })
    const reminded = [1, 2].reduce(
      (one, n) => withEvent(one, { action: 'reminded', channel: 'phone' }, { at: hour(6 + n) }),
      placed,
    )
    await store(office, reminded)
    const [line] = await office.queries.listByApplicant(dossier.state.applicant.id)
    expect(line).toMatchObject({
      representative: filed,
      rackPlace: 'A-12',
      reminders: 2,
      remindedAt: hour(8),
    })
    const gone = handedOver(reminded)
    await storeMore(office, reminded, gone)
    const [after] = await office.queries.listByApplicant(dossier.state.applicant.id)
    expect(after).toMatchObject({ rackPlace: null, reminders: 2 })
  })

  test('papers that may go home are those of dossiers returned, refused or withdrawn, until they went', async () => {
    const office = await open()
    const inProcess = (n: number) => accepted(aRegisteredDossier({ n, at: hour(1) }), null)
    const back = (n: number) =>
      withEvent(returned(inProcess(n)), {
        action: 'papers-given-back',
        returnId: anId(n, 'd'),
        papers: [{ requirementCode: 'ktp', label: 'KTP', count: 1 }],
        receivedBy: 'Bagus Wirayudha',
        relation: 'self',
        receiverNik: null,
        identity: { card: 'ktp', letterOfAuthority: false },
      })
    await store(
      office,
      inProcess(1),
      returned(inProcess(2)),
      withdrawn(inProcess(3)),
      back(4),
      issued(inProcess(5)),
    )
    expect(new Set(numbersOf(await office.queries.listPapersToGiveBack(9)))).toEqual(new Set(numbers(2, 3)))
    expect(await office.queries.listPapersToGiveBack(1)).toHaveLength(1)
  })

  test('a queue begins with the nearest promise, then who waits longest; without a promise comes last', async () => {
    const office = await open()
    const at = (n: number, dueOn: string | null, since: number) =>
      accepted(aRegisteredDossier({ n, at: hour(0) }), dueOn, { at: hour(since) })
    await store(
      office,
      at(1, null, 1),
      at(2, '2026-03-10', 5),
      at(3, '2026-03-10', 3),
      at(4, '2026-03-09', 9),
      at(5, null, 0),
    )
    expect(numbersOf(await office.queries.listAtStages(['verification'], 9))).toEqual(numbers(4, 3, 2, 5, 1))
    expect(numbersOf(await office.queries.listAtStages(['verification'], 2))).toEqual(numbers(4, 3))
    expect(await office.queries.listAtStages(['intake'], 9)).toEqual([])
    expect(await office.queries.listAtStages([], 9)).toEqual([])
    expect(await office.queries.countAtStages(['verification', 'intake'])).toBe(5)
    expect(await office.queries.countAtStages(['intake'])).toBe(0)
    expect(await office.queries.countAtStages([])).toBe(0)
  })

  test('a dossier open at two stages is one dossier in the queue of both', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    await store(office, withEvent(start, aMove(start, ['inspection', 'data-entry'])))
    expect(await office.queries.listAtStages(['inspection', 'data-entry'], 9)).toHaveLength(1)
    expect(await office.queries.listAtStages(['inspection'], 9)).toHaveLength(1)
    expect(await office.queries.countAtStages(['inspection', 'data-entry'])).toBe(1)
  })

  test('a dossier leaves the queue of a stage when it has left the stage', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    const next = accepted(start, null)
    await store(office, start)
    await storeMore(office, start, next)
    expect(await office.queries.countAtStages(['intake'])).toBe(0)
    expect((await office.queries.listAtStages(['verification'], 9))[0]?.stages).toEqual(next.state.openStages)
  })

  test('returned dossiers are listed with reason, the one returned longest ago first, until they come back', async () => {
    const office = await open()
    const back = (n: number, at: number) =>
      returned(accepted(aRegisteredDossier({ n, at: hour(0) }), null), { at: hour(at) })
    const resubmitted = back(3, 2)
    await store(office, back(1, 5), back(2, 4), withEvent(resubmitted, aMove(resubmitted, ['verification'])))
    const list = await office.queries.listReturned(9)
    expect(numbersOf(list)).toEqual(numbers(2, 1))
    expect(list[0]).toMatchObject({
      status: 'returned',
      returnedAt: hour(4),
      note: 'Foto kurang jelas',
      clock: 'paused',
    })
    expect(await office.queries.listReturned(1)).toHaveLength(1)
  })

  test('a returned dossier tells its day, and one that the office closed tells that', async () => {
    const office = await open()
    const until = '2026-03-16' as OfficeDate
    const sent = aRegisteredDossier({ n: 1, at: hour(0) })
    const waiting = withEvent(
      sent,
      aMove(sent, ['correction'], {
        via: 'return',
        kind: 'return-to-applicant',
        clock: 'paused',
        repair: { items: [{ requirementCode: 'STR', label: 'STR', reason: 'buram' }], until },
      }),
    )
    const given = aRegisteredDossier({ n: 2, at: hour(0) })
    const closed = withEvent(
      given,
      aMove(given, [], {
        via: 'withdraw',
        kind: 'withdraw',
        clock: 'off',
        closing: { until, overdue: 21 },
      }),
    )
    await store(office, waiting, closed)
    expect(await office.queries.listByApplicant(waiting.state.applicant.id)).toMatchObject([
      { repairUntil: until, closedByOffice: false },
    ])
    expect(await office.queries.listByApplicant(closed.state.applicant.id)).toMatchObject([
      { status: 'withdrawn', repairUntil: null, closedByOffice: true },
    ])
    expect(await office.queries.findApplication(waiting.state.id)).toMatchObject({ repair: { until } })
  })

  test('ready for handover: issued permits and signed refusal letters that wait where papers are handed over, newest first', async () => {
    const office = await open()
    const inProcess = (n: number) => accepted(aRegisteredDossier({ n, at: hour(0) }), null, { at: hour(1) })
    // Issued, but another stage has it still.
    const elsewhere = (n: number) => {
      const done = issued(inProcess(n), { at: hour(5) })
      return withEvent(done, aMove(done, ['archive']))
    }
    const closed = withEvent(inProcess(5), aMove(inProcess(5), [], { via: 'refuse', kind: 'refuse' }))
    await store(
      office,
      issued(inProcess(1), { at: hour(2) }),
      refused(inProcess(2), { at: hour(4) }),
      handedOver(issued(inProcess(3), { at: hour(3) })),
      inProcess(4),
      closed,
      handedOver(refused(inProcess(6), { at: hour(3) })),
      withdrawn(inProcess(7)),
      issued(inProcess(8), { at: hour(3) }),
      elsewhere(9),
    )
    const ready = (stages: readonly string[], limit = 9) =>
      office.queries.listReadyForHandover(stages, limit).then(numbersOf)
    const both = ['handover', 'refusal-handover']
    expect(await ready(both)).toEqual(numbers(2, 8, 1))
    expect(await ready(both, 1)).toEqual(numbers(2))
    expect(await ready(['handover'])).toEqual(numbers(8, 1))
    expect(await ready([])).toEqual([])
    expect(await office.queries.countReadyForHandover(both)).toBe(3)
    expect(await office.queries.countReadyForHandover(['handover'])).toBe(2)
    expect(await office.queries.countReadyForHandover([])).toBe(0)
  })

  test('a person’s applications are listed newest first, and nobody else’s', async () => {
    const office = await open()
    const applicant = anApplicant()
    const mine = (n: number, at: number) =>
      aRegisteredDossier({ n, at: hour(at), applicant, data: anApplication({ permitTypeCode: `T${n}` }) })
    await store(office, mine(1, 3), mine(2, 5), mine(4, 4), aRegisteredDossier({ n: 3 }))
    expect(numbersOf(await office.queries.listByApplicant(applicant.id))).toEqual(numbers(2, 4, 1))
    expect(await office.queries.listByApplicant(anId(99))).toEqual([])
  })
}
