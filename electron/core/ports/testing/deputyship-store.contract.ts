import { expect, test } from 'vitest'
import type { Deputyship } from '#domain/deputyship.ts'
import { anId, aRegisteredDossier, day, instant } from '#domain/testing/builders.ts'
import type { User } from '../records.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-11-19T01:00:00.000Z')

const aUser = (n: number, roles: readonly string[]): User => ({
  id: anId(n, 'a'),
  username: `petugas${n}`,
  name: `Petugas ${n}`,
  passwordHash: '-',
  roles,
  counter: null,
  active: true,
  createdAt: at,
})

const aDeputyship = (n: number, change: Partial<Deputyship> = {}): Deputyship => ({
  id: anId(n, 'f'),
  absent: { userId: anId(1, 'a'), name: 'Petugas 1' },
  deputy: { userId: anId(2, 'a'), name: 'Petugas 2' },
  from: day('2026-11-20'),
  until: day('2026-11-24'),
  reason: 'cuti tahunan',
  enteredAt: at,
  enteredBy: 'Melati',
  ended: null,
  ...change,
})

const open3 = async (open: OpenOffice): Promise<TestOffice> => {
  const office = await open()
  await doWork(office, async ({ users }) => {
    await users.save(aUser(1, ['technical-agency', 'administrator']))
    await users.save(aUser(2, ['processing']))
    await users.save(aUser(3, ['print-desk']))
  })
  return office
}

/** What every store of deputyships promises, and a history in which somebody took another's place. */
export function deputyshipStoreContract(open: OpenOffice): void {
  test('keeps a deputyship, and that it was taken back, once', async () => {
    const office = await open3(open)
    const ended = { at, by: 'Melati', userId: anId(9, 'a') }
    const found = await doWork(office, async ({ deputyships }) => {
      await deputyships.add(aDeputyship(1))
      const before = await deputyships.find(anId(1, 'f'))
      await deputyships.end(anId(1, 'f'), ended)
      await deputyships.end(anId(1, 'f'), { ...ended, by: 'Nuri' })
      return [before, await deputyships.find(anId(1, 'f')), await deputyships.find(anId(7, 'f'))]
    })
    expect(found).toEqual([aDeputyship(1), aDeputyship(1, { ended }), undefined])
    await expect(doWork(office, ({ deputyships }) => deputyships.add(aDeputyship(1)))).rejects.toThrow()
  })

  test('finds those in which somebody stands in either place, and lists all with the last first', async () => {
    const office = await open3(open)
    const [one, two] = [2, 3].map((n) => ({ userId: anId(n, 'a'), name: `Petugas ${n}` }))
    const other = aDeputyship(2, { absent: two ?? aDeputyship(2).absent, from: day('2026-11-23') })
    await doWork(office, async ({ deputyships }) => {
      await deputyships.add(aDeputyship(1))
      await deputyships.add({ ...other, deputy: one ?? other.deputy })
    })
    const idsWith = (id: string) =>
      doWork(office, async ({ deputyships }) => (await deputyships.listWith([id])).map((found) => found.id))
    expect(await idsWith(anId(1, 'a'))).toEqual([anId(1, 'f')])
    expect(await idsWith(anId(2, 'a'))).toEqual([anId(1, 'f'), anId(2, 'f')])
    expect((await office.queries.listDeputyships()).map(({ id }) => id)).toEqual([anId(2, 'f'), anId(1, 'f')])
  })

  test('lends the roles of the day from the first day through the last, while both are there', async () => {
    const office = await open3(open)
    await doWork(office, ({ deputyships }) => deputyships.add(aDeputyship(1)))
    const lenders = async (text: string) => office.queries.listLenders(anId(2, 'a'), day(text))
    expect(await lenders('2026-11-19')).toEqual([])
    expect(await lenders('2026-11-24')).toEqual([
      { deputyship: aDeputyship(1), roles: ['technical-agency', 'administrator'] },
    ])
    expect(await lenders('2026-11-25')).toEqual([])
    expect(await office.queries.listLenders(anId(1, 'a'), day('2026-11-20'))).toEqual([])
    await doWork(office, ({ users }) => users.save({ ...aUser(1, ['technical-agency']), active: false }))
    expect(await lenders('2026-11-20')).toEqual([])
  })

  test('keeps in a history whose place somebody took', async () => {
    const office = await open3(open)
    const dossier = aRegisteredDossier()
    const [first] = dossier.events
    if (!first) throw new Error('a dossier without a history')
    const actor = { ...first.actor, standsFor: { userId: anId(1, 'a'), name: 'Petugas 1' } }
    await store(office, { ...dossier, events: [{ ...first, actor }, ...dossier.events.slice(1)] })
    const [stored] = await office.queries.history(dossier.state.id)
    expect(stored?.actor).toEqual(actor)
  })
}
