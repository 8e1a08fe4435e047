import type { Page, Route } from '@playwright/test'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'

/** The procedures of one request: a batch names them all in its path. */
const proceduresOf = (route: Route): readonly string[] =>
  decodeURIComponent(new URL(route.request().url()).pathname)
    .replace(/^\/trpc\//, '')
    .split(',')

const everyCall = '**/trpc/**'

const fault = (path: string) => ({
  error: {
    message: 'Terjadi gangguan di aplikasi. Data yang sudah tersimpan tetap aman.',
    code: -32603,
    data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, reference: 'GL-7K2M-9TXB', path },
  },
})

/**
 * From now on the station answers these procedures with a fault under its reference, and does nothing of what they ask;
 * everything else of the same request is its own answer.
 */
export async function failing(page: Page, ...broken: readonly string[]): Promise<() => Promise<void>> {
  const answer = async (route: Route) => {
    const procedures = proceduresOf(route)
    if (!procedures.some((one) => broken.includes(one))) return route.fallback()
    if (procedures.every((one) => broken.includes(one)))
      return route.fulfill({ status: 500, json: procedures.map(fault) })
    const response = await route.fetch()
    const answers = (await response.json()) as unknown[]
    const json = procedures.map((one, index) => (broken.includes(one) ? fault(one) : answers[index]))
    await route.fulfill({ response, status: 207, json })
  }
  await page.route(everyCall, answer)
  return () => page.unroute(everyCall, answer)
}

/** The station's own answer to one procedure with some of its fields changed, for a day that is not today. */
export async function saying(page: Page, procedure: string, change: object): Promise<void> {
  await page.route(everyCall, async (route) => {
    const asked = proceduresOf(route)
    if (!asked.includes(procedure)) return route.fallback()
    const response = await route.fetch()
    const answers = (await response.json()) as { result?: { data: object } }[]
    const json = answers.map((one, index) =>
      asked[index] === procedure && one.result
        ? { ...one, result: { ...one.result, data: { ...one.result.data, ...change } } }
        : one,
    )
    await route.fulfill({ response, json })
  })
}

/** Requests that ask for one procedure wait until they are let go. */
export async function waiting(page: Page, procedure: string): Promise<() => Promise<void>> {
  const held: Route[] = []
  const hold = (route: Route) => {
    if (!proceduresOf(route).includes(procedure)) return route.fallback()
    held.push(route)
  }
  await page.route(everyCall, hold)
  return async () => {
    // Before the route is taken away: what it still holds would be answered by that.
    await Promise.all(held.map((route) => route.continue()))
    await page.unroute(everyCall, hold)
  }
}

/** Files that are asked for are not answered. */
export const withoutFiles = (page: Page): Promise<void> =>
  page.route('**/files/**', (route) => route.fulfill({ status: 404, body: '' })).then(() => undefined)

/** Goes to an address inside the page, as a link does: what the page knows stays. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** Every permit that is looked at was read back and does not show its record. */
export const withUnsoundPapers = (page: Page): Promise<unknown> =>
  page.route('**/files/product/**', (route) =>
    route.fulfill({
      status: 422,
      body: sayPaperUnsound({
        code: 'paper-unsound',
        mismatches: [
          { code: 'paper-fact-differs', fact: 'holder', wanted: 'dr. Kinanti Sebangki' },
          { code: 'paper-picture-missing', picture: 'photo' },
        ],
      }),
    }),
  )

/** From now on the station answers one procedure with this, for what a sample office does not have. */
export async function answering(page: Page, procedure: string, data: unknown): Promise<void> {
  await page.route(everyCall, async (route) => {
    const asked = proceduresOf(route)
    if (!asked.includes(procedure)) return route.fallback()
    const response = await route.fetch()
    const answers = (await response.json()) as unknown[]
    const json = answers.map((one, index) => (asked[index] === procedure ? { result: { data } } : one))
    await route.fulfill({ response, status: 200, json })
  })
}
