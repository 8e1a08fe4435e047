import { expect, test } from 'vitest'
import { rebuildState } from '#domain/application-history.ts'
import {
  accepted,
  anApplicant,
  anApplication,
  anId,
  aNumber,
  aRegisteredDossier,
  day,
  drafted,
  handedOver,
  issued,
  numbered,
  refused,
  returned,
  withdrawn,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import { doWork, registered, store, storeMore, type OpenOffice } from './test-office.ts'

const today = day('2026-06-01')

/** What every store of applications promises, and the look-ups that belong to it. */
export function applicationStoreContract(open: OpenOffice): void {
  test('gives back the state and the history exactly as they were stored', async () => {
    const office = await open()
    const dossier = handedOver(issued(accepted(aRegisteredDossier(), '2026-03-09')))
    await store(office, dossier)
    expect(await office.queries.findApplication(dossier.state.id)).toEqual(dossier.state)
    const history = await office.queries.history(dossier.state.id)
    expect(history).toEqual(dossier.events)
    expect(rebuildState(history)).toEqual(dossier.state)
    expect(await doWork(office, ({ applications }) => applications.find(dossier.state.id))).toEqual(
      dossier.state,
    )
  })

  test('finds many at once, each once, and none that is not there', async () => {
    const office = await open()
    const dossiers = [1, 2, 3].map((n) => aRegisteredDossier({ n }))
    await store(office, ...dossiers)
    const [first, , third] = dossiers.map(({ state }) => state.id)
    const found = await office.queries.findApplications([third ?? '', anId(9, 'b'), first ?? '', first ?? ''])
    expect(found.map(({ id }) => id).toSorted()).toEqual([first, third])
    expect(await office.queries.findApplications([])).toEqual([])
    const asked = [third ?? '', anId(9, 'b'), first ?? '']
    const locked = await doWork(office, async ({ applications, applicants }) => {
      const states = await applications.findAll(asked)
      return [states, await applicants.findAll(states.map((one) => one.applicant.id))] as const
    })
    expect(locked[0]).toEqual([dossiers[0]?.state, dossiers[2]?.state])
    expect(locked[1].map((one) => one.id)).toEqual([
      ...new Set(locked[0].map((one) => one.applicant.id).toSorted()),
    ])
    const histories = await office.queries.listHistories(asked)
    expect(histories.get(first ?? '')).toEqual(dossiers[0]?.events)
    expect([...histories.keys()].toSorted()).toEqual([first, third])
  })

  test('grows event by event to the same as when it is stored at once', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    const middle = returned(accepted(start, '2026-03-09'))
    const end = issued(accepted(middle, '2026-03-09'))
    await store(office, start)
    await storeMore(office, start, middle)
    await storeMore(office, middle, end)
    expect(await office.queries.findApplication(end.state.id)).toEqual(end.state)
    expect(await office.queries.history(end.state.id)).toEqual(end.events)
  })

  test('takes in a long history at once', async () => {
    const office = await open()
    const start = accepted(aRegisteredDossier(), null)
    const long = Array.from({ length: 120 }).reduce<Dossier>((dossier) => returned(dossier), start)
    await store(office, long)
    expect(await office.queries.history(long.state.id)).toEqual(long.events)
  })

  test('finds it by registration number, tracking code, verification code and permit number', async () => {
    const office = await open()
    const dossier = issued(accepted(aRegisteredDossier({ n: 7 }), null))
    await store(office, aRegisteredDossier({ n: 1 }), dossier)
    const { id, trackingCode, product } = dossier.state
    expect(await office.queries.findByRegistrationNumber(registered(7))).toBe(id)
    expect(await office.queries.findByTrackingCode(trackingCode)).toBe(id)
    expect(await office.queries.findByVerificationCode(product?.verificationCode ?? '')).toBe(id)
    expect(await office.queries.findByProductNumber(product?.number?.text ?? '')).toBe(id)
    expect(
      await doWork(office, ({ applications }) => applications.findByRegistrationNumber(registered(7))),
    ).toEqual(dossier.state)
    const typed = ` ${(product?.number?.text ?? '').toLowerCase().replace('/', ' / ')} `
    expect(await office.queries.findByProductNumber(typed)).toBe(id)
    expect(await doWork(office, ({ applications }) => applications.findByProductNumber(typed))).toEqual(
      dossier.state,
    )
  })

  test('does not find what is not there', async () => {
    const { queries, work } = await open()
    expect(await queries.findApplication(anId(9))).toBeUndefined()
    expect(await queries.findByRegistrationNumber('P-2026-000009')).toBeUndefined()
    expect(await queries.findByTrackingCode('x')).toBeUndefined()
    expect(await queries.findByVerificationCode('x')).toBeUndefined()
    expect(await queries.findByProductNumber('x')).toBeUndefined()
    expect(await queries.history(anId(9))).toEqual([])
    expect(await doWork({ queries, work }, ({ applications }) => applications.find(anId(9)))).toBeUndefined()
  })

  test('a verification code of a permit given up still leads to its dossier, the letter in force comes first', async () => {
    const office = await open()
    const permit = numbered(drafted(accepted(aRegisteredDossier(), null)), aNumber('SIPD', 1))
    const dossier = refused(permit)
    await store(office, dossier)
    const former = dossier.state.formerProducts[0]
    expect(former?.kind).toBe('permit')
    expect(await office.queries.findByVerificationCode(former?.verificationCode ?? '')).toBe(dossier.state.id)
    expect(await office.queries.findByProductNumber('SIPD/000001/2026')).toBe(dossier.state.id)
    expect(await office.queries.findByProductNumber('TOLAK/000001/2026')).toBe(dossier.state.id)
  })

  test('refuses events that do not continue the stored history, and stores nothing of them', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    await store(office, start)
    const one = accepted(start, null)
    const two = returned(one)
    const gap = doWork(office, ({ applications }) => applications.save(two.state, two.events.slice(2)))
    await expect(gap).rejects.toThrow('has 1 events')
    await storeMore(office, start, one)
    const again = doWork(office, ({ applications }) => applications.save(one.state, one.events.slice(1)))
    await expect(again).rejects.toThrow('has 2 events')
    const foreign = doWork(office, ({ applications }) =>
      applications.save(two.state, [{ ...two.events[2]!, applicationId: anId(99) }]),
    )
    await expect(foreign).rejects.toThrow('is not of application')
    expect(await office.queries.history(start.state.id)).toEqual(one.events)
    expect(await office.queries.findApplication(start.state.id)).toEqual(one.state)
  })

  test('refuses a registration number, tracking code or permit number that another dossier holds', async () => {
    const office = await open()
    const first = issued(accepted(aRegisteredDossier({ n: 1 }), null))
    await store(office, first)
    await expect(
      store(office, issued(accepted(aRegisteredDossier({ n: 2 }), null), { serial: 1 })),
    ).rejects.toThrow()
    const twin = aRegisteredDossier({ n: 3 })
    const state = { ...twin.state, trackingCode: first.state.trackingCode }
    await expect(store(office, { ...twin, state })).rejects.toThrow()
    expect(await office.queries.listApplicationIds(null, 10)).toEqual([first.state.id])
  })

  test('lists every id in order, page by page', async () => {
    const office = await open()
    await store(office, ...[3, 1, 2].map((n) => aRegisteredDossier({ n })))
    expect(await office.queries.listApplicationIds(null, 2)).toEqual([anId(1, 'b'), anId(2, 'b')])
    expect(await office.queries.listApplicationIds(anId(2, 'b'), 2)).toEqual([anId(3, 'b')])
  })

  test('keeps long names, quotes and every script as typed', async () => {
    const office = await open()
    const name = `dr. Ni'mah "Ayu" \\ ${'Ç'.repeat(150)} 🌿 ; DROP TABLE applications --`
    const dossier = aRegisteredDossier({ applicant: anApplicant({ name, nameOnPermit: null }) })
    await store(office, dossier)
    expect((await office.queries.findApplication(dossier.state.id))?.applicant.name).toBe(name)
    expect((await office.queries.listAtStages(['intake'], 1))[0]?.holderName).toBe(name)
  })

  holderContract(open)
}

