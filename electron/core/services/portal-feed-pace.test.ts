import { expect, it } from 'vitest'
import { instant } from '#domain/testing/builders.ts'
import type { PortalPage } from '#ports/portal-intake.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import { createFeedPace } from './portal-feed-pace.ts'

/** Rests that were asked for, in milliseconds; each ends at once. */
function paceAtWork(ends = true) {
  const rests: number[] = []
  const pace = createFeedPace({
    clock: { now: () => instant('2026-11-23T02:24:00.000Z') },
    chance: () => 0.5,
    schedule: (ms, run) => {
      rests.push(ms)
      if (ends) run()
      return () => undefined
    },
  })
  return { pace, rests }
}
const page = (lines: number | null, more = false): PortalSaid<PortalPage> => ({
  kind: 'done',
  value: { lines, pulled: 0, conflicts: 0, more },
})

it('a feed that brings something, or is held, is asked again at once', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 5; n += 1) {
    await pace.rest(page(200, true), false, 3)
    await pace.rest(page(0), false, 3)
    await pace.rest(page(0), true, 25_000)
    await pace.rest(page(1), true, 3)
  }
  expect(rests).toEqual([])
})

it('an empty page in the middle of a feed makes no haste and no delay', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 5; n += 1) {
    await pace.rest(page(0, true), false, 3)
    await pace.rest(page(200, true), false, 3)
  }
  expect(rests).toEqual([])
})

it('empty answers at once are asked for with longer and longer rests, five seconds at most', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 7; n += 1) await pace.rest(page(0), true, 3)
  expect(rests).toEqual([500, 1000, 2000, 4000, 5000, 5000])
  expect(pace.trouble()).toBeNull()
})

it('a portal that says again what is known instead of holding its answer is asked with the same rests', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 4; n += 1) await pace.rest(page(1), true, 3)
  expect(rests).toEqual([500, 1000, 2000])
})

it('pages of a feed that is read once more, all of them known, come without a rest', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 5; n += 1) await pace.rest(page(200, true), false, 3)
  expect(rests).toEqual([])
})

it('a feed that starts over again and again is read with rests, also where a page came between', async () => {
  const { pace, rests } = paceAtWork()
  for (let n = 0; n < 3; n += 1) {
    await pace.rest(page(null, true), false, 3)
    await pace.rest(page(200, true), false, 3)
  }
  expect(rests).toEqual([500, 1000])
})

it('an ill portal is asked after what it named, else ever more seldom, and told of after the third time', async () => {
  const { pace, rests } = paceAtWork()
  const ill = (waitMs: number | null) => pace.rest({ kind: 'later', why: 'ill', waitMs }, true, 3)
  await ill(7000)
  await ill(null)
  expect(pace.trouble()).toBeNull()
  await ill(null)
  expect(rests).toEqual([7000, 1000, 2000])
  expect(pace.trouble()).toMatchObject({ why: 'ill' })
  await pace.rest(page(0), false, 3)
  expect(pace.trouble()).toBeNull()
})

it('a rest for the portal’s sake ends when something happens here, one that the portal asked for when it is wanted now', async () => {
  const { pace } = paceAtWork(false)
  let over = 0
  const rest = (said: PortalSaid<PortalPage>): void => void pace.rest(said, true, 3).then(() => (over += 1))
  rest(page(0))
  await Promise.resolve()
  expect(over).toBe(1)
  rest(page(0))
  await Promise.resolve()
  expect(over).toBe(1)
  pace.hurry()
  await Promise.resolve()
  expect(over).toBe(2)
  rest({ kind: 'later', why: 'busy', waitMs: 60_000 })
  pace.hurry()
  await Promise.resolve()
  expect(over).toBe(2)
  pace.forget()
  await Promise.resolve()
  expect(over).toBe(3)
})
