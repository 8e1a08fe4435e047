import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test('the administrator adds a paper of the office, measures it, and reads why another stays', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  await deskWork(page).signIn('admin')
  await page.goto('about:blank')
  await open('/pengaturan/kertas')
  const grid = page.getByRole('grid', { name: 'Kertas dan isi printer' })
  const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
  await grid.getByRole('row', { name: /^F4 215/ }).click()
  await pane.getByRole('button', { name: 'Hapus kertas' }).click()
  await expect(pane.getByText(/^F4 masih dipakai untuk .* Pindahkan dahulu/)).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+Enter')
  await expect(pane.getByLabel('Nama', { exact: true })).toBeFocused()
  await page.keyboard.insertText('Sertifikat tebal')
  await pane.getByLabel('Lebar (mm)').fill('150')
  await pane.getByLabel('Tinggi (mm)').fill('320,5')
  const certificate = pane.getByLabel(/^Surat izin/)
  await certificate.check()
  await page.keyboard.press('Control+Enter')
  await expect(pane.getByText(/memerlukan lebar isi 150 mm/)).toBeVisible()
  await pane.getByLabel('Lebar (mm)').fill('220')
  await page.keyboard.press('Control+Enter')
  await expect(grid.getByRole('row', { name: /^Sertifikat tebal/ })).toContainText('220 × 320,5 mm')
  await expect(pane.getByRole('region', { name: 'Riwayat perubahan' })).toContainText('Sertifikat tebal')
  await expect(pane.getByLabel('Lebar (mm)')).toHaveValue('220')

  await page.keyboard.press('Control+p')
  await expect(pane.getByText(/^Lembar ukur terkirim/)).toBeVisible({ timeout: 20_000 })
  await expectAccessible()

  await grid.getByRole('row', { name: /^Laser/ }).click()
  await pane.getByLabel('Baki Sertifikat tebal').fill('Baki kartu')
  await page.keyboard.press('Control+Enter')
  await expect(pane.getByRole('region', { name: 'Riwayat perubahan' })).toContainText('Baki kartu')
})
