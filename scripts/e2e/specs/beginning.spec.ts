import { expect, test } from '../fixtures.ts'
import { beginningPage, csvOf, oldPermitHeads } from '../pages/beginning-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

const nikOf = (n: number): string => `617104470894${1000 + n}`

/** Thirty permits of the old book, of which three are wrong. */
const thirty = Array.from({ length: 30 }, (_, index): string[] => {
  const n = index + 1
  const good = [
    String(n),
    `446/${n}/SIPD/2024`,
    'SIPD',
    '14-03-2024',
    '14-03-2029',
    nikOf(n),
    `dr. Ratna Kapuas ${'ABCDEFGHIJKLMNOPQRSTUVWXYZabcd'[index] ?? ''}`,
    'RSUD Kota Pontianak',
  ]
  if (n === 7) good[2] = 'SIPX'
  if (n === 12) good[3] = '31-02-2024'
  if (n === 20) good[1] = '446/19/SIPD/2024'
  return good
})

test('a table of old permits is checked line by line, and only its good lines are entered', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  await signInPage(page).signIn('admin')
  const beginning = beginningPage(page)
  await beginning.open()
  await expectAccessible()
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('heading', { name: 'Impor tabel izin lama' })).toBeVisible()
  await expectAccessible()
  await beginning.choose(csvOf(oldPermitHeads, thirty))
  await expect(page.getByText('izin-lama.csv: 30 baris.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('27 baik, 0 sudah ada, 3 perlu diperbaiki.')).toBeVisible()
  await page.getByLabel('Hanya yang perlu diperbaiki').check()
  await expect(beginning.table.getByRole('row')).toHaveCount(4)
  await expect(beginning.table.getByRole('row', { name: /^8 .*“SIPX” bukan jenis izin/ })).toBeVisible()
  await expect(beginning.table.getByRole('row', { name: /^13 .*Tanggal Terbit: / })).toBeVisible()
  await expect(beginning.table.getByRole('row', { name: /^21 .*sudah ada di baris 20/ })).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Catat 27 yang Baik Saja' }).click()
  await expect(page.getByText('27 izin dicatat, 0 sudah ada, 3 tidak dimasukkan.')).toBeVisible()
  // The same table once more changes nothing.
  await page.getByRole('button', { name: 'Pilih berkas lain' }).click()
  await beginning.choose(csvOf(oldPermitHeads, thirty))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('0 baik, 27 sudah ada, 3 perlu diperbaiki.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(beginning.lines.getByRole('row', { name: /446\/1\/SIPD\/2024/ })).toBeVisible()
})
