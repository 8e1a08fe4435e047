import type { Page } from '@playwright/test'
import { intakePage } from '../../e2e/pages/intake-page.ts'
import type { Series } from '../studio.ts'

const windows = [
  { who: 'loket', screen: 'Beranda' },
  { who: 'loket', screen: 'Terima Permohonan' },
  { who: 'loket', screen: 'Berkas' },
  { who: 'cetak', screen: 'Pencetakan' },
  { who: 'cetak', screen: 'Perlu Dikabari' },
  { who: 'loket', screen: 'Buku Ekspedisi' },
  { who: 'loket', screen: 'E-mail' },
  { who: 'loket', screen: 'Informasi Layanan' },
  { who: 'dinkes', screen: 'Agenda' },
  { who: 'kabid', screen: 'Pengganti' },
  { who: 'loket', screen: 'Penyerahan Izin' },
  { who: 'kabid', screen: 'Laporan' },
  { who: 'admin', screen: 'Pengaturan' },
] as const

/** Every screen, open while the station dies under it, and what an act says then. */
export const offline: Series = {
  name: 'luring',
  title: 'Aplikasi tidak menjawab',
  run: async ({ station: start, window, shoot }) => {
    const station = await start({ demo: true })
    const door = await window(station, null)
    const opened: { page: Page; screen: string }[] = []
    for (const { who, screen } of windows) {
      const page = await window(station, who)
      await page.getByRole('link', { name: new RegExp(`^${screen}`) }).click()
      await page.getByRole('main').getByRole('heading').first().waitFor()
      if (screen === 'Terima Permohonan') await intakePage(page).write('6171044708940195')
      if (screen === 'Berkas') await page.getByRole('option').first().click()
      opened.push({ page, screen })
    }
    const locked = await window(station, 'loket')
    await locked.keyboard.press('Control+l')
    await locked.getByRole('heading', { name: 'Layar terkunci' }).waitFor()
    await station.kill()

    for (const { page, screen } of opened)
      await shoot(page, `Luring, ${screen}`, page.getByText(/tidak menjawab/), true)
    const [, , berkas] = opened
    if (berkas !== undefined) {
      await berkas.page.getByRole('option').nth(1).click()
      await shoot(berkas.page, 'Luring, berkas lain dibuka', berkas.page.getByText('Berkas gagal dibuka'))
    }
    const [beranda] = opened
    if (beranda !== undefined) {
      await beranda.page.getByRole('searchbox').fill('sari')
      await shoot(beranda.page, 'Luring, mencari', beranda.page.getByText(/^Pencarian gagal/))
    }
    await door.getByLabel('Nama pengguna').fill('loket')
    await door.getByLabel('Kata sandi', { exact: true }).fill('apa saja')
    await door.getByRole('button', { name: /^Masuk/ }).click()
    await shoot(door, 'Luring, masuk', door.getByRole('alert'))
    await locked.getByLabel('Kata sandi', { exact: true }).fill('apa saja')
    await locked.keyboard.press('Enter')
    await shoot(locked, 'Luring, terkunci', locked.locator('[aria-invalid=true]'))
  },
}
