import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

const year = '?dari=2026-01-01&sampai=2026-12-31'

/** *Laporan › Register* one after the other, and *Laporan › Pengaduan* with a group chosen. */
export const registers: Series = {
  name: 'register',
  title: 'Laporan, register dan pengaduan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'kabid')
    for (const [which, name] of [
      ['register-in', 'Register masuk'],
      ['register-out', 'Register keluar'],
      ['register-refusals', 'Register penolakan'],
      ['register-voids', 'Register nomor batal'],
      ['register-revocations', 'Register pencabutan'],
      ['register-legalised', 'Register legalisir'],
      ['register-signed', 'Register tanda tangan elektronik'],
    ] as const) {
      await goTo(page, `/laporan/register/${which}${year}`)
      await shoot(page, name, page.getByRole('grid', { name }))
    }
    await page.getByRole('textbox', { name: 'Sampai' }).fill('01-01-2020')
    await page.keyboard.press('Tab')
    await shoot(page, 'Register, tanggal terbalik', page.getByText('Mendahului tanggal Dari.'))
    await goTo(page, '/laporan/register/expiring')
    await shoot(page, 'Izin yang akan habis', page.getByRole('grid', { name: 'Izin yang akan habis' }))
    const holders = page.getByRole('grid', { name: 'Izin yang akan habis' })
    await holders.getByRole('checkbox').first().check({ force: true })
    await page.getByText('Semua').first().click()
    await shoot(page, 'Izin yang akan habis, dipilih', page.getByRole('button', { name: /Cetak 1 surat/ }))
    await goTo(page, `/laporan/pengaduan${year}`)
    const topics = page.getByRole('table', { name: 'Menurut pokok' })
    await shoot(page, 'Laporan pengaduan', topics)
    await topics.getByRole('button').first().click()
    await shoot(page, 'Laporan pengaduan, satu angka', page.getByRole('listbox', { name: 'Di balik angka' }))
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Konsultasi' }).click({ force: true })
    await shoot(page, 'Laporan konsultasi', page.getByRole('grid', { name: 'Daftar konsultasi' }))
    const failed = await window(station, 'kabid')
    await failing(failed, 'registers.read')
    await goTo(failed, '/laporan/register')
    await shoot(failed, 'Register, gagal dibuka', failed.getByText(/gagal/i).first())
  },
}
