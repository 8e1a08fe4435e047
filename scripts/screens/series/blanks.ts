import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Pencetakan › Blangko*: the card of a day and of a year, one line, deliveries, what was spoiled. */
export const blanks: Series = {
  name: 'blangko',
  title: 'Kartu Kendali Blangko',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'cetak')
    await page.getByRole('link', { name: /^Pencetakan/ }).click()
    const answered = await waiting(page, 'blanks.card')
    await page.getByRole('button', { name: 'Blangko', exact: true }).click()
    await shoot(page, 'Blangko, memuat', page.getByRole('heading', { name: 'Kartu Kendali Blangko' }), true)
    await answered()
    const list = page.getByRole('grid', { name: 'Lembar pada kartu' })
    await shoot(page, 'Blangko, hari ini', list)
    await page.getByRole('textbox', { name: 'Dari' }).fill('01-01-2026')
    await page.getByRole('textbox', { name: 'Dari' }).press('Tab')
    await shoot(page, 'Blangko, setahun', list.getByText('Tercetak').first())
    await list.getByRole('row').filter({ hasText: 'Tercetak' }).first().click()
    await shoot(page, 'Blangko, satu lembar', page.getByRole('button', { name: 'Tarik Lembar' }))
    await page.getByRole('button', { name: 'Tarik Lembar' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik Lembar' }).click()
    await shoot(page, 'Blangko, ditarik tanpa alasan', page.getByText(/^Alasannya belum diisi/))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Perbaiki Nomor' }).click()
    const serial = page.getByRole('dialog').getByRole('textbox', { name: 'Nomor blangko' })
    await serial.fill('BLK-000001')
    await page.getByRole('dialog').getByRole('button', { name: 'Perbaiki Nomor' }).click()
    await shoot(page, 'Blangko, nomor sudah dipakai', page.getByText(/sudah dipakai untuk/))
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Cari', exact: true }).fill('kertas macet')
    await shoot(page, 'Blangko, dicari', list.getByText('Rusak').first())
    await page.getByRole('textbox', { name: 'Cari', exact: true }).fill('tidakadayangini')
    await shoot(page, 'Blangko, dicari tanpa hasil', page.getByText('Tidak ada lembar yang cocok'))
    await page.getByRole('textbox', { name: 'Cari', exact: true }).fill('')
    await page.keyboard.press('Control+b')
    await page.getByRole('textbox', { name: 'Nomor pertama' }).fill('BLK-000001')
    await page.getByRole('textbox', { name: 'Nomor terakhir' }).fill('BLK-000100')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Blangko, sudah diterima', page.getByText(/sudah dicatat diterima/))
    for (const name of ['Nomor pertama', 'Nomor terakhir']) await page.getByRole('textbox', { name }).fill('')
    await page.getByRole('button', { name: 'Catat Rusak' }).first().click()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('sobek')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Blangko, nomor rusak belum diisi', page.getByText(/^Tulis nomor blangkonya/))

    const failed = await window(station, 'cetak')
    await failing(failed, 'blanks.card')
    await failed.getByRole('link', { name: /^Pencetakan/ }).click()
    await failed.getByRole('button', { name: 'Blangko', exact: true }).click()
    await shoot(failed, 'Blangko, gagal dibuka', failed.getByText('Kartu gagal dibuka'))
  },
}
