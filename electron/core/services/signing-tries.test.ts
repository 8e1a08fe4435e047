import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { signingTriesSetting, spendSigningTry } from './signing-tries.ts'
import { createTestClock, type TestClock } from './testing/print-desk.ts'

const head = '0198c0de-0000-7000-8000-000000000001'
type Answer = Result<string, { readonly code: 'passphrase-wrong' | 'signing-unreachable' }>

let db: TestDatabase
let clock: TestClock
let sent: number

beforeEach(async () => {
  db = await openTestDb()
  clock = createTestClock()
  sent = 0
})
afterEach(() => db.close())

/** Each time anew, as a station that was started again would. */
const attempt = (answer: () => Promise<Answer>) => {
  clock.move(1000)
  return spendSigningTry({ work: db.work, clock })(head, () => {
    sent += 1
    return answer()
  })
}
const wrong = () => attempt(() => Promise.resolve(refuse({ code: 'passphrase-wrong' })))
const unreachable = () => attempt(() => Promise.resolve(refuse({ code: 'signing-unreachable' })))
const right = () => attempt(() => Promise.resolve(ok('signed')))
const fault = () => attempt(() => Promise.reject(new Error('no room on the disk')))
const codeOf = async (tried: Promise<Result<string, { readonly code: string }>>) => {
  const answer = await tried
  return answer.ok ? 'signed' : answer.refusal.code
}

describe('a passphrase of a signing key', () => {
  it('is sent no fourth time after three wrong ones, also when the station was started again', async () => {
    for (let n = 0; n < 3; n += 1) expect(await codeOf(wrong())).toBe('passphrase-wrong')
    expect(await codeOf(right())).toBe('signing-waits')
    expect(sent).toBe(3)
    clock.move(15 * 60_000)
    expect(await codeOf(right())).toBe('signed')
    expect(await codeOf(wrong())).toBe('passphrase-wrong')
    expect(await codeOf(right())).toBe('signed')
  })

  it('is not counted as wrong when nobody judged it, and those that were wrong before stay counted', async () => {
    await wrong()
    for (let n = 0; n < 4; n += 1) {
      expect(await codeOf(unreachable())).toBe('signing-unreachable')
      await expect(fault()).rejects.toThrow('no room on the disk')
    }
    await wrong()
    await unreachable()
    await wrong()
    expect(await codeOf(right())).toBe('signing-waits')
    expect(sent).toBe(12)
  })

  it('that was not judged after a wait does not begin the wait anew', async () => {
    for (let n = 0; n < 3; n += 1) await wrong()
    clock.move(15 * 60_000)
    expect(await codeOf(unreachable())).toBe('signing-unreachable')
    expect(await codeOf(right())).toBe('signed')
  })

  it('is not sent a fourth time by guesses that come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(wrong())))
    expect(answers.filter((one) => one === 'passphrase-wrong')).toHaveLength(3)
    expect(sent).toBe(3)
  })

  it('of a station killed while it signs counts, since the issuer may have counted it', async () => {
    await wrong()
    await wrong()
    void attempt(() => new Promise<Answer>(() => undefined))
    while (sent < 3) await new Promise((resolve) => setImmediate(resolve))
    expect(await codeOf(right())).toBe('signing-waits')
    const kept = await db.queries.getSetting(signingTriesSetting(head))
    expect(Object.keys(kept as object).sort()).toEqual(['count', 'lastAt'])
  })
})
