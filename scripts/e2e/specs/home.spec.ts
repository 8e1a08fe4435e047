import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test('a clerk sees the day, the own queue and the last receipts, and opens a dossier by Enter', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  await signInPage(page).signIn('loket')
  await expect(page.getByRole('heading', { name: 'Beranda' })).toBeVisible()
  await expect(page.getByText('Diterima hari ini')).toBeVisible()
  const receipts = page.getByRole('region', { name: 'Tanda terima terakhir' })
  await expect(receipts.getByText('Tercetak').first()).toBeVisible()
  const queue = page.getByRole('grid', { name: 'Perlu tindakan Anda' })
  const first = queue.getByRole('row').nth(1)
  await expect(first).toBeVisible()
  await expectAccessible()

  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(queue.getByRole('row', { selected: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/[0-9a-f-]{36}/)
})

test('a draft waits on Beranda until it is continued or thrown away', async ({ open, page }) => {
  await open('/')
  await signInPage(page).signIn('loket')
  const intake = intakePage(page)
  await intake.open()
  await intake.write('6171044708940195')
  await intake.press('Tab')
  await intake.write('Dewi Mendawati')
  // Esc leaves at once; nothing waits for the pause after typing.
  await intake.press('Escape')
  const drafts = page.getByRole('region', { name: 'Draf belum selesai' })
  await expect(drafts.getByText('Dewi Mendawati')).toBeVisible()

  await drafts.getByRole('button', { name: 'Lanjutkan Dewi Mendawati' }).click()
  await expect(intake.field('Nama sesuai KTP')).toHaveValue('Dewi Mendawati')
  await intake.press('Escape')

  await drafts.getByRole('button', { name: 'Buang draf Dewi Mendawati' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click()
  await expect(drafts.getByText('Dewi Mendawati')).toBeHidden()
})

test('a supervisor sees the figures and goes on to the reports', async ({ open, page, expectAccessible }) => {
  await open('/')
  await signInPage(page).signIn('kabid')
  await expect(page.getByText('Izin terbit', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Terima Permohonan/ })).toHaveCount(0)
  await expectAccessible()
  await page.getByRole('button', { name: 'Buka Laporan' }).click()
  await expect(page).toHaveURL(/\/laporan$/)
})
