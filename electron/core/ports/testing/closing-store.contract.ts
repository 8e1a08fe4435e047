import { expect, test } from 'vitest'
import type { DayClosing } from '#domain/day-closing.ts'
import { aNumber, aRegisteredDossier, anId, day, instant, issued } from '#domain/testing/builders.ts'
import { doWork, store, type OpenOffice } from './test-office.ts'

/** The first closing of a day, `n` makes id and hash. */
export const aClosing = (n: number, change: Partial<DayClosing> = {}): DayClosing => ({
  id: anId(n, 'c'),
  day: day('2026-11-19'),
  ordinal: 1,
  closedAt: instant('2026-11-19T09:04:00.000Z'),
  closedBy: { userId: anId(1, 'f'), name: 'Haryati Mensiku', role: 'supervisor', station: 'Loket 2' },
  note: null,
  reason: null,
  openItems: [],
  events: 2,
  eventsHash: 'a'.repeat(64),
  previousHash: null,
  hash: String(n).repeat(64).slice(0, 64),
  ...change,
})

const aPrint = (n: number, hash = 'e'.repeat(64)) => ({
  applicationId: anId(n, 'b'),
  throughSeq: 3,
  events: 2,
  hash,
})

/** What the chain of closed days promises. */
export function closingStoreContract(open: OpenOffice): void {
  test('a closing is kept with what it saw; the chain knows the last one, a day its latest', async () => {
    const office = await open()
    const first = aClosing(1, { openItems: [{ kind: 'sheets-unknown', count: 2 }], note: 'printer mati' })
    const other = aClosing(2, { day: day('2026-11-18'), previousHash: first.hash })
    const again = aClosing(3, { ordinal: 2, reason: 'entri susulan', previousHash: other.hash })
    await doWork(office, async ({ closings }) => {
      expect(await closings.last()).toBeUndefined()
      await closings.add(first, [aPrint(2), aPrint(1)])
      await closings.add(other, [])
      await closings.add(again, [aPrint(1)])
    })
    const { queries } = office
    const found = await doWork(office, async ({ closings }) => [
      await closings.last(),
      await closings.find(first.id),
      await closings.find(anId(9, 'c')),
      await closings.latestOf(first.day),
      await closings.latestOf(day('2026-11-17')),
    ])
    expect(found).toEqual([again, first, undefined, again, undefined])
    expect(await doWork(office, ({ closings }) => closings.printsOf(first.id))).toEqual([
      aPrint(1),
      aPrint(2),
    ])
    expect(await queries.listClosingPrints(first.id)).toEqual([aPrint(1), aPrint(2)])
    expect(await queries.listClosings({ from: day('2026-11-18'), through: day('2026-11-19') })).toEqual([
      other,
      first,
      again,
    ])
    expect(await queries.listClosingChain()).toEqual([first, other, again])
    expect(await queries.firstClosedDay()).toBe('2026-11-18')
  })

  test('a closing is made once, and the same ordinal of a day once', async () => {
    const office = await open()
    await doWork(office, ({ closings }) => closings.add(aClosing(1), []))
    for (const twin of [aClosing(1, { ordinal: 2 }), aClosing(2)])
      await expect(doWork(office, ({ closings }) => closings.add(twin, []))).rejects.toThrow()
  })

  test('events of a span are told by dossier, those of its last moment not', async () => {
    const office = await open()
    const dossier = issued(aRegisteredDossier())
    await store(office, dossier)
    const at = dossier.events.map((one) => one.at)
    const [from = '', until = ''] = [at[0], at.at(-1)]
    const span = { from: instant(from), until: instant(until) }
    const inside = dossier.events.filter((one) => one.at >= span.from && one.at < span.until)
    expect(await office.queries.listEvents(span)).toEqual(inside)
    expect(await doWork(office, ({ closings }) => closings.listEvents(span))).toEqual(inside)
  })

  test('open days are those on which something was counted and that nobody closed', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const facts = await office.queries.factsOfApplication(dossier.state.id)
    const worked = facts[0]?.day ?? day('2026-03-02')
    const days = { from: day('2026-01-01'), through: day('2026-12-31') }
    expect(await office.queries.firstClosedDay()).toBeNull()
    expect(await office.queries.listOpenDays(days)).toContain(worked)
    await doWork(office, ({ closings }) => closings.add(aClosing(1, { day: worked }), []))
    expect(await office.queries.listOpenDays(days)).not.toContain(worked)
  })

  test('voids are counted where they were made', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const at = instant('2026-11-19T03:00:00.000Z')
    const number = aNumber('masuk', 1)
    await doWork(office, async ({ numbers }) => {
      await numbers.advance(number.series, number.scope)
      await numbers.record({
        number,
        document: 'receipt',
        applicationId: dossier.state.id,
        subjectId: null,
        takenAt: at,
      })
      await numbers.markVoid(number, 'robek', at, 'Ratih')
    })
    const later = instant('2026-11-19T03:00:00.001Z')
    expect(await office.queries.countVoids({ from: at, until: later })).toBe(1)
    expect(await office.queries.countVoids({ from: later, until: instant('2026-11-20T00:00:00.000Z') })).toBe(
      0,
    )
  })
}
