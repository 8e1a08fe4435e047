import { instantOf } from '#domain/instant.ts'
import { addMonths } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { periodAround } from '#domain/report-period.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Laporan › Waktu*: stages, roles, what is late, alarms, and the dossiers behind a figure. */
export const timeReport: Series = {
  name: 'waktu',
  title: 'Waktu layanan',
  run: async ({ sample, station: begin, window, shoot }) => {
    const purwakarta = await begin({ demo: true, profile: 'purwakarta' })
    for (const [profile, user, station] of [
      ['pontianak', 'kabid', await sample()],
      ['purwakarta', 'division-head', purwakarta],
    ] as const) {
      const page = await window(station, user)
      const overview = page.getByRole('region', { name: 'Perlu perhatian' })
      await shoot(page, `Beranda, perlu perhatian, ${profile}`, overview.getByRole('listitem'))
      await goTo(page, '/laporan/waktu')
      const stages = page.getByRole('table', { name: 'Waktu kerja per tahap' })
      await shoot(page, `Waktu, tahap, ${profile}`, stages)
      await stages
        .getByRole('button', { name: /selesai, / })
        .first()
        .click()
      const pane = page.getByRole('complementary', { name: /^Selesai di / })
      await shoot(page, `Waktu, di balik angka, ${profile}`, pane.getByRole('option'))
      await page.keyboard.press('Escape')
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        await shoot(page, `Waktu, ${(await tab.innerText()).trim()}, ${profile}`, tab)
      }
      const lastMonth = addMonths(officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'), -1)
      const days = periodAround('month', lastMonth)
      await goTo(page, `/laporan/waktu/${days.from}..${days.through}?pada=${lastMonth}T09:00:00.000Z`)
      await shoot(page, `Waktu, per tanggal, ${profile}`, page.getByText('Angka seperti diketahui kantor'))
      await goTo(page, '/laporan/waktu')
      const late = page.getByRole('button', { name: /^Diputus lewat janji: / })
      if (!(await late.isVisible())) continue
      await late.click()
      const held = page.getByRole('complementary').getByRole('heading', { name: /^Tertahan di / })
      await shoot(page, `Waktu, di balik yang lewat, ${profile}`, held)
    }
    const clerk = await window(purwakarta, 'back-office')
    await goTo(clerk, '/berkas')
    const filter = clerk.getByRole('tablist', { name: 'Batas waktu' })
    await shoot(clerk, 'Berkas, batas waktu', filter.or(clerk.getByRole('listbox')))
    const empty = await window(await sample(), 'kabid')
    const answered = await waiting(empty, 'figures.time')
    await goTo(empty, '/laporan/waktu/2025-11-15..2025-11-15')
    await shoot(empty, 'Waktu, memuat', empty.getByRole('heading', { level: 1, name: 'Laporan' }), true)
    await answered()
    await shoot(empty, 'Waktu, hari tanpa keputusan', empty.getByRole('tab').first())
    const failed = await window(await sample(), 'kabid')
    await failing(failed, 'figures.time')
    await goTo(failed, '/laporan/waktu')
    await shoot(failed, 'Waktu, gagal dibuka', failed.getByText('Laporan gagal dibuka'))
  },
}
