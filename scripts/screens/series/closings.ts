import { samplePassword } from '../../e2e/pages/sign-in-page.ts'
import { deskWork } from '../../e2e/desk-work.ts'
import { goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Tutup Harian*: an open day, what stays open, the second sign-in, a day that is closed, one that was put off. */
export const closings: Series = {
  name: 'tutup-harian',
  title: 'Tutup Harian',
  run: async ({ station: begin, window, shoot }) => {
    const station = await begin({ demo: true })
    const page = await window(station, 'kabid')
    const { client } = deskWork(page)
    await goTo(page, '/laporan')
    await shoot(page, 'Hari belum ditutup', page.getByText('Belum ditutup', { exact: true }))
    await page.keyboard.press('t')
    const pane = page.getByRole('complementary', { name: /^Tutup Harian/ })
    await shoot(page, 'Tutup Harian, yang masih terbuka', pane.getByRole('listitem'))
    await pane.getByRole('button', { name: 'Tutup Harian' }).click()
    const dialog = page.getByRole('dialog', { name: /^Tutup Harian/ })
    await shoot(page, 'Tutup Harian, masuk sekali lagi', dialog.getByLabel('Kata sandi Anda sekali lagi'))
    await dialog.getByLabel('Catatan untuk yang tetap terbuka').fill('Lembar dicari besok pagi')
    await dialog.getByLabel('Kata sandi Anda sekali lagi').fill('bukan kata sandinya')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Tutup Harian, kata sandi ditolak', dialog.getByText(/^Kata sandi tidak cocok/))
    await dialog.getByLabel('Kata sandi Anda sekali lagi').fill(samplePassword)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Tutup Harian, sudah ditutup', page.getByText(/^Ditutup \d\d\.\d\d oleh /))

    const { day } = await client.overview.now.query()
    const { closings: closed } = await client.closings.day.query({ day })
    await pane.getByLabel('Isi QR lembar laporan').fill(closed[0]?.code ?? '')
    await shoot(page, 'Tutup Harian, lembar diperiksa', pane.getByText(/^Sidik cocok/))
    await pane.getByLabel('Isi QR lembar laporan').fill('SEPOK-HARIAN palsu')
    await shoot(page, 'Tutup Harian, lembar palsu', pane.getByText(/QR/).last())

    const counter = await window(station, 'loket')
    await deskWork(counter).takeIn()
    await shoot(page, 'Masuk sesudah ditutup', page.getByText('Ada entri sesudah ditutup', { exact: true }))
    const [put] = await client.closings.openDays.query()
    if (put !== undefined) {
      await goTo(page, `/laporan/${put.day}`)
      await page.keyboard.press('t')
      await shoot(page, 'Hari lain belum ditutup', pane)
    }
  },
}
