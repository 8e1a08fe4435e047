import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#domain/testing/builders.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { addDays } from '#domain/office-date.ts'
import { ok } from '#domain/result.ts'
import { expiredEntryKind, tellExpired } from '#services/portal-expiry.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
let lastDay: OfficeDate
let id: string
/** Noon of the day on which the station looks. */
let now: string
let look: () => Promise<void>

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak', { now: '2026-11-18T01:00:00.000Z' })
  id = await at.takeIn({})
  const { product } = await at.walk(id)
  if (!product?.validUntil) throw new Error('the permit has no last day')
  lastDay = product.validUntil
  const { work, queries } = at.besides
  const clock = { now: () => instant(now) }
  look = tellExpired({ office: { profile: at.profile }, work, queries, clock, ids: { uuid: randomUUID } })
})
afterAll(() => at.close())

const lookOn = async (day: OfficeDate): Promise<number> => {
  now = `${day}T05:00:00.000Z`
  const told = async () => {
    const found = await at.besides.work.run(async ({ outbox }) =>
      ok(await outbox.listWaiting('portal', [id])),
    )
    return found.ok ? found.value.filter(({ kind }) => kind === expiredEntryKind).length : 0
  }
  const before = await told()
  await look()
  return (await told()) - before
}

describe('a permit of which a day ago was the last', () => {
  it('is told to the portal once, whoever looks how often', async () => {
    expect(await lookOn(addDays(lastDay, -30))).toBe(0)
    expect(await lookOn(lastDay)).toBe(0)
    expect(await lookOn(addDays(lastDay, 1))).toBe(1)
    expect(await lookOn(addDays(lastDay, 1))).toBe(0)
    expect(await lookOn(addDays(lastDay, 3))).toBe(0)
  })

  it('is told again when the clock had gone ahead and is set right, and at its real end', async () => {
    expect(await lookOn(addDays(lastDay, 1))).toBe(0)
    expect(await lookOn(addDays(lastDay, -2))).toBe(1)
    expect(await lookOn(addDays(lastDay, -1))).toBe(0)
    expect(await lookOn(addDays(lastDay, 1))).toBe(1)
  })
})
