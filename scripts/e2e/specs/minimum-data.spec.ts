import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { intakePage } from '../pages/intake-page.ts'

test('Seruyan: a receipt on minimum data, the rest entered behind it, and the dossier goes on once it is whole', async ({
  startOffice,
  expectAccessible,
}) => {
  test.setTimeout(240_000)
  const { page } = await startOffice({ profile: 'seruyan' })
  const work = deskWork(page)
  await work.signIn('loket')
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  const intake = intakePage(page)
  await intake.open()
  await page.getByLabel('NIK', { exact: true }).fill('6207044708945101')
  await page.getByLabel('Nama sesuai KTP', { exact: true }).fill('Lestari Kuala')
  await intake.chooseType('SIPRO')
  const minimum = page.getByRole('button', { name: /^Simpan Data Minimum/ })
  await expect(minimum).toBeVisible()
  await page.keyboard.press('Control+m')
  await expect(page.getByLabel('Nomor HP (WhatsApp)', { exact: true })).toBeFocused()
  await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill('081255005101')
  await expectAccessible(page)
  await page.keyboard.press('Control+m')
  await expect(page.getByText('Permohonan terdaftar').first()).toBeVisible()
  await expect(page.getByText(/^Data belum lengkap \(\d+ isian\)\./)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Control+d')
  await expect(page.getByRole('heading', { level: 1, name: /^Lengkapi data P-/ })).toBeVisible()
  await page.getByLabel('Tempat lahir', { exact: true }).fill('Kuala Pembuang')
  await page.getByLabel('Alamat sesuai KTP', { exact: true }).fill('Jalan Ahmad Yani 4')
  await expect(page.getByLabel('Alasan perbaikan')).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Data tersimpan, masih kurang \d+ isian\.$/)).toBeVisible()

  const dossiers = dossiersPage(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Lestari Kuala' })).toBeVisible()
  await expect(page.getByText(/^Data belum lengkap \(\d+ isian\)\./)).toBeVisible()
  await expect(page.getByText(/^Belum dapat diteruskan|data belum lengkap/).first()).toBeVisible()
  await expectAccessible(page)
  // The way forward leads to what is lacking.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Lengkapi data P-/ })).toBeVisible()
  await expect(page.getByLabel('Tempat lahir', { exact: true })).toHaveValue('Kuala Pembuang')
  await page.getByLabel('Nomor STR', { exact: true }).fill('6122100126005101')
  await page.getByLabel('Tempat praktik', { exact: true }).fill('Optik Kuala')
  await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan M.T. Haryono 9')
  await intake.pickDay('Senin')
  await page.getByLabel('Mulai', { exact: true }).fill('08.00')
  await page.getByLabel('Selesai', { exact: true }).fill('12.00')
  await expect(page.getByText(/^Masih kurang \d+ isian\.$/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Data tersimpan, masih kurang 2 isian.')).toBeVisible()

  // What is brought by the checklist counts as well: files alone are lacking now.
  await expect(page.getByText(/^Data belum lengkap \(\d+ isian\)\./)).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  await work.bringFiles(id)
  await expect(page.getByText(/Semua berkas sudah ada/)).toBeVisible()
  await page.getByRole('button', { name: 'Lengkapi data' }).first().click()
  await expect(page.getByText('Semua isian lengkap.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Data lengkap dan tersimpan. Berkas dapat diteruskan.')).toBeVisible()
  await expect(page.getByText(/^Data belum lengkap/)).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await work.client.dossiers.get.query({ id })).line.stages.map(({ code }) => code))
    .toEqual(['verifikasi-berkas'])
  await dossiers.tab('Riwayat')
  const history = page.getByRole('tabpanel').getByRole('list', { name: 'Riwayat' })
  await expect(history.getByText('Data dilengkapi seluruhnya')).toBeVisible()
  await expect(history.getByText(/^Perbaikan ke-/)).toHaveCount(0)
})
