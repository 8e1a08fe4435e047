import { dispatchPage } from '../../e2e/pages/dispatch-page.ts'
import { goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Buku Ekspedisi*: the list, a new line refused, one that is asked about, one that was received. */
export const dispatch: Series = {
  name: 'ekspedisi',
  title: 'Buku Ekspedisi',
  run: async ({ sample, window, shoot }) => {
    const page = await window(await sample(), 'loket')
    const desk = dispatchPage(page)
    await goTo(page, '/ekspedisi')
    await shoot(page, 'Ekspedisi, belum diterima', desk.table.getByRole('row').last())
    await page.keyboard.press('Control+b')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Ekspedisi, isian ditolak', desk.pane.getByText(/^Tujuan belum diisi/))
    await desk.table.getByRole('row', { name: /Perlu ditanyakan/ }).click()
    await shoot(page, 'Ekspedisi, perlu ditanyakan', desk.pane.getByText(/^Belum diterima lebih dari/))
    await desk.pane.getByRole('button', { name: 'Batalkan baris' }).click()
    await shoot(page, 'Ekspedisi, batalkan', page.getByRole('dialog').getByText(/tetap tercatat/))
    await page.keyboard.press('Escape')
    await desk.view('Semua').click()
    await desk.table
      .getByRole('row', { name: /Diterima/ })
      .first()
      .click()
    await shoot(page, 'Ekspedisi, diterima', desk.pane.getByText(/^Diterima /))
  },
}
