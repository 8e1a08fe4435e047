import { decodeEscPos } from '#adapters/paper/decode-escpos.ts'
import { startPrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { scanWith } from '../pages/scanner.ts'

test('a printer is added, tried, and known by the code that is scanned from its slip', async ({
  open,
  page,
  expectAccessible,
}) => {
  const double = await startPrinterDouble()
  await open()
  await deskWork(page).signIn('admin')
  await page.goto('about:blank')
  await open('/pengaturan/printer')
  await page.getByRole('grid', { name: 'Daftar printer' }).waitFor()
  await page.keyboard.press('Control+b')
  await page.getByLabel('Nama printer').fill('Termal Loket 7')
  await page.getByLabel('Alamat').fill(double.address)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /Termal Loket 7/ })).toContainText('Siap')
  await expect(page.getByText(/^Belum pernah dipelajari/)).toBeVisible()

  await page.keyboard.press('Control+p')
  const drawer = page.getByRole('dialog', { name: 'Uji Termal Loket 7' })
  await expect(drawer.getByText(/^Lembar uji memuat/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(drawer.getByText('Printer melaporkan lembarnya keluar.')).toBeVisible({ timeout: 20_000 })
  await expectAccessible()

  await page.keyboard.press('Control+Enter')
  await expect(drawer.getByText('Pilih dahulu garis terlebar yang utuh.')).toBeVisible()
  await drawer.getByRole('radio', { name: 'A, 58 mm' }).click()
  const slip = decodeEscPos(double.papers().at(-1) ?? new Uint8Array())
  const printed = slip.lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []))
  await scanWith(page, 'UJI-ZZZZ-R')
  await expect(drawer.getByText(/berasal dari lembar uji lain/)).toBeVisible()
  await scanWith(page, printed.find((text) => /^UJI-.*-R$/.test(text)) ?? 'none')
  await expect(drawer.getByText('QR 2 terpindai')).toBeVisible()
  await drawer.getByRole('radio', { name: '3', exact: true }).click()
  await drawer.getByRole('radio', { name: 'Tidak', exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toHaveCount(0)
  await expect(page.getByText(/^Dipelajari dari lembar uji/)).toBeVisible()
  await expect(page.getByRole('radio', { name: '32 kolom' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Sebagai gambar' })).toBeChecked()
  await expect(page.getByLabel('Memotong kertas sendiri')).not.toBeChecked()
  await double.close()
})
