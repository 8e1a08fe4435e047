import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { readReport } from './test-reports.ts'
import type { PlaywrightReport, PlaywrightResult, PlaywrightSuite, VitestReport } from './test-reports.ts'

/** Lines of one message that are shown; the whole stands in the output of its tool. */
const shownLines = 12

/** Lines of what a page showed: a dialog, which is written last, must be among them. */
const pageLines = 160

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
    .map(({ file, line, title, tests }) => {
      const results = tests.flatMap((test) => test.results)
      const [first, ...others] = results.flatMap((result) => result.errors.map(({ message }) => message))
      return [
        sayFailure(`${file}:${line}`, title, first),
        ...others.map((message) => sayLines(message)),
        ...results.map(pageOf),
      ]
        .filter((part) => part !== '')
        .join('\n')
    }),
  ...suites.flatMap(failuresOfSuite),
]

/** What the page showed when a test failed on it, as the tool wrote it down; what only holds other parts is left out. */
const pageOf = ({ attachments }: PlaywrightResult): string => {
  const file = attachments.find(({ name }) => name === 'error-context')?.path
  const written = file === undefined ? '' : readFileSync(file, 'utf8')
  const snapshot = /# Page snapshot\n+```yaml\n([^]*?)```/.exec(written)?.[1] ?? ''
  return snapshot
    .split('\n')
    .map((line) => line.replaceAll(/ \[(ref|cursor)=\w+\]/g, ''))
    .filter((line) => line.trim() !== '' && !/^ *- generic:?$/.test(line))
    .slice(-pageLines)
    .map((line) => `    | ${line}`)
    .join('\n')
}

const sayFailure = (where: string, title: string, message?: string): string =>
  [`✗ ${where} › ${title}`, sayLines(message)].filter((part) => part !== '').join('\n')

const sayLines = (message = ''): string =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, shownLines)
    .map((line) => `    ${line}`)
    .join('\n')
