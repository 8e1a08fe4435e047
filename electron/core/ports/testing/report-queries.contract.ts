import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildState } from '#domain/application-history.ts'
import { addDays } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import {
  endingKinds,
  factDimensions,
  factKinds,
  factsOf,
  groupOf,
  knownBefore,
  stoodAt,
  type ReportFact,
} from '#domain/report-facts.ts'
import { countsOfFigure, figuresOf, kindsOfFigures, type ReportFigure } from '#domain/report-figures.ts'
import {
  amended,
  firstDayOfHistories,
  growDossier,
  randomHistory,
  zoneOfHistories,
} from '#domain/testing/random-histories.ts'
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
import type { DaySpan } from '#domain/report-period.ts'
import type { FactCondition, FactLayout, FactLine } from '../report-queries.ts'
import {
  doWork,
  registered,
  store,
  storeMany,
  storeMore,
  type OpenOffice,
  type TestOffice,
} from './test-office.ts'

const spanOf = (from: string, through: string): DaySpan => ({ from: day(from), through: day(through) })
const monday = spanOf('2026-03-02', '2026-03-02')
/** Office time in WIB, seven hours ahead of UTC. */
const wib = (text: string) => instant(new Date(`${text}:00.000+07:00`).toISOString())
const inProcess = (n: number, at: string, dueOn: string | null = null): Dossier => {
  const start = aRegisteredDossier({ n, at: wib(at) })
  return accepted(start, dueOn, { at: wib(at) })
}
const none = figuresOf([])

/** The daily report's figures of these days by permit type. */
async function figuresIn(office: TestOffice, days: DaySpan) {
  const condition = { days, kinds: kindsOfFigures, asOf: null }
  const cells = await office.queries.countFacts(condition, { by: 'permit-type', per: null })
  const types = Map.groupBy(cells, (one) => one.group)
  return [...types]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([permitTypeCode, found]) => ({ permitTypeCode, ...figuresOf(found) }))
}

