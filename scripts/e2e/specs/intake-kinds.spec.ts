import type { Page } from '@playwright/test'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

/** A permit of the sample office that is *terbit*, with its holder; each test takes another one. */
async function issuedPermit(page: Page, at: number) {
  const work = deskWork(page)
  await work.signIn('loket')
  const { lines } = await work.client.handover.ready.query()
  const permits = lines.filter((one) => one.productKind === 'permit' && one.kind === 'new')
  const line = permits.at(at)
  if (line === undefined || line.productNumber === null)
    throw new Error('the sample office issued too few permits')
  const { applicant } = await work.client.dossiers.get.query({ id: line.id })
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  if (applicant.nik === null) throw new Error('the sample office has a holder without NIK')
  return { ...line, nik: applicant.nik, number: line.productNumber, applicant }
}

test.beforeEach(async ({ open }) => {
  await open('/')
})

test('a renewal begins from the permit that the person holds and takes its data over', async ({
  page,
  expectAccessible,
}) => {
  const permit = await issuedPermit(page, 0)
  const intake = intakePage(page)
  await intake.open()
  await intake.write(permit.nik)
  await expect(page.getByText('Dikenal', { exact: true })).toBeVisible()
  await intake.chooseType(permit.permitTypeCode)
  await intake.chooseKind(/^Perpanjangan/)
  const choice = page.getByRole('radio', { name: permit.number })
  await choice.focus()
  await intake.press('Space')

  await expect(choice).toBeChecked()
  await expect(page.getByText('Izin terdahulu menjadi diperpanjang saat izin baru terbit.')).toBeVisible()
  await expect(page.getByLabel('Tempat praktik', { exact: true })).toHaveValue(permit.facilityName ?? '')
  await expectAccessible()
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()

  // While that application is under way, nobody takes the same permit into a second one.
  await intake.beginNext()
  await intake.write(permit.nik)
  await intake.chooseType(permit.permitTypeCode)
  await intake.chooseKind(/^Perubahan/)
  await expect(page.getByRole('radio', { name: permit.number })).toBeDisabled()
})

test('the office revokes a permit by its number, without its holder at the counter', async ({
  page,
  expectAccessible,
}) => {
  const permit = await issuedPermit(page, 1)
  const intake = intakePage(page)
  await intake.open()
  await intake.chooseType(permit.permitTypeCode)
  await intake.chooseKind('Pencabutan')
  await page.getByLabel('Nomor izin terdahulu').fill(permit.number)
  await intake.press('Enter')

  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue(/^\d{4} \d{4} \d{4} \d{4}$/)
  await expect(page.getByRole('radio', { name: permit.number })).toBeChecked()
  await expect(page.getByRole('radio', { name: permit.number })).toBeFocused()
  await intake.choose('Diajukan oleh', 'Kantor ini')
  await intake.choose('Alasan pencabutan', 'STR dicabut atau dinonaktifkan')
  await expect(intake.row('REVOCATION_GROUND')).toBeVisible()
  await expect(intake.row('KTP')).toHaveCount(0)
  await intake.attachEverything()
  await page
    .getByRole('group', { name: /^Keterangan Dasar pencabutan/ })
    .getByLabel('Nomor')
    .fill('KKI/12/2026')
  await expectAccessible()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  await expect(page.getByText('Pencabutan', { exact: false }).first()).toBeVisible()
})

test('a traditional healer answers the questions of that type only, and a yes brings its paper', async ({
  page,
}) => {
  const intake = intakePage(page)
  await signInPage(page).signIn('loket')
  await intake.open()
  await intake.typePerson({ nik: '6171044708940611', name: 'Rukmini Sungai Raya' })
  await intake.chooseType('STPT')
  await expect(page.getByLabel('Nomor STR')).toHaveCount(0)
  await expect(page.getByRole('group', { name: /^Hari praktik/ })).toHaveCount(0)
  await page.getByLabel('Cara perawatan (tidak invasif)').fill('pi')
  await intake.press('Tab')
  await expect(page.locator('[data-field="answers.healing-method"]')).toContainText(/3/)
  await page.getByLabel('Cara perawatan (tidak invasif)').fill('Pijat urut dan ramuan')
  await expect(intake.row('TRAINING_CERTIFICATE')).toHaveCount(0)
  await page
    .getByRole('radiogroup', { name: 'Memiliki sertifikat pelatihan' })
    .getByRole('radio', { name: 'Ya' })
    .press('Space')
  await expect(intake.row('TRAINING_CERTIFICATE')).toBeVisible()
  await page.getByLabel('Tempat praktik', { exact: true }).fill('Griya Sehat Rukmini')
  await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan Adisucipto 12')
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
})

