import { describe, expect, it } from 'vitest'
import { aRegisteredState } from '#domain/testing/builders.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { longestBatchMs } from '#domain/signing-batch.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import type { User } from '#ports/records.ts'
import { createSigningBatches, type SigningBatchOrder } from './signing-batches.ts'
import { createSigningLooks } from './signing-looks.ts'
import type { SignProductOrder, SignProductRefusal } from './sign-product.ts'

type Answer = Result<ApplicationState, SignProductRefusal>

const head = { user: { id: 'head' } as User, station: 'Loket 1' }
const content = {} as ProductContent
const state = (id: string): ApplicationState => ({ ...aRegisteredState(), id })
const signed = (id: string): Promise<Answer> => Promise.resolve(ok(state(id)))
const refused = (refusal: SignProductRefusal): Promise<Answer> => Promise.resolve(refuse(refusal))

/** A desk of which a test says how each letter is answered; waits run only when the test lets them. */
function desk(answer: (id: string, at: number) => Promise<Answer>) {
  const sent: SignProductOrder[] = []
  const waits = new Map<number, () => void>()
  const faults: string[] = []
  const active = { head: true }
  const batches = createSigningBatches({
    looks: createSigningLooks(),
    signProduct: (order) => {
      sent.push(order)
      return answer(order.applicationId, sent.length - 1)
    },
    moveOn: () => Promise.resolve(true),
    findLetter: (id) => Promise.resolve(state(id)),
    isActive: () => Promise.resolve(active.head),
    schedule: (afterMs, run) => {
      waits.set(afterMs, run)
      return () => void waits.delete(afterMs)
    },
    log: { info: () => undefined, warn: () => undefined, error: (_, message) => void faults.push(message) },
    tell: () => undefined,
  })
  const start = (ids: readonly string[], change: Partial<SigningBatchOrder> = {}) => {
    for (const id of ids) batches.looks.note('head', id, { seq: 7, content })
    return batches.start(
      {
        id: 'batch-1',
        stage: 'kepala-dinas',
        letters: ids.map((applicationId) => ({ applicationId, seenSeq: 7 })),
        passphrase: 'rahasia',
        account: null,
        seenIssuer: 'BSrE',
        ...change,
      },
      head,
    )
  }
  const standing = () => batches.find('head')?.letters.map((one) => one.state)
  const ended = async () => {
    while (batches.find('head')?.end === null) await new Promise((resolve) => setImmediate(resolve))
    return batches.find('head')?.end
  }
  return { batches, start, standing, ended, sent, waits, faults, active }
}

/** An answer that comes when the test says so. */
function held() {
  let give: (answer: Answer) => void = () => undefined
  const answer = new Promise<Answer>((resolve) => {
    give = resolve
  })
  return { answer, give }
}

describe('letters signed with one passphrase', () => {
  it('are signed one after another in the order in which they were ticked, and taken on', async () => {
    const { start, ended, batches, sent } = desk(signed)
    expect(await start(['a', 'b', 'c'])).toMatchObject({ ok: true, value: { end: null } })
    expect(await ended()).toBe('done')
    expect(sent.map((one) => one.applicationId)).toEqual(['a', 'b', 'c'])
    expect(batches.find('head')?.letters).toMatchObject(
      ['a', 'b', 'c'].map((applicationId) => ({ applicationId, state: 'signed', moved: true })),
    )
  })

  it('stop at once at a wrong passphrase: it is sent once, not once for each letter', async () => {
    const { start, ended, standing, sent } = desk(() => refused({ code: 'passphrase-wrong' }))
    await start(['a', 'b', 'c'])
    expect(await ended()).toBe('refused')
    expect(standing()).toEqual(['refused', 'left', 'left'])
    expect(sent).toHaveLength(1)
  })

  it('go on when one of them is refused or fails for a reason of its own', async () => {
    const { start, ended, standing, faults } = desk((id, at) => {
      if (at === 0) return refused({ code: 'already-signed', by: 'Hj. Nur' })
      return at === 1 ? Promise.reject(new Error('a photo that is none')) : signed(id)
    })
    await start(['a', 'b', 'c'])
    expect(await ended()).toBe('done')
    expect(standing()).toEqual(['refused', 'fault', 'signed'])
    expect(faults).toHaveLength(1)
  })

  it('are not begun where one was not opened as it is now', async () => {
    const { start, batches, sent } = desk(signed)
    batches.looks.note('head', 'b', { seq: 6, content })
    const order = { letters: [{ applicationId: 'b', seenSeq: 7 }] }
    expect(await start([], order)).toMatchObject({ refusal: { code: 'letters-not-opened' } })
    expect(batches.find('head')).toBeNull()
    expect(sent).toEqual([])
  })

  it('asked for twice are one batch, and another one waits for its end', async () => {
    const first = held()
    const { start, ended, sent } = desk((id, at) => (at === 0 ? first.answer : signed(id)))
    await start(['a', 'b'])
    expect(await start(['a', 'b'])).toMatchObject({ ok: true, value: { id: 'batch-1' } })
    expect(await start(['c'], { id: 'batch-2' })).toEqual({ ok: false, refusal: { code: 'batch-running' } })
    first.give(ok(state('a')))
    await ended()
    expect(sent.map((one) => one.applicationId)).toEqual(['a', 'b'])
    expect(await start(['c'], { id: 'batch-2' })).toMatchObject({ ok: true })
  })

  it.each([
    ['signed-out', (one: ReturnType<typeof desk>) => one.batches.signedOut('head')],
    ['stopped', (one: ReturnType<typeof desk>) => one.batches.stop('head')],
    ['too-long', (one: ReturnType<typeof desk>) => one.waits.get(longestBatchMs)?.()],
  ] as const)(
    'end behind the one that is being signed (%s), and the passphrase is gone',
    async (end, happen) => {
      const first = held()
      const one = desk((id, at) => (at === 0 ? first.answer : signed(id)))
      await one.start(['a', 'b'])
      while (one.sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
      happen(one)
      expect(await one.ended()).toBe(end)
      first.give(ok(state('a')))
      while (one.standing()?.[0] !== 'signed') await new Promise((resolve) => setImmediate(resolve))
      expect(one.standing()).toEqual(['signed', 'left'])
      expect(one.sent).toHaveLength(1)
    },
  )

  it('forget what was opened when the signer goes', async () => {
    const { start, batches } = desk(signed)
    batches.looks.note('head', 'a', { seq: 7, content })
    batches.signedOut('head')
    const order = { letters: [{ applicationId: 'a', seenSeq: 7 }] }
    expect(await start([], order)).toMatchObject({ refusal: { code: 'letters-not-opened' } })
  })

  it('end when the signer is blocked meanwhile', async () => {
    const first = held()
    const one = desk((id, at) => (at === 0 ? first.answer : signed(id)))
    await one.start(['a', 'b'])
    one.active.head = false
    first.give(ok(state('a')))
    expect(await one.ended()).toBe('signed-out')
    expect(one.standing()).toEqual(['signed', 'left'])
  })

  it('let a station close that waits for a service that keeps silent', async () => {
    const one = desk(() => new Promise(() => undefined))
    await one.start(['a', 'b'])
    while (one.sent.length === 0) await new Promise((resolve) => setImmediate(resolve))
    const closed = one.batches.close()
    while (!one.waits.has(5_000)) await new Promise((resolve) => setImmediate(resolve))
    one.waits.get(5_000)?.()
    await closed
    expect(one.standing()).toEqual(['signing', 'left'])
  })
})
