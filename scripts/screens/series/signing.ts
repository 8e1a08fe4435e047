import { dossiersPage } from '../../e2e/pages/dossiers-page.ts'
import { failing } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** Electronic signatures: several letters with one passphrase, and a letter that was signed elsewhere. */
export const signing: Series = {
  name: 'tanda-tangan',
  title: 'Tanda tangan elektronik',
  run: async ({ station: begin, window, shoot }) => {
    const station = await begin({ demo: true, profile: 'tanjungpinang' })
    const page = await window(station, 'agency-head')
    await page.getByRole('link', { name: /^Berkas/ }).click()
    const several = page.getByRole('button', { name: /^Tandatangani beberapa/ })
    await shoot(page, 'Antrean penanda tangan', several)
    await several.click()
    const drawer = page.getByRole('dialog', { name: 'Tandatangani beberapa surat' })
    const rows = drawer.getByRole('grid').getByRole('row')
    const passphrase = drawer.getByLabel('Passphrase sertifikat')
    await shoot(page, 'Beberapa surat, satu dibuka', rows.nth(1).getByText('Sudah dibuka'))
    for (const at of [1, 2, 3]) {
      await rows.nth(at).getByText('Sudah dibuka').waitFor()
      await page.keyboard.press('Space', { delay: 70 })
      await page.keyboard.press('ArrowDown', { delay: 70 })
    }
    await shoot(page, 'Beberapa surat, tiga dicentang', drawer.getByRole('button', { name: /3 berkas/ }))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Beberapa surat, passphrase belum diisi', drawer.getByText(/^Passphrase belum diisi/))
    const mended = await failing(page, 'signing.startBatch')
    await passphrase.fill('bukan-ini')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Beberapa surat, aplikasi tidak menjawab', drawer.getByText(/^Belum ada yang/))
    await mended()
    await passphrase.fill('bukan-ini')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Beberapa surat, passphrase salah', drawer.getByText(/^Passphrase tidak cocok/))
    await passphrase.fill('tte-demo-2026')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Beberapa surat, selesai', drawer.getByText('3 surat ditandatangani.'))
    await page.keyboard.press('Escape')

    const berkas = dossiersPage(page)
    await berkas.queue.getByRole('option').first().click()
    await berkas.forward('Tandatangani dan Terbitkan')
    await berkas.dialog.locator('canvas[data-drawn]').first().waitFor()
    await shoot(page, 'Satu surat', berkas.dialog.getByLabel('Passphrase sertifikat'))
    await berkas.dialog.getByRole('button', { name: 'Ditandatangani di luar aplikasi ini' }).click()
    const outside = berkas.dialog.getByRole('region', { name: 'Ditandatangani di luar' })
    await shoot(page, 'Ditandatangani di luar', outside)
    const bytes = await page.evaluate(async () => {
      const answer = await fetch(`/files/to-sign-outside/${location.pathname.split('/').at(-1)}.pdf`)
      return [...new Uint8Array(await answer.arrayBuffer())]
    })
    await outside
      .locator('input[type=file]')
      .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
    await shoot(page, 'Ditandatangani di luar, ditolak', outside.getByText(/belum memuat tanda tangan/))
  },
}
