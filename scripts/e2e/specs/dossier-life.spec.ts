import type { Page } from '@playwright/test'
import { pdfBytes } from '#domain/testing/files.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'

/** Nobody comes twice: an office asks why the same person asks for the same permit again. */
const someone = (serial: string, firstName: string) => ({
  ...samplePerson,
  nik: `6171 0447 0894 ${serial}`,
  name: `${firstName} Sebangki`,
  nameOnPermit: `dr. ${firstName} Sebangki`,
  strNumber: `612210012600${serial}`,
})

/** Somebody sits down at this window. */
async function sitDown(page: Page, username: string) {
  await deskWork(page).signIn(username)
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
}

test('a return names each wrong item and the day, prints them, and tells the checker what was asked', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const id = await deskWork(page).takeIn(someone('0801', 'Kurniati'))
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Kurniati Sebangki')

  await page.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText(/^Belum ada yang ditandai salah/)).toBeVisible()
  await dossiers.dialog.getByRole('checkbox', { name: /^Surat Tanda Registrasi/ }).check()
  const reason = dossiers.dialog.getByLabel(/^Yang salah pada Surat Tanda Registrasi/)
  await expect(reason).toBeFocused()
  await reason.fill('Sudah lewat masa berlaku')
  await dossiers.dialog.getByRole('checkbox', { name: 'Isian permohonan' }).check()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText(/^Alasan untuk Isian permohonan belum ditulis/)).toBeVisible()
  await dossiers.dialog
    .getByLabel('Yang salah pada Isian permohonan')
    .fill('Alamat tempat praktik kurang lengkap')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByText('Menunggu perbaikan pemohon.')).toBeVisible()
  await expect(page.getByText(/Ditunggu sampai .*\./).first()).toBeVisible()
  await expect(page.getByText('Isian permohonan: Alamat tempat praktik kurang lengkap')).toBeVisible()
  await page.getByRole('button', { name: 'Cetak daftar kekurangan' }).click()
  await expect(page.getByText('Daftar kekurangan dikirim ke printer.')).toBeVisible()
  await expectAccessible()

  await dossiers.forward('Terima Perbaikan')
  await expect(page.getByText('Yang diminta diperbaiki:')).toBeVisible()
})

test('what nobody mended for long is offered for closing, and closed with a reason', async ({
  startOffice,
}) => {
  const { page } = await startOffice()
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await sitDown(page, 'loket')
  await page.getByRole('link', { name: /^Berkas/ }).click()
  const dossiers = dossiersPage(page)
  const long = dossiers.queue.getByRole('group', { name: /^Lama tidak diperbaiki/ }).getByRole('option')
  await long.last().click()
  await expect(page.getByText('Lama tidak diperbaiki.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Tutup Permohonan' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText(/^Tulis dahulu/)).toBeVisible()
  await dossiers.dialog.getByLabel('Alasan penutupan').fill('Dihubungi dua kali, pemohon tidak kembali')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Permohonan ini sudah berakhir: Ditutup, tidak diperbaiki.')).toBeVisible()
  await dossiers.tab('Riwayat')
  await expect(
    page.getByRole('list', { name: 'Riwayat' }).getByText(/^Ditutup oleh kantor: tidak diperbaiki sampai/),
  ).toBeVisible()
})

test('a withdrawal says who asked, with the scan of the letter', async ({ open, page, expectAccessible }) => {
  await open('/')
  const id = await deskWork(page).takeIn(someone('0802', 'Marlina'))
  await sitDown(page, 'loket')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Marlina Sebangki')

  await dossiers.other('Batalkan Permohonan')
  await dossiers.dialog.getByLabel('Alasan pembatalan').fill('Pindah tugas ke kota lain')
  await dossiers.dialog.getByRole('radio', { name: 'Kuasa' }).click()
  await expect(dossiers.dialog.getByLabel('Nama yang meminta')).toHaveValue('')
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText(/^Nama yang meminta pembatalan belum diisi/)).toBeVisible()
  await dossiers.dialog.getByLabel('Nama yang meminta').fill('Sari Utami')
  await dossiers.dialog.locator('input[type=file]').setInputFiles({
    name: 'surat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfBytes()),
  })
  await expect(dossiers.dialog.getByText('surat.pdf')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Permohonan ini sudah berakhir: Dibatalkan.')).toBeVisible()
  await dossiers.tab('Riwayat')
  await expect(
    page.getByRole('list', { name: 'Riwayat' }).getByText(/diminta kuasa Sari Utami, dengan surat/),
  ).toBeVisible()
})
