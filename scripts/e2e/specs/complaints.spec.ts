import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { complaintsPage } from '../pages/complaints-page.ts'

test('a complaint is taken in about a dossier, forwarded and answered, and a question is logged from any screen', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, takeIn } = deskWork(page)
  const id = await takeIn({ ...samplePerson, nik: '6171044708948201' })
  const { line } = await client.dossiers.get.query({ id })
  await page.goto('about:blank')
  await open('/terima')
  await expect(page.getByRole('heading', { level: 1, name: 'Terima Permohonan' })).toBeVisible()
  await page.keyboard.press('F7')
  const desk = complaintsPage(page)
  await expect(desk.table).toBeVisible()

  await page.keyboard.press('Control+b')
  await expect(desk.field('Isi pengaduan')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Nama pengadu belum diisi/)).toBeVisible()
  await desk.choose('Pokok pengaduan', 'Waktu penyelesaian')
  await desk.field('Isi pengaduan').fill('Izin sudah lewat dari tanggal yang dijanjikan.')
  await desk.field('Nama pengadu').fill('Nuraini Kapuasari')
  await desk.field('Berkas').fill(line.registrationNumber)
  await page.getByRole('option', { name: new RegExp(line.registrationNumber) }).click()
  await page.keyboard.press('Control+Enter')
  const number = desk.pane.getByRole('heading', { level: 2 })
  await expect(number).toHaveText(/^ADU-\d{4}-\d{4}$/)
  const row = desk.table.getByRole('row', { name: await number.innerText() })
  await expect(row).toContainText('N****** K********')
  await expect(desk.pane.getByRole('button', { name: /^Buka berkas/ })).toContainText(line.registrationNumber)

  await desk.act('Teruskan').check({ force: true })
  await desk.field('Diteruskan ke').fill('Pemrosesan')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText('Diteruskan ke Pemrosesan')).toBeVisible()
  await expect(row).toContainText('Diteruskan')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Cara menyampaikan jawaban/)).toBeVisible()
  await desk.field('Disampaikan lewat').fill('Telepon')
  await page.keyboard.press('Escape')
  await desk.field('Jawaban').fill('Izin selesai hari ini.')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText('Dijawab lewat Telepon')).toBeVisible()
  await expect(row).toContainText('Dijawab')
  await expectAccessible()

  const typed = Promise.withResolvers<null>()
  await page.route(/information\.offers/, async (route) => {
    await typed.promise
    await route.continue()
  })
  await page.keyboard.press('F3')
  const dialog = page.getByRole('dialog', { name: 'Catat konsultasi' })
  const type = dialog.getByRole('combobox', { name: 'Jenis izin' })
  await expect(type).toBeFocused()
  await page.keyboard.insertText('dokter gigi')
  typed.resolve(null)
  await expect(page.getByRole('option').first()).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(type).toHaveValue(/^SIPDG/)
  await dialog.getByRole('textbox', { name: 'Yang ditanyakan' }).fill('Praktik di tempat kedua')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await desk.view('Konsultasi').click({ force: true })
  await expect(desk.consultations.getByRole('row', { name: /Praktik di tempat kedua/ }).first()).toBeVisible()
})
