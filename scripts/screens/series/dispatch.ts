import { dispatchPage } from '../../e2e/pages/dispatch-page.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Buku Ekspedisi*: the list, a new line refused, one that is asked about, one that was received. */
export const dispatch: Series = {
  name: 'ekspedisi',
  title: 'Buku Ekspedisi',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const desk = dispatchPage(page)
    const answered = await waiting(page, 'dispatch.list')
    await goTo(page, '/ekspedisi')
    await shoot(page, 'Ekspedisi, memuat', page.getByRole('heading', { name: 'Buku Ekspedisi' }), true)
    await answered()
    await shoot(page, 'Ekspedisi, belum diterima', desk.table.getByRole('row').last())
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Ekspedisi, isian ditolak', desk.pane.getByText(/^Tujuan belum diisi/))
    await desk.table.getByRole('row', { name: /Perlu ditanyakan/ }).click()
    await shoot(page, 'Ekspedisi, perlu ditanyakan', desk.pane.getByText(/^Belum diterima lebih dari/))
    await desk.pane.getByRole('button', { name: 'Batalkan baris' }).click()
    await shoot(page, 'Ekspedisi, batalkan', page.getByRole('dialog').getByText(/tetap tercatat/))
    await page.keyboard.press('Control+Enter')
    await shoot(
      page,
      'Ekspedisi, batalkan tanpa alasan',
      page.getByRole('dialog').locator('[aria-invalid=true]'),
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Ekspedisi, penerima belum diisi', desk.pane.locator('[aria-invalid=true]'))
    await desk.view('Semua').click()
    await desk.table
      .getByRole('row', { name: /Diterima/ })
      .first()
      .click()
    await shoot(page, 'Ekspedisi, diterima', desk.pane.getByText(/^Diterima /))
    await page.getByRole('textbox', { name: 'Tujuan, isi, atau nomor' }).fill('tidakadayangini')
    await shoot(
      page,
      'Ekspedisi, dicari tanpa hasil',
      page.getByRole('main').getByRole('heading', { level: 2 }),
    )
    const failed = await window(station, 'loket')
    await failing(failed, 'dispatch.list')
    await goTo(failed, '/ekspedisi')
    await shoot(failed, 'Ekspedisi, gagal dibuka', failed.getByText(/gagal dibuka|belum dapat dibuka/))
  },
}
