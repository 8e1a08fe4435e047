import { samplePerson } from '../../e2e/desk-work.ts'
import { intakePage, noisyPicture, portrait, scannedPdf } from '../../e2e/pages/intake-page.ts'
import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const doctor = { nik: '6171044708940301', name: 'Galuh Sebangki', strNumber: '6122100126000301' }

/** *Terima Permohonan*, from the empty form to the receipt. */
export const intake: Series = {
  name: 'terima',
  title: 'Terima Permohonan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const typing = intakePage(page)
    const title = page.getByRole('heading', { level: 1, name: 'Terima Permohonan' })
    const answered = await waiting(page, 'intake.drafts')
    await page.keyboard.press('F2')
    await shoot(page, 'Terima, memuat', title, true)
    await answered()
    await shoot(page, 'Terima, kosong', typing.save)
    await typing.press('Control+Enter')
    await shoot(page, 'Terima, ditolak', page.getByText(/^NIK belum diisi/))
    await typing.write('6171044708940301')
    await shoot(page, 'Terima, baru NIK', page.getByText(/^Belum dikenal/))
    await page.getByLabel('NIK', { exact: true }).fill('')
    await typing.typeWalkIn(doctor)
    await shoot(page, 'Terima, isian lengkap tanpa berkas', page.getByText(/^Belum dapat disimpan/))
    await typing.attach('KTP', { ...portrait('ktp.jpg'), name: 'ktp.pdf', mimeType: 'application/pdf' })
    await typing.row('KTP').scrollIntoViewIfNeeded()
    await shoot(page, 'Terima, berkas ditolak', page.getByText(/Nama ktp\.pdf menyebut PDF/))
    await page.keyboard.press('Control+b')
    await shoot(page, 'Terima, cetak formulir yang belum ada', page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await typing.attach('KTP', noisyPicture('ktp.png'))
    await typing.row('KTP').scrollIntoViewIfNeeded()
    await shoot(page, 'Terima, berkas terlalu besar', page.getByText(/Berkas ktp\.png berukuran/))
    await typing.attach('KTP', scannedPdf('ktp.pdf'))
    await typing.row('ID_PHOTO').locator('input[type=file]').setInputFiles(portrait('foto.jpg'))
    await shoot(page, 'Terima, potong foto', page.getByRole('button', { name: 'Pakai foto ini' }))
    await page.getByRole('button', { name: 'Pakai foto ini' }).click()
    await typing.attachEverything()
    await typing.row('KTP').scrollIntoViewIfNeeded()
    await shoot(page, 'Terima, lengkap', page.getByText('5 dari 5', { exact: true }))
    const mended = await failing(page, 'intake.register')
    await typing.press('Control+Enter')
    await shoot(page, 'Terima, gagal disimpan', page.getByText(/^Belum tersimpan: aplikasi tidak menjawab/))
    await mended()
    await typing.press('Control+Enter')
    await shoot(page, 'Terima, terdaftar', page.getByRole('heading', { name: 'Permohonan terdaftar' }))
    await page.getByRole('button', { name: 'Cetak ulang tanda terima' }).click()
    await shoot(page, 'Terima, cetak ulang', page.getByRole('dialog'))
    await page.keyboard.press('Escape')

    await typing.press('F2')
    await typing.write(doctor.nik)
    await shoot(page, 'Terima, pemohon dikenal', page.getByText('Dikenal', { exact: true }))
    await page.getByRole('combobox', { name: 'Jenis izin' }).fill('dokter')
    await shoot(page, 'Terima, pilih jenis izin', page.getByRole('option'))
    await page
      .getByRole('option', { name: /^SIPD / })
      .first()
      .click()
    await shoot(page, 'Terima, mungkin sudah ada', page.getByText('Mungkin sudah ada di register.'))
    await page.getByLabel('Nomor STR', { exact: true }).fill(doctor.strNumber)
    await page.getByLabel('Tempat praktik', { exact: true }).fill('RSUD Kota Pontianak')
    await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan Kom Yos Sudarso')
    await page.getByRole('button', { name: 'Senin' }).click()
    await page.getByLabel('Mulai', { exact: true }).fill('17.00')
    await page.getByLabel('Selesai', { exact: true }).fill('20.00')
    await typing.attachEverything()
    await typing.press('Control+Enter')
    await shoot(page, 'Terima, permohonan kembar', page.getByRole('alert'))

    const late = await window(station, 'loket')
    await failing(late, 'intake.drafts')
    await late.keyboard.press('F2')
    await shoot(late, 'Terima, gagal dibuka', late.getByText('Terima Permohonan gagal dibuka'))
    const offered = await window(station, 'loket')
    await offered.keyboard.press('F2')
    await intakePage(offered).write(samplePerson.nik)
    await intakePage(offered).press('Tab')
    await intakePage(offered).write('Kinanti Sebangki')
    await offered.getByRole('link', { name: 'Beranda' }).click()
    await offered.keyboard.press('F2')
    await shoot(offered, 'Terima, draf ditawarkan', offered.getByRole('button', { name: 'Lanjutkan draf' }))
  },
}
