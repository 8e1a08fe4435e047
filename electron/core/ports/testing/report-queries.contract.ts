import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import {
  accepted,
  aMove,
  anActor,
  anApplication,
  anId,
  aRegisteredDossier,
  day,
  drafted,
  handedOver,
  instant,
  issued,
  refused,
  returned,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import type { IssuanceCount, Span } from '../queries.ts'
import { doWork, numbersOf, registered, store, type OpenOffice } from './test-office.ts'

const zone = 'Asia/Pontianak'
const spanOf = (from: string, through: string): Span => ({
  from: startOfDay(day(from), zone),
  until: startOfDay(addDays(day(through), 1), zone),
})
const monday = spanOf('2026-03-02', '2026-03-02')
/** Office time in WIB, seven hours ahead of UTC. */
const wib = (text: string) => instant(new Date(`${text}:00.000+07:00`).toISOString())
const inProcess = (n: number, at: string, dueOn: string | null = null): Dossier => {
  const start = aRegisteredDossier({ n, at: wib(at) })
  return accepted(start, dueOn, { at: wib(at) })
}
const figures = ['received', 'returned', 'issued', 'refused', 'revoked', 'handedOver', 'late'] as const
const none = { received: 0, returned: 0, issued: 0, refused: 0, revoked: 0, handedOver: 0, late: 0 }

/** What every database promises of reports. */
export function reportQueriesContract(open: OpenOffice): void {
  test('a day counts what happened from midnight to midnight at the office, by permit type', async () => {
    const office = await open()
    const other = aRegisteredDossier({
      n: 3,
      at: wib('2026-03-02T12:00'),
      data: anApplication({ permitTypeCode: 'SIPA' }),
    })
    await store(
      office,
      inProcess(1, '2026-03-02T00:00'),
      inProcess(2, '2026-03-02T23:59'),
      other,
      inProcess(4, '2026-03-01T23:59'),
      inProcess(5, '2026-03-03T00:00'),
    )
    expect(await office.queries.issuanceCounts(monday)).toEqual([
      { permitTypeCode: 'SIPA', ...none, received: 1 },
      { permitTypeCode: 'SIPD', ...none, received: 2 },
    ])
    expect(numbersOf(await office.queries.listBehind(monday, 'received', 'SIPD'))).toEqual(
      [1, 2].map(registered),
    )
    expect(numbersOf(await office.queries.listBehind(monday, 'received', null))).toEqual(
      [1, 3, 2].map(registered),
    )
    expect(await office.queries.issuanceCounts(spanOf('2026-04-01', '2026-04-30'))).toEqual([])
  })

  test('a dossier returned twice on one day is one returned dossier, also when it has come back since', async () => {
    const office = await open()
    const first = returned(inProcess(1, '2026-03-02T08:00'), { at: wib('2026-03-02T09:00') })
    const back = withEvent(first, aMove(first, ['verification']), { at: wib('2026-03-02T10:00') })
    const again = returned(back, { at: wib('2026-03-02T11:00') })
    await store(office, withEvent(again, aMove(again, ['verification']), { at: wib('2026-03-04T10:00') }))
    expect(await office.queries.issuanceCounts(monday)).toEqual([
      { permitTypeCode: 'SIPD', ...none, received: 1, returned: 1 },
    ])
    expect(numbersOf(await office.queries.listBehind(monday, 'returned', 'SIPD'))).toEqual([registered(1)])
  })

  test('issued on the promised day is on time until midnight at the office, late from then on', async () => {
    const office = await open()
    await store(
      office,
      issued(inProcess(1, '2026-02-23T08:00', '2026-03-02'), { at: wib('2026-03-02T23:59') }),
      issued(inProcess(2, '2026-02-23T08:00', '2026-03-02'), { at: wib('2026-03-03T00:00') }),
      issued(inProcess(3, '2026-02-23T08:00'), { at: wib('2026-03-03T09:00') }),
      refused(inProcess(4, '2026-02-23T08:00', '2026-03-01'), { at: wib('2026-03-03T09:00') }),
    )
    const days = spanOf('2026-03-02', '2026-03-03')
    expect(await office.queries.issuanceCounts(days)).toEqual([
      { permitTypeCode: 'SIPD', ...none, issued: 3, refused: 1, late: 1 },
    ])
    expect(numbersOf(await office.queries.listBehind(days, 'late', null))).toEqual([registered(2)])
  })

  test('the dossiers behind every figure are as many as the figure says, for any histories and days', async () => {
    const office = await open()
    const histories = fc.record({
      type: fc.constantFrom('SIPD', 'SIPA', 'SIPB'),
      start: fc.integer({ min: 0, max: 10 }),
      steps: fc.array(
        fc.tuple(fc.constantFrom('return', 'issue', 'refuse', 'hand-over'), fc.integer({ min: 1, max: 40 })),
        {
          maxLength: 5,
        },
      ),
      due: fc.option(fc.integer({ min: 0, max: 8 })),
    })
    const sample = fc.sample(histories, { numRuns: 60, seed: 5 })
    await store(office, ...sample.map((one, i) => grow(i + 1, one)))
    const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
    let seen = 0
    await fc.assert(
      fc.asyncProperty(span, async ([from, length]) => {
        const first = addDays(day('2026-03-01'), from)
        const days = spanOf(first, addDays(first, length))
        const counts = await office.queries.issuanceCounts(days)
        for (const figure of figures) {
          const all = await office.queries.listBehind(days, figure, null)
          expect(all.length).toBe(sum(counts, figure))
          for (const count of counts) {
            const lines = await office.queries.listBehind(days, figure, count.permitTypeCode)
            expect(lines.length).toBe(count[figure])
            expect(lines.every((line) => line.permitTypeCode === count.permitTypeCode)).toBe(true)
          }
          seen += all.length
        }
      }),
      { numRuns: 15, seed: 3 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  test('the outgoing register has a line for each paper that went out, with who fetched and who printed it', async () => {
    const office = await open()
    const printed = withEvent(
      drafted(inProcess(1, '2026-02-23T08:00', '2026-03-04')),
      { action: 'print-requested', document: 'permit', jobId: anId(1, 'd'), copy: 1 },
      { actor: anActor({ name: 'Petugas Cetak' }) },
    )
    const permit = handedOver(issued(printed, { at: wib('2026-03-02T10:00') }), {
      at: wib('2026-03-03T09:00'),
    })
    const letter = refused(inProcess(2, '2026-02-23T08:00'), { at: wib('2026-03-02T09:00') })
    const bare = inProcess(3, '2026-02-23T08:00')
    const noPaper = withEvent(bare, aMove(bare, [], { via: 'refuse', kind: 'refuse' }), {
      at: wib('2026-03-02T09:30'),
    })
    const yesterday = issued(inProcess(4, '2026-02-23T08:00'), { at: wib('2026-03-01T10:00') })
    await store(office, permit, letter, noPaper, yesterday)
    await doWork(office, ({ handovers }) =>
      handovers.add({
        id: anId(1, 'd'),
        applicationId: permit.state.id,
        documentIds: [permit.state.product!.id],
        method: 'counter',
        receivedBy: 'Budi Contoh',
        relation: 'kuasa',
        receiverNik: null,
        at: wib('2026-03-03T09:00'),
        by: anId(1, 'f'),
      }),
    )
    const shared = { holderName: 'dr. Rahmawati Suryani, Sp.A', permitTypeCode: 'SIPD', kind: 'new' }
    expect(await office.queries.outgoingRegister(monday)).toEqual([
      {
        ...shared,
        applicationId: letter.state.id,
        productId: letter.state.product?.id,
        productKind: 'refusal-letter',
        number: 'TOLAK/000002/2026',
        issuedOn: '2026-03-02',
        facilityName: 'RSUD Kota Pontianak',
        issuedAt: null,
        refusedAt: wib('2026-03-02T09:00'),
        handedOverAt: null,
        receivedBy: null,
        method: null,
        acceptedAt: wib('2026-02-23T08:00'),
        dueOn: null,
        printedBy: null,
      },
      {
        ...shared,
        applicationId: permit.state.id,
        productId: permit.state.product?.id,
        productKind: 'permit',
        number: 'SIPD/000001/2026',
        issuedOn: '2026-03-02',
        facilityName: 'RSUD Kota Pontianak',
        issuedAt: wib('2026-03-02T10:00'),
        refusedAt: null,
        handedOverAt: wib('2026-03-03T09:00'),
        receivedBy: 'Budi Contoh',
        method: 'counter',
        acceptedAt: wib('2026-02-23T08:00'),
        dueOn: '2026-03-04',
        printedBy: 'Petugas Cetak',
      },
    ])
  })
}

const sum = (counts: readonly IssuanceCount[], figure: (typeof figures)[number]): number =>
  counts.reduce((total, count) => total + count[figure], 0)

interface History {
  readonly type: string
  readonly start: number
  readonly steps: readonly (readonly [string, number])[]
  readonly due: number | null
}

/** A dossier that went through these steps, each some hours after the one before; steps that make no sense are left out. */
function grow(n: number, { type, start, steps, due }: History): Dossier {
  const first = addDays(day('2026-03-01'), start)
  const at = startOfDay(first, zone)
  const registeredThen = aRegisteredDossier({ n, at, data: anApplication({ permitTypeCode: type }) })
  let dossier = accepted(registeredThen, due === null ? null : addDays(first, due), { at })
  let ms = Date.parse(at)
  for (const [step, hours] of steps) {
    ms += hours * 3_600_000
    const then = { at: instant(new Date(ms).toISOString()) }
    const { issuedAt, refusedAt, handedOverAt } = dossier.state
    const decided = issuedAt ?? refusedAt
    if (step === 'return' && !decided) dossier = returned(dossier, then)
    if (step === 'issue' && !decided) dossier = issued(dossier, then)
    if (step === 'refuse' && !decided) dossier = refused(dossier, then)
    if (step === 'hand-over' && decided && !handedOverAt) dossier = handedOver(dossier, then)
  }
  return dossier
}
