import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** Before anybody works: sign-in, lock, and a window that does not get in. */
export const door: Series = {
  name: 'masuk',
  title: 'Masuk, kunci layar, jendela tidak dikenal',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, null)
    const enter = page.getByRole('button', { name: /^Masuk/ })
    const username = page.getByLabel('Nama pengguna')
    const password = page.getByLabel('Kata sandi', { exact: true })
    await shoot(page, 'Masuk', enter)
    await enter.click()
    await shoot(page, 'Masuk, isian kosong', page.getByText('Kata sandi belum diisi.'))
    await username.fill('loket')
    await password.fill('bukan sandinya')
    await enter.click()
    await shoot(page, 'Masuk, ditolak', page.getByText(/tidak cocok/))
    const mended = await failing(page, 'session.signIn')
    await enter.click()
    await shoot(page, 'Masuk, gagal', page.getByRole('alert'))
    await mended()

    const worker = await window(station, 'loket')
    await worker.keyboard.press('Control+l')
    await shoot(worker, 'Terkunci', worker.getByRole('heading', { name: 'Layar terkunci' }))
    await worker.getByLabel('Kata sandi', { exact: true }).fill('bukan sandinya')
    await worker.keyboard.press('Enter')
    await shoot(worker, 'Terkunci, ditolak', worker.getByText(/Kata sandi tidak cocok/))

    const stranger = await window(station, null)
    await stranger.goto('about:blank')
    await stranger.context().clearCookies()
    await stranger.goto(station.address('/').replace(/key=.*/, 'key=lama'))
    await shoot(stranger, 'Jendela tidak dikenal', stranger.getByText('Jendela ini sudah tidak dikenal'))

    const slow = await window(station, null)
    const answered = await waiting(slow, 'session.station')
    await slow.reload()
    await shoot(slow, 'Dibuka, memuat', slow.locator('main'), true)
    await answered()
    await failing(slow, 'session.station')
    await slow.reload()
    await shoot(slow, 'Dibuka, gagal', slow.getByText('SEPOK Loket gagal dibuka'))
  },
}
