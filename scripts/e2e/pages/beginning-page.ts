import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** A table of old permits as an office keeps one, by its heads. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]) => ({
  name: 'izin-lama.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([heads, ...rows].map((row) => row.join(';')).join('\r\n')),
})

export const oldPermitHeads = [
  'No.',
  'Nomor SIP',
  'Jenis Izin',
  'Tgl Terbit',
  'Berlaku s/d',
  'NIK',
  'Nama Pemegang',
  'Tempat Praktik',
]

/** *Pengaturan › Awal pemakaian*. */
export const beginningPage = (page: Page) => ({
  lines: page.getByRole('grid', { name: 'Daftar izin lama' }),
  table: page.getByRole('grid', { name: 'Baris tabel' }),
  async open() {
    await page.getByRole('link', { name: 'Pengaturan' }).click()
    await page.getByRole('radio', { name: /^Awal pemakaian/ }).click()
    await expect(page.getByRole('heading', { name: 'Keadaan sekarang' })).toBeVisible()
  },
  async choose(file: ReturnType<typeof csvOf>, answer = new RegExp(`^${file.name}: `)) {
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText(answer)).toBeVisible()
  },
})
