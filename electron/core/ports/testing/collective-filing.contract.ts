import { expect, test } from 'vitest'
import type { CollectiveFiling, UntakenDossier } from '#domain/collective-filing.ts'
import {
  accepted,
  aMove,
  anApplicant,
  anApplication,
  anId,
  aRegisteredDossier,
  day,
  instant,
  issued,
  withEvent,
} from '#domain/testing/builders.ts'
import { doWork, numbersOf, registered, store, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const today = day('2026-03-02')

const aFiling = (n: number, change: Partial<CollectiveFiling> = {}): CollectiveFiling => ({
  id: anId(n, 'c'),
  code: `K-260302-0${n}`,
  bringer: {
    kind: 'facility',
    name: 'Bagas Tirtamulya',
    nik: null,
    phone: '+6281255000300',
    facilityName: 'RSUD Kota Pontianak',
    letterSeen: true,
  },
  openedAt: at,
  openedBy: 'Petugas Satu',
  station: 'loket-1',
  closed: null,
  ...change,
})

const brought = (n: number, filing: CollectiveFiling) =>
  aRegisteredDossier({
    n,
    applicant: anApplicant({}, n),
    data: anApplication({
      collective: { filingId: filing.id, code: filing.code, bringer: 'RSUD Kota Pontianak' },
    }),
  })

/** What every database promises of filings of many dossiers by one bringer. */
export function collectiveFilingContract(open: OpenOffice): void {
  test('a filing is open until it is closed, and the first who closed it stays', async () => {
    const office = await open()
    const filing = aFiling(1)
    await doWork(office, ({ collectiveFilings }) => collectiveFilings.open(filing, today, 1))
    expect(await office.queries.listOpenCollectiveFilings()).toEqual([filing])
    const closed = { at, by: 'Petugas Dua', userId: anId(2, 'f') }
    await doWork(office, async ({ collectiveFilings }) => {
      await collectiveFilings.close(filing.id, closed)
      await collectiveFilings.close(filing.id, { ...closed, by: 'Petugas Tiga' })
    })
    expect(await office.queries.listOpenCollectiveFilings()).toEqual([])
    expect(await office.queries.findCollectiveFiling(filing.id)).toEqual({ ...filing, closed })
    expect(await office.queries.findCollectiveFiling(anId(9, 'c'))).toBeUndefined()
  })

  test('the bringer of an open filing is mended, of a closed one not', async () => {
    const office = await open()
    const filing = aFiling(1)
    await doWork(office, ({ collectiveFilings }) => collectiveFilings.open(filing, today, 1))
    const mended = { ...filing.bringer, name: 'Danu Wijayakusuma' }
    await doWork(office, async ({ collectiveFilings }) => {
      await collectiveFilings.amendBringer(filing.id, mended)
      await collectiveFilings.close(filing.id, { at, by: 'Petugas Dua', userId: anId(2, 'f') })
      await collectiveFilings.amendBringer(filing.id, filing.bringer)
    })
    expect(await office.queries.findCollectiveFiling(filing.id)).toMatchObject({ bringer: mended })
  })

  test('serials of a day go on behind the last one, each day from one', async () => {
    const office = await open()
    const serials = await doWork(office, async ({ collectiveFilings }) => {
      const first = await collectiveFilings.nextSerial(today)
      await collectiveFilings.open(aFiling(1), today, first)
      const second = await collectiveFilings.nextSerial(today)
      await collectiveFilings.open(aFiling(2), today, second)
      return [first, second, await collectiveFilings.nextSerial(day('2026-03-03'))]
    })
    expect(serials).toEqual([1, 2, 1])
  })

  test('what was not taken in is kept once with its last reason, until it is taken in after all', async () => {
    const office = await open()
    const filing = aFiling(1)
    const left: UntakenDossier = {
      id: anId(5, 'd'),
      filingId: filing.id,
      name: 'Sari Melayu',
      permitTypeCode: null,
      reason: 'STR tidak dibawa',
      at,
      by: 'Petugas Satu',
    }
    await doWork(office, async ({ collectiveFilings }) => {
      await collectiveFilings.open(filing, today, 1)
      await collectiveFilings.leave(left)
      await collectiveFilings.leave({ ...left, reason: 'KTP tidak dibawa' })
    })
    expect(await office.queries.listUntaken(filing.id)).toEqual([{ ...left, reason: 'KTP tidak dibawa' }])
    await doWork(office, ({ collectiveFilings }) => collectiveFilings.takeUp(left.id))
    expect(await office.queries.listUntaken(filing.id)).toEqual([])
  })

  test('lists the dossiers of one filing in the order of arrival, and of them those that may be handed over', async () => {
    const office = await open()
    const [one, other] = [aFiling(1), aFiling(2)]
    const waiting = brought(1, one)
    const done = issued(accepted(brought(2, one), '2026-03-09'))
    const ready = withEvent(done, aMove(done, ['loket']))
    await store(
      office,
      ready,
      waiting,
      brought(3, other),
      aRegisteredDossier({ n: 4, applicant: anApplicant({}, 4) }),
    )
    const ids = (lines: readonly { readonly collectiveFilingId: string | null }[]) =>
      lines.map((line) => line.collectiveFilingId)
    const lines = await office.queries.listByCollectiveFiling(one.id)
    expect(numbersOf(lines)).toEqual([registered(2), registered(1)])
    expect(ids(lines)).toEqual([one.id, one.id])
    expect(numbersOf(await office.queries.listCollectiveReady(one.id, ['loket']))).toEqual([registered(2)])
    expect(await office.queries.listCollectiveReady(one.id, [])).toEqual([])
    expect(await office.queries.listCollectiveReady(other.id, ['loket'])).toEqual([])
    const states = await office.queries.listStatesOfCollectiveFiling(one.id)
    expect(states).toEqual([ready.state, waiting.state])
    expect(await doWork(office, ({ applications }) => applications.listByCollectiveFiling(one.id))).toEqual(
      states,
    )
  })

  test('a dossier is found by who brought it and by the code of its list', async () => {
    const office = await open()
    await store(office, brought(1, aFiling(1)), brought(2, aFiling(2)))
    const found = async (...tokens: string[]) => numbersOf(await office.queries.search(tokens, 10))
    expect(await found('k', '260302', '02')).toEqual([registered(2)])
    expect(await found('rsud', 'pontianak')).toHaveLength(2)
  })
}
