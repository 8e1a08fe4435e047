import { stripVTControlCharacters } from 'node:util'
import { readReport } from './test-reports.ts'
import type { PlaywrightReport, PlaywrightSuite, VitestReport } from './test-reports.ts'

/** Lines of one failure that are shown; the whole stands in the output of its tool. */
const shownLines = 12

/**
 * What failed, by file and name, each with the beginning of its message: said before a tool's own output, which is long
 * and which a log may cut. Empty for a run that wrote no report.
 */
export const vitestFailures = (reportFile: string): string[] =>
  (readReport<VitestReport>(reportFile)?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return status === 'failed' ? [sayFailure(name, 'did not load', message)] : []
      return failed.map((test) => sayFailure(name, test.fullName, test.failureMessages.join('\n')))
    },
  )

/** As {@link vitestFailures}, of a Playwright report; with the errors outside any test. */
export const playwrightFailures = (reportFile: string): string[] => {
  const report = readReport<PlaywrightReport>(reportFile)
  return [
    ...(report?.errors ?? []).map(({ message }) =>
      sayFailure('end-to-end tests', 'outside any test', message),
    ),
    ...(report?.suites ?? []).flatMap(failuresOfSuite),
  ]
}

const failuresOfSuite = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs
    .filter((spec) => !spec.ok)
    .map(({ file, line, title, tests }) =>
      sayFailure(
        `${file}:${line}`,
        title,
        tests
          .flatMap((test) => test.results.flatMap((result) => result.errors.map(({ message }) => message)))
          .join('\n'),
      ),
    ),
  ...suites.flatMap(failuresOfSuite),
]

const sayFailure = (where: string, title: string, message = ''): string =>
  [
    `✗ ${where} › ${title}`,
    ...stripVTControlCharacters(message)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, shownLines)
      .map((line) => `    ${line}`),
  ].join('\n')
