import { describe, expect, it } from 'vitest'
import type { Schedule } from '#ports/schedule.ts'
import { letWindowsFirst } from './windows-first.ts'

/** Time that passes when it is told to, and windows that ask when they are told to. */
function desk() {
  let now = 0
  let asking = false
  let quietSince = -Infinity
  let hear: () => void = () => undefined
  const waits = new Set<{ readonly at: number; readonly run: () => void }>()
  const schedule: Schedule = (afterMs, run) => {
    const wait = { at: now + afterMs, run }
    waits.add(wait)
    return () => void waits.delete(wait)
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const first = letWindowsFirst(
    {
      areAsking: () => asking,
      quietMs: () => now - quietSince,
      onQuiet: (listener) => void (hear = listener),
    },
    schedule,
  )
  const ends: (() => void)[] = []
  let begun = 0
  return {
    first,
    ask: () => {
      asking = true
    },
    answer: async () => {
      asking = false
      quietSince = now
      hear()
      await settled()
    },
    pass: async (ms: number) => {
      for (const until = now + ms; ;) {
        const due = [...waits].filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0]
        now = due?.at ?? until
        if (!due) break
        waits.delete(due)
        due.run()
      }
      await settled()
    },
    /** Wants a step done that lasts until it is ended. */
    want: () => {
      void first.step(() => {
        begun += 1
        return new Promise<void>((resolve) => ends.push(resolve))
      })
    },
    end: async () => {
      ends.shift()?.()
      await settled()
    },
    begun: () => begun,
    waiting: () => waits.size,
  }
}

describe('windows go first', () => {
  it('while no window asks, steps begin at once, as many as there are, and nothing is waited for', () => {
    const { want, begun, waiting } = desk()
    for (let n = 0; n < 16; n += 1) want()
    expect([begun(), waiting()]).toEqual([16, 0])
  })

  it('no step begins while a window waits for its answer; after it they go one by one', async () => {
    const { want, ask, answer, end, begun } = desk()
    ask()
    for (let n = 0; n < 3; n += 1) want()
    expect(begun()).toBe(0)
    await answer()
    expect(begun()).toBe(1)
    await end()
    expect(begun()).toBe(2)
  })

  it('once windows have rested, everything that was held goes together', async () => {
    const { want, ask, answer, pass, begun, waiting } = desk()
    ask()
    for (let n = 0; n < 5; n += 1) want()
    await answer()
    await pass(40)
    expect(begun()).toBe(1)
    await pass(40)
    expect(begun()).toBe(5)
    await pass(100)
    expect(waiting()).toBe(0)
  })

  it('a window that never rests holds nothing back for good', async () => {
    const { want, ask, pass, begun } = desk()
    ask()
    for (let n = 0; n < 5; n += 1) want()
    await pass(1_000)
    expect(begun()).toBe(5)
  })

  it('a step that fails makes room for the next', async () => {
    const { first, want, ask, answer, begun } = desk()
    ask()
    await answer()
    await expect(first.step(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    want()
    expect(begun()).toBe(1)
  })
})
