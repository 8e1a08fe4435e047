import { expect, test } from '../fixtures.ts'
import { intakePage, noisyPicture, portrait, scannedPdf } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test.beforeEach(async ({ open, page }) => {
  await open('/')
  await signInPage(page).signIn('loket')
})

test('takes in a walk-in by keyboard alone, up to the printed receipt', async ({
  page,
  expectAccessible,
}) => {
  const intake = intakePage(page)
  const { press, write } = intake
  await intake.open()
  await intake.typeWalkIn({
    nik: '6171044708940601',
    name: 'Kinanti Sebangki',
    strNumber: '6122100126004173',
  })
  await expect(page.getByLabel('Tanggal lahir', { exact: true })).toHaveValue('07-08-1994')
  await expect(page.getByRole('combobox', { name: 'Jenis kelamin' })).toHaveValue('Perempuan')
  await intake.attachEverything()
  await expect(page.getByText('5 dari 5', { exact: true })).toBeVisible()

  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  await expect(page.getByText(/^P-\d{4}-\d{6}$/)).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible()
  await expectAccessible()
  await press('F2')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('')

  await write('6171044708940601')
  await expect(page.getByText('Dikenal', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Nama dan gelar', { exact: true })).toHaveValue('dr. Kinanti Sebangki')
})

test('in a list Ctrl+Enter is the form’s key, and Escape only the list’s', async ({ page }) => {
  const intake = intakePage(page)
  await intake.open()
  const sex = page.getByRole('combobox', { name: 'Jenis kelamin' })
  await sex.focus()
  await intake.press('Control+Enter')
  await expect(page.getByText(/^NIK belum diisi/)).toBeVisible()
  await expect(sex).toHaveAttribute('aria-expanded', 'false')

  await sex.focus()
  await intake.press('ArrowDown', 'ArrowDown')
  await expect(sex).toHaveAttribute('aria-expanded', 'true')
  await intake.press('Escape')
  await expect(sex).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('heading', { level: 1, name: 'Terima Permohonan' })).toBeVisible()

  await intake.press('ArrowDown', 'ArrowDown', 'Control+Enter')
  await expect(sex).toHaveValue('Perempuan')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
})

test('says at each field what is wrong and how it would be right', async ({ page, expectAccessible }) => {
  const intake = intakePage(page)
  await intake.open()
  await intake.write('617104470894000')
  await intake.press('Tab')
  await expect(page.getByText('NIK baru 15 angka. Ketik 16 angka seperti tertulis di KTP.')).toBeVisible()
  const nik = page.getByLabel('NIK', { exact: true })
  await nik.fill('6171044708940602')
  await expect(page.getByText('NIK baru 15 angka.')).toBeHidden()

  const birthDate = page.getByLabel('Tanggal lahir', { exact: true })
  await birthDate.fill('8-8-1994')
  await birthDate.press('Tab')
  await expect(page.getByText(/Tanggal lahir 8 Agustus 1994 tidak cocok dengan NIK/)).toBeVisible()
  await expect(page.getByText('1 perlu dibetulkan')).toBeVisible()

  await page.getByLabel('Mulai', { exact: true }).fill('17.00')
  await page.getByLabel('Selesai', { exact: true }).fill('8')
  await intake.pickDay('Senin')
  await page.getByLabel('Selesai', { exact: true }).fill('08.00')
  await page.getByLabel('Selesai', { exact: true }).press('Tab')
  await expect(
    page.getByText(
      'Jam selesai 08.00 lebih awal daripada jam mulai 17.00. Tulis jam sesudah 17.00, misalnya 20.00.',
    ),
  ).toBeVisible()

  // Saving leads to the first field that is lacking.
  await intake.press('Control+Enter')
  await expect.poll(intake.fieldInFocus).toBe('name')
  await expect(page.getByText('Nama belum diisi. Tulis misalnya Kinanti Sebangki.')).toBeVisible()
  await expectAccessible()
})

test('says of a file why it is not taken, and makes a large picture smaller', async ({ page }) => {
  const intake = intakePage(page)
  await intake.open()
  await page.getByRole('combobox', { name: 'Jenis izin' }).fill('SIPD')
  await page
    .getByRole('option', { name: /^SIPD / })
    .first()
    .click()

  await intake.attach('KTP', { ...portrait('ktp.jpg'), name: 'ktp.pdf', mimeType: 'application/pdf' })
  await expect(intake.row('KTP').getByText(/Nama ktp\.pdf menyebut PDF, isinya JPG/)).toBeVisible()

  await intake.attach('KTP', noisyPicture('ktp.png'))
  await expect(intake.row('KTP').getByText(/Berkas ktp\.png berukuran .* batasnya 2 MB/)).toBeVisible()
  await intake.row('KTP').getByRole('button', { name: 'Kecilkan gambar ini' }).click()
  await expect(intake.row('KTP').getByText('ktp.jpg')).toBeVisible()

  const liar = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan gambar') }
  await intake.attach('ID_PHOTO', liar)
  await expect(intake.row('ID_PHOTO').getByText(/Isi foto\.jpg bukan gambar/)).toBeVisible()

  await intake.attach('STR', scannedPdf('str.pdf'))
  await intake
    .row('STR')
    .getByRole('button', { name: /^Lihat / })
    .click()
  await expect(page.getByRole('dialog')).toContainText('str.pdf')
  await intake.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a closed window loses nothing that was typed', async ({ page, context, open }) => {
  const intake = intakePage(page)
  await intake.open()
  await intake.write('6171044708940603')
  await intake.press('Tab')
  await intake.write('Melinda Siantari')
  await expect(intake.draftSaved).toBeVisible()
  await expect(page).toHaveURL(/\/terima\/draf\//)
  const address = new URL(page.url()).pathname
  await intake.press('Tab')
  await intake.write('apt. Melinda Siantari')
  await page.reload()
  await expect(page.getByLabel('Nama sesuai KTP', { exact: true })).toHaveValue('Melinda Siantari')
  await expect(page.getByLabel('Nama dan gelar', { exact: true })).toHaveValue('apt. Melinda Siantari')
  expect(new URL(page.url()).pathname).toBe(address)

  await open('/')
  await page.getByRole('button', { name: 'Lanjutkan apt. Melinda Siantari' }).click()
  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('6171 0447 0894 0603')
  expect(context.pages()).toHaveLength(1)
})

test('a station that is cut off in the middle of typing gives back what was typed', async ({
  startOffice,
}) => {
  test.setTimeout(240_000)
  const { station: first, page: before } = await startOffice()
  await signInPage(before).signIn('loket')
  const typing = intakePage(before)
  await typing.open()
  await typing.write('6171044708940604')
  await typing.press('Tab')
  await typing.write('Rosmalia Ambawang')
  await expect(typing.draftSaved).toBeVisible()
  await typing.tabTo('facilityName')
  // The cut comes as soon as the station has answered for the last words.
  const kept = before.waitForResponse(
    (answer) => answer.request().postData()?.includes('Puskesmas Kampung Dalam') === true,
  )
  await typing.write('Puskesmas Kampung Dalam')
  await kept
  await first.kill()

  const { page: after } = await startOffice({ dataDir: first.dataDir })
  await signInPage(after).signIn('loket')
  await intakePage(after).open()
  await after.getByRole('button', { name: 'Lanjutkan draf' }).click()
  await expect(after.getByLabel('NIK', { exact: true })).toHaveValue('6171 0447 0894 0604')
  await expect(after.getByLabel('Nama sesuai KTP', { exact: true })).toHaveValue('Rosmalia Ambawang')
  await expect(after.getByLabel('Tempat praktik', { exact: true })).toHaveValue('Puskesmas Kampung Dalam')
})
