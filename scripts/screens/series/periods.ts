import { instantOf } from '#domain/instant.ts'
import { addDays, addMonths } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Laporan › Periode*: the kinds of period, what is behind their figures, the year's recap, and what was known at a moment. */
export const periods: Series = {
  name: 'laporan-periode',
  title: 'Laporan periode',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'kabid')
    const today = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
    const lastMonth = addMonths(today, -1)
    const total = page.getByRole('row', { name: /^Jumlah/ }).last()
    const chart = page.getByRole('group', { name: /^Izin terbit per/ })

    await goTo(page, `/laporan/periode?dari=${lastMonth}`)
    await shoot(page, 'Periode, bulan', chart.getByRole('button'))
    await total.getByRole('button', { name: /terbit, semua jenis/ }).click()
    await shoot(page, 'Periode, di balik angka', page.getByRole('complementary').getByRole('option'))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Lihat sebagai tabel' }).click()
    await shoot(
      page,
      'Periode, diagram sebagai tabel',
      page.getByRole('columnheader', { name: 'Izin terbit' }),
    )
    await page.getByRole('button', { name: 'Lihat sebagai diagram' }).click()
    for (const by of ['clerk', 'district', 'facility', 'counter']) {
      await goTo(page, `/laporan/periode?dari=${lastMonth}&menurut=${by}`)
      await shoot(page, `Periode menurut ${by}`, total)
    }
    await goTo(page, `/laporan/periode?masa=quarter&dari=${lastMonth}`)
    await shoot(page, 'Periode, triwulan', chart.getByRole('button'))
    await goTo(page, `/laporan/periode?masa=year&dari=${today}&lihat=types`)
    await shoot(page, 'Periode, rekap per jenis', total.getByRole('button'))
    await total.getByRole('button', { name: /dalam proses/ }).click()
    await shoot(page, 'Periode, di balik dalam proses', page.getByRole('complementary').getByRole('option'))
    await goTo(page, `/laporan/periode?masa=year&dari=${today}&lihat=recap`)
    await shoot(page, 'Periode, rekap tahun', total.getByRole('button'))
    await total.getByRole('button').first().click()
    await shoot(page, 'Periode, di balik rekap', page.getByRole('complementary').getByRole('option'))
    await goTo(page, `/laporan/periode?masa=range&dari=${addDays(today, -10)}&sampai=${today}`)
    await shoot(page, 'Periode, rentang', page.getByRole('textbox', { name: 'Dari' }))
    await page.getByRole('button', { name: 'Per tanggal' }).click()
    await shoot(page, 'Periode, pilih saat', page.getByRole('textbox', { name: 'Seperti diketahui pada' }))
    await page.getByRole('button', { name: 'Batal' }).click()
    await goTo(page, `/laporan/periode?dari=${lastMonth}&pada=${addDays(lastMonth, -10)}T10:00:00.000Z`)
    await shoot(page, 'Periode, per tanggal', page.getByText('Angka seperti diketahui kantor'))
    await page.getByRole('tab', { name: 'Perubahan' }).click()
    await shoot(page, 'Periode, perubahan sesudahnya', page.getByRole('grid').getByRole('row').nth(1))
    await goTo(page, `/laporan/periode?dari=${addMonths(today, -60)}`)
    await shoot(page, 'Periode tanpa kegiatan', page.getByText('Tidak ada kegiatan pada masa ini.'))
    const failed = await window(station, 'kabid')
    await failing(failed, 'figures.period')
    await goTo(failed, '/laporan/periode')
    await shoot(failed, 'Periode, gagal dibuka', failed.getByText('Laporan periode gagal dibuka'))
  },
}
