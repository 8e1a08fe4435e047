import type { Series } from '../studio.ts'

const sizes = [
  { name: '1920', size: { width: 1920, height: 1080 } },
  { name: '4K', size: { width: 3840, height: 2160 } },
] as const

/** What a big screen makes of the parts of *Pengaturan*, the help and the first start. */
export const wide: Series = {
  name: 'lebar',
  title: 'Layar lebar',
  run: async ({ sample, station: begin, window, shoot }) => {
    const station = await sample()
    const empty = await begin({ demo: false })
    for (const { name, size } of sizes) {
      const page = await window(station, 'admin', '/', size)
      await page.getByRole('link', { name: 'Pengaturan' }).click()
      const title = page.getByRole('heading', { level: 1, name: 'Pengaturan' })
      const parts = page.getByRole('radiogroup', { name: 'Bagian pengaturan' }).getByRole('radio')
      await parts.first().waitFor()
      for (const part of await parts.all()) {
        await part.click()
        const row = page.getByRole('grid').getByRole('row').nth(1)
        await title.waitFor()
        if (await row.isVisible()) await row.click()
        await shoot(page, `Lebar ${name}, ${(await part.innerText()).replace(/ \d+$/, '')}`, title)
      }
      await page.keyboard.press('F1')
      await shoot(page, `Lebar ${name}, bantuan`, page.getByRole('dialog').getByRole('heading'))
      const first = await window(empty, null, '/', size)
      await shoot(first, `Lebar ${name}, mulai pertama`, first.getByRole('button', { name: 'Buat kantor' }))
    }
  },
}
