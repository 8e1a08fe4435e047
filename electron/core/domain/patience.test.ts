import { describe, expect, it } from 'vitest'
import { addMs, instantOf, type Instant } from './instant.ts'
import {
  oneMoreFailure,
  signingPatience,
  signInPatience,
  waitAfterMs,
  waitsUntil,
  type FailedTries,
} from './patience.ts'

const morning = instantOf(Date.UTC(2026, 10, 19, 1))
const failed = (count: number, lastAt: Instant = morning): FailedTries => ({ count, lastAt })

describe('patience at the door', () => {
  it('lets a clerk mistype four times without waiting', () => {
    for (let count = 0; count < signInPatience.freeTries; count += 1)
      expect(waitsUntil(failed(count), morning, signInPatience)).toBeNull()
  })

  it('makes a name wait longer after every further wrong password, five minutes at most', () => {
    const waits = [5, 6, 7, 8, 9, 10, 60].map((count) => waitAfterMs(count, signInPatience) / 1000)
    expect(waits).toEqual([15, 30, 60, 120, 240, 300, 300])
  })

  it('ends the wait at its very instant', () => {
    const until = addMs(morning, 15_000)
    expect(waitsUntil(failed(5), addMs(until, -1), signInPatience)).toBe(until)
    expect(waitsUntil(failed(5), until, signInPatience)).toBeNull()
  })

  it('counts anew after an hour without a try', () => {
    expect(oneMoreFailure(failed(7), addMs(morning, 3_599_999)).count).toBe(8)
    expect(oneMoreFailure(failed(7), addMs(morning, 3_600_000)).count).toBe(1)
  })

  it('locks nobody out when the clock of the PC is set back', () => {
    expect(waitsUntil(failed(9), addMs(morning, -86_400_000), signInPatience)).toBeNull()
  })

  it('lets a signer mistype twice, and makes the third wrong passphrase wait a quarter of an hour', () => {
    const waits = [1, 2, 3, 4, 9].map((count) => waitAfterMs(count, signingPatience) / 60_000)
    expect(waits).toEqual([0, 0, 15, 15, 15])
  })
})