const behind = (office: TestOffice, days: DaySpan, figure: ReportFigure, type?: string) => {
  const { kind, lateOnly } = countsOfFigure[figure]
  const where = type === undefined ? {} : { 'permit-type': type }
  return office.queries.listFacts({ days, kinds: [kind], lateOnly, where, asOf: null }, null)
}
const numbersOf = (lines: readonly FactLine[]) => lines.map((one) => one.dossier.registrationNumber)

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
    expect(await figuresIn(office, monday)).toEqual([
      { permitTypeCode: 'SIPA', ...none, received: 1 },
      { permitTypeCode: 'SIPD', ...none, received: 2 },
    ])
    expect(numbersOf(await behind(office, monday, 'received', 'SIPD'))).toEqual([1, 2].map(registered))
    expect(numbersOf(await behind(office, monday, 'received'))).toEqual([1, 3, 2].map(registered))
    expect(await figuresIn(office, spanOf('2026-04-01', '2026-04-30'))).toEqual([])
  })

  test('a dossier returned twice on one day is one returned dossier, also when it has come back since', async () => {
    const office = await open()
    const first = returned(inProcess(1, '2026-03-02T08:00'), { at: wib('2026-03-02T09:00') })
    const back = withEvent(first, aMove(first, ['verification']), { at: wib('2026-03-02T10:00') })
    const again = returned(back, { at: wib('2026-03-02T11:00') })
    await store(office, withEvent(again, aMove(again, ['verification']), { at: wib('2026-03-04T10:00') }))
    expect(await figuresIn(office, monday)).toEqual([
      { permitTypeCode: 'SIPD', ...none, received: 1, returned: 1 },
    ])
    expect(numbersOf(await behind(office, monday, 'returned', 'SIPD'))).toEqual([registered(1)])
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
    expect(await figuresIn(office, days)).toEqual([
      { permitTypeCode: 'SIPD', ...none, issued: 3, refused: 1, late: 1 },
    ])
    expect(numbersOf(await behind(office, days, 'late'))).toEqual([registered(2)])
  })

  test('a day keeps its handover when the paper is handed over again after a Ralat', async () => {
    const office = await open()
    const permit = issued(inProcess(1, '2026-02-23T08:00'), { at: wib('2026-03-01T10:00') })
    const out = handedOver(permit, { at: wib('2026-03-02T09:00') })
    await store(office, out)
    const anew = amended(out, { at: wib('2026-03-04T09:00') })
    await storeMore(office, out, handedOver(anew, { at: wib('2026-03-05T09:00') }))
    expect(await figuresIn(office, monday)).toEqual([{ permitTypeCode: 'SIPD', ...none, handedOver: 1 }])
    const week = spanOf('2026-03-01', '2026-03-07')
    expect(await figuresIn(office, week)).toEqual([
      { permitTypeCode: 'SIPD', ...none, issued: 1, handedOver: 2 },
    ])
  })

  test('what is behind any cell is as many as the cell says, for any histories, days and moments', async () => {
    const office = await open()
    const dossiers = fc
      .sample(randomHistory, { numRuns: 60, seed: 5 })
      .map((one, index) => growDossier(index + 1, one))
    await storeMany(office, dossiers)
    const facts = dossiers.flatMap(({ events }) => factsOf(events, zoneOfHistories))
    let seen = 0
    await fc.assert(
      fc.asyncProperty(aCondition(facts), aLayout, async (condition, layout) => {
        const cells = await office.queries.countFacts(condition, layout)
        expect(cells.map(({ n }) => n).every((n) => n > 0)).toBe(true)
        const expected = chosen(facts, condition)
        expect(toldCells(cells)).toEqual(toldCells(cellsOf(expected, layout)))
        const lines = await office.queries.listFacts(condition, null)
        expect(lines.map(({ fact }) => keyOf(fact)).sort()).toEqual(expected.map(keyOf).sort())
        for (const cell of cells.slice(0, 4)) {
          const own = layout.by === null ? {} : { [layout.by]: cell.group }
          const narrowed = { ...condition, kinds: [cell.kind], where: { ...condition.where, ...own } }
          const found = (await office.queries.listFacts(narrowed, null)).filter(
            ({ fact }) => periodOf(fact, layout) === cell.period,
          )
          expect(found.length).toBe(cell.n)
          expect(found.filter(({ fact }) => fact.late).length).toBe(cell.late)
        }
        seen += lines.length
      }),
      { numRuns: 200, seed: 3 },
    )
    expect(seen).toBeGreaterThan(500)
  })

  test('what a report of an earlier moment had otherwise is listed with who changed it and why', async () => {
    const office = await open()
    const dossiers = fc
      .sample(randomHistory, { numRuns: 50, seed: 6 })
      .map((one, index) => growDossier(index + 1, one))
    await storeMany(office, dossiers)
    const facts = dossiers.flatMap(({ events }) => factsOf(events, zoneOfHistories))
    const moments = fc.constantFrom(...facts.map((one) => one.recordedAt))
    let taken = 0
    await fc.assert(
      fc.asyncProperty(aSpan, moments, moments, async (days, one, other) => {
        const [from, until] = one < other ? [one, other] : [other, one]
        const known = async (asOf: typeof from) => {
          const lines = await office.queries.listFacts({ days, kinds: factKinds, asOf }, null)
          return lines.map(({ fact }) => keyOf(fact))
        }
        const [before, after] = [await known(from), await known(until)]
        const changes = await office.queries.factDifferences(days, from, until)
        const changed = (change: string) =>
          changes.filter((line) => line.change === change).map(({ fact }) => keyOf(fact))
        expect(changed('added').sort()).toEqual(after.filter((key) => !before.includes(key)).sort())
        expect(changed('taken-off').sort()).toEqual(before.filter((key) => !after.includes(key)).sort())
        for (const line of changes) {
          expect(line.at >= from && line.at < until).toBe(true)
          expect(line.by).toMatch(/^Petugas/)
          if (line.change === 'taken-off') expect(line.reason).toBe('Jenis izin salah pilih')
        }
        taken += changed('taken-off').length
      }),
      { numRuns: 60, seed: 4 },
    )
    expect(taken).toBeGreaterThan(10)
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
    expect(await office.queries.outgoingRegister(monday, null)).toEqual([
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

  test('the outgoing register as of a moment is the one of an office that knows nothing later', async () => {
    const dossiers = fc
      .sample(randomHistory, { numRuns: 60, seed: 21 })
      .map((one, index) => growDossier(index + 1, one))
    const office = await openWithHandovers(open, dossiers)
    const days = { from: firstDayOfHistories, through: addDays(firstDayOfHistories, 60) }
    const later: string[] = []
    for (const after of [3, 9, 15, 40]) {
      const asOf = startOfDay(addDays(firstDayOfHistories, after), zoneOfHistories)
      const known = dossiers.flatMap((one) => {
        const events = knownBefore(one.events, asOf)
        const state = rebuildState(events)
        return state ? [{ state, events }] : []
      })
      const then = await (await openWithHandovers(open, known)).queries.outgoingRegister(days, null)
      expect(await office.queries.outgoingRegister(days, asOf)).toEqual(then)
      later.push(...then.map((one) => one.number))
    }
    expect(later.length).toBeGreaterThan(20)
    const now = await office.queries.outgoingRegister(days, null)
    expect(await office.queries.outgoingRegister(days, wib('2100-01-01T00:00'))).toEqual(now)
  })
}

/** An office with these dossiers and the rows of what was handed over in them. */
async function openWithHandovers(open: OpenOffice, dossiers: readonly Dossier[]): Promise<TestOffice> {
  const office = await open()
  await storeMany(office, dossiers)
  await doWork(office, async ({ handovers }) => {
    for (const { events } of dossiers)
      for (const { applicationId, at, actor, body } of events)
        if (body.action === 'handed-over') {
          const { handoverId: id, documentIds, method, receivedBy, relation, receiverNik } = body
          const act = { id, applicationId, documentIds, method, receivedBy, relation, receiverNik }
          await handovers.add({ ...act, at, by: actor.userId ?? anId(1, 'f') })
        }
  })
  return office
}

const aSpan: fc.Arbitrary<DaySpan> = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({
    from: addDays(firstDayOfHistories, from),
    through: addDays(firstDayOfHistories, from + length),
  }))

const aLayout: fc.Arbitrary<FactLayout> = fc.record({
  by: fc.option(fc.constantFrom(...factDimensions)),
  per: fc.option(fc.constantFrom('day', 'month', 'year')),
})

/** Any condition whose values some fact bears. */
const aCondition = (facts: readonly ReportFact[]): fc.Arbitrary<FactCondition> =>
  fc
    .record({
      days: aSpan,
      kinds: fc.subarray([...factKinds], { minLength: 1 }),
      lateOnly: fc.boolean(),
      undecided: fc.nat(3).map((one) => one === 0),
      dimensions: fc.subarray([...factDimensions], { maxLength: 2 }),
      bearer: fc.constantFrom(...facts),
      asOf: fc.option(fc.constantFrom(...facts.map((one) => one.recordedAt)), { freq: 3 }),
    })
    .map(({ dimensions, bearer, ...condition }) => ({
      ...condition,
      where: Object.fromEntries(dimensions.map((dimension) => [dimension, groupOf(bearer, dimension)])),
    }))

/** Those of a whole office that belong to a condition, by a reading of our own. */
const chosen = (facts: readonly ReportFact[], condition: FactCondition): readonly ReportFact[] => {
  const ended = new Set(
    facts
      .filter(
        (one) =>
          endingKinds.includes(one.kind) && one.day <= condition.days.through && stoodAt(one, condition.asOf),
      )
      .map((one) => one.applicationId),
  )
  return facts.filter((one) => isIn(condition, one) && !(condition.undecided && ended.has(one.applicationId)))
}

const isIn = ({ days, kinds, lateOnly, where = {}, asOf }: FactCondition, fact: ReportFact): boolean =>
  kinds.includes(fact.kind) &&
  days.from <= fact.day &&
  fact.day <= days.through &&
  (!lateOnly || fact.late) &&
  factDimensions.every((one) => where[one] === undefined || where[one] === groupOf(fact, one)) &&
  stoodAt(fact, asOf)

const periodOf = ({ day: on }: ReportFact, { per }: FactLayout): string =>
  per === null ? '' : on.slice(0, { day: 10, month: 7, year: 4 }[per])

const keyOf = ({ applicationId, ordinal }: ReportFact): string => `${applicationId} ${ordinal}`

interface Cell {
  readonly kind: string
  readonly period: string
  readonly group: string
  readonly n: number
  readonly late: number
}

/** The cells of facts by a count of our own. */
function cellsOf(facts: readonly ReportFact[], layout: FactLayout): readonly Cell[] {
  const cells = new Map<string, Cell>()
  for (const fact of facts) {
    const group = layout.by === null ? '' : groupOf(fact, layout.by)
    const cell = { kind: fact.kind, period: periodOf(fact, layout), group }
    const key = JSON.stringify(cell)
    const { n, late } = cells.get(key) ?? { n: 0, late: 0 }
    cells.set(key, { ...cell, n: n + 1, late: late + (fact.late ? 1 : 0) })
  }
  return [...cells.values()]
}

const toldCells = (cells: readonly Cell[]): readonly string[] =>
  cells.map(({ kind, period, group, n, late }) => [kind, period, group, n, late].join('|')).sort()
