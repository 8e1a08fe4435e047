import { readReport } from './test-reports.ts'
import type { PlaywrightReport, VitestReport } from './test-reports.ts'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 }

export const addCounts = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

/** A check without tests of its own counts as one. */
export const checkCount = (code: number): Counts =>
  code === 0 ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 }

/** The last line of `npm test`; other programs read it. */
export const sayCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * Counts of a vitest JSON report. A file that could not be loaded has no tests, so each counts as one failure; so does a
 * run that ended badly with every test green (an error outside any test) and one that wrote no report.
 */
export const vitestCounts = (reportFile: string, code: number): Counts => {
  const report = readReport<VitestReport>(reportFile)
  if (!report) return checkCount(code || 1)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return atLeastOneFailure(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** Counts of a Playwright JSON report; a test that passed only when repeated counts as failed. */
export const playwrightCounts = (reportFile: string, code: number): Counts => {
  const report = readReport<PlaywrightReport>(reportFile)
  if (!report) return checkCount(code || 1)
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure(code, { passed: expected, failed: unexpected + flaky, skipped })
}

const atLeastOneFailure = (code: number, counts: Counts): Counts =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
