import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFindings } from './axe.ts'
import { startElectronStation } from './electron-station.ts'
import { startStation, startWithinMs } from './station.ts'
import { officeTest } from './office-test.ts'
import type { StationOptions } from './station-options.ts'
import type { RunningStation } from './station.ts'

export { expect }

export interface WorkerParts {
  /** Which host runs the station; a project says so, no spec asks. */
  host: 'browser' | 'electron'
  /** `demo`: the sample office; `empty`: a folder without an office, for the first start. */
  office: 'demo' | 'empty'
  /** A name that no other spec file has: its office is its own. Empty: shared with the other files of the worker. */
  ownOffice: string
  station: RunningStation
}

interface TestParts {
  /** Opens a screen in the test's window, signed out unless this window was signed in before. */
  open: (path?: string) => Promise<Page>
  /**
   * A station of the test's own with its window, e.g. to be killed and started again: with the `dataDir` of another one
   * it goes on with that one's data, and leaves the folder to it.
   */
  startOffice: (options?: Partial<StationOptions>) => Promise<{ station: RunningStation; page: Page }>
  /** Fails with what axe finds on the screen as it is; of another window where one is named. */
  expectAccessible: (window?: Page) => Promise<void>
}

/** What a window complained of: violations of its policy, faults of its scripts, faults of the station. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

const starters = { browser: startStation, electron: startElectronStation }

/** A page is drawn only when its window's key has been traded: before that the station does not know it. */
async function show(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
}

const signOut = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    fetch('/trpc/session.signOut', { method: 'POST', headers: { 'content-type': 'application/json' } }),
  )

/**
 * Specs on a real station. No spec knows its host: for the browser host a window is opened in Chromium, the Electron host
 * brings its own.
 */
export const test = officeTest.extend<TestParts, WorkerParts>({
  host: ['browser', { option: true, scope: 'worker' }],
  office: ['demo', { option: true, scope: 'worker' }],
  ownOffice: ['', { option: true, scope: 'worker' }],
  station: [
    async ({ host, office }, use) => {
      const station = await starters[host]({ demo: office === 'demo' })
      await use(station)
      await station.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  page: async ({ context, station }, use) => {
    const page = station.window ?? (await context.newPage())
    const complaints = listen(page)
    await use(page)
    // The one window of a host is used by the next test too, which begins as anybody's new window does.
    if (station.window) await signOut(page)
    expect(complaints).toEqual([])
  },
  startOffice: async ({ host, browser }, use) => {
    const opened: { station: RunningStation; page: Page; complaints: string[] }[] = []
    await use(async (options) => {
      // The start has a limit of its own; the time that a test has is for what a person does.
      test.setTimeout(test.info().timeout + startWithinMs)
      const station = await starters[host]({ demo: true, ...options })
      const page = station.window ?? (await (await browser.newContext()).newPage())
      opened.push({ station, page, complaints: listen(page) })
      await show(page, station.address())
      return { station, page }
    })
    // A folder is cleared away by the station that made it, which was the first.
    for (const { station, page } of opened.toReversed()) {
      if (!station.window) await page.context().close()
      await station.close()
    }
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
  },
  open: async ({ page, station }, use) => {
    await use(async (path = '/') => {
      await show(page, station.address(path))
      return page
    })
  },
  expectAccessible: async ({ page }, use) => {
    await use(async (window = page) => {
      expect(await axeFindings(window)).toEqual([])
    })
  },
})
