import type { Page } from '@playwright/test'
import { axeFindings } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { signInPage } from '../pages/sign-in-page.ts'

/** One sign-in per role of the sample office. */
const roles = ['loket', 'dinkes', 'pemrosesan', 'cetak', 'kabid', 'admin']

const rail = (page: Page) => page.getByRole('navigation', { name: 'Layar' })

/** What axe finds on the screen as it is, in both schemes. */
async function findings(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    const here = await axeFindings(page, colorScheme === 'light' ? 'everything' : 'colours')
    found.push(...here.map((finding) => `${place}, ${colorScheme}: ${finding}`))
  }
  return found
}

/** Screens that are another one for each role; the others are the same for everybody who may open them. */
const ownOfRole = ['Beranda', 'Berkas']
const looked = new Set<string>()

/** Every part of a screen that opens without changing anything: its kinds, its tabs, and what its first line shows. */
async function partsOf(page: Page, name: string): Promise<string[]> {
  if (name !== 'Laporan') return tabsOf(page, name)
  const found: string[] = []
  for (const kind of await page
    .getByRole('radiogroup', { name: 'Laporan yang dibaca' })
    .getByRole('radio')
    .all()) {
    await kind.click({ force: true })
    await expect(kind).toBeChecked()
    await expect(page.getByRole('status', { name: /^Memuat/ })).toHaveCount(0)
    found.push(...(await tabsOf(page, `${name}, ${(await kind.textContent()) ?? ''}`)))
  }
  return found
}

async function tabsOf(page: Page, name: string): Promise<string[]> {
  const found = await findings(page, name)
  const line = page.getByRole('main').getByRole('option').or(page.getByRole('main').getByRole('row')).nth(1)
  const opens = name === 'Berkas' && (await line.isVisible())
  if (opens) {
    await line.click()
    await expect(page.getByRole('tab').first()).toBeVisible()
  }
  for (const tab of await page.getByRole('main').getByRole('tab').all()) {
    // The screen came with this one open, and was looked at so.
    if (!opens && (await tab.getAttribute('aria-selected')) === 'true') continue
    await tab.click()
    found.push(...(await findings(page, `${name}, ${(await tab.textContent()) ?? ''}`)))
  }
  return found
}

test.describe.configure({ timeout: 300_000 })

for (const role of roles)
  test(`every screen of ${role} meets WCAG 2.2 AA, light and dark`, async ({ open, page }) => {
    await open('/')
    await signInPage(page).signIn(role)
    const found: string[] = []
    for (const link of await rail(page).getByRole('link').all()) {
      const name = ((await link.textContent()) ?? '').replace(/(?:F\d+|\d)+$/, '')
      if (looked.has(name) && !ownOfRole.includes(name)) continue
      looked.add(name)
      await link.click()
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await expect(page.getByRole('status', { name: /^Memuat/ })).toHaveCount(0)
      found.push(...(await partsOf(page, (await page.title()).split(' – ')[0] ?? '')))
    }
    expect(found).toEqual([])
  })

test('the door, the lock, the menu, the help and the list of keys meet WCAG 2.2 AA', async ({
  open,
  page,
}) => {
  await open('/')
  const found = await findings(page, 'Masuk')
  await signInPage(page).signIn('loket')
  await page.getByRole('button', { name: /^Menu / }).click()
  found.push(...(await findings(page, 'Menu')))
  await page.keyboard.press('Escape')
  for (const keys of ['F1', 'Control+/']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    found.push(...(await findings(page, keys)))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible()
  found.push(...(await findings(page, 'Terkunci')))
  expect(found).toEqual([])
})
