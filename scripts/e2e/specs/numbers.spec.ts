import { expect, test } from '../fixtures.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test.use({ office: 'empty', ownOffice: 'numbers' })
// The second goes on in the office that the first has made.
test.describe.configure({ mode: 'serial' })

test('the first start asks the last numbers, and the series go on behind them', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  await page.locator('input[readonly]').click()
  await page.getByRole('option', { name: /Pontianak/ }).click()
  await page.getByLabel('Nama lengkap').fill('Melati Sambas')
  await page.getByLabel('Nama pengguna').fill('melati')
  await page.getByLabel('Kata sandi', { exact: true }).fill('kalimat pendek')
  await page.getByLabel('Kata sandi sekali lagi').fill('kalimat pendek')
  const registration = page.getByLabel('Nomor permohonan, Tahun 2')
  await registration.fill('0812')
  await expect(registration).toHaveAccessibleDescription(/Berikutnya\s*P-\d{4}-000813/)
  await page.getByText(/^Nomor izin per jenis izin/).click()
  const doctor = page.getByLabel(/^SIPD: /)
  await doctor.fill('seratus')
  await expectAccessible()
  await page.keyboard.press('Enter')
  await expect(doctor).toHaveAccessibleDescription(/“seratus” bukan nomor urut/)
  await expect(doctor).toBeFocused()
  await doctor.fill('127')
  await expect(doctor).toHaveAccessibleDescription(/503\/0128\/SIPD\//)
  await page.getByLabel('Dasar nomor terakhir').fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Dasar nomor terakhir')).toHaveAccessibleDescription(/Dasar belum diisi/)
  await page.getByLabel('Dasar nomor terakhir').fill('Buku register 2026')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Nomor' }).click()
  const grid = page.getByRole('grid', { name: 'Daftar seri nomor' })
  await expect(grid.getByRole('row', { name: /Nomor permohonan.*000813.*812/ })).toBeVisible()
  await expect(grid.getByRole('row', { name: /Nomor izin SIPD .*503\/0128\/SIPD.*127/ })).toBeVisible()
  await expectAccessible()
})

test('a mistyped last number is mended in Pengaturan, with who did it and why', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/pengaturan/nomor')
  await signInPage(page).signIn('melati', 'kalimat pendek')
  const grid = page.getByRole('grid', { name: 'Daftar seri nomor' })
  await grid.getByRole('row', { name: /Nomor izin SIPD / }).click()
  const last = page.getByLabel('Nomor terakhir yang sudah dipakai')
  await last.fill('127')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Dasar', { exact: true })).toHaveAccessibleDescription(/Dasar belum diisi/)
  await page.getByLabel('Dasar', { exact: true }).fill('Salah ketik saat mulai')
  await page.keyboard.press('Control+Enter')
  await expect(last).toHaveAccessibleDescription(/sudah berada di nomor 127/)
  await expect(last).toBeFocused()
  await last.fill('120')
  await expect(page.getByText('503/0121/SIPD/')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(grid.getByRole('row', { name: /Nomor izin SIPD .*503\/0121\/SIPD.*120/ })).toBeVisible()
  const record = page.getByRole('region', { name: 'Dilanjutkan dari buku register' })
  await expect(record).toContainText('nomor urut 1 sampai 120 dipakai sebelum aplikasi ini')
  await expect(record).toContainText('Nomor terakhir 127 menjadi 120')
  await expect(record).toContainText('Melati Sambas')
  await expect(record).toContainText('Dasar: Salah ketik saat mulai')
  await page.getByRole('textbox', { name: 'Cari nomor' }).fill('SIPD')
  await expect(page.getByText('Tidak ada nomor seperti itu')).toBeVisible()
  await expectAccessible()
})
