import { decodeEscPos } from '#adapters/paper/decode-escpos.ts'
import { startPrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { startPrivateCupsd } from '#adapters/printer/testing/private-cupsd.ts'
import type { Page } from '@playwright/test'
import { waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const add = async (page: Page, name: string, kind: 'Termal' | 'Lembar', address: string): Promise<void> => {
  await page.keyboard.press('Control+b')
  await page.getByLabel('Nama printer').fill(name)
  await page.getByRole('radio', { name: kind }).click()
  await page.getByLabel('Alamat').fill(address)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row', { name: new RegExp(name) }).waitFor()
}

/** *Pengaturan › Printer*: found, tried, learned, in trouble. */
export const printers: Series = {
  name: 'printer',
  title: 'Pengaturan, Printer',
  run: async ({ station: start, window, shoot }) => {
    const cups = await startPrivateCupsd()
    const [well, dry, mute] = await Promise.all([
      startPrinterDouble(),
      startPrinterDouble({ kind: 'paper-out' }),
      startPrinterDouble({ kind: 'no-status' }),
    ])
    try {
      await cups.addQueue('Laser_F4', `socket://127.0.0.1:${well.port}`)
      await cups.addQueue('Laser_A4', `socket://127.0.0.1:${well.port}`)
      await cups.run('cupsdisable', ['-r', 'kertas macet', 'Laser_F4'])
      process.env['CUPS_SERVER'] = cups.env['CUPS_SERVER']
      const station = await start({ demo: true })
      const page = await window(station, 'admin', '/pengaturan/printer')
      const title = page.getByRole('heading', { level: 1, name: 'Pengaturan' })
      await shoot(page, 'Printer, aturan cetak', page.getByLabel(/^Cetakan yang menunggu/))
      await page.getByLabel(/^Cetakan yang menunggu/).fill('2')
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, aturan cetak ditolak', page.getByText(/^Tulis menit antara/))
      await page.getByLabel(/^Cetakan yang menunggu/).fill('30')
      const answered = await waiting(page, 'printers.neighbours')
      await page.keyboard.press('Control+i')
      const drawer = page.getByRole('dialog')
      await drawer.getByText('Laser_F4', { exact: true }).waitFor()
      await shoot(page, 'Printer, cari, layanan cetak sedang ditanya', drawer.getByText(/^Menanyakan/), true)
      await answered()
      await shoot(page, 'Printer, cari', drawer.getByText('Layanan cetak tidak menawarkan printer jaringan.'))
      await drawer.getByRole('button', { name: 'Pakai Laser_F4' }).click()
      await shoot(page, 'Printer, ditemukan, isian baru', page.getByLabel('Nama printer'))
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, antrean dijeda', page.getByRole('button', { name: /^Lanjutkan antrean/ }))
      await page.keyboard.press('Control+j')
      await shoot(page, 'Printer, antrean dilanjutkan', page.getByText('Antrean Laser_F4 dilanjutkan.'))
      await add(page, 'Termal Loket 2', 'Termal', dry.address)
      await shoot(page, 'Printer, kertas habis', page.getByText(/^Kertas Termal Loket 2 habis/).last())
      await page.keyboard.press('Control+p')
      await shoot(page, 'Printer, sebelum uji', drawer.getByText(/^Lembar uji memuat/))
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, uji gagal', drawer.getByText(/tidak ada lembar yang keluar/))
      await page.keyboard.press('Escape')
      await add(page, 'Termal Loket 3', 'Termal', mute.address)
      await page.keyboard.press('Control+p')
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, uji tanpa laporan', drawer.getByText(/^Printer ini tidak melapor/))
      const slip = decodeEscPos(mute.papers().at(-1) ?? new Uint8Array())
      const code = slip.lines.flatMap((line) =>
        line.kind === 'text' && /^UJI-.*-N$/.test(line.text) ? [line.text] : [],
      )[0]
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, uji belum dijawab', drawer.getByText(/^Pilih dahulu garis/))
      await drawer.getByLabel(/^Pindai QR/).fill(code ?? '')
      await drawer.getByLabel(/^Pindai QR/).press('Enter')
      await drawer.getByRole('radio', { name: 'C, 48 kolom' }).click()
      await drawer.getByRole('radio', { name: '1', exact: true }).click()
      await drawer.getByRole('radio', { name: 'Ya', exact: true }).click()
      await shoot(page, 'Printer, uji dijawab', drawer.getByText('QR 1 terpindai'))
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, dipelajari', page.getByText(/^Dipelajari dari lembar uji/))
      await page.getByRole('row', { name: /Laser A4 dan F4/ }).click()
      await page.keyboard.press('Control+p')
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Printer, uji lembar', drawer.getByText(/^Halaman uji terkirim/))
      await page.keyboard.press('Escape')
      await shoot(page, 'Printer, daftar dengan keadaannya', title)
    } finally {
      delete process.env['CUPS_SERVER']
      for (const one of [well, dry, mute]) await one.close()
      await cups.stop()
    }
  },
}
