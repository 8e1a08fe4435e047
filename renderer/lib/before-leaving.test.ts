import { afterEach, describe, expect, it, vi } from 'vitest'
import { beforeLeaving, sendWhatWaits } from './before-leaving.ts'

afterEach(() => vi.useRealTimers())

describe('what was typed last', () => {
  it('is sent before the session ends, by everybody who still has something', async () => {
    const sent: string[] = []
    const stop = beforeLeaving(async () => {
      await Promise.resolve()
      sent.push('draft')
    })
    const gone = beforeLeaving(() => Promise.resolve(void sent.push('left screen')))
    gone()
    await sendWhatWaits()
    stop()
    await sendWhatWaits()
    expect(sent).toEqual(['draft'])
  })

  it('never keeps somebody signed in: neither a refusal nor a station that does not answer', async () => {
    vi.useFakeTimers()
    const refused = beforeLeaving(() => Promise.reject(new Error('no')))
    const silent = beforeLeaving(() => new Promise(() => undefined))
    const leaving = sendWhatWaits()
    await vi.advanceTimersByTimeAsync(2_000)
    await expect(leaving).resolves.toBeUndefined()
    refused()
    silent()
  })
})
