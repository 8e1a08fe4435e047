import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { clockOption } from './office-clock.ts'

const dayMs = 86_400_000

/** What a process says whose clock was set on by each of these. */
const said = (text: string, ...ms: number[]): string =>
  execFileSync(process.execPath, [...ms.map(clockOption), '-p', text], { encoding: 'utf8' }).trim()

describe('the clock of the specs', () => {
  it('is set on in every way to ask for the time, and goes on', () => {
    const asked = '[Date.now(), new Date().getTime(), Date.parse(Date())].join()'
    const times = said(asked, 9 * dayMs)
      .split(',')
      .map(Number)
    for (const time of times) expect(Math.abs(time - Date.now() - 9 * dayMs)).toBeLessThan(60_000)
    expect(said('const at = Date.now(); while (Date.now() === at); Date.now() > at', 9 * dayMs)).toBe('true')
  })

  it('leaves a given moment as it is, and a date a date', () => {
    const asked = `[new Date('2026-02-03').toISOString(), Date.UTC(2026, 0), new Date() instanceof Date,
      require('node:fs').statSync('.').mtime instanceof Date].join()`
    expect(said(asked, dayMs)).toBe('2026-02-03T00:00:00.000Z,1767225600000,true,true')
  })

  it('is set on twice for a station that is some days ahead of the office', () => {
    expect(Math.abs(Number(said('+new Date()', dayMs, -3 * dayMs)) - Date.now() + 2 * dayMs)).toBeLessThan(
      60_000,
    )
  })
})
