import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import type { Locator, Page, ViewportSize } from '@playwright/test'
import { signInPage } from '../e2e/pages/sign-in-page.ts'
import { startStation } from '../e2e/station.ts'
import type { RunningStation } from '../e2e/station.ts'
import { findWindowlessBrowser } from '../lib/find-browser.ts'

/** One picture of the series, in both schemes. */
export interface Picture {
  readonly series: string
  readonly caption: string
  readonly light: string
  readonly dark: string
}

/** Related pictures; each series begins with windows of its own. */
export interface Series {
  /** For `--only` and file names. */
  readonly name: string
  readonly title: string
  run(studio: Studio): Promise<void>
}

/** What a series works with. */
export interface Studio {
  /** The sample office, one for all series that do not end it. */
  sample(): Promise<RunningStation>
  /** A station of the series' own, ended with it. */
  station(options: { readonly demo: boolean; readonly profile?: string }): Promise<RunningStation>
  /** A new window, as big as the smallest screen of a counter unless a size is given; `who` null: nobody signs in. */
  window(station: RunningStation, who: string | null, path?: string, size?: ViewportSize): Promise<Page>
  /**
   * A picture of the window as it is, light and dark.
   *
   * @param ready what must be seen first
   * @param loading the picture is of the waiting itself
   */
  shoot(page: Page, caption: string, ready: Locator, loading?: boolean): Promise<void>
}

const schemes = ['light', 'dark'] as const
const within = { timeout: 30_000 }

/** Nothing that is still being fetched or drawn. */
const unfinished = (page: Page): Locator =>
  page.locator(
    '[class*="skeleton"], [role=group] > canvas:not([data-drawn]), figure > div[style*="height"]:empty',
  )

export async function openStudio(out: string) {
  const executablePath = existsSync(chromium.executablePath()) ? undefined : findWindowlessBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const pictures: Picture[] = []
  let common: RunningStation | undefined
  let current: Series | undefined
  let ending: (() => Promise<void>)[] = []
  let latest: Page | undefined

  const studio: Studio = {
    sample: async () => (common ??= await startStation({ demo: true })),
    station: async (options) => {
      const station = await startStation(options)
      ending.push(() => station.close())
      return station
    },
    window: async (station, who, path = '/', size = { width: 1366, height: 768 }) => {
      const context = await browser.newContext({
        viewport: size,
        locale: 'id-ID',
        timezoneId: 'Asia/Pontianak',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(within.timeout)
      ending.push(() => context.close())
      const page = await context.newPage()
      latest = page
      await page.goto(station.address(path))
      if (who !== null) await signInPage(page).signIn(who)
      return page
    },
    shoot: async (page, caption, ready, loading = false) => {
      latest = page
      await expect(ready.first()).toBeVisible(within)
      if (!loading) await expect(unfinished(page)).toHaveCount(0, within)
      const series = current?.name ?? ''
      const number = String(pictures.length + 1).padStart(3, '0')
      const name = `${number}-${series}-${caption.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
        await page.screenshot({ path: join(out, `${name}.${scheme}.png`), animations: 'disabled' })
      }
      await page.emulateMedia({ colorScheme: 'light' })
      pictures.push({ series, caption, light: `${name}.light.png`, dark: `${name}.dark.png` })
      console.log(`  ${number} ${caption}`)
    },
  }
  return {
    pictures,
    /** Takes the pictures of a series and puts away what it has opened. */
    take: async (series: Series) => {
      current = series
      ending = []
      try {
        await series.run(studio)
      } catch (error) {
        await latest?.screenshot({ path: join(out, `stopped-${series.name}.png`) })
        throw error
      } finally {
        for (const end of ending.toReversed()) await end()
      }
    },
    close: async () => {
      await browser.close()
      await common?.close()
    },
  }
}
