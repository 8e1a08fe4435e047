import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFindings } from '../axe.ts'
import { officeTest as test } from '../office-test.ts'
import { rendererDir } from '../../lib/renderer-build.ts'
import { scanWith } from '../pages/scanner.ts'
import { startStubOffice } from '../../../renderer/test/stub-office.ts'

type Office = Awaited<ReturnType<typeof startStubOffice>>

let office: Office
test.beforeAll(async () => {
  office = await startStubOffice(rendererDir)
})
test.afterAll(() => office.close())

/** What the page complained of: violations of its policy and faults of its scripts. */
const complaints: string[] = []
test.beforeEach(({ page }) => {
  complaints.length = 0
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
})
test.afterEach(() => expect(complaints).toEqual([]))

const open = async (page: Page, part: string) => {
  await page.goto(office.url(`/gallery/${part}`))
  await page.getByRole('navigation', { name: 'Bagian' }).waitFor()
}

for (const part of ['buttons', 'fields', 'lists', 'figures', 'states', 'media', 'overlays'])
  test(`axe finds nothing in ${part}, light and dark`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, part)
      if (part === 'media') await page.locator('canvas[data-drawn]').first().waitFor()
      const found = await axeFindings(page, colorScheme === 'light' ? 'everything' : 'colours')
      expect(found, colorScheme).toEqual([])
    }
  })

test('bars are reached with Tab, walked with arrows and opened with Enter, and a chart is a table too', async ({
  page,
}) => {
  await open(page, 'figures')
  const bars = page.getByRole('group', { name: 'Izin terbit per hari kerja' })
  const shown = bars.getByRole('button', { name: 'Kam 19: 15, 2 di antaranya lewat batas waktu' })
  await expect(shown).toHaveAttribute('tabindex', '0')
  await shown.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Batang' })).toHaveText('Batang yang dibuka: 13')
  const months = page.getByRole('figure', { name: 'Diterima per bulan' })
  await expect(months.locator('svg')).toBeVisible()
  await expect(months.getByRole('row', { name: 'Jun – 950 750' })).toBeAttached()
  await page.getByRole('button', { name: 'Lihat sebagai tabel' }).last().click()
  await expect(months.locator('svg')).toHaveCount(0)
  await expect(months.getByRole('row', { name: 'Jun – 950 750' })).toBeInViewport()
})

test('a button that may not be pressed keeps its place, takes the focus and leads to what is lacking', async ({
  page,
}) => {
  await open(page, 'buttons')
  const button = page.getByRole('button', { name: 'Simpan & Cetak Tanda Terima' })
  await expect(button).toHaveAccessibleDescription('Belum dapat disimpan: betulkan jam selesai')
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').first()).toHaveText('Terakhir ditekan: jam selesai')
})

test('a field says what is wrong on leaving it and not while it is being mended', async ({ page }) => {
  await open(page, 'fields')
  const nik = page.getByRole('textbox', { name: 'NIK' })
  await nik.focus()
  await page.keyboard.press('Tab')
  await expect(nik).toHaveAccessibleDescription('NIK baru 15 angka. Ketik 16 angka seperti tertulis di KTP.')
  await nik.focus()
  await page.keyboard.press('End')
  await page.keyboard.type('3', { delay: 80 })
  await expect(nik).toHaveValue('6171 0447 0894 0003')
  await expect(nik).not.toHaveAttribute('aria-invalid', 'true')
})

