import { expect, test } from '../fixtures.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test.use({ office: 'empty', ownOffice: 'first-start' })
// The second goes on in the office that the first has made.
test.describe.configure({ mode: 'serial' })

test('an empty folder becomes an office, and every refusal stands at its field', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  await expect(page.getByRole('heading', { name: 'Siapkan kantor ini' })).toBeVisible()
  const name = page.getByLabel('Nama lengkap')
  const username = page.getByLabel('Nama pengguna')
  const password = page.getByLabel('Kata sandi', { exact: true })
  const again = page.getByLabel('Kata sandi sekali lagi')
  await page.locator('input[readonly]').click()
  await page.getByRole('option', { name: /Pontianak/ }).click()
  await name.focus()
  await page.keyboard.press('Enter')
  await expect(name).toHaveAccessibleDescription(/Nama administrator belum diisi/)
  await expect(username).toHaveAccessibleDescription(/Nama pengguna belum diisi/)
  await expect(password).toHaveAccessibleDescription(/Kata sandi belum diisi/)
  await expectAccessible()

  await name.fill('Melati Sambas')
  await username.fill('Melati S')
  await password.fill('pendek')
  await again.fill('pende')
  await page.keyboard.press('Enter')
  await expect(again).toHaveAccessibleDescription(/tidak sama/)
  await expect(again).toBeFocused()
  await again.fill('pendek')
  await page.keyboard.press('Enter')
  await expect(username).toHaveAccessibleDescription(/“Melati S” tidak dapat dipakai/)
  await username.fill('melati')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription(/paling sedikit 8 tanda/)
  await expect(name).toHaveValue('Melati Sambas')
  await password.fill('kalimat pendek')
  await again.fill('kalimat pendek')
  await page.keyboard.press('Enter')

  await expect(page.getByText('Berikutnya: tambah petugas loket dan pencetakan, lalu printer.')).toBeVisible()
  await expectAccessible()
})

test('a printer and a clerk are added, with a sentence for an address and a name that will not do', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/pengaturan/printer')
  await signInPage(page).signIn('melati', 'kalimat pendek')
  await page.getByRole('grid', { name: 'Daftar printer' }).waitFor()
  await page.keyboard.press('Control+b')
  await page.getByLabel('Nama printer').fill('Laser A4')
  await page.getByRole('radio', { name: 'Lembar' }).click()
  await page.getByLabel('Alamat').fill('laser')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Alamat')).toHaveAccessibleDescription(/“laser” tidak dikenal/)
  await expect(page.getByLabel('Alamat')).toBeFocused()
  await page.getByLabel('Alamat').fill('cups:Laser_A4')
  await page.getByLabel('Surat izin').check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid').getByRole('row', { name: /Laser A4/ })).toBeVisible()
  await expectAccessible()

  await page.getByRole('radio', { name: /^Pengguna/ }).click()
  await page.keyboard.press('Control+b')
  await page.getByLabel('Nama lengkap').fill('Ratih Puspalina')
  await page.getByLabel('Nama pengguna').fill('melati')
  await page.getByLabel('Kata sandi', { exact: true }).fill('kalimat pendek')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Pilih paling sedikit satu peran.' })).toBeVisible()
  await page.getByLabel('Front Office').check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Nama pengguna')).toHaveAccessibleDescription(/sudah dipakai/)
  await page.getByLabel('Nama pengguna').fill('ratih')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid').getByRole('row', { name: /Ratih Puspalina/ })).toBeVisible()
  await expect(page.getByText('Kantor siap.')).toHaveCount(0)

  // What is typed and not saved is not left without a question.
  await page.getByLabel('Nama lengkap').fill('Ratih P.')
  await page.getByRole('row', { name: /Melati Sambas/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Perubahan pada Ratih Puspalina belum disimpan')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Nama lengkap')).toHaveValue('Ratih P.')
})
