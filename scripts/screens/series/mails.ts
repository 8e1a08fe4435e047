import { failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *E-mail*: what needs somebody, each with its reason; under way; done; a wrong address, an act that failed, empty. */
export const mails: Series = {
  name: 'email',
  title: 'E-mail',
  run: async ({ station: begin, sample, window, shoot }) => {
    const station = await begin({ demo: true, profile: 'tanjungpinang' })
    const page = await window(station, 'loket')
    const title = page.getByRole('heading', { level: 1, name: 'E-mail' })
    const pane = page.getByRole('complementary', { name: 'E-mail yang dipilih' })
    const list = page.getByRole('grid', { name: 'E-mail' })
    const answered = await waiting(page, 'mails.list')
    await page.getByRole('link', { name: /^E-mail/ }).click()
    await shoot(page, 'E-mail, memuat', title, true)
    await answered()
    await shoot(page, 'E-mail, perlu ditangani', list.getByRole('row').nth(1))
    const inNeed = (await list.getByRole('row').count()) - 1
    for (let row = 1; row <= inNeed; row++) {
      await list.getByRole('row').nth(row).click()
      await shoot(page, `E-mail, perlu ditangani ${row}`, pane.getByRole('heading'))
    }
    const address = pane.getByLabel('Alamat yang benar')
    if (await address.isVisible()) {
      await address.fill('bukan alamat')
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'E-mail, alamat ditolak', page.getByText(/perlu tepat satu tanda @|memuat spasi/))
    }
    for (const tab of ['Dalam perjalanan', 'Selesai']) {
      await page.getByRole('radio', { name: new RegExp(`^${tab}`) }).click()
      await shoot(page, `E-mail, ${tab.toLowerCase()}`, title)
      const row = list.getByRole('row').nth(1)
      if (!(await row.isVisible())) continue
      await row.click()
      await shoot(page, `E-mail, ${tab.toLowerCase()}, satu dipilih`, pane.getByRole('heading'))
    }
    const failed = await window(station, 'loket')
    await failing(failed, 'mails.list')
    await goTo(failed, '/email')
    await shoot(failed, 'E-mail, gagal dibuka', failed.getByText('Daftar e-mail belum dapat dibuka'))
    const none = await window(await sample(), 'loket')
    await goTo(none, '/email')
    await shoot(none, 'E-mail, kantor tanpa server', none.getByText(/belum diatur/))
  },
}
