import type { Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { pdfBytes } from '#domain/testing/files.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { scanWith } from '../pages/scanner.ts'
import { signInPage } from '../pages/sign-in-page.ts'

/** Nobody comes twice: an office asks why the same person asks for the same permit again. */
const someone = (serial: string, firstName: string) => ({
  ...samplePerson,
  nik: `6171 0447 0894 ${serial}`,
  name: `${firstName} Sebangki`,
  nameOnPermit: `dr. ${firstName} Sebangki`,
  strNumber: `612210012600${serial}`,
})

/** A letter of one page that can really be drawn. */
async function letterBytes(): Promise<Uint8Array> {
  const letter = await PDFDocument.create()
  letter.addPage([595, 842]).drawText('Berita acara pemeriksaan', { x: 60, y: 760, size: 14 })
  return letter.save()
}

/** Somebody sits down at this window. */
async function sitDown(page: Page, username: string) {
  await deskWork(page).signIn(username)
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
}

test('checked by S, forwarded by Ctrl+Enter, and recommended by the agency with its letter', async ({
  open,
  page,
}) => {
  await open('/')
  const id = await deskWork(page).takeIn(someone('0101', 'Anindya'))
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Anindya Sebangki')

  await expect(page.getByText('Belum dapat: 5 berkas belum diperiksa.')).toBeVisible()
  for (const done of [1, 2, 3, 4, 5]) await dossiers.accept(`${done} dari 5 diperiksa`)
  await dossiers.forward('Teruskan ke Dinas Kesehatan')
  await expect(page.getByText('Sekarang di Pemeriksaan Dinas Kesehatan. Anda melihat saja.')).toBeVisible()

  await sitDown(page, 'dinkes')
  await dossiers.show(id, 'dr. Anindya Sebangki')
  await expect(page.getByText(/^Belum dapat: catat berita acara/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const form = dossiers.dialog
  await form.getByRole('radio', { name: 'Berita acara pemeriksaan' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(/^Hasil belum dipilih/)).toBeVisible()
  await form.getByRole('radio', { name: 'Direkomendasikan', exact: true }).click()
  await form.getByLabel('Nomor surat').fill('440/0631/BA/2026')
  await form.getByLabel('Diputuskan oleh').fill('Tim Pemeriksa Puskesmas Siantan')
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'ba.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await letterBytes()) })
  await expect(form.getByText('ba.pdf')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const outputs = page.getByRole('region', { name: 'Hasil pemeriksaan' })
  await expect(outputs.getByText('Direkomendasikan', { exact: true })).toBeVisible()
  await outputs.getByRole('button', { name: 'Lihat berkas' }).click()
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible()

  await dossiers.forward('Teruskan ke Pemrosesan')
  await expect(page.getByText('Sekarang di Pemrosesan. Anda melihat saja.')).toBeVisible()
})

test('returned with words, mended with another file, and taken again', async ({ open, page }) => {
  await open('/')
  const id = await deskWork(page).takeIn(someone('0102', 'Rosmalia'))
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Rosmalia Sebangki')

  await page.keyboard.press('x')
  const words = page.getByLabel('Apa yang tidak sesuai')
  await expect(words).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Tulis apa yang tidak sesuai/)).toBeVisible()
  await words.fill('STR buram, pindai ulang')
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.checklist.getByText('Tidak sesuai').first()).toBeVisible()

  await page.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
  const toApplicant = dossiers.dialog.getByLabel('Yang salah pada Surat Tanda Registrasi (STR)')
  await expect(toApplicant).toHaveValue('STR buram, pindai ulang')
  await expect(toApplicant).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Perbaikan oleh pemohon', { exact: true }).first()).toBeVisible()

  await dossiers.replaceFile('str-baru.jpg', pdfBytes())
  await expect(page.getByText(/^Nama str-baru\.jpg menyebut JPG, isinya PDF/)).toBeVisible()
  await dossiers.replaceFile('str-baru.pdf', pdfBytes())
  await expect(page.getByText('Menggantikan scan.pdf.')).toBeVisible()
  await page.getByRole('button', { name: 'Lihat yang lama' }).click()
  await expect(page.getByText('Versi lama, sudah diganti: STR buram, pindai ulang.')).toBeVisible()

  await dossiers.forward('Terima Perbaikan')
  await expect(page.getByRole('button', { name: /^Teruskan ke Dinas Kesehatan/ })).toBeVisible()
  await dossiers.tab('Riwayat')
  await expect(page.getByRole('list', { name: 'Riwayat' }).getByText('Berkas diganti')).toBeVisible()
})

test('a refusal asks for its reason and leads to the refusal letter', async ({ open, page }) => {
  await open('/')
  const id = await deskWork(page).takeIn(someone('0103', 'Wulandari'))
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Wulandari Sebangki')

  await dossiers.other('Tolak Permohonan')
  await dossiers.dialog.getByRole('button', { name: 'Tolak Permohonan' }).click()
  await expect(dossiers.dialog.getByText(/^Tulis dahulu/)).toBeVisible()
  // Pressed by mouse, and yet the hand goes on in the field that was refused.
  await expect(dossiers.dialog.getByLabel('Alasan penolakan')).toBeFocused()
  await dossiers.dialog.getByLabel('Alasan penolakan').fill('STR sudah tidak berlaku sejak 2024')
  await dossiers.dialog.getByRole('button', { name: 'Tolak Permohonan' }).click()
  await expect(page.getByText('Sekarang di Pencetakan. Anda melihat saja.')).toBeVisible()
  await dossiers.tab('Surat dan cetakan')
  await expect(page.getByRole('heading', { name: 'Surat penolakan' })).toBeVisible()
  await expect(page.getByText('Belum bernomor')).toBeVisible()
})

test('the second of two clerks is told who was first and when, and keeps the words typed', async ({
  open,
  page,
  browser,
  station,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(someone('0104', 'Humairah'))
  await work.signIn('admin')
  await work.client.administration.saveUser.mutate({
    id: null,
    username: 'loket.dua',
    name: 'Dodi Kertasari',
    password: 'sepok-demo-2026',
    roles: ['front-office'],
    counter: 'Loket 3',
    active: true,
  })
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Humairah Sebangki')
  await page.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
  await dossiers.dialog.getByRole('checkbox', { name: 'Isian permohonan' }).check()
  const note = dossiers.dialog.getByLabel('Yang salah pada Isian permohonan')
  await note.fill('Pas foto belum berlatar merah')

  // The colleague at the next counter.
  const window = await browser.newPage()
  await window.goto(station.address('/'))
  await window.locator('#root > *').first().waitFor({ state: 'attached' })
  const colleague = deskWork(window)
  await colleague.signIn('loket.dua')
  const { requirements } = await colleague.client.dossiers.get.query({ id })
  for (const { id: documentId } of requirements.flatMap((one) => one.documents))
    await colleague.client.dossiers.checkDocument.mutate({
      applicationId: id,
      stage: 'front-office',
      documentId,
      check: 'accepted',
      note: null,
    })
  await colleague.act(id, 'front-office', 'teruskan')
  await window.close()

  await dossiers.dialog.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
  await expect(dossiers.dialog.getByRole('status')).toContainText(
    /^Permohonan ini baru saja diteruskan oleh Dodi Kertasari pukul \d\d\.\d\d\./,
  )
  await expect(note).toHaveValue('Pas foto belum berlatar merah')
  await dossiers.dialog.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(page.getByText('Catatan Anda belum terkirim:')).toBeVisible()
  await expect(page.getByText('Isian permohonan: Pas foto belum berlatar merah')).toBeVisible()
  await expect(page.getByText('Sekarang di Pemeriksaan Dinas Kesehatan. Anda melihat saja.')).toBeVisible()
})

test('a scan anywhere opens the dossier; a role without the stage only looks', async ({ open, page }) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(someone('0105', 'Natalia'))
  const dossier = await work.client.dossiers.get.query({ id })
  await work.signIn('dinkes')
  const refused = await work.client.dossiers.act.mutate({
    applicationId: id,
    stage: 'front-office',
    action: 'teruskan',
    note: null,
    asks: [],
  })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'role-not-allowed' } })
  await sitDown(page, 'dinkes')
  await scanWith(page, dossier.line.registrationNumber)
  await expect(page.getByRole('heading', { level: 1, name: 'dr. Natalia Sebangki' })).toBeVisible()
  await expect(page.getByText('Sekarang di Pemeriksaan Front Office. Anda melihat saja.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Kembalikan ke Pemohon' })).toHaveCount(0)
})

test('the queue is walked with arrows, Enter goes to the checklist, and axe finds nothing', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  await signInPage(page).signIn('loket')
  await page.getByRole('link', { name: /^Berkas/ }).click()
  const dossiers = dossiersPage(page)
  const options = dossiers.queue.getByRole('option')
  await options.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(dossiers.heading).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dossiers.checklist.locator('button[aria-expanded=true]')).toBeFocused()
  await expectAccessible()
  for (const tab of ['Data permohonan', 'Surat dan cetakan', 'Waktu', 'Riwayat']) {
    await dossiers.tab(tab)
    await expectAccessible()
  }
})
