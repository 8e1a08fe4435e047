import { complaintsPage } from '../../e2e/pages/complaints-page.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Pengaduan & Konsultasi*: the lists, a new complaint refused, one beyond its day, one that is closed, a consultation. */
export const complaints: Series = {
  name: 'pengaduan',
  title: 'Pengaduan & Konsultasi',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const desk = complaintsPage(page)
    const answered = await waiting(page, 'complaints.list')
    await goTo(page, '/pengaduan')
    await shoot(page, 'Pengaduan, memuat', page.getByRole('heading', { name: /^Pengaduan & / }), true)
    await answered()
    await shoot(page, 'Pengaduan, terbuka', desk.table.getByRole('row').last())
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pengaduan, isian ditolak', desk.pane.getByText(/^Isi pengaduan belum ditulis/))
    await desk.table.getByRole('row', { name: /lewat \d+ hari kerja/ }).click()
    await shoot(page, 'Pengaduan, lewat batas', desk.pane.getByText(/^Belum dijawab, /))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pengaduan, jawaban ditolak', desk.pane.locator('[aria-invalid=true]').first())
    await desk.view('Selesai').click()
    await page.getByRole('textbox', { name: 'Dari' }).fill('01-01-2026')
    await desk.table.getByRole('row').nth(1).click()
    await shoot(page, 'Pengaduan, selesai', desk.pane.getByText('Diselesaikan'))
    await desk.view('Konsultasi').click()
    await shoot(page, 'Konsultasi', desk.consultations.getByRole('row').nth(1))
    await page.keyboard.press('F3')
    await page.keyboard.press('Control+Enter')
    await shoot(
      page,
      'Konsultasi, dicatat tanpa jenis izin',
      page.getByRole('dialog').getByText(/^Jenis izin belum dipilih/),
    )
    await page.keyboard.press('Escape')
    const failed = await window(station, 'loket')
    await failing(failed, 'complaints.list')
    await goTo(failed, '/pengaduan')
    await shoot(failed, 'Pengaduan, gagal dibuka', failed.getByText('Pengaduan gagal dibuka'))
  },
}
