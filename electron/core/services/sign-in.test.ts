import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPasswords, samplePasswordCost } from '#adapters/system/passwords.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { ok } from '#domain/result.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import type { User } from '#ports/records.ts'
import { signIn } from './sign-in.ts'
import { createTestClock, type TestClock } from './testing/print-desk.ts'

const passwords = createPasswords(samplePasswordCost)

let db: TestDatabase
let clock: TestClock
let enter: ReturnType<typeof signIn>

const add = async (username: string, change: Partial<User> = {}): Promise<void> => {
  const passwordHash = await passwords.hash('kunci-loket-2026')
  const user: User = {
    id: `0198c0de-0000-7000-8000-${username.padEnd(12, '0').slice(0, 12)}`,
    username,
    name: `Petugas ${username}`,
    passwordHash,
    roles: ['front-office'],
    counter: null,
    active: true,
    createdAt: clock.now(),
    ...change,
  }
  await db.work.run(async ({ users }) => ok(await users.save(user)))
}

beforeEach(async () => {
  db = await openTestDb()
  clock = createTestClock()
  enter = signIn({ queries: db.queries, passwords, clock })
  await add('ratih')
})
afterEach(() => db.close())

const right = (username = 'ratih') => enter({ username, password: 'kunci-loket-2026' })
const wrong = (username = 'ratih') => enter({ username, password: 'salah' })
const fail = async (times: number, username?: string): Promise<void> => {
  for (let done = 0; done < times; done += 1) await wrong(username)
}

describe('signing in', () => {
  it('lets in by the right password, however the name is written', async () => {
    expect(await right(' Ratih ')).toMatchObject({ ok: true, value: { username: 'ratih' } })
  })

  it('says the same of an unknown name and of a wrong password', async () => {
    expect(await wrong('siapa')).toEqual(await wrong())
  })

  it('makes a name wait after five wrong passwords, the right one too, and says how long', async () => {
    await fail(5)
    const refused = await right()
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'sign-in-waits', seconds: 15 } })
    if (!refused.ok) expect(sayAdministrationRefusal(refused.refusal)).toContain('Tunggu 15 detik')
    clock.move(15_000)
    expect(await right()).toMatchObject({ ok: true })
  })

  it('doubles the wait after every further wrong password; asking in between does not lengthen it', async () => {
    await fail(5)
    clock.move(15_000)
    expect(await wrong()).toMatchObject({ refusal: { code: 'sign-in-refused' } })
    clock.move(20_000)
    expect(await wrong()).toMatchObject({ refusal: { code: 'sign-in-waits', seconds: 10 } })
    clock.move(10_000)
    expect(await right()).toMatchObject({ ok: true })
  })

  it('forgets the wrong ones once the right one was typed', async () => {
    await fail(4)
    await right()
    await fail(4)
    expect(await right()).toMatchObject({ ok: true })
  })

  it('lets no more through when many guesses come at one moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong()))
    const codes = answers.map((one) => (one.ok ? 'ok' : one.refusal.code))
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5)
    expect(codes.filter((code) => code === 'sign-in-waits')).toHaveLength(15)
  })

  it('makes an unknown name wait as a known one, and leaves the others alone', async () => {
    await fail(5, 'siapa')
    expect(await wrong('siapa')).toMatchObject({ refusal: { code: 'sign-in-waits' } })
    expect(await right()).toMatchObject({ ok: true })
  })

  it('takes no transaction, so that a counter saves while somebody signs in', async () => {
    const writing = await db.work.run(async () => ok(await right()))
    expect(writing).toMatchObject({ ok: true, value: { ok: true } })
  })

  it('says of a retired account that it is retired only to whoever knows its password', async () => {
    await add('bagus', { active: false })
    expect(await wrong('bagus')).toMatchObject({ refusal: { code: 'sign-in-refused' } })
    expect(await right('bagus')).toMatchObject({ refusal: { code: 'user-inactive' } })
  })
})
