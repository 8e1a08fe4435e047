import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { eventSourceOver } from '../testing/fetch-event-source.ts'
import { newWalkIn } from '../testing/mail-work.ts'
import { composeStation, officePassword, type ComposedStation } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const now = '2026-11-18T02:00:00.000Z'
const enter = async (station: ComposedStation, username: string): Promise<Client> => {
  const client = station.client(username)
  const entered = await client.session.signIn.mutate({ username, password: officePassword })
  if (!entered.ok) throw new Error(entered.refusal.code)
  return client
}

/** The day that a walk-in of today would be promised at a window. */
const promisedAt = async (counter: Client): Promise<string | null> => {
  const form = aFilledForm({ documents: [] })
  return (await counter.intake.outlook.query({ form, columns: 48 })).promise.dueOn
}

describe('two stations on one PostgreSQL', { timeout: 120_000 }, () => {
  let postgres: TestPostgres
  let second: ComposedStation
  let first: OfficeAtWork
  beforeAll(async () => {
    postgres = await createPostgresDatabase()
    second = await composeStation({ databaseUrl: postgres.url }, now)
    first = await openOfficeAtWork('tanjungpinang', { databaseUrl: postgres.url, now })
  }, 120_000)
  afterAll(async () => {
    await first.close()
    await second.close()
    await postgres.drop()
  })

  it('are one office: what the wizard makes at one of them opens at the other without a restart', async () => {
    await expect
      .poll(async () => (await second.client('x').session.station.query()).office?.code, { timeout: 20_000 })
      .toBe('tanjungpinang')
    const counter = await enter(second, 'front-office')
    expect(await promisedAt(counter)).toBe(await promisedAt(await first.as('front-office')))
  })

  it('promise by the calendar that was changed at the other one', async () => {
    const there = await enter(second, 'front-office')
    const here = await first.as('front-office')
    const before = await promisedAt(there)
    const admin = first.office.client('admin')
    const closed = { type: 'office-closed', name: 'Banjir', estimated: false } as const
    const flood = { date: '2026-11-20', holiday: closed, source: 'SE Wali Kota 12' }
    expect(await admin.calendar.changeDay.mutate(flood)).toMatchObject({ ok: true })
    const moved = await promisedAt(here)
    expect(moved).not.toBe(before)
    await expect.poll(() => promisedAt(there), { timeout: 20_000 }).toBe(moved)
    const back = await enter(second, 'admin')
    expect(await back.calendar.changeDay.mutate({ ...flood, holiday: null })).toMatchObject({ ok: true })
    await expect.poll(() => promisedAt(here), { timeout: 20_000 }).toBe(before)
  })

  it('show on the overview of one what a counter has done at the other, as soon as it is told', async () => {
    const supervisor = await enter(second, 'division-head')
    const before = await supervisor.overview.now.query()
    // The very stream by which a window of that station hears that it must ask again.
    const Stream = eventSourceOver((url, init) => second.fetch('division-head', new URL(url).pathname, init))
    const stream = new Stream('http://127.0.0.1/trpc/events.follow')
    const told: unknown[] = []
    stream.addEventListener('message', (event) => told.push(JSON.parse((event as MessageEvent<string>).data)))
    const opened = new Promise((resolve) => stream.addEventListener('connected', resolve))
    await opened
    const id = await newWalkIn(first)
    await expect.poll(() => told, { timeout: 20_000 }).toContainEqual({ topic: 'dossier', id })
    const seen = await supervisor.overview.now.query()
    expect(seen.figures.received.now).toBe(before.figures.received.now + 1)
    const waiting = (view: typeof seen) => view.stages.reduce((sum, one) => sum + one.waiting, 0)
    expect(waiting(seen)).toBe(waiting(before) + 1)
    expect(seen.counters.find(({ name }) => name === 'Loket 2')?.received).toBe(
      (before.counters.find(({ name }) => name === 'Loket 2')?.received ?? 0) + 1,
    )
    stream.close()
  })

  it('never lose a day that both change at the same moment', async () => {
    const there = await enter(second, 'admin')
    const here = first.office.client('admin')
    const closed = { type: 'office-closed', name: 'Banjir', estimated: false } as const
    const change = (client: Client, date: string) =>
      client.calendar.changeDay.mutate({ date, holiday: closed, source: 'SE Wali Kota 12' })
    const days = ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24']
    const answers = await Promise.all(days.map((day, index) => change(index % 2 ? there : here, day)))
    expect(answers.map((one) => one.ok)).toEqual([true, true, true, true])
    const counters = [await first.as('front-office'), await enter(second, 'front-office')]
    for (const counter of counters)
      await expect.poll(() => promisedAt(counter), { timeout: 20_000 }).toBe('2026-11-27')
  })
})
