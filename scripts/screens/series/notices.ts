import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Perlu Dikabari*: the list, one applicant by message and by telephone, tries, what was told, refused, failed, empty. */
export const notices: Series = {
  name: 'kabar',
  title: 'Perlu Dikabari',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const title = page.getByRole('heading', { level: 1, name: 'Perlu Dikabari' })
    const answered = await waiting(page, 'notices.list')
    await page.keyboard.press('F8')
    await shoot(page, 'Kabar, memuat', title, true)
    await answered()
    const grid = page.getByRole('grid', { name: 'Pemohon yang perlu dikabari' })
    await shoot(page, 'Kabar, belum dipilih', grid.getByRole('row').nth(1))
    await grid.getByRole('row').nth(1).click()
    const pane = page.getByRole('complementary', { name: 'Pemohon yang dipilih' })
    await shoot(page, 'Kabar, satu dipilih', pane.getByRole('button', { name: /^Sudah dihubungi/ }))
    await pane.getByRole('region', { name: 'Teks' }).getByRole('radio', { name: 'Telepon' }).click()
    await pane.getByRole('button', { name: 'Tidak terjawab' }).click()
    await shoot(page, 'Kabar, tidak terjawab', pane.getByRole('region', { name: 'Percobaan' }))
    await failing(page, 'notices.record')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kabar, belum tercatat', pane.getByRole('alert'))
    await page.getByRole('radio', { name: 'Sudah dikabari' }).click()
    const done = page.getByRole('grid', { name: 'Pemohon yang sudah dikabari' })
    await done.getByRole('row').nth(1).click()
    await shoot(page, 'Kabar, sudah dikabari', pane.getByRole('region', { name: 'Percobaan' }))
    const failed = await window(station, 'loket')
    await failing(failed, 'notices.list')
    await goTo(failed, '/kabar')
    await shoot(failed, 'Kabar, gagal dibuka', failed.getByText('Daftar gagal dibuka'))
  },
}
