import { expect, test } from 'vitest'
import { killSteps } from '#adapters/printer/testing/kill-steps.ts'
import { tortureSpool } from './torture/spool.ts'
import { measureVerdicts } from './torture/verdicts.ts'

test('500 sheets over faulty printers and killed stations: none twice, none unexplained, no verdict a lie', async () => {
  const found = await tortureSpool({ jobs: 500, seed: 20_261_122 })
  expect(found).toMatchObject({
    wrongVerdicts: 0,
    doubleOriginals: 0,
    unexplained: 0,
    lost: 0,
    damages: 0,
  })
  // Enough went wrong for this to mean something.
  expect(found.kills).toBe(10)
  // Between each two writes of claiming, sending and settling.
  expect(Object.keys(found.killsAt).sort()).toEqual([...killSteps].sort())
  expect(found.verdicts.unknown).toBeGreaterThan(20)
  expect(found.verdicts.failed).toBeGreaterThan(20)
  expect(found.spoiled).toBeGreaterThan(5)
}, 180_000)

test('no behaviour of a printer makes the station say what is not so', async () => {
  const lines = await measureVerdicts(['direct'])
  expect(lines.length).toBeGreaterThanOrEqual(12)
  expect(lines.filter((one) => one.wrong)).toEqual([])
})
