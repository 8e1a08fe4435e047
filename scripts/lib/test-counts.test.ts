import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inProject } from './paths.ts'
import { runCommand } from './run-command.ts'
import { addCounts, checkCount, noCounts, playwrightCounts, sayCounts, vitestCounts } from './test-counts.ts'
import type { Counts } from './test-counts.ts'
import { playwrightFailures, vitestFailures } from './test-failures.ts'

let dir = ''
let report = ''

beforeEach(() => {
  mkdirSync(inProject('.cache'), { recursive: true })
  dir = mkdtempSync(inProject('.cache', 'counts-'))
  report = join(dir, 'report.json')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (name: string, text: string): void => writeFileSync(join(dir, name), text)

const vitest = async (files: Record<string, string>): Promise<Counts> => {
  for (const [name, text] of Object.entries(files)) put(name, `import { expect, it } from 'vitest'\n${text}`)
  put('vitest.config.mjs', `export default { test: { include: ['*.test.ts'] } }`)
  const { code } = await runCommand('vitest', ['run', '--reporter=json', `--outputFile=${report}`], {
    cwd: dir,
  })
  return vitestCounts(report, code)
}

describe('the numbers in the last line', () => {
  it('count every test of a run', async () => {
    const green = `it('a', () => {})\nit('b', () => {})`
    expect(await vitest({ 'a.test.ts': green })).toEqual({ passed: 2, failed: 0, skipped: 0 })
  })

  it('count a file that does not load, a test left out and a broken one', async () => {
    const counts = await vitest({
      'a.test.ts': `it('a', () => {})\nit('b', () => expect(1).toBe(2))\nit.skip('c', () => {})`,
      'b.test.ts': `import './not-there.ts'`,
    })
    expect(counts).toEqual({ passed: 1, failed: 2, skipped: 1 })
    expect(vitestFailures(report).toSorted()).toEqual([
      expect.stringMatching(/^✗ .*a\.test\.ts › b\n {4}AssertionError: expected 1 to be 2/),
      expect.stringMatching(/^✗ .*b\.test\.ts › did not load\n.*not-there/s),
    ])
  })

  it('count an error outside any test', async () => {
    const loose = `it('a', () => { void Promise.reject(new Error('loose')) })`
    expect(await vitest({ 'a.test.ts': loose })).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('count a run that found nothing as a failure', async () => {
    expect(await vitest({})).toMatchObject({ passed: 0, failed: 1 })
  })

  it('count a run that ended before its report as a failure', () => {
    expect(vitestCounts(report, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(playwrightCounts(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect([...vitestFailures(report), ...playwrightFailures(report)]).toEqual([])
  })

  it('count end-to-end tests', async () => {
    put(
      'playwright.config.mjs',
      `export default { testMatch: '*.spec.mjs', reporter: [['json', { outputFile: '${report}' }]] }`,
    )
    put(
      'a.spec.mjs',
      `import { test } from '@playwright/test'\ntest('a', () => {})\ntest('b', () => { throw new Error('b') })\ntest.skip('c', () => {})`,
    )
    const { code } = await runCommand('playwright', ['test', '--config', join(dir, 'playwright.config.mjs')])
    expect(playwrightCounts(report, code)).toEqual({ passed: 1, failed: 1, skipped: 1 })
    expect(playwrightFailures(report)).toEqual([expect.stringMatching(/^✗ a\.spec\.mjs:3 › b\n {4}Error: b/)])
  })

  it('say what the page showed when a test failed on it', async () => {
    const page = join(dir, 'page.md')
    put(
      'page.md',
      '# Page snapshot\n\n```yaml\n- generic [ref=e2]:\n  - alert "Belum lengkap" [ref=e4]\n```\n',
    )
    const errors = [{ message: 'Error: not visible' }, { message: 'Error: 500 /trpc' }]
    const results = [{ errors, attachments: [{ name: 'error-context', path: page }] }]
    const specs = [{ file: 'a.spec.ts', line: 3, title: 'b', ok: false, tests: [{ results }] }]
    put('report.json', JSON.stringify({ suites: [{ specs }], errors: [] }))
    expect(playwrightFailures(report)).toEqual([
      [
        '✗ a.spec.ts:3 › b',
        '    Error: not visible',
        '    Error: 500 /trpc',
        '    |   - alert "Belum lengkap"',
      ].join('\n'),
    ])
  })

  it('are summed and said in one form', () => {
    const all = [checkCount(0), checkCount(2), { passed: 3, failed: 0, skipped: 1 }].reduce(
      addCounts,
      noCounts,
    )
    expect(sayCounts(all)).toBe('4 passed, 1 failed, 1 skipped')
  })
})