test('a digit mended in the middle of a NIK leaves the caret where it was', async ({ page }) => {
  await open(page, 'fields')
  const nik = page.getByRole('textbox', { name: 'NIK' })
  await nik.focus()
  await nik.evaluate((field: HTMLInputElement) => field.setSelectionRange(4, 4))
  await page.keyboard.press('Backspace')
  await page.keyboard.type('9', { delay: 80 })
  await expect(nik).toHaveValue('6179 0447 0894 000')
  expect(await nik.evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(4)
})

test('a date is typed with or without hyphens and shown as dd-mm-yyyy', async ({ page }) => {
  await open(page, 'fields')
  const born = page.getByRole('textbox', { name: 'Tanggal lahir' })
  await born.fill('7/8/1994')
  await page.keyboard.press('Tab')
  await expect(born).toHaveValue('07-08-1994')
  await born.fill('31-02-1994')
  await page.keyboard.press('Tab')
  await expect(born).toHaveValue('31-02-1994')
})

test('a permit type is found by any part of its words', async ({ page }) => {
  await open(page, 'fields')
  const type = page.getByRole('combobox', { name: 'Jenis izin' })
  await type.click()
  await type.fill('gigi dok')
  await expect(page.getByRole('option')).toHaveText('SIPDG Surat Izin Praktik Dokter Gigi')
  await page.keyboard.press('Enter')
  await expect(type).toHaveValue('SIPDG Surat Izin Praktik Dokter Gigi')
})

test('a scan is heard anywhere and never stays in the field that has the focus', async ({ page }) => {
  await open(page, 'fields')
  const name = page.getByRole('textbox', { name: 'Nama dan gelar' })
  await name.focus()
  await scanWith(page, 'P-2026-000412')
  await expect(page.getByRole('status').first()).toHaveText('Hasil pindai: P-2026-000412')
  await expect(name).toHaveValue('dr. Kinanti Sebangki')
})

test('a scan whose second half comes late is one scan', async ({ page }) => {
  await open(page, 'fields')
  const name = page.getByRole('textbox', { name: 'Nama dan gelar' })
  await name.fill('')
  await scanWith(page, 'P-2026-000412', { after: 8, until: () => expect(name).toHaveValue('P-2026-0') })
  await expect(page.getByRole('status').first()).toHaveText('Hasil pindai: P-2026-000412')
  await expect(name).toHaveValue('')
})

test('what a hand types stays, fast or slow', async ({ page }) => {
  await open(page, 'fields')
  const name = page.getByRole('textbox', { name: 'Nama dan gelar' })
  await name.fill('')
  await page.keyboard.type('Ratih Puspa', { delay: 70 })
  await expect(name).toHaveValue('Ratih Puspa')
  await page.keyboard.type('lina, S.Kep.', { delay: 3 })
  await expect(name).toHaveValue('Ratih Puspalina, S.Kep.')
  await expect(page.getByRole('status').first()).toHaveText('Hasil pindai: belum ada')
})

test('a letter is a shortcut only alone: a scan that begins with it presses nothing', async ({ page }) => {
  await open(page, 'buttons')
  await page.getByRole('main').click({ position: { x: 900, y: 20 } })
  await scanWith(page, 'SIPD-2026-0412')
  await page.keyboard.press('F2')
  await expect(page.getByRole('status').first()).toHaveText('Terakhir ditekan: F2')
  // The scan's keys carry times of their own, which may end after this moment: the letter is pressed until it stands alone.
  await expect(async () => {
    await page.keyboard.press('s', { delay: 80 })
    await expect(page.getByRole('status').first()).toHaveText('Terakhir ditekan: S', { timeout: 500 })
  }).toPass()
})

test('a table is walked through with arrows and opened with Enter', async ({ page }) => {
  await open(page, 'lists')
  const table = page.getByRole('grid', { name: 'Perlu tindakan Anda' })
  await table.getByRole('row', { selected: true }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(table.getByRole('row', { selected: true })).toContainText('Bd. Rosmalia Ambawang')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').first()).toHaveText('Dibuka: Bd. Rosmalia Ambawang')
})

test('a list of two thousand draws only what is in sight and End reaches the last', async ({ page }) => {
  await open(page, 'lists')
  const table = page.getByRole('grid', { name: 'Daftar panjang' })
  expect(await table.getByRole('row').count()).toBeLessThan(60)
  await table.getByRole('row', { selected: true }).focus()
  await page.keyboard.press('End')
  await expect(table.getByRole('row', { selected: true })).toContainText('Pemohon 2000')
  await expect(table.getByRole('row', { selected: true })).toBeFocused()
})

test('the sheet is drawn by pdf.js, its words can be read, and a missing file says so', async ({ page }) => {
  await open(page, 'media')
  const sheet = page.getByRole('group', { name: 'Halaman 1' }).first()
  await expect(sheet.locator('canvas[data-drawn]')).toBeVisible()
  await expect(sheet).toContainText('503/0287/DPMTK-PTSP/2026')
  await expect(page.getByText('1 dari 2 halaman, A4')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Berkas PDF tidak dapat ditampilkan.')
})

test('a destructive act asks once more and Esc leaves without it', async ({ page }) => {
  await open(page, 'overlays')
  const opener = page.getByRole('button', { name: 'Tolak permohonan' })
  await opener.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('atas nama dr. Kinanti Sebangki ditolak')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').first()).toHaveText('Selesai: belum ada')
  await opener.click()
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('STR tidak terdaftar')
  await dialog.getByRole('button', { name: 'Tolak permohonan' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Selesai: ditolak')
})

test('a photo is cut to 4×6 and comes out as JPEG', async ({ page }) => {
  await open(page, 'overlays')
  await page.getByRole('button', { name: 'Potong foto' }).click()
  const done = page.getByRole('button', { name: 'Pakai foto ini' })
  await expect(done).not.toHaveAttribute('aria-busy', 'true')
  await done.click()
  await expect(page.getByRole('status').first()).toHaveText('Selesai: foto image/jpeg')
})
