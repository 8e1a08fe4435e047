import { beginningPage, csvOf, oldPermitHeads } from '../../e2e/pages/beginning-page.ts'
import { intakePage } from '../../e2e/pages/intake-page.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const rows = Array.from({ length: 120 }, (_, index) => [
  String(index + 1),
  index === 40 ? '446/40/SIPD/2024' : `446/${index + 1}/SIPD/2024`,
  index === 5 ? 'SIPX' : 'SIPD',
  index === 11 ? '31-02-2024' : '14-03-2024',
  '14-03-2029',
  index === 17 ? '6,17E+15' : `617104470894${2000 + index}`,
  'dr. Ratna Kapuas',
  'RSUD Kota Pontianak',
])

/** *Pengaturan › Awal pemakaian*: what comes from the office's former books. */
export const beginning: Series = {
  name: 'awal',
  title: 'Awal pemakaian',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'admin')
    const desk = beginningPage(page)
    await desk.open()
    await shoot(page, 'Awal, keadaan', page.getByRole('heading', { name: 'Keadaan sekarang' }))
    await page.getByRole('radio', { name: /^Berkas berjalan/ }).click()
    await shoot(page, 'Awal, berkas berjalan', page.getByRole('grid', { name: 'Daftar berkas berjalan' }))
    await page.getByRole('radio', { name: /^Izin lama/ }).click()
    await page.keyboard.press('Control+b')
    await shoot(page, 'Awal, izin lama baru', page.getByRole('heading', { name: 'Izin lama baru' }))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Awal, izin lama ditolak', page.locator('[aria-invalid=true]').first())

    const importing = await window(station, 'admin')
    const table = beginningPage(importing)
    await table.open()
    await importing.keyboard.press('Control+i')
    await shoot(importing, 'Awal, impor kosong', importing.getByText('Belum ada tabel'))
    await table.choose(csvOf(['Nama orang', 'Telepon'], []), /tidak dikenali/)
    await shoot(importing, 'Awal, tabel ditolak', importing.getByText(/tidak dikenali/))
    await table.choose(csvOf(oldPermitHeads, rows))
    await shoot(importing, 'Awal, tabel dibaca', importing.getByText('izin-lama.csv: 120 baris.'))
    const answered = await waiting(importing, 'beginning.checkPermits')
    await importing.keyboard.press('Control+Enter')
    await shoot(importing, 'Awal, memeriksa', importing.getByRole('progressbar'), true)
    await answered()
    await importing.getByText(/^116 baik, 0 sudah ada, 4 perlu diperbaiki/).waitFor()
    await importing.getByLabel('Hanya yang perlu diperbaiki').check()
    await shoot(importing, 'Awal, hasil pemeriksaan', importing.getByLabel('Hanya yang perlu diperbaiki'))
    await importing.getByRole('button', { name: /^Catat 116/ }).click()
    await shoot(importing, 'Awal, dicatat', importing.getByText(/^116 izin dicatat/))
    await importing.keyboard.press('Escape')
    await table.lines.getByRole('row').nth(1).click()
    await shoot(importing, 'Awal, satu izin', importing.getByText(/^Dibawa dari buku lama/))
    await importing.getByRole('button', { name: 'Keadaan sekarang' }).click()
    await importing.getByRole('button', { name: 'Tutup awal pemakaian' }).click()
    await shoot(importing, 'Awal, menutup', importing.getByRole('dialog'))
    await importing.getByRole('dialog').getByRole('button', { name: 'Tutup awal pemakaian' }).click()
    await shoot(importing, 'Awal, ditutup', importing.getByText(/^Ditutup oleh/))
    await importing.getByRole('button', { name: 'Buka kembali' }).click()
    await importing.getByRole('dialog').getByRole('button', { name: 'Buka kembali' }).click()
    await shoot(
      importing,
      'Awal, membuka kembali ditolak',
      importing.getByText(/^Alasan membuka kembali belum/),
    )

    const counter = await window(station, 'loket')
    await goTo(counter, '/terima/susulan/berkas')
    // Closed a moment ago: the part is still drawn where it was opened by its address.
    const book = counter.getByRole('region', { name: 'Menurut buku lama' })
    await shoot(counter, 'Awal, berkas berjalan baru', book)
    await intakePage(counter).choose('Tahap sekarang', /^Penyerahan/)
    await shoot(counter, 'Awal, berkas menunggu diambil', book.getByText('Ditandatangani'))
    // An open list keeps the keys to itself.
    await book.getByLabel('Nomor pendaftaran lama').focus()
    await counter.keyboard.press('Control+Enter')
    await shoot(counter, 'Awal, berkas ditolak', book.locator('[aria-invalid=true]').first())

    const failed = await window(station, 'admin')
    await failing(failed, 'beginning.list')
    await beginningPage(failed).open()
    await shoot(failed, 'Awal, gagal dibuka', failed.getByText('Awal pemakaian gagal dibuka'))
  },
}
