import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { printDeskPage } from '../../e2e/pages/print-desk-page.ts'
import { failing, waiting, withoutFiles, withUnsoundPapers } from '../provoke.ts'
import type { Series } from '../studio.ts'

const groups = ['Siap dicetak', 'Menunggu tanda tangan', 'Siap diteruskan', 'Selesai hari ini']

/** *Pencetakan*: every column of the desk, the sheet itself, and sheets that did not come out. */
export const printDesk: Series = {
  name: 'pencetakan',
  title: 'Pencetakan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'cetak')
    await deskWork(page).toPrintDesk({
      ...samplePerson,
      nik: '6171 0447 0894 0801',
      name: 'Kinanti Sebangki',
      strNumber: '6122100126000801',
    })
    await deskWork(page).signIn('cetak')
    await page.reload()
    const desk = printDeskPage(page)
    const answered = await waiting(page, 'printing.desk')
    await page.getByRole('link', { name: /^Pencetakan/ }).click()
    await shoot(page, 'Pencetakan, memuat', page.getByRole('heading', { name: 'Pencetakan' }), true)
    await answered()
    await shoot(page, 'Pencetakan, belum pasti tercetak', desk.list)
    const code = page.getByLabel(/^Kode lembar/)
    await code.fill('7K3M')
    await code.press('Enter')
    await shoot(page, 'Pencetakan, kode tidak terbaca', page.getByText(/tidak terbaca/))
    await code.fill('')
    await page.getByRole('button', { name: 'Lembar rusak' }).click()
    await shoot(page, 'Pencetakan, lembar rusak', desk.dialog.getByRole('textbox'))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, lembar rusak tanpa alasan', desk.dialog.getByText(/^Tulis alasannya/))
    await page.keyboard.press('Escape')
    await desk.dialog.waitFor({ state: 'hidden' })
    for (const group of groups) {
      const names = await desk.under(group)
      const holder = /(.+)/.exec(names[0]?.split('\n').find((text) => /[a-z]{3}/.test(text)) ?? '')?.[1]
      if (holder === undefined) continue
      await desk.row(holder.trim()).first().click()
      await shoot(page, `Pencetakan, ${group}`, desk.pane.locator('canvas[data-drawn]'))
    }
    const search = page.getByRole('search', { name: 'Cari surat' }).getByRole('textbox')
    await search.fill('kinanti sebangki')
    await shoot(page, 'Pencetakan, dicari di daftar', desk.row('dr. Kinanti Sebangki'))
    await search.fill('tidakadasuratini')
    await shoot(page, 'Pencetakan, dicari tanpa hasil', page.getByText(/^Tidak ada surat yang cocok/))
    await search.fill('')
    await desk.choose('dr. Kinanti Sebangki')
    await shoot(page, 'Pencetakan, belum bernomor', desk.pane.getByText('Belum bernomor'))
    const mended = await failing(page, 'dossiers.number')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, nomor gagal diberikan', desk.pane.getByText(/^Belum tercatat/))
    await mended()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, bernomor', desk.pane.getByText('Bernomor', { exact: true }))
    await page
      .getByRole('checkbox', { name: /^Pilih / })
      .first()
      .check()
    await page
      .getByRole('checkbox', { name: /^Pilih / })
      .nth(1)
      .check()
    await shoot(page, 'Pencetakan, dua dicentang', page.getByText(/2 surat dicentang/))
    await page.getByText('Lepas centang').click()

    // The printer's folder is gone: the next sheet fails.
    const folder = join(station.dataDir, 'cetak')
    if (existsSync(folder)) renameSync(folder, `${folder}-hilang`)
    await page.keyboard.press('Control+p')
    await shoot(page, 'Pencetakan, gagal dicetak', desk.pane.getByRole('button', { name: /^Coba Lagi/ }))
    renameSync(`${folder}-hilang`, folder)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, tercetak', desk.pane.getByText('Tercetak', { exact: true }))
    await page.keyboard.press('Control+Enter')
    const signedOn = desk.dialog.getByRole('textbox', { name: 'Ditandatangani pada' })
    await shoot(page, 'Pencetakan, catat tanda tangan', signedOn)
    await signedOn.fill('01-01-2999')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, tanggal ditolak', desk.dialog.getByText(/belum tiba/))
    await page.keyboard.press('Escape')
    await desk.dialog.waitFor({ state: 'hidden' })
    await page.keyboard.press('r')
    await desk.dialog.getByLabel('Alasan cetak ulang').waitFor()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, cetak ulang tanpa alasan', desk.dialog.getByText(/^Tulis alasannya/))
    await desk.dialog.getByLabel('Alasan cetak ulang').fill('Sudut lembar robek')
    await desk.dialog.getByLabel('Nama pengguna atasan').fill('kabid')
    await desk.dialog.getByLabel('Kata sandi atasan').fill('salah')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Pencetakan, persetujuan ditolak', desk.dialog.getByText(/atasan tidak cocok/))
    await desk.dialog.getByRole('radio', { name: 'Menyusul hari ini' }).click()
    await shoot(page, 'Pencetakan, persetujuan menyusul', desk.dialog.getByText(/^Lembar dicetak sekarang/))
    await page.keyboard.press('Escape')
    await desk.dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Tindakan lain' }).click()
    await shoot(page, 'Pencetakan, tindakan lain', page.getByRole('menuitem'))

    const without = await window(station, 'cetak')
    await withoutFiles(without)
    await without.getByRole('link', { name: /^Pencetakan/ }).click()
    await shoot(without, 'Pencetakan, pratinjau gagal', without.getByText(/tidak dapat ditampilkan/))
    const unsound = await window(station, 'cetak')
    await withUnsoundPapers(unsound)
    await unsound.getByRole('link', { name: /^Pencetakan/ }).click()
    await shoot(unsound, 'Pencetakan, lembar tidak cocok', unsound.getByText(/tidak cocok dengan datanya/))
    const failed = await window(station, 'cetak')
    await failing(failed, 'printing.desk')
    await failed.reload()
    await failed.getByRole('link', { name: /^Pencetakan/ }).click()
    await shoot(failed, 'Pencetakan, gagal dibuka', failed.getByText('Daftar cetak gagal dibuka'))
  },
}
