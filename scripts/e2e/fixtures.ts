import AxeBuilder from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startElectronStation } from './electron-station.ts'
import { startStation } from './station.ts'
import type { RunningStation } from './station.ts'

export { expect }

interface WorkerParts {
  /** `demo`: the sample office; `empty`: a folder without an office, for the first start. */
  office: 'demo' | 'empty'
  station: RunningStation
}

interface TestParts {
  /** Opens a screen in the test's window, signed out unless this window was signed in before. */
  open: (path?: string) => Promise<Page>
  /** Fails with what axe finds on the screen as it is. */
  expectAccessible: () => Promise<void>
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

/**
 * Specs on a real station. No spec knows its host: for the browser host a window is opened in Chromium, the Electron host
 * (project `electron-host`) brings its own.
 */
export const test = base.extend<TestParts, WorkerParts>({
  office: ['demo', { option: true, scope: 'worker' }],
  station: [
    async ({ office }, use, { project }) => {
      const start = project.name === 'electron-host' ? startElectronStation : startStation
      const station = await start({ demo: office === 'demo' })
      await use(station)
      await station.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  page: async ({ context, station }, use) => {
    const page = station.window ?? (await context.newPage())
    const complaints = listen(page)
    await use(page)
    expect(complaints).toEqual([])
  },
  open: async ({ page, station }, use) => {
    await use(async (path = '/') => {
      await page.goto(station.address(path))
      return page
    })
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
      expect(found).toEqual([])
    })
  },
})