test('a business asks without birth, STR or hours; a laboratory result that is too old is refused at its field', async ({
  page,
  expectAccessible,
}) => {
  const intake = intakePage(page)
  await signInPage(page).signIn('loket')
  await intake.open()
  await intake.chooseType('SLHS-HTL')
  await expect(page.getByLabel('Tempat lahir', { exact: true })).toHaveCount(0)
  await expect(page.getByLabel('Nomor STR')).toHaveCount(0)
  await page.getByLabel('Nama sesuai KTP', { exact: true }).fill('Herlina Mempawah')
  await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill('081255000199')
  await page.getByLabel('Alamat sesuai KTP', { exact: true }).fill('Jalan Gajah Mada 21')
  await page.getByLabel('Nama usaha', { exact: true }).fill('Hotel Tepian Kapuas')
  await page.getByLabel('Penanggung jawab', { exact: true }).fill('Herlina Mempawah')
  await page.getByLabel(/\(kamar\)$/).fill('42')
  await page.getByLabel('Laboratorium pemeriksa', { exact: true }).fill('Labkesda Kota Pontianak')
  const day = page.getByLabel('Tanggal hasil laboratorium', { exact: true })
  await day.fill('05-01-2026')
  await day.press('Tab')
  await expect(page.locator('[data-field="answers.laboratory-date"]')).toContainText('31 hari')
  await expectAccessible()
})

test('what is filed through OSS prints a slip that says where and how, and takes no number', async ({
  page,
  expectAccessible,
}) => {
  const intake = intakePage(page)
  await signInPage(page).signIn('loket')
  await intake.open()
  await page.getByLabel('NIK', { exact: true }).press('Tab')
  await intake.write('Darmawan Siantan')
  await intake.chooseType('SLHS-JB')
  await expect(page.getByText('Diajukan di OSS (perizinan berusaha berbasis risiko).')).toBeVisible()
  await expect(page.getByText('Masuk ke OSS dengan hak akses pelaku usaha.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Kelengkapan berkas' })).toHaveCount(0)
  await expectAccessible()
  await intake.press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Pemohon diarahkan' })).toBeVisible()
  await expect(page.getByText('Kontak dihitung; tidak ada nomor pendaftaran.')).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible()
  await expectAccessible()
  await intake.press('F2')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
  // Nothing is left to go on with.
  await expect(page.getByText(/^Draf Darmawan Siantan/)).toHaveCount(0)
})

test('a foreigner is known by a passport, and tells of a permit elsewhere that takes a place', async ({
  page,
  expectAccessible,
}) => {
  const intake = intakePage(page)
  await signInPage(page).signIn('loket')
  await intake.open()
  await page.getByRole('button', { name: 'Identitas lain' }).click()
  await intake.choose('Kewarganegaraan', /^Malaysia/, 'malay')
  await page.getByLabel('Nama sesuai identitas', { exact: true }).fill('Nurul Izzah Serian')
  await page.getByLabel('Nomor Paspor', { exact: true }).fill('A52314477')
  await page.getByLabel('Identitas berlaku sampai', { exact: true }).fill('31-12-2030')
  await page.getByLabel('Tempat lahir', { exact: true }).fill('Kuching')
  await page.getByLabel('Tanggal lahir', { exact: true }).fill('14-03-1988')
  await intake.choose('Jenis kelamin', 'Perempuan')
  await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill('081255000177')
  await page.getByLabel('Alamat di Indonesia', { exact: true }).fill('Jalan Ahmad Yani 3')
  await intake.chooseType('SIPD')
  await page.getByLabel('Nomor STR', { exact: true }).fill('6122100126009911')
  await page.getByRole('checkbox', { name: 'Berlaku seumur hidup' }).uncheck()
  await page.getByLabel('STR berlaku sampai', { exact: true }).fill('31-12-2027')
  await page.getByLabel('Tempat praktik', { exact: true }).fill('RSUD Kota Pontianak')
  await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan Kom Yos Sudarso')
  await intake.pickDay('Senin')
  await page.getByLabel('Mulai', { exact: true }).fill('08.00')
  await page.getByLabel('Selesai', { exact: true }).fill('12.00')
  await expect(page.getByText('0 dari 3 tempat terpakai')).toBeVisible()

  await page.getByRole('button', { name: 'SIP di tempat lain' }).click()
  const other = page.getByRole('group', { name: 'SIP di tempat lain ke-1' })
  await other.getByLabel('Nomor SIP di tempat lain').fill('503/0007/SIPD/2026')
  await other.getByLabel('Nama tempat').fill('RSUD dr. Abdul Aziz')
  await other.getByLabel('Kota atau kabupaten').fill('Kota Singkawang')
  await expect(page.getByText('1 dari 3 tempat terpakai')).toBeVisible()
  await intake.attachEverything()
  await expectAccessible()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()

  // On the second visit the passport alone brings the person back.
  await intake.press('F2')
  await page.getByRole('button', { name: 'Identitas lain' }).click()
  await intake.choose('Kewarganegaraan', /^Malaysia/, 'malay')
  await page.getByLabel('Nomor Paspor', { exact: true }).fill('a 5231-4477')
  await intake.press('Tab')
  await expect(page.getByText('Dikenal', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Perempuan, lahir Kuching, 14 Maret 1988 · Malaysia/)).toBeVisible()
  await expect(page.getByLabel('Identitas berlaku sampai', { exact: true })).toHaveValue('31-12-2030')
  await expect(page.getByLabel('Nomor HP (WhatsApp)', { exact: true })).not.toHaveValue('')
  await expectAccessible()
})
