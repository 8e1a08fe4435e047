import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Informasi Layanan*: nothing chosen, a type in its kinds, one that is filed elsewhere, printed, logged, read only. */
export const information: Series = {
  name: 'informasi',
  title: 'Informasi Layanan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const title = page.getByRole('heading', { level: 1, name: 'Informasi Layanan' })
    const papers = page.getByRole('region', { name: 'Persyaratan' })
    const answered = await waiting(page, 'information.offers')
    await page.getByRole('link', { name: /^Informasi Layanan/ }).click()
    await shoot(page, 'Informasi, memuat', title, true)
    await answered()
    await shoot(page, 'Informasi, belum ada yang dipilih', page.getByText('Belum ada jenis izin'))
    await goTo(page, '/informasi/SIPD/new')
    await shoot(page, 'Informasi, SIPD baru', papers)
    for (const tab of ['Perpanjangan', 'Pencabutan']) {
      await page.getByRole('tab', { name: tab }).click()
      await shoot(page, `Informasi, SIPD ${tab.toLowerCase()}`, papers)
    }
    await page.keyboard.press('Control+p')
    await shoot(page, 'Informasi, dicetak', page.getByRole('status').getByText('Tercetak'))
    await page.keyboard.press('Control+b')
    const blanks = page.getByRole('dialog', { name: 'Formulir dan pernyataan' })
    await shoot(
      page,
      'Informasi, formulir dan pernyataan',
      blanks.getByRole('checkbox', { name: 'Surat Kuasa' }),
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Informasi, konsultasi dicatat', page.getByText('1 konsultasi dicatat hari ini'))
    await goTo(page, '/informasi/SLHS-RM/new')
    await shoot(page, 'Informasi, diajukan di tempat lain', page.getByText(/^Diajukan di /))
    await goTo(page, '/informasi/TIDAK-ADA/new')
    await shoot(page, 'Informasi, tidak ditawarkan', page.getByText('tidak ditawarkan hari ini'))

    const reader = await window(station, 'dinkes')
    await goTo(reader, '/informasi/SIPA/new')
    await shoot(reader, 'Informasi, dibaca saja', reader.getByRole('region', { name: 'Persyaratan' }))
    const failed = await window(station, 'loket')
    await failing(failed, 'information.standard')
    await goTo(failed, '/informasi/SIPD/new')
    await shoot(failed, 'Informasi, gagal dibuka', failed.getByText('Informasi layanan gagal dibuka'))
  },
}
