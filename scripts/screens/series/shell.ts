import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** The frame around the screens: search, menu, help, keys, an address of another role. */
export const shell: Series = {
  name: 'bingkai',
  title: 'Pencarian, menu, bantuan, tombol pintas',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const search = page.getByRole('searchbox')
    await page.keyboard.press('Control+k')
    await shoot(page, 'Pencarian, kosong', search)
    const answered = await waiting(page, 'search.find')
    await search.fill('dr')
    await shoot(page, 'Pencarian, mencari', page.getByText('Mencari', { exact: true }), true)
    await answered()
    await shoot(page, 'Pencarian, ditemukan', page.getByRole('option'))
    await search.fill('zzzz')
    await shoot(page, 'Pencarian, tidak ada', page.getByText(/^Tidak ada permohonan yang cocok/))
    const mended = await failing(page, 'search.find')
    await search.fill('apt')
    await shoot(page, 'Pencarian, gagal', page.getByText(/^Pencarian gagal/))
    await mended()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^Menu / }).click()
    await shoot(page, 'Menu pengguna', page.getByRole('menuitem', { name: 'Keluar' }))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await shoot(page, 'Tombol pintas', page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    const rail = page.getByRole('navigation', { name: 'Layar' })
    for (const link of await rail.getByRole('link').all()) {
      await link.click()
      await page.getByRole('main').getByRole('heading').first().waitFor()
      const name = (await page.title()).split(' – ')[0] ?? ''
      await page.keyboard.press('F1')
      await shoot(page, `Bantuan ${name}`, page.getByRole('dialog', { name: `Bantuan: ${name}` }))
      await page.keyboard.press('F1')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    const agency = await window(station, 'dinkes')
    await goTo(agency, '/pencetakan')
    await shoot(agency, 'Layar peran lain', agency.getByText('Layar ini tidak ada'))
  },
}
