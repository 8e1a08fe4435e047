import { addDays } from '#domain/office-date.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { deskWork } from '../../e2e/desk-work.ts'
import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Laporan*: a day with work and one without, what stands behind a figure, the registers. */
export const reports: Series = {
  name: 'laporan',
  title: 'Laporan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'kabid')
    const title = page.getByRole('heading', { level: 1, name: 'Laporan' })
    const today = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
    const { series } = await deskWork(page).client.reports.daily.query({ day: today })
    const busy = series.findLast((one) => one.issued > 0 && one.day < today)?.day ?? today

    const answered = await waiting(page, 'reports.daily')
    await page.getByRole('link', { name: /^Laporan/ }).click()
    await shoot(page, 'Laporan, memuat', title, true)
    await answered()
    await shoot(page, 'Laporan hari ini', page.getByRole('table').first())
    await goTo(page, `/laporan/${busy}`)
    const total = page.getByRole('row', { name: /^Jumlah/ })
    await shoot(page, 'Laporan hari kerja', total)
    await total.getByRole('button', { name: /terbit, semua jenis/ }).click()
    const pane = page.getByRole('complementary', { name: /^Semua jenis terbit/ })
    await shoot(page, 'Laporan, di balik angka', pane.getByRole('option'))
    await page.keyboard.press('Escape')
    const groups = page.getByRole('radiogroup', { name: 'Menurut' }).getByRole('radio')
    for (const group of await groups.all()) {
      await group.click({ force: true })
      await shoot(page, `Laporan menurut ${(await group.innerText()).trim()}`, total)
    }
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await shoot(page, `Laporan, ${(await tab.innerText()).trim()}`, title)
    }
    await page.getByRole('button', { name: 'Per tanggal' }).click()
    await shoot(page, 'Laporan, pilih saat', page.getByRole('textbox', { name: 'Seperti diketahui pada' }))
    await page.keyboard.press('Escape')
    await goTo(page, `/laporan/${busy}?pada=${busy}T05:00:00.000Z`)
    await shoot(page, 'Laporan, per tanggal', page.getByText('Angka seperti diketahui kantor'))
    await page.getByRole('tab', { name: 'Perubahan' }).click()
    await shoot(page, 'Laporan, perubahan sesudahnya', title)
    await goTo(page, `/laporan/${busy}`)
    await page.getByRole('tab', { name: 'Angka' }).click()
    await total.waitFor()
    await page.getByRole('button', { name: 'Unduh' }).click()
    await shoot(page, 'Laporan, unduh', page.getByRole('menuitem'))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Pilih hari/ }).click()
    await shoot(page, 'Laporan, pilih hari', page.getByRole('dialog').or(page.getByRole('table')))
    await page.keyboard.press('Escape')
    await goTo(page, `/laporan/${addDays(today, -365)}`)
    await shoot(page, 'Laporan hari tanpa kegiatan', title)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await shoot(page, `Laporan kosong, ${(await tab.innerText()).trim()}`, title)
    }

    const printing = await window(station, 'kabid')
    await printing.getByRole('link', { name: /^Laporan/ }).click()
    await printing.getByRole('row', { name: /^Jumlah/ }).waitFor()
    await printing.keyboard.press('Control+p')
    await shoot(printing, 'Laporan, dicetak', printing.getByRole('status').getByText('Tercetak'))
    await failing(printing, 'figures.behind')
    await goTo(printing, `/laporan/${busy}`)
    await printing
      .getByRole('row', { name: /^Jumlah/ })
      .getByRole('button')
      .first()
      .click()
    await shoot(printing, 'Laporan, di balik angka gagal', printing.getByText(/gagal dibuka/))
    const failed = await window(station, 'kabid')
    await failing(failed, 'reports.daily')
    await failed.getByRole('link', { name: /^Laporan/ }).click()
    await shoot(failed, 'Laporan, gagal dibuka', failed.getByText('Laporan gagal dibuka'))
  },
}
