import type { Series } from '../studio.ts'

/** A level of the chain that nobody holds: said once in *Pengaturan*, read by everybody who signs. */
export const vacantLevel: Series = {
  name: 'jenjang',
  title: 'Jenjang yang kosong',
  run: async ({ station: begin, window, shoot }) => {
    const station = await begin({ demo: true, profile: 'tanjungpinang' })
    const secretary = await window(station, 'secretary')
    await secretary.getByRole('link', { name: /^Berkas/ }).click()
    const lying = secretary.getByRole('option').first()
    await lying.waitFor()
    const name = (await lying.innerText()).split('\n')[0] ?? ''
    const page = await window(station, 'admin', '/pengaturan')
    await page.getByRole('radio', { name: 'Alur' }).click()
    await page.getByRole('button', { name: /Penetapan oleh Sekretaris/ }).click()
    const pass = page.getByRole('button', { name: 'Lewati selama kosong' })
    await pass.scrollIntoViewIfNeeded()
    await shoot(page, 'Tahap yang dapat dilewati', pass)
    await pass.click()
    const dialog = page.getByRole('dialog', { name: /^Lewati tahap/ })
    await shoot(page, 'Mengapa kosong', dialog)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Alasan belum diisi', dialog.getByText(/^Alasan belum diisi/))
    await dialog.getByLabel('Mengapa kosong').fill('menunggu pelantikan Sekretaris')
    await page.keyboard.press('Control+Enter')
    await shoot(
      page,
      'Dilewati, dengan alasannya',
      page.getByRole('button', { name: 'Sudah ada pejabatnya' }),
    )

    const head = await window(station, 'agency-head')
    await head.getByRole('link', { name: /^Berkas/ }).click()
    await head.getByRole('option', { name }).first().click()
    await shoot(head, 'Berkas yang melewatinya', head.getByText(/dilewati karena kosong/).first())
    await head.getByRole('button', { name: /^Tandatangani beberapa/ }).click()
    const drawer = head.getByRole('dialog', { name: 'Tandatangani beberapa surat' })
    await drawer.getByRole('row', { name }).click()
    await shoot(
      head,
      'Beberapa surat, yang melewati jenjang kosong',
      drawer.getByText(/dilewati karena kosong/),
    )
  },
}
