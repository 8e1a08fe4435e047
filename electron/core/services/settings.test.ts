import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPasswords, samplePasswordCost } from '#adapters/system/passwords.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { ok } from '#domain/result.ts'
import type { User } from '#ports/records.ts'
import type { Office } from './office.ts'
import { saveUser } from './settings.ts'
import { createTestClock } from './testing/print-desk.ts'

let db: TestDatabase
let save: ReturnType<typeof saveUser>
const clock = createTestClock()

const anAdministrator = (n: number): User => ({
  id: `0198c0de-0000-7000-8000-00000000000${n}`,
  username: `admin${n}`,
  name: `Administrator ${n}`,
  passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  roles: ['administrator'],
  counter: null,
  active: true,
  createdAt: clock.now(),
})
const [first, second] = [anAdministrator(1), anAdministrator(2)]

beforeEach(async () => {
  db = await openTestDb()
  save = saveUser({
    work: db.work,
    clock,
    ids: { uuid: () => '0198c0de-0000-7000-8000-000000000009', randomBytes: () => new Uint8Array(16) },
    passwords: createPasswords(samplePasswordCost),
    office: { profile: { roles: [] } } as unknown as Office,
  })
  await db.work.run(async ({ users }) => {
    await users.save(first)
    await users.save(second)
    return ok(null)
  })
})
afterEach(() => db.close())

const removes = (who: User, whom: User) =>
  save({ ...whom, password: null, active: false }, { user: who, station: 'Loket 1' })

describe('an office', () => {
  it('keeps an administrator when two of them remove each other at once', async () => {
    const [one, other] = await Promise.all([removes(first, second), removes(second, first)])
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
    expect(one.ok ? other : one).toEqual({ ok: false, refusal: { code: 'administrator-lost' } })
    const users = await db.queries.listUsers()
    expect(users.filter((user) => user.active)).toHaveLength(1)
  })

  it('lets one administrator remove another, and never themselves', async () => {
    expect(await removes(first, first)).toEqual({ ok: false, refusal: { code: 'own-administrator-kept' } })
    expect(await removes(first, second)).toMatchObject({ ok: true, value: { active: false } })
  })
})
