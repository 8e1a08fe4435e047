import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** *Penyerahan Izin*: what waits, the scan field, and the one at the counter. */
export const handoverPage = (page: Page) => {
  const list = page.getByRole('grid', { name: 'Izin yang siap diambil' })
  const scan = page.getByRole('textbox', { name: 'Pindai tanda terima pemohon' })
  return {
    list,
    scan,
    rows: list.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    async open() {
      await page.getByRole('link', { name: /^Penyerahan Izin/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Penyerahan Izin' })).toBeVisible()
      await expect(scan).toBeFocused()
    },
    async find(text: string) {
      await scan.fill(text)
      await scan.press('Enter')
    },
  }
}
