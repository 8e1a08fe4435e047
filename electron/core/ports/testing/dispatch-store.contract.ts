import { expect, test } from 'vitest'
import type { Dispatch } from '#domain/dispatch.ts'
import { anId, aRegisteredDossier, day, instant } from '#domain/testing/builders.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-11-19T01:00:00.000Z')
const hash = 'ab'.repeat(32)

const aLine = (n: number, change: Partial<Dispatch> = {}): Dispatch => ({
  id: anId(n, 'f'),
  number: { series: 'ekspedisi', scope: '2026', serial: n, text: `EKS-2026-000${n}` },
  kind: 'dossier-copy',
  letterNumber: null,
  subject: null,
  dossier: null,
  recipient: 'Dinas Kesehatan',
  broughtBy: 'Sugeng',
  sentOn: day('2026-11-19'),
  enteredAt: at,
  enteredBy: 'Ratih',
  received: null,
  voided: null,
  ...change,
})

/** As the use case does it: the number first, then its line. */
const enter = (office: TestOffice, ...lines: readonly Dispatch[]): Promise<void> =>
  doWork(office, async ({ dispatches, numbers }) => {
    for (const line of lines) {
      await numbers.advance(line.number.series, line.number.scope)
      await numbers.record({
        number: line.number,
        document: 'dispatch-book',
        applicationId: line.dossier?.applicationId ?? line.id,
        subjectId: line.id,
        takenAt: at,
      })
      await dispatches.add(line)
    }
  })

const idsOf = (lines: readonly Dispatch[]): readonly string[] => lines.map(({ id }) => id)

/** What every store of the *Buku Ekspedisi* promises. */
export function dispatchStoreContract(open: OpenOffice): void {
  test('keeps a line as it was written, and how it was settled', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const about = {
      applicationId: dossier.state.id,
      registrationNumber: dossier.state.registrationNumber.text,
    }
    const first = aLine(1, { dossier: about, letterNumber: '503/018', subject: 'dua rangkap' })
    await enter(office, first, aLine(2))
    const by = { at, by: 'Dodi', userId: anId(9, 'a') }
    const received = { ...first, received: { receiver: 'Nuraini', receivedAt: at, slipSha256: hash, ...by } }
    const voided = { ...aLine(2), voided: { reason: 'salah tujuan', ...by } }
    const found = await doWork(office, async ({ dispatches }) => {
      const before = await dispatches.find(first.id)
      await dispatches.settle(received)
      await dispatches.settle(voided)
      return [before, await dispatches.find(first.id), await dispatches.find(anId(8, 'f'))]
    })
    expect(found).toEqual([first, received, undefined])
    expect(await office.queries.findDispatch(anId(2, 'f'))).toEqual(voided)
    expect(await office.queries.listDispatchesOf(dossier.state.id)).toEqual([received])
    expect(await office.queries.countFileUses(hash)).toBe(1)
  })

  test('is written with a number of the register only, and once', async () => {
    const office = await open()
    await expect(doWork(office, ({ dispatches }) => dispatches.add(aLine(1)))).rejects.toThrow()
    await enter(office, aLine(1))
    await expect(doWork(office, ({ dispatches }) => dispatches.add(aLine(1)))).rejects.toThrow()
  })

  test('lists the lines of some days in order, and what is open of any day', async () => {
    const office = await open()
    await enter(
      office,
      aLine(1, { sentOn: day('2026-10-30') }),
      aLine(2, { sentOn: day('2026-11-01') }),
      aLine(3),
      aLine(4, { sentOn: day('2026-12-01') }),
    )
    const voided = { reason: 'salah', at, by: 'Dodi', userId: anId(9, 'a') }
    await doWork(office, ({ dispatches }) => dispatches.settle({ ...aLine(3), voided }))
    const november = { from: day('2026-11-01'), until: day('2026-11-30') }
    expect(idsOf(await office.queries.listDispatches(november))).toEqual([anId(2, 'f'), anId(3, 'f')])
    expect(idsOf(await office.queries.listOpenDispatches())).toEqual([1, 2, 4].map((n) => anId(n, 'f')))
  })
}
