import { deputiesPage } from '../../e2e/pages/deputies-page.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Pengganti*: the list, a new one refused and running, taken back; and what the deputy sees. */
export const deputies: Series = {
  name: 'pengganti',
  title: 'Pengganti',
  run: async ({ station: begin, window, shoot }) => {
    const station = await begin({ demo: true })
    const page = await window(station, 'kabid')
    const desk = deputiesPage(page)
    const answered = await waiting(page, 'deputies.list')
    await goTo(page, '/pengganti')
    await shoot(page, 'Pengganti, memuat', page.getByRole('heading', { name: 'Pengganti', level: 1 }), true)
    await answered()
    await shoot(page, 'Pengganti, daftar', desk.table.getByRole('row').last())
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pengganti, isian ditolak', desk.pane.getByText(/^Petugas belum dipilih/).first())
    await desk.fill({ absent: 'Yulianto', deputy: 'Wiwin', days: 3, reason: 'Dinas luar' })
    await shoot(page, 'Pengganti, terisi', desk.pane.getByRole('button', { name: 'Simpan' }))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pengganti, berlaku', desk.pane.getByRole('button', { name: 'Akhiri sekarang' }))
    const other = await window(station, 'pemrosesan', '/berkas')
    await shoot(other, 'Pengganti, bingkai petugas', other.getByRole('heading', { name: 'Berkas' }))
    await desk.pane.getByRole('button', { name: 'Akhiri sekarang' }).click()
    await shoot(page, 'Pengganti, akhiri', page.getByRole('dialog').getByText(/tidak lagi melihat/))
    const failed = await window(station, 'kabid')
    await failing(failed, 'deputies.list')
    await goTo(failed, '/pengganti')
    await shoot(failed, 'Pengganti, gagal dibuka', failed.getByText('Daftar gagal dibuka'))
  },
}
