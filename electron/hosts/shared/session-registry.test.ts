import { describe, expect, it } from 'vitest'
import { createSessionRegistry } from './session-registry.ts'
import type { ClientId } from './station.ts'

const loket1 = 'loket-1' as ClientId
const loket2 = 'loket-2' as ClientId

const aRegistry = (idleLimitMs = 1_000) => {
  let now = 100_000
  return { sessions: createSessionRegistry(() => now, idleLimitMs), pass: (ms: number) => (now += ms) }
}

describe('sessions', () => {
  it('know the user of the client that signed in, and of no other', () => {
    const { sessions } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    expect(sessions.find(loket1)).toEqual({ userId: 'petugas', signedInAtMs: 100_000, lastUsedAtMs: 100_000 })
    expect(sessions.find(loket2)).toBeUndefined()
  })

  it('end at sign-out', () => {
    const { sessions } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    sessions.signOut(loket1)
    expect(sessions.find(loket1)).toBeUndefined()
    expect(sessions.count()).toBe(0)
  })

  it('are replaced when another user signs in at the same client', () => {
    const { sessions } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    sessions.signIn(loket1, 'kabid')
    expect(sessions.find(loket1)?.userId).toBe('kabid')
  })

  it('last as long as they are used, and end when they have been idle too long', () => {
    const { sessions, pass } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    pass(1_000)
    expect(sessions.find(loket1)?.lastUsedAtMs).toBe(101_000)
    pass(1_000)
    expect(sessions.find(loket1)?.signedInAtMs).toBe(100_000)
    pass(1_001)
    expect(sessions.find(loket1)).toBeUndefined()
  })

  it('are not kept alive by background traffic', () => {
    const { sessions, pass } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    pass(600)
    expect(sessions.peek(loket1)?.userId).toBe('petugas')
    pass(600)
    expect(sessions.peek(loket1)).toBeUndefined()
  })

  it('of one user can all be ended, and only theirs', () => {
    const { sessions } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    sessions.signIn(loket2, 'kabid')
    expect(sessions.signOutUser('petugas')).toBe(1)
    expect(sessions.find(loket1)).toBeUndefined()
    expect(sessions.find(loket2)?.userId).toBe('kabid')
  })

  it('that expired are named once by a sweep, so that their windows can be told', () => {
    const { sessions, pass } = aRegistry()
    sessions.signIn(loket1, 'petugas')
    pass(900)
    sessions.signIn(loket2, 'kabid')
    pass(200)
    expect(sessions.sweep()).toEqual([loket1])
    expect(sessions.sweep()).toEqual([])
    expect(sessions.count()).toBe(1)
  })
})
