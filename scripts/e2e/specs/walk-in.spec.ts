import type { Page } from '@playwright/test'
import { pdfBytes } from '#domain/testing/files.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { intakePage } from '../pages/intake-page.ts'
import { printDeskPage } from '../pages/print-desk-page.ts'
import { scanWith } from '../pages/scanner.ts'
import { signInPage } from '../pages/sign-in-page.ts'

const holder = 'dr. Galuh Sebangki'

/** The next person sits down at the same window. */
async function changeSeats(page: Page, username: string) {
  await signInPage(page).signOut()
  await signInPage(page).signIn(username)
}

test('one walk-in goes through every desk, from the counter to the hand of its holder and into the report of the day', async ({
  open,
  page,
}) => {
  test.setTimeout(240_000)
  await open('/')
  await signInPage(page).signIn('loket')
  const intake = intakePage(page)
  await intake.open()
  await intake.typeWalkIn({ nik: '6171044708940177', name: 'Galuh Sebangki', strNumber: '6122100126004177' })
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  const number = (await page.getByText(/^P-\d{4}-\d{6}$/).innerText()).trim()

  const dossiers = dossiersPage(page)
  /** It is at another desk now, and can only be looked at here. */
  const gone = page.getByText(/^Sekarang di /)
  const toDossier = async () => {
    await scanWith(page, number)
    await expect(page.getByRole('heading', { level: 1, name: holder })).toBeVisible()
  }
  await toDossier()
  for (const done of [1, 2, 3, 4, 5]) await dossiers.accept(`${done} dari 5 diperiksa`)
  await dossiers.forward('Teruskan ke Dinas Kesehatan')
  await expect(gone).toBeVisible()

  await changeSeats(page, 'dinkes')
  await toDossier()
  await page.keyboard.press('Control+Enter')
  await dossiers.dialog.getByRole('radio', { name: 'Berita acara pemeriksaan' }).click()
  await dossiers.dialog.getByRole('radio', { name: 'Direkomendasikan', exact: true }).click()
  await dossiers.dialog.getByLabel('Nomor surat').fill('440/0777/BA/2026')
  await dossiers.dialog.getByLabel('Diputuskan oleh').fill('Tim Pemeriksa Puskesmas Siantan')
  await dossiers.dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'ba.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfBytes()) })
  await expect(dossiers.dialog.getByText('ba.pdf')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByRole('region', { name: 'Hasil pemeriksaan' }).getByText('Direkomendasikan', { exact: true }),
  ).toBeVisible()
  await dossiers.forward('Teruskan ke Pemrosesan')
  await expect(gone).toBeVisible()

  await changeSeats(page, 'pemrosesan')
  await toDossier()
  await dossiers.forward('Cetak Arsip')
  await dossiers.forward('Teruskan ke Pencetakan')
  await expect(gone).toBeVisible()

  await changeSeats(page, 'cetak')
  await page.getByRole('link', { name: /^Pencetakan/ }).click()
  const desk = printDeskPage(page)
  await desk.choose(holder)
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText('Bernomor', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(desk.pane.getByText('Tercetak', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog.getByRole('textbox', { name: 'Ditandatangani pada' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Ditandatangani \d/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(desk.row(holder).filter({ hasNotText: 'tercetak' })).toHaveCount(0)

  await changeSeats(page, 'loket')
  await handoverPage(page).open()
  await scanWith(page, number)
  await expect(page.getByRole('heading', { level: 2, name: holder })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('checkbox', { name: 'KTP cocok dengan pemegang izin' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Diserahkan kepada ${holder} pukul`)).toBeVisible()

  await changeSeats(page, 'kabid')
  await page.getByRole('link', { name: /^Laporan/ }).click()
  await page.getByRole('tab', { name: /^Izin terbit/ }).click()
  await expect(page.getByRole('grid', { name: 'Izin terbit' }).getByText(holder)).toBeVisible()
  await page.getByRole('tab', { name: /^Register keluar/ }).click()
  await expect(page.getByRole('grid', { name: 'Register keluar' }).getByText(holder).first()).toBeVisible()
})
