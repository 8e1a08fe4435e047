import { expect, test } from '../fixtures.ts'
import { keysOf } from '../pages/keys.ts'
import { samplePassword } from '../pages/sign-in-page.ts'

test.use({ ownOffice: 'supervisor-keys' })

test('the supervisor goes round by keyboard alone: the wall, the day and a figure of it, every report, and closes the day', async ({
  page,
  station,
}) => {
  test.setTimeout(120_000)
  const keys = keysOf(page)
  const { press, type, tabTo } = keys
  const pointers = await keys.forbidPointer()
  await page.goto(station.address('/'))
  await expect(page.getByLabel('Nama pengguna')).toBeFocused()
  await type('kabid')
  await tabTo(page.getByLabel('Kata sandi', { exact: true }), 1)
  await type(samplePassword)
  await press('Enter')
  await expect(page.getByRole('region', { name: 'Kantor saat ini' })).toBeVisible()
  await keys.expectFocus()

  await press('l')
  await expect(page.getByRole('button', { name: /^Keluar dari layar besar/ })).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('region', { name: 'Perlu perhatian' })).toBeVisible()
  const link = page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: /^Laporan/ })
  await press((await link.getAttribute('aria-keyshortcuts')) ?? '')
  await expect(page.getByRole('table', { name: /^Angka menurut jenis izin/ })).toBeVisible()
  await keys.expectFocus()

  // Back to a day on which something was issued, and into a figure of it.
  const total = page.getByRole('row', { name: /^Jumlah/ })
  const issued = total.getByRole('button', { name: /terbit, semua jenis/ })
  const isIssuedHere = async () => {
    await expect(page.getByRole('status', { name: 'Memuat' })).toHaveCount(0)
    return issued.isVisible()
  }
  await press('ArrowLeft')
  await keys.pressUntil('ArrowLeft', isIssuedHere, 12)
  const first = total.getByRole('button').first()
  await tabTo(first, 60)
  await keys.pressUntil('ArrowRight', () => issued.evaluate((it) => it === document.activeElement), 6)
  await press('Enter')
  const pane = page.getByRole('complementary', { name: /^Semua jenis terbit/ })
  await expect(pane.getByRole('heading', { name: /^(Waktu kerja per tahap|Tertahan di )/ })).toBeVisible()
  await press('Escape')
  await expect(pane).toHaveCount(0)
  await expect(issued).toBeFocused()

  const kinds = page.getByRole('radiogroup', { name: 'Laporan yang dibaca' })
  await press('Home')
  await keys.pressUntil(
    'Shift+Tab',
    () => kinds.getByRole('radio', { name: 'Harian' }).evaluate((it) => it === document.activeElement),
    70,
  )
  for (const [name, sight] of [
    ['Periode', page.getByRole('group', { name: /^Izin terbit per/ })],
    ['Waktu', page.getByRole('table', { name: 'Waktu kerja per tahap' })],
    ['Register', page.getByRole('grid', { name: 'Register masuk' })],
    ['Survei kepuasan', page.getByText('IKM', { exact: true })],
    ['Pengaduan', page.getByRole('grid', { name: 'Daftar pengaduan' })],
  ] as const) {
    await press('ArrowRight')
    await expect(kinds.getByRole('radio', { name })).toBeChecked()
    await expect(sight.first()).toBeVisible()
    await expect(kinds.getByRole('radio', { name })).toBeFocused()
  }
  await press('ArrowRight')
  await expect(kinds.getByRole('radio', { name: 'Harian' })).toBeChecked()

  await press('t')
  const closing = page.getByRole('complementary', { name: /^Tutup Harian/ })
  await tabTo(closing.getByRole('button', { name: 'Tutup Harian' }), 70)
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Tutup Harian/ })
  await expect(dialog.getByLabel('Catatan untuk yang tetap terbuka')).toBeFocused()
  await type('Dicari besok pagi')
  await tabTo(dialog.getByLabel('Kata sandi Anda sekali lagi'), 2)
  await type(samplePassword)
  await press('Control+Enter')
  await expect(page.getByText(/^Ditutup \d\d\.\d\d oleh /)).toBeVisible()
  await keys.expectFocus()
  expect(pointers).toEqual([])
})
