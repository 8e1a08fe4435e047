import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test.beforeEach(async ({ open, page }) => {
  await open()
  await deskWork(page).signIn('admin')
  await page.goto('about:blank')
})

test('the administrator sees who signs on a day, and why', async ({ open, page, expectAccessible }) => {
  await open('/pengaturan/pejabat')
  const grid = page.getByRole('grid', { name: 'Daftar jabatan penanda tangan' })
  const row = grid.getByRole('row', { name: /KEPALA DINAS/i }).first()
  await row.click()
  const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
  await expect(pane.getByRole('region', { name: 'Yang menandatangani' })).toContainText('Pejabat definitif')
  await expect(pane.getByRole('region', { name: 'Yang ditandatangani' })).toContainText('Surat izin')
  await expect(page.getByText(/^Dibaca dari assets\/profiles\/pontianak\.json/)).toBeVisible()
  await expectAccessible()

  const day = page.getByLabel('Keadaan pada tanggal', { exact: true })
  await day.fill('31-13-2026')
  await expect(day).toHaveAccessibleDescription(/Tanggal ini tidak ada/)
  await day.fill('01-01-1999')
  await expect(row).toContainText('kosong')
  await expect(pane.getByRole('region', { name: 'Yang menandatangani' })).toContainText('Tidak ada')
  await expectAccessible()
})

test('the procedure is read stage by stage with arrows alone, each rule with its source', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/pengaturan/alur')
  const stages = page.getByRole('list', { name: 'Tahap menurut alur kantor' })
  await expect(stages.getByRole('button')).toHaveCount(8)
  await expectAccessible()
  await stages.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
  await expect(pane.getByRole('heading', { name: 'Pemeriksaan Front Office' })).toBeVisible()
  await expect(stages.getByRole('button', { pressed: true })).toContainText('Pemeriksaan Front Office')
  await expect(pane).toContainText('menyatakan lengkap dan benar, jam mulai berjalan')
  await page.keyboard.press('ArrowDown')
  await expect(pane.getByRole('heading', { name: 'Perbaikan oleh pemohon' })).toBeVisible()
  await expect(pane).toContainText('Berkas dikembalikan')
  await expectAccessible()
})

test('what a type asks for is told for every kind on any day', async ({ open, page, expectAccessible }) => {
  await open('/pengaturan/jenis-izin')
  const grid = page.getByRole('grid', { name: 'Daftar jenis izin' })
  await expect(grid.getByRole('row', { name: /^SIPD / })).toBeVisible()
  await page.keyboard.press('F4')
  await page.getByRole('textbox', { name: 'Cari jenis izin' }).fill('praktik dokter')
  await expect(grid.getByRole('row', { name: /^SIPB / })).toHaveCount(0)
  await grid.getByRole('row', { name: /^SIPD / }).click()
  const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
  const asked = pane.getByRole('region', { name: /^Persyaratan/ })
  await expect(asked).toContainText('Surat Tanda Registrasi')
  await expect(pane).toContainText('Ikatan Dokter Indonesia (IDI)')
  await expect(pane).toContainText('Dokter peserta internsip')
  await expectAccessible()
  await pane.getByRole('combobox', { name: 'Permohonan' }).click()
  await page.getByRole('option', { name: 'Perpanjangan' }).click()
  await expect(asked).toContainText('Satuan Kredit Profesi')
  await page.getByLabel('Keadaan pada tanggal', { exact: true }).fill('01-07-2023')
  await expect(asked).toContainText('Konsil Kedokteran Indonesia')
  await expectAccessible()
})

test('beside the users the administrator reads what each role sees and does in this office', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/pengaturan')
  const roles = page.getByRole('region', { name: 'Peran di kantor ini' })
  const verifier = roles.getByRole('region', { name: 'Front Office' })
  await expect(verifier).toContainText('Pemeriksaan Front Office')
  await expect(verifier).toContainText('Terima Permohonan')
  await expect(roles.getByRole('region', { name: 'Administrator' })).toContainText('Pengaturan')
  await expectAccessible()
  await page.getByRole('grid', { name: 'Daftar pengguna' }).getByRole('row').nth(1).click()
  await expect(page.getByLabel('Nama lengkap')).toBeVisible()
  await expect(roles).toBeHidden()
})
