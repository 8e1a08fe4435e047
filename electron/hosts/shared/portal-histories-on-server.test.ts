import { expect, it } from 'vitest'
import { runHistories } from '../testing/portal-campaign/campaign.ts'

it('histories drawn from a seed leave office and portal equal on a PostgreSQL server too, with nothing lost', async () => {
  const order = { histories: 20, seed: 15, engine: 'postgres', commands: 50, shrink: false } as const
  const found = await runHistories(order)
  expect(found.histories).toBe(20)
  expect(found.calls).toBeGreaterThan(0)
}, 600_000)
