import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeStation, type ComposedStation } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'

let office: ComposedStation
let counter: Client

beforeAll(async () => {
  office = await composeStation({ demo: true, profile: 'tanjungpinang' }, '2026-11-19T08:24:00.000Z')
  counter = office.client('loket')
  const entered = await counter.session.signIn.mutate({ username: 'loket', password: 'sepok-demo-2026' })
  if (!entered.ok) throw new Error(entered.refusal.code)
}, 120_000)
afterAll(() => office.close())

it('a sample office that mails its permits shows mails in every state that a clerk meets', async () => {
  const lists = await Promise.all(
    (['in-need', 'under-way', 'done'] as const).map((which) => counter.mails.list.query({ which })),
  )
  const [inNeed = [], underWay = [], done = []] = lists.map((list) => list.map((one) => one.state).sort())
  expect(inNeed).toEqual(['bounced', 'failed', 'uncertain'])
  // Nobody listens where the sample's server would be.
  expect(underWay.filter((state) => state !== 'waiting' && state !== 'sending')).toEqual([])
  expect(underWay).toHaveLength(1)
  expect(done).toEqual(['sent', 'sent', 'wrong-address'])
  expect(await counter.mails.status.query()).toMatchObject({ isSetUp: true, isOpenable: true, inNeed: 3 })
})
