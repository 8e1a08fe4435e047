import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** What every user of the sample office signs in with. */
export const samplePassword = 'sepok-demo-2026'

/** *Masuk*, and the way out again. */
export const signInPage = (page: Page) => ({
  async signIn(username: string, password = samplePassword) {
    await page.getByLabel('Nama pengguna').fill(username)
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.getByRole('button', { name: /^Masuk/ }).click()
    await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  },
  async signOut() {
    await page.getByRole('button', { name: /^Menu / }).click()
    await page.getByRole('menuitem', { name: 'Keluar' }).click()
    await expect(page.getByRole('button', { name: /^Masuk/ })).toBeVisible()
  },
})
