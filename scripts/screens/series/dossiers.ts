import type { Page } from '@playwright/test'
import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { dossiersPage } from '../../e2e/pages/dossiers-page.ts'
import { failing, goTo, waiting, withoutFiles } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** Nobody comes twice: an office asks why the same person asks for the same permit again. */
const someone = (serial: string, firstName: string) => ({
  ...samplePerson,
  nik: `6171 0447 0894 ${serial}`,
  name: `${firstName} Sebangki`,
  nameOnPermit: `dr. ${firstName} Sebangki`,
  strNumber: `612210012600${serial}`,
})

const tabs = ['Data permohonan', 'Surat dan cetakan', 'Riwayat']

const unknownId = '01900000-0000-7000-8000-000000000000'

const queueOf = (page: Page) => page.getByRole('listbox', { name: 'Antrean berkas' })

/** *Berkas*: the queue, the dossier, its papers and acts. */
export const dossiers: Series = {
  name: 'berkas',
  title: 'Berkas',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const work = deskWork(page)
    const id = await work.takeIn(someone('0701', 'Anindya'))
    const returned = await work.takeIn(someone('0702', 'Rosmalia'))
    const refused = await work.takeIn(someone('0703', 'Wulandari'))
    const atAgency = await work.toAgency(someone('0704', 'Humairah'))
    await work.act(
      returned,
      'front-office',
      'kembalikan-ke-pemohon',
      'STR buram, pindai ulang dengan 200 dpi.',
    )
    await work.act(refused, 'front-office', 'tolak', 'STR sudah tidak berlaku sejak 2024')

    const berkas = dossiersPage(page)
    const answered = await waiting(page, 'dossiers.queue')
    await page.getByRole('link', { name: /^Berkas/ }).click()
    await shoot(page, 'Berkas, memuat', page.getByRole('heading', { name: 'Berkas' }), true)
    await answered()
    await shoot(page, 'Berkas, belum dipilih', queueOf(page).getByRole('option'))
    const search = page.getByRole('search', { name: 'Cari berkas' })
    await search.getByRole('textbox').fill('klinik')
    await shoot(page, 'Berkas, dicari di daftar', page.getByRole('group', { name: /^Di luar antrean/ }))
    await search.getByRole('textbox').fill('tidakadaberkasini')
    await shoot(page, 'Berkas, dicari tanpa hasil', page.getByText('Tidak ada berkas yang cocok'))
    const asked = await failing(page, 'search.find')
    await search.getByRole('textbox').fill('puskesmas')
    await shoot(page, 'Berkas, pencarian gagal', page.getByText('Pencarian belum menjawab'))
    await asked()
    await search.getByRole('textbox').fill('')
    await queueOf(page).getByRole('option').first().click()
    await shoot(page, 'Berkas, ceklis dengan pindaian', berkas.checklist)
    const opened = await waiting(page, 'dossiers.get')
    await goTo(page, `/berkas/${id}`)
    await shoot(page, 'Berkas, satu memuat', queueOf(page), true)
    await opened()
    await berkas.show(id, 'dr. Anindya Sebangki')
    await shoot(page, 'Berkas, baru diterima', berkas.checklist)
    await page.keyboard.press('x')
    await page.getByLabel('Apa yang tidak sesuai').waitFor()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Berkas, tidak sesuai tanpa kalimat', page.getByText(/^Tulis apa yang tidak sesuai/))
    await page.keyboard.press('Escape')
    await berkas.accept('1 dari 5 diperiksa')
    await shoot(page, 'Berkas, satu diperiksa', berkas.checklist)
    for (const tab of tabs) {
      await berkas.tab(tab)
      await shoot(page, `Berkas, ${tab}`, page.getByRole('tabpanel'))
    }
    await page.getByRole('button', { name: 'Tindakan lain' }).click()
    await shoot(page, 'Berkas, tindakan lain', page.getByRole('menuitem'))
    await page.keyboard.press('Escape')
    await berkas.tab('Berkas dan ceklis')
    await page.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
    await berkas.dialog.getByRole('button', { name: 'Kembalikan ke Pemohon' }).click()
    await shoot(
      page,
      'Berkas, kembalikan tanpa isi',
      berkas.dialog.getByText(/^Belum ada yang ditandai salah/),
    )
    await berkas.dialog.getByRole('checkbox', { name: 'Isian permohonan' }).check()
    await berkas.dialog.getByLabel('Yang salah pada Isian permohonan').fill('Alamat praktik kurang lengkap')
    await shoot(page, 'Berkas, kembalikan dengan isi', berkas.dialog)
    await page.keyboard.press('Escape')
    await berkas.other('Batalkan Permohonan')
    await berkas.dialog.getByRole('radio', { name: 'Kuasa' }).click()
    await shoot(page, 'Berkas, batalkan permohonan', berkas.dialog)
    await page.keyboard.press('Escape')
    await berkas.other('Tolak Permohonan')
    const mended = await failing(page, 'dossiers.act')
    await berkas.dialog.getByRole('textbox').fill('Pas foto belum berlatar merah')
    await berkas.dialog.getByRole('button', { name: 'Tolak Permohonan' }).click()
    await shoot(page, 'Berkas, tindakan gagal', berkas.dialog.getByText(/^Belum tersimpan/))
    await mended()
    await page.keyboard.press('Escape')
    await shoot(page, 'Berkas, catatan tersimpan', page.getByText('Catatan Anda belum terkirim:'))
    await page.getByRole('button', { name: 'Buang catatan' }).click()

    await berkas.show(returned, 'dr. Rosmalia Sebangki')
    await shoot(page, 'Berkas, dikembalikan', berkas.checklist)
    const long = queueOf(page)
      .getByRole('group', { name: /^Lama tidak diperbaiki/ })
      .getByRole('option')
    await long.first().click()
    await shoot(page, 'Berkas, lama tidak diperbaiki', page.getByRole('button', { name: 'Tutup Permohonan' }))
    await page.getByRole('button', { name: 'Tutup Permohonan' }).click()
    await shoot(page, 'Berkas, tutup permohonan', berkas.dialog)
    await page.keyboard.press('Escape')
    await berkas.show(refused, 'dr. Wulandari Sebangki')
    await shoot(page, 'Berkas, ditolak', page.getByRole('tab').first())
    await berkas.tab('Surat dan cetakan')
    await shoot(page, 'Berkas, surat penolakan', page.getByText('Surat penolakan').first())
    await goTo(page, `/berkas/${unknownId}`)
    await shoot(page, 'Berkas, tidak dikenal', page.getByText(/tidak ada di kantor ini/))
    const broken = await failing(page, 'dossiers.get')
    await goTo(page, `/berkas/${atAgency}`)
    await shoot(page, 'Berkas, satu gagal', page.getByText('Berkas gagal dibuka'))
    await broken()

    const agency = await window(station, 'dinkes')
    const there = dossiersPage(agency)
    await there.show(atAgency, 'dr. Humairah Sebangki')
    await shoot(agency, 'Berkas dinas, perlu hasil', agency.getByText(/^Belum dapat: catat berita acara/))
    await agency.keyboard.press('Control+Enter')
    await shoot(agency, 'Berkas dinas, catat hasil', there.dialog)
    await agency.keyboard.press('Control+Enter')
    await shoot(agency, 'Berkas dinas, hasil ditolak', there.dialog.getByText(/^Hasil belum dipilih/))
    await agency.keyboard.press('Escape')
    await there.show(id, 'dr. Anindya Sebangki')
    await shoot(agency, 'Berkas dinas, melihat saja', agency.getByText(/Anda melihat saja/))

    const without = await window(station, 'loket')
    await withoutFiles(without)
    await dossiersPage(without).show(id, 'dr. Anindya Sebangki')
    await shoot(without, 'Berkas, file hilang', without.getByText(/tidak dapat ditampilkan/))
    const failed = await window(station, 'loket')
    await failing(failed, 'dossiers.queue')
    await failed.getByRole('link', { name: /^Berkas/ }).click()
    await shoot(failed, 'Berkas, antrean gagal', failed.getByText('Antrean gagal dibuka'))
  },
}
