import { expect } from '@playwright/test'
import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { dossiersPage } from '../../e2e/pages/dossiers-page.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const someone = (serial: string, firstName: string) => ({
  ...samplePerson,
  nik: `6171 0447 0894 ${serial}`,
  name: `${firstName} Sebangki`,
  nameOnPermit: `dr. ${firstName} Sebangki`,
  strNumber: `612210012600${serial}`,
})

/** *Perbaiki permohonan* and *Hapus berkas salah orang*. */
export const corrections: Series = {
  name: 'perbaikan',
  title: 'Perbaikan penerimaan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const work = deskWork(page)
    const id = await work.takeIn(someone('0751', 'Larasita'))
    const second = await work.takeIn({
      ...someone('0751', 'Larasita'),
      practiceOrdinal: 2,
      facilityName: 'Klinik Siantan Sehat',
    })
    const accepted = await work.toAgency(someone('0752', 'Tirtasari'))
    const numbered = await work.toPrintDesk(someone('0753', 'Puspasari'))
    await work.signIn('cetak')
    await work.client.dossiers.number.mutate({ applicationId: numbered, stage: null })
    await work.signIn('loket')
    await page.reload()

    const berkas = dossiersPage(page)
    await berkas.show(second, 'dr. Larasita Sebangki')
    await berkas.tab('Data permohonan')
    await shoot(page, 'Berkas, jam praktik bertumpuk', page.getByText('Jam praktik bertumpuk.'))
    const opened = await waiting(page, 'corrections.form')
    await goTo(page, `/terima/perbaiki/${id}`)
    await shoot(page, 'Perbaikan, memuat', page.getByRole('heading', { name: 'Perbaiki permohonan' }), true)
    await opened()
    const name = page.getByLabel('Nama sesuai KTP')
    await shoot(page, 'Perbaikan, belum ada yang berubah', name)
    await name.fill('Larasati Sebangki')
    await page.getByLabel('Tempat praktik', { exact: true }).fill('RS Santo Antonius')
    await shoot(page, 'Perbaikan, nilai lama dan akibat', page.getByText('Semula: Larasita Sebangki').first())
    await expect(page.getByText(/^Draf tersimpan/)).toBeVisible()
    await page.reload()
    await shoot(page, 'Perbaikan, dilanjutkan', page.getByText(/^Dilanjutkan dari ketikan/))
    await page.getByRole('button', { name: 'Buang ketikan' }).click()
    await shoot(page, 'Perbaikan, buang ketikan', page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Perbaikan, alasan kosong', page.getByText(/^Tulis alasan perbaikannya/))
    const healed = await failing(page, 'corrections.save')
    await page.getByLabel('Alasan perbaikan').fill('nama salah ketik')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Perbaikan, gagal disimpan', page.getByText(/^Belum tersimpan/))
    await healed()
    await page.keyboard.press('Control+Enter')
    await berkas.tab('Riwayat')
    await shoot(page, 'Riwayat, lama dan baru', page.getByText(/Larasita Sebangki → Larasati/))
    await goTo(page, `/terima/perbaiki/${accepted}`)
    await page.getByLabel('Tempat praktik', { exact: true }).fill('RS Santo Antonius')
    await page.getByLabel('Alasan perbaikan').fill('tempat praktik tertukar')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Perbaikan, persetujuan atasan', page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.getByLabel('Alasan perbaikan').fill('')
    await page.getByLabel('Tempat praktik', { exact: true }).fill(samplePerson.facilityName)
    await goTo(page, `/terima/perbaiki/${numbered}`)
    await shoot(page, 'Perbaikan, sudah bernomor', page.getByText(/sudah bernomor/))

    await berkas.show(second, 'dr. Larasita Sebangki')
    await berkas.tab('Berkas dan ceklis')
    await berkas.checklist.getByRole('button', { name: 'Hapus berkas salah orang' }).click()
    await shoot(page, 'Hapus berkas, dialog', berkas.dialog)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Hapus berkas, tanpa alasan', berkas.dialog.getByText('Tulis alasannya dahulu.'))
    await berkas.dialog.getByLabel('Alasan').fill('STR milik pemohon lain')
    await berkas.dialog.getByLabel('Nama pengguna atasan').fill('kabid')
    await berkas.dialog.getByLabel('Kata sandi atasan').fill('sepok-demo-2026')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Berkas yang dihapus', page.getByRole('heading', { name: 'Berkas ini dihapus' }))
  },
}
