import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** *Berkas*: the queue, and the dossier beside it. */
export const dossiersPage = (page: Page) => {
  const checklist = page.getByRole('region', { name: 'Ceklis persyaratan' })
  const dialog = page.getByRole('dialog')
  return {
    checklist,
    dialog,
    queue: page.getByRole('listbox', { name: 'Antrean berkas' }),
    heading: page.getByRole('heading', { level: 1 }),
    /** The dossier's own address, as search and scan open it. */
    async show(id: string, name: string) {
      await page.evaluate((path) => {
        history.pushState(null, '', path)
        dispatchEvent(new PopStateEvent('popstate'))
      }, `/berkas/${id}`)
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    },
    async tab(name: string) {
      await page.getByRole('tab', { name }).click()
    },
    /** Presses a letter where nothing is typed, once the letter's own pause is over. */
    async accept(expected: string) {
      await page.keyboard.press('s')
      await expect(checklist.getByRole('status')).toHaveText(expected)
    },
    async forward(label: string) {
      await expect(page.getByRole('button', { name: new RegExp(`^${label}`) })).toBeEnabled()
      await page.keyboard.press('Control+Enter')
    },
    async replaceFile(name: string, bytes: Uint8Array) {
      const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg'
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
    },
    async other(action: string) {
      await page.getByRole('button', { name: 'Tindakan lain' }).click()
      await page.getByRole('menuitem', { name: action }).click()
      await expect(dialog).toBeVisible()
    },
  }
}
