import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Layar besar* on a counter's screen and on a wall. */
export const wall: Series = {
  name: 'layar-besar',
  title: 'Layar besar',
  run: async ({ sample, station: begin, window, shoot }) => {
    // The office with the most stages, on the smallest screen.
    const many = await window(await begin({ demo: true, profile: 'purwakarta' }), 'division-head')
    await many.getByRole('region', { name: 'Kantor saat ini' }).waitFor()
    await many.keyboard.press('l')
    await many.getByRole('button', { name: /^Keluar dari layar besar/ }).waitFor()
    await shoot(many, 'Layar besar purwakarta 1366', many.getByRole('definition'))
    const station = await sample()
    for (const [name, size] of [
      ['1366', { width: 1366, height: 768 }],
      ['1920', { width: 1920, height: 1080 }],
    ] as const) {
      const page = await window(station, 'kabid', '/', size)
      await page.getByRole('region', { name: 'Kantor saat ini' }).waitFor()
      await shoot(page, `Beranda atasan ${name}`, page.getByRole('region', { name: 'Perlu perhatian' }))
      await page.keyboard.press('l')
      await page.getByRole('button', { name: /^Keluar dari layar besar/ }).waitFor()
      await shoot(page, `Layar besar ${name}`, page.getByRole('definition'))
      await goTo(page, '/laporan')
      await shoot(page, `Laporan ${name}`, page.getByRole('table').first())
      await goTo(page, '/laporan/waktu')
      await shoot(page, `Waktu ${name}`, page.getByRole('table', { name: 'Waktu kerja per tahap' }))
    }
    const failed = await window(station, 'kabid')
    await failing(failed, 'overview.now')
    await failed.reload()
    await shoot(failed, 'Kantor saat ini, gagal', failed.getByText(/^Keadaan kantor gagal dibuka/))
    await goTo(failed, '/layar')
    await shoot(failed, 'Layar besar, gagal', failed.getByText('Keadaan kantor gagal dibuka'))
  },
}
