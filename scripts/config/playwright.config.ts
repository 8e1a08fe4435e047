import { existsSync } from 'node:fs'
import { chromium, defineConfig } from '@playwright/test'
import type { WorkerParts } from '../e2e/fixtures.ts'
import { keepOfficeTime } from '../e2e/office-clock.ts'
import { electronRuntime } from '../lib/electron-runtime.ts'
import { browserOnlySpecs, decideHosts } from '../lib/end-to-end-specs.ts'
import { findWindowlessBrowser } from '../lib/find-browser.ts'

// Playwright's own browser where it could be downloaded, otherwise the machine's.
const executablePath = existsSync(chromium.executablePath()) ? undefined : findWindowlessBrowser()

const projects = {
  browser: { name: 'browser-host', use: { host: 'browser' as const } },
  electron: {
    name: 'electron-host',
    use: { host: 'electron' as const },
    testIgnore: browserOnlySpecs,
  },
}

keepOfficeTime()

// Stations that specs start inherit it; the year of the sample office has a spec of its own.
process.env['SEPOK_SAMPLE_COUNT'] ??= '200'

export default defineConfig<object, WorkerParts>({
  testDir: '../e2e/specs',
  globalSetup: './playwright-setup.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // More than a machine has cores: a hand at a keyboard leaves one idle most of the time.
  workers: 4,
  timeout: 120_000,
  // A loaded machine is slow, not wrong; what is wrong still fails.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Pontianak',
    // A trace costs a third of the time of each spec: for one that is being looked into.
    trace: process.env['SEPOK_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    // Nothing here is about movement, and drawing it takes a share of each spec.
    contextOptions: { reducedMotion: 'reduce' },
    browserName: 'chromium',
    launchOptions: {
      // A clerk's hand is no faster; what is, the station takes for a scanner.
      slowMo: 50,
      ...(executablePath && { executablePath }),
      // Chromium's own sandbox does not start for root, as whom containers run.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  projects: decideHosts(electronRuntime()).hosts.map((host) => projects[host]),
})
