import { expect, test } from 'vitest'
import type { CalendarChange } from '#domain/calendar-book.ts'
import {
  accepted,
  anId,
  aRegisteredDossier,
  day,
  instant,
  issued,
  refused,
  withdrawn,
  withEvent,
} from '#domain/testing/builders.ts'
import { doWork, store, storeMore, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')

const aChange = (n: number, change: Partial<CalendarChange> = {}): CalendarChange => ({
  id: anId(n, 'd'),
  date: day('2026-10-23'),
  before: null,
  after: { date: day('2026-10-23'), type: 'office-closed', name: 'Hari Jadi Kota', estimated: false },
  origin: 'office',
  source: 'SE Wali Kota 800/12/2026',
  by: { userId: anId(1, 'f'), name: 'Melati Sambas' },
  at,
  ...change,
})

/** What every record of the calendar promises, and the list of promises that a change of it looks through. */
export function calendarStoreContract(open: OpenOffice): void {
  test('keeps every change of the calendar in its order, a day taken out too', async () => {
    const office = await open()
    const changes = [
      aChange(2),
      aChange(1, { before: aChange(2).after, after: null, origin: 'shipped' }),
      aChange(3),
    ]
    await doWork(office, async ({ calendar }) => {
      for (const one of changes) await calendar.add(one)
    })
    expect(await office.queries.listCalendarChanges()).toEqual(changes)
    expect(await doWork(office, ({ calendar }) => calendar.list())).toEqual(changes)
  })

  test('a line of the record is written once', async () => {
    const office = await open()
    await doWork(office, ({ calendar }) => calendar.add(aChange(1)))
    await expect(doWork(office, ({ calendar }) => calendar.add(aChange(1)))).rejects.toThrow()
    expect(await office.queries.listCalendarChanges()).toHaveLength(1)
  })

  test('lists what is promised and not decided, page by page', async () => {
    const office = await open()
    const promised = (n: number, dueOn: string | null = '2026-03-09') =>
      accepted(aRegisteredDossier({ n }), dueOn)
    await store(
      office,
      promised(1),
      promised(2, null),
      aRegisteredDossier({ n: 3 }),
      issued(promised(4)),
      refused(promised(5), { serial: 5 }),
      withdrawn(promised(6)),
      promised(7),
      promised(8),
    )
    const page = (after: string | null, limit: number) =>
      doWork(office, ({ applications }) => applications.listPromised(after, limit))
    const ids = (...n: number[]) => n.map((one) => anId(one, 'b'))
    expect(await page(null, 2)).toEqual(ids(1, 7))
    expect(await page(anId(7, 'b'), 2)).toEqual(ids(8))
    expect(await page(anId(8, 'b'), 2)).toEqual([])
  })

  test('a list shows what was promised first and the last change of it', async () => {
    const office = await open()
    const before = accepted(aRegisteredDossier(), '2026-03-09')
    await store(office, before)
    const why = [{ date: day('2026-03-05'), name: 'Banjir', change: 'became-free' }] as const
    const state = await doWork(office, ({ applications }) => applications.find(before.state.id))
    expect(state).toEqual(before.state)
    const after = withEvent(before, {
      action: 'promise-changed',
      from: day('2026-03-09'),
      to: day('2026-03-10'),
      why,
    })
    await storeMore(office, before, after)
    const [line] = await office.queries.listAtStages(['verification'], 9)
    expect(line).toMatchObject({
      dueOn: '2026-03-10',
      firstDueOn: '2026-03-09',
      promiseChange: { from: '2026-03-09', to: '2026-03-10', why },
    })
  })
}
