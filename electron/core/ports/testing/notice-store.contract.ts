import { expect, test } from 'vitest'
import type { Notice } from '#domain/notice.ts'
import { anId, aRegisteredDossier, day, instant } from '#domain/testing/builders.ts'
import { doWork, store, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const later = instant('2026-03-02T02:00:00.000Z')

const aNotice = (n: number, change: Partial<Notice> = {}): Notice => ({
  id: anId(n, 'e'),
  applicationId: anId(1, 'b'),
  kind: 'returned',
  madeAt: at,
  facts: {
    dueOn: null,
    items: [{ requirementCode: 'ID_PHOTO', reason: 'latar belum merah' }],
    note: 'Foto kurang jelas',
    until: day('2026-03-09'),
  },
  state: 'waiting',
  stateAt: at,
  tries: [],
  ...change,
})

/** What every store of notices promises. */
export function noticeStoreContract(open: OpenOffice): void {
  test('keeps a notice with its facts and its tries, as it was stored last', async () => {
    const office = await open()
    await store(office, aRegisteredDossier())
    const told = aNotice(1, {
      state: 'told',
      stateAt: later,
      tries: [
        { id: anId(1, 'd'), channel: 'phone', outcome: 'no-answer', at, by: 'Ratih', note: 'sibuk' },
        { id: anId(2, 'd'), channel: 'portal', outcome: 'reached', at: later, by: 'Sistem', note: null },
      ],
    })
    await doWork(office, ({ notices }) => notices.save(aNotice(1)))
    const found = await doWork(office, async ({ notices }) => {
      const before = await notices.find(anId(1, 'e'))
      await notices.save(told)
      return [before, await notices.find(anId(1, 'e')), await notices.find(anId(9, 'e'))]
    })
    expect(found).toEqual([aNotice(1), told, undefined])
    expect(await office.queries.findNotice(anId(1, 'e'))).toEqual(told)
    expect(await office.queries.findNotice(anId(9, 'e'))).toBeUndefined()
  })

  test('lists what waits with the oldest first, and what is done with the last change first', async () => {
    const office = await open()
    await store(office, aRegisteredDossier(), aRegisteredDossier({ n: 2 }))
    const newer = aNotice(1, { kind: 'ready', madeAt: later })
    const older = aNotice(2, { applicationId: anId(2, 'b') })
    const printed = aNotice(3, { state: 'printed', stateAt: at })
    const told = aNotice(4, { state: 'told', stateAt: later })
    const gone = aNotice(5, { state: 'obsolete', stateAt: later })
    await doWork(office, async ({ notices }) => {
      for (const one of [newer, older, printed, told, gone]) await notices.save(one)
    })
    const { queries } = office
    expect(await queries.listNotices(['waiting'], 10)).toEqual([older, newer])
    expect(await queries.listNotices(['waiting'], 1)).toEqual([older])
    expect(await queries.listNotices(['told', 'printed'], 10)).toEqual([told, printed])
    expect(await queries.countNotices('waiting')).toBe(2)
    expect(await queries.countNotices('obsolete')).toBe(1)
    expect(await queries.listNoticesOf(anId(1, 'b'))).toEqual([printed, told, gone, newer])
    expect(await doWork(office, ({ notices }) => notices.listOf(anId(2, 'b')))).toEqual([older])
  })

  test('brings in a whole past as it was', async () => {
    const office = await open()
    await store(office, aRegisteredDossier())
    const past = [aNotice(1, { state: 'obsolete' }), aNotice(2, { kind: 'ready', madeAt: later })]
    await doWork(office, ({ notices }) => notices.bringIn(past))
    expect(await office.queries.listNoticesOf(anId(1, 'b'))).toEqual(past)
    await expect(doWork(office, ({ notices }) => notices.bringIn(past))).rejects.toThrow()
  })

  test('a notice of a dossier that is not there is refused', async () => {
    const office = await open()
    await expect(doWork(office, ({ notices }) => notices.save(aNotice(1)))).rejects.toThrow()
  })
}