/** What the rules of places and earlier permits look at. */
function holderContract(open: OpenOffice): void {
  const mine = (n: number, change: Parameters<typeof anApplication>[0] = {}): Dossier =>
    aRegisteredDossier({ n, applicant: anApplicant(), data: anApplication(change) })

  test('lists everything that a person ever asked for, oldest first, and nobody else’s', async () => {
    const office = await open()
    const dossiers = [
      issued(accepted(mine(2), null)),
      withdrawn(mine(1)),
      mine(3, { permitTypeCode: 'SIPA' }),
    ]
    await store(office, ...dossiers, aRegisteredDossier({ n: 4 }))
    const id = anId(1, 'a')
    const listed = await doWork(office, ({ applications }) => applications.listByApplicant(id))
    expect(listed).toEqual(dossiers.map((one) => one.state))
    expect(await office.queries.listStatesByApplicant(id)).toEqual(listed)
    expect(await office.queries.listStatesByApplicant(anId(9, 'a'))).toEqual([])
  })

  test('finds the one that bears a rare mark among many newer ones with a common one', async () => {
    const office = await open()
    const phone = '+6281300000009'
    const rare = aRegisteredDossier({ n: 1, applicant: anApplicant({ phone }, 1) })
    const others = [2, 3].map((n) => aRegisteredDossier({ n }))
    await store(office, rare, ...others)
    const common = `born ${rare.state.applicant.birthDate ?? ''}`
    const found = await office.queries.listLookalikes([common, `phone ${phone}`], 1)
    expect(found).toEqual([others[1]?.state, rare.state])
  })

  test('finds dossiers that bear a mark, the newest first, and of each mark never more than asked for', async () => {
    const office = await open()
    const dossiers = [1, 2, 3].map((n) => aRegisteredDossier({ n }))
    await store(office, ...dossiers)
    const [first, second, third] = dossiers.map((one) => one.state)
    const born = `born ${first?.applicant.birthDate ?? ''}`
    const marks = ['phone +6281255000173', born, 'str 0']
    expect(await office.queries.listLookalikes(marks, 9)).toEqual([third, second, first])
    expect(await office.queries.listLookalikes([born], 2)).toEqual([third, second])
    expect(await office.queries.listLookalikes(['phone +6281300000000'], 9)).toEqual([])
    expect(await office.queries.listLookalikes([], 9)).toEqual([])
  })

  test('finds the application by the number on its paper, and of two papers with one number the last', async () => {
    const office = await open()
    const number = aNumber('IZIN', 1)
    const permit = numbered(drafted(accepted(mine(1), null), 'permit'), number)
    const before = drafted(accepted(mine(2, { kind: 'amendment' }), null), 'permit')
    const after = withEvent(before, {
      action: 'numbered',
      productId: before.state.product!.id,
      number,
      kept: true,
      issuedOn: today,
      validUntil: null,
    })
    await store(office, permit, after)
    const find = (text: string) =>
      doWork(office, async ({ applications }) => (await applications.findByProductNumber(text))?.id)
    expect(await find(number.text)).toBe(after.state.id)
    expect(await find('IZIN/0')).toBeUndefined()
  })

  test('two papers never have one number, unless the second keeps that of the first', async () => {
    const office = await open()
    const number = aNumber('IZIN', 1)
    await store(office, numbered(drafted(accepted(mine(1), null), 'permit'), number))
    await expect(
      store(office, numbered(drafted(accepted(mine(2), null), 'permit'), number)),
    ).rejects.toThrow()
  })
}
