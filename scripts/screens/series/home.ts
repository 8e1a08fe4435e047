import { intakePage } from '../../e2e/pages/intake-page.ts'
import { failing, saying, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const roles = ['loket', 'dinkes', 'pemrosesan', 'cetak', 'kabid', 'admin'] as const

/** *Beranda* of every role. */
export const home: Series = {
  name: 'beranda',
  title: 'Beranda tiap peran',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    for (const role of roles) {
      const page = await window(station, role)
      const title = page.getByRole('heading', { level: 1, name: 'Beranda' })
      const shown = role === 'kabid' ? page.getByRole('list', { name: 'Persetujuan susulan' }) : title
      await shoot(page, `Beranda ${role}`, shown)
      if (role === 'kabid') {
        await page
          .getByRole('button', { name: /^Setujui/ })
          .first()
          .click()
        await shoot(page, 'Beranda kabid, setujui cetakan', page.getByRole('dialog'))
        await page.keyboard.press('Escape')
      }
      if (role !== 'loket') continue
      const typing = intakePage(page)
      await typing.open()
      await typing.write('6171044708940195')
      await typing.press('Tab')
      await typing.write('Dewi Mendawati Kartika Sari Kusumaningrum Ambawang Sekadau')
      await typing.press('Escape')
      await shoot(page, 'Beranda dengan draf', page.getByText(/^Dewi Mendawati/))
      await page.getByRole('button', { name: /^Buang draf Dewi/ }).click()
      await shoot(page, 'Beranda, buang draf', page.getByRole('dialog'))
      await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    for (const role of ['kabid', 'admin'] as const) {
      const december = await window(station, role)
      await saying(december, 'reports.today', { calendarYearToEnter: 2028 })
      await december.reload()
      await shoot(december, `Beranda ${role}, kalender belum diisi`, december.getByText(/^Hari libur 2028/))
    }
    const page = await window(station, 'loket')
    const answered = await waiting(page, 'reports.today')
    await page.reload()
    await shoot(page, 'Beranda, memuat', page.getByRole('heading', { name: 'Beranda' }), true)
    await answered()
    await failing(page, 'reports.today')
    await page.reload()
    await shoot(page, 'Beranda, gagal', page.getByText('Beranda gagal dibuka'))
    const other = await window(station, 'loket')
    await failing(other, 'printing.desk', 'intake.drafts')
    await other.reload()
    await shoot(
      other,
      'Beranda, sisi kanan gagal',
      other.getByText(/^Daftar tanda terima belum dapat dibuka/),
    )
  },
}
