import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Pengaturan*: every part of it, one that exists, a new one, a refused one. */
export const settings: Series = {
  name: 'pengaturan',
  title: 'Pengaturan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'admin')
    const title = page.getByRole('heading', { level: 1, name: 'Pengaturan' })
    const answered = await waiting(page, 'administration.users')
    await page.getByRole('link', { name: 'Pengaturan' }).click()
    await shoot(page, 'Pengaturan, memuat', title, true)
    await answered()
    const parts = page.getByRole('radiogroup', { name: 'Bagian pengaturan' }).getByRole('radio')
    for (const part of await parts.all()) {
      await part.click()
      const name = (await part.innerText()).replace(/ \d+$/, '')
      await shoot(page, `Pengaturan, ${name}`, title)
      const row = page.getByRole('grid').getByRole('row').nth(1)
      if (await row.isVisible()) {
        await row.click()
        await shoot(page, `Pengaturan, ${name}, satu dipilih`, title)
      }
      // Where entries are made in the pane itself; an older permit has a form and a series of its own.
      const add = page.getByRole('button', { name: /^Tambah (pengguna|printer|kertas|hari libur)/ })
      if (!(await add.first().isVisible())) continue
      await add.first().click()
      await page.keyboard.press('Control+Enter')
      await shoot(
        page,
        `Pengaturan, ${name}, baru ditolak`,
        page.getByRole('main').getByRole('alert').or(page.locator('[aria-invalid=true]')),
      )
    }
    await page.getByRole('radio', { name: 'Jenis izin' }).click()
    await page.keyboard.press('F4')
    await page.keyboard.insertText('zzz')
    await shoot(
      page,
      'Pengaturan, Jenis izin, tidak ditemukan',
      page.getByText('Tidak ada jenis izin seperti itu'),
    )
    await page.getByRole('radio', { name: 'Kalender' }).click()
    await page.getByRole('combobox', { name: 'Tahun' }).click()
    await page.getByRole('option').last().click()
    await shoot(page, 'Pengaturan, Kalender, tahun terakhir', page.getByText(/hari kerja, /))
    await page.getByRole('radio', { name: /^Pengguna/ }).click()
    await page.keyboard.press('Control+b')
    await page.getByLabel('Nama lengkap').fill('Ratih Puspalina')
    await page.getByRole('grid').getByRole('row').nth(1).click()
    await shoot(page, 'Pengaturan, belum disimpan', page.getByRole('dialog'))
    await page.keyboard.press('Escape')
    await page.getByLabel('Nama pengguna').fill('sekar')
    await page.getByLabel('Kata sandi', { exact: true }).fill('kalimat pendek')
    await page.getByLabel('Front Office').check()
    await failing(page, 'administration.saveUser')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pengaturan, gagal disimpan', page.getByText(/^Belum tersimpan/))
    const failed = await window(station, 'admin')
    await failing(failed, 'administration.users')
    await failed.getByRole('link', { name: 'Pengaturan' }).click()
    await shoot(failed, 'Pengaturan, gagal dibuka', failed.getByText('Daftar gagal dibuka'))
  },
}
