import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Pengaturan › Kertas*: sheets in millimetres, where they lie, and the sheet to measure them by. */
export const papers: Series = {
  name: 'kertas',
  title: 'Pengaturan, Kertas',
  run: async ({ station: start, window, shoot }) => {
    const station = await start({ demo: true })
    const page = await window(station, 'admin', '/pengaturan')
    const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
    const answered = await waiting(page, 'papers.list')
    await page.getByRole('radio', { name: 'Kertas' }).click()
    await shoot(page, 'Kertas, memuat', page.getByRole('heading', { level: 1 }), true)
    await answered()
    const grid = page.getByRole('grid', { name: 'Kertas dan isi printer' })
    await shoot(page, 'Kertas, belum dipilih', grid)
    await grid.getByRole('row', { name: /^F4 215/ }).click()
    await shoot(page, 'Kertas, satu dipilih', pane.getByLabel('Lebar (mm)'))
    await pane.getByRole('button', { name: 'Hapus kertas' }).click()
    await shoot(page, 'Kertas, masih dipakai', pane.getByText(/^F4 masih/))
    await page.keyboard.press('Control+p')
    await shoot(page, 'Kertas, lembar ukur terkirim', pane.getByText(/^Lembar ukur terkirim/))
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kertas, baru ditolak', pane.getByText(/^Nama kertas belum diisi/))
    await pane.getByLabel('Nama', { exact: true }).fill('Sertifikat tebal')
    await pane.getByLabel('Lebar (mm)').fill('160')
    await pane.getByLabel('Tinggi (mm)').fill('250')
    await pane.getByLabel(/^Surat izin/).check()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kertas, terlalu sempit', pane.getByText(/memerlukan lebar isi/))
    await pane.getByLabel('Lebar (mm)').fill('220')
    await pane.getByLabel('Tinggi (mm)').fill('320')
    await failing(page, 'papers.save')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kertas, gagal disimpan', pane.getByText(/^Belum tersimpan/))
    const again = await window(station, 'admin', '/pengaturan/kertas')
    await again.getByRole('grid', { name: 'Kertas dan isi printer' }).waitFor()
    await again.keyboard.press('Control+b')
    await again.getByLabel('Nama', { exact: true }).fill('Sertifikat tebal')
    await again.getByLabel('Lebar (mm)').fill('220')
    await again.getByLabel('Tinggi (mm)').fill('320')
    await again.getByLabel(/^Surat izin/).check()
    await again.keyboard.press('Control+Enter')
    await shoot(again, 'Kertas, tersimpan dengan riwayat', again.getByText('Riwayat perubahan'))
    await again.getByRole('row', { name: /^Laser/ }).click()
    await shoot(again, 'Kertas, isi printer', again.getByText('Letak kertas'))
    await again.getByLabel('Laporan harian').fill('9')
    await again.keyboard.press('Control+Enter')
    await shoot(again, 'Kertas, rangkap ditolak', again.getByText(/^Tulis angka 1 sampai/))
    const windows = await window(station, 'admin', '/pengaturan/printer')
    await windows.getByRole('button', { name: 'Program cetak Windows' }).click()
    await shoot(windows, 'Program cetak Windows', windows.getByLabel('Letak program'))
    await windows.getByText('Yang akan dijalankan').scrollIntoViewIfNeeded()
    await shoot(
      windows,
      'Program cetak Windows, yang akan dijalankan',
      windows.getByText(/SumatraPDF\.exe" -print-to/),
    )
    await windows.getByLabel('Letak program').fill('SumatraPDF.exe')
    await windows.getByLabel(/^Argumen/).fill('-print-to\n{printr}\n{file}')
    await windows.keyboard.press('Control+Enter')
    await shoot(windows, 'Program cetak Windows, ditolak', windows.getByText(/tidak dikenal\. Pakai/))
    const documents = await window(station, 'admin', '/pengaturan/dokumen')
    const list = documents.getByRole('grid', { name: 'Dokumen kantor' })
    await shoot(documents, 'Dokumen, belum dipilih', list.getByRole('row', { name: /^Surat izin/ }))
    for (const [name, caption] of [
      [/^Surat izin/, 'izin'],
      [/^Surat penolakan/, 'surat penolakan'],
      [/^Berita acara/, 'berita acara'],
      [/^Daftar kekurangan/, 'daftar kekurangan'],
      [/^Laporan harian/, 'register'],
    ] as const) {
      await list.getByRole('row', { name }).click()
      await documents.locator('canvas').first().waitFor()
      await shoot(documents, `Dokumen, CONTOH ${caption}`, documents.getByText(/^Data karangan/))
    }
    await documents.getByRole('button', { name: 'Buka besar' }).click()
    await shoot(
      documents,
      'Dokumen, CONTOH diperbesar',
      documents.getByRole('dialog').locator('canvas').first(),
    )
  },
}
