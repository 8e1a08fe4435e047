import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Agenda*: the month and the week, one appointment, a new one with its warnings, putting off, holding, failed. */
export const agenda: Series = {
  name: 'agenda',
  title: 'Agenda',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'dinkes')
    const answered = await waiting(page, 'appointments.agenda')
    await goTo(page, '/agenda')
    await shoot(page, 'Agenda, memuat', page.getByRole('heading', { level: 1, name: 'Agenda' }), true)
    await answered()
    const grid = page.getByRole('grid', { name: /^Kalender/ })
    await shoot(page, 'Agenda, bulan', grid)
    await page.getByRole('radio', { name: 'Minggu' }).click()
    await shoot(page, 'Agenda, minggu', grid)
    await page.getByRole('radio', { name: 'Bulan' }).click()
    const busy = grid.getByRole('gridcell', { name: /\d jadwal/ }).last()
    await busy.click()
    const pane = page.getByRole('complementary', { name: 'Jadwal hari yang dipilih' })
    await shoot(page, 'Agenda, hari dipilih', pane.getByRole('list', { name: 'Jadwal' }))
    await pane.getByRole('list', { name: 'Jadwal' }).getByRole('button').first().click()
    await shoot(page, 'Agenda, satu jadwal', pane.getByRole('list', { name: 'Tim' }))
    await pane.getByRole('button', { name: /^Undurkan/ }).click()
    const dialog = page.getByRole('dialog', { name: /^Undurkan/ })
    await shoot(page, 'Agenda, diundurkan', dialog)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await pane.getByRole('button', { name: /^Catat hasil/ }).click()
    await shoot(page, 'Agenda, catat hasil', page.getByRole('dialog', { name: /^Catat hasil/ }))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /^Jadwalkan/ }).click()
    const drawer = page.getByRole('dialog', { name: /^Jadwalkan/ })
    await drawer.getByRole('button', { name: /^Simpan dan cetak/ }).click()
    await shoot(page, 'Agenda, isian ditolak', drawer.getByText('Tim belum diisi.'))
    const failed = await window(station, 'dinkes')
    await failing(failed, 'appointments.agenda')
    await goTo(failed, '/agenda')
    await shoot(failed, 'Agenda, gagal dibuka', failed.getByText('Agenda gagal dibuka'))
  },
}
