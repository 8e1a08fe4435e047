import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { anApplicant } from '../../../scripts/portal/testing/trial-portal.ts'
import { answering, never, standIn, stopAll } from './testing/stand-in.ts'

afterEach(stopAll)

/** A portal that knows one token at a time, as some do, and lets a test hold its answers back. */
async function portalOfOneToken() {
  let given = 0
  let isOver = false
  const signIns: (() => void)[] = []
  const questions: (() => void)[] = []
  const hold = { signIns: false, questions: false }
  const answerOrHold = (isHeld: boolean, list: (() => void)[], answer: () => void): void => {
    if (isHeld) list.push(answer)
    else answer()
  }
  const line = await standIn(
    (incoming, outgoing) => {
      const isFeed = incoming.url?.startsWith('/changes') === true
      const body = isFeed ? { changes: [], next: 'a', more: false } : { version: 1 }
      answerOrHold(isFeed && hold.questions, questions, () => {
        const isGood = !isOver && incoming.headers.authorization === `Bearer token-${String(given)}`
        answering(isGood ? 200 : 401, JSON.stringify(body))(incoming, outgoing)
      })
    },
    (incoming, outgoing) => {
      answerOrHold(hold.signIns, signIns, () => {
        given += 1
        isOver = false
        const token = { access_token: `token-${String(given)}`, token_type: 'Bearer', expires_in: 900 }
        answering(200, JSON.stringify(token))(incoming, outgoing)
      })
    },
  )
  const applicant = anApplicant()
  return {
    line,
    put: (cancel = never) => line.put('applicants', applicant.id, { applicant }, randomUUID(), cancel),
    given: () => given,
    /** The token in use is good no longer. */
    revoke: () => (isOver = true),
    hold,
    /** Held answers, once there are so many; each call lets one go. */
    signIns,
    questions,
  }
}

describe('the token of all lanes', () => {
  it('is asked for once by lanes that need it at the same moment: the next would end the one before', async () => {
    const { put, given, revoke } = await portalOfOneToken()
    for (const times of [1, 2]) {
      const said = await Promise.all(Array.from({ length: 16 }, () => put()))
      expect(said.every(({ kind }) => kind === 'done')).toBe(true)
      expect(given()).toBe(times)
      revoke()
    }
  })

  it('is not lost to the others when the lane that asked first gives up', async () => {
    const { put, hold, signIns } = await portalOfOneToken()
    hold.signIns = true
    const stop = new AbortController()
    const first = put(stop.signal)
    const second = put()
    await vi.waitFor(() => expect(signIns).toHaveLength(1))
    stop.abort()
    expect(await first).toMatchObject({ kind: 'later', why: 'silent' })
    signIns[0]?.()
    expect(await second).toEqual({ kind: 'done', value: 1 })
  })

  it('is asked for anew after all have given up', async () => {
    const { put, hold, signIns } = await portalOfOneToken()
    hold.signIns = true
    const stop = new AbortController()
    const first = put(stop.signal)
    await vi.waitFor(() => expect(signIns).toHaveLength(1))
    stop.abort()
    hold.signIns = false
    expect(await put()).toEqual({ kind: 'done', value: 1 })
    expect(await first).toMatchObject({ kind: 'later' })
  })

  it('may be renewed by others, more than once, while a question is held: the question goes on with the newest', async () => {
    const { line, put, revoke, hold, questions } = await portalOfOneToken()
    await put()
    hold.questions = true
    const question = line.changes(null, 200, 25, never)
    for (const nth of [1, 2]) {
      await vi.waitFor(() => expect(questions).toHaveLength(nth))
      revoke()
      expect(await put()).toEqual({ kind: 'done', value: 1 })
      hold.questions = nth < 2
      questions[nth - 1]?.()
    }
    expect(await question).toMatchObject({ kind: 'done', value: { next: 'a' } })
  })
})
