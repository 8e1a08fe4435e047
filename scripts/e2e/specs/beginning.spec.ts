import { expect, test } from '../fixtures.ts'
import { beginningPage, csvOf, oldPermitHeads } from '../pages/beginning-page.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { intakePage } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

const nikOf = (n: number): string => `617104470894${1000 + n}`

/** Thirty permits of the old book, of which three are wrong. */
const thirty = Array.from({ length: 30 }, (_, index): string[] => {
  const n = index + 1
  const good = [
    String(n),
    `446/${n}/SIPD/2024`,
    'SIPD',
    '14-03-2024',
    '14-03-2029',
    nikOf(n),
    `dr. Ratna Kapuas ${'ABCDEFGHIJKLMNOPQRSTUVWXYZabcd'[index] ?? ''}`,
    'RSUD Kota Pontianak',
  ]
  if (n === 7) good[2] = 'SIPX'
  if (n === 12) good[3] = '31-02-2024'
  if (n === 20) good[1] = '446/19/SIPD/2024'
  return good
})

test('a table of old permits is checked line by line, and only its good lines are entered', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  await signInPage(page).signIn('admin')
  const beginning = beginningPage(page)
  await beginning.open()
  await expectAccessible()
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('heading', { name: 'Impor tabel izin lama' })).toBeVisible()
  await expectAccessible()
  await beginning.choose(csvOf(oldPermitHeads, thirty))
  await expect(page.getByText('izin-lama.csv: 30 baris.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('27 baik, 0 sudah ada, 3 perlu diperbaiki.')).toBeVisible()
  await page.getByLabel('Hanya yang perlu diperbaiki').check()
  await expect(beginning.table.getByRole('row')).toHaveCount(4)
  await expect(beginning.table.getByRole('row', { name: /^8 .*“SIPX” bukan jenis izin/ })).toBeVisible()
  await expect(beginning.table.getByRole('row', { name: /^13 .*Tanggal terbit: / })).toBeVisible()
  await expect(beginning.table.getByRole('row', { name: /^21 .*sudah ada di baris 20/ })).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Catat 27 yang Baik Saja' }).click()
  await expect(page.getByText('27 izin dicatat, 0 sudah ada, 3 tidak dimasukkan.')).toBeVisible()
  // The same table once more changes nothing.
  await page.getByRole('button', { name: 'Pilih berkas lain' }).click()
  await beginning.choose(csvOf(oldPermitHeads, thirty))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('0 baik, 27 sudah ada, 3 perlu diperbaiki.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(beginning.lines.getByRole('row', { name: /446\/1\/SIPD\/2024/ })).toBeVisible()
})

test('a permit of the old book that waits to be fetched is entered at the counter and handed over', async ({
  open,
  page,
  expectAccessible,
}) => {
  test.slow()
  await open('/')
  await signInPage(page).signIn('loket')
  const intake = intakePage(page)
  await intake.open()
  await page.getByRole('button', { name: 'Entri Susulan' }).click()
  await page.getByRole('radio', { name: 'Berkas berjalan' }).click()
  const number = page.getByLabel('Nomor pendaftaran lama')
  await expect(number).toBeVisible()
  await expectAccessible()
  await number.fill('P/0412/2026')
  const book = page.getByRole('region', { name: 'Menurut buku lama' })
  const field = (name: string) => book.getByRole('textbox', { name, exact: true })
  await field('Tanggal diajukan').fill('02-11-2026')
  await intake.choose('Tahap sekarang', /^Penyerahan/)
  await field('Dinyatakan lengkap').fill('03-11-2026')
  await field('Nomor surat').fill('446/412/SIPD/2026')
  await field('Tanggal surat').fill('10-11-2026')
  await page.getByLabel('NIK', { exact: true }).focus()
  await intake.typeWalkIn({ nik: nikOf(412), name: 'Wulan Sebangki', strNumber: '6122100126000412' })
  await page.keyboard.press('Control+Enter')
  // What its stage cannot do without is asked for.
  await expect(field('Ditandatangani')).toHaveAccessibleDescription(/belum diisi/)
  await expect(field('Ditandatangani')).toBeFocused()
  await field('Ditandatangani').fill('11-11-2026')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  await expect(page.getByRole('status').getByText('P/0412/2026')).toBeVisible()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find('P/0412/2026')
  await expect(page.getByText('446/412/SIPD/2026').first()).toBeVisible()
})

test('a permit of the old book is renewed at the counter', async ({ open, page }) => {
  await open('/')
  await signInPage(page).signIn('admin')
  const beginning = beginningPage(page)
  const intake = intakePage(page)
  await beginning.open()
  await page.keyboard.press('Control+b')
  await page.getByRole('textbox', { name: 'Nomor izin', exact: true }).fill('446/900/SIPD/2023')
  await intake.choose('Jenis izin', /^SIPD /)
  await page.getByRole('textbox', { name: 'Tanggal terbit' }).fill('14-12-2022')
  await page.getByRole('textbox', { name: 'Berlaku sampai', exact: true }).fill('14-12-2027')
  await page.getByRole('textbox', { name: 'NIK', exact: true }).fill(nikOf(900))
  await page.getByRole('textbox', { name: 'Nama', exact: true }).fill('dr. Tari Mempawah')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Tempat praktik', { exact: true })).toHaveAccessibleDescription(/belum diisi/)
  await page.getByRole('textbox', { name: 'Tempat praktik', exact: true }).fill('RSUD Kota Pontianak')
  await page.keyboard.press('Control+Enter')
  await expect(beginning.lines.getByRole('row', { name: /446\/900\/SIPD\/2023/ })).toBeVisible()
  await signInPage(page).signOut()
  await signInPage(page).signIn('loket')
  await intake.open()
  await intake.write(nikOf(900))
  await page.keyboard.press('Tab')
  await intake.chooseType('SIPD')
  await intake.chooseKind(/^Perpanjangan/)
  await expect(page.getByText('446/900/SIPD/2023').first()).toBeVisible()
})
