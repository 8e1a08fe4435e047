import type { Locator, Page } from '@playwright/test'
import { numericDate } from '#domain/indonesian.ts'
import { instantOf } from '#domain/instant.ts'
import { addDays } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { expect, test } from '../fixtures.ts'
import { portrait, scannedPdf } from '../pages/intake-page.ts'
import { keysOf } from '../pages/keys.ts'
import { samplePassword } from '../pages/sign-in-page.ts'

const holder = 'dr. Marlina Sebangki'

type Keys = ReturnType<typeof keysOf>

/** The one who sits at the window locks it; the next one signs in. */
async function changeSeats(page: Page, keys: Keys, username: string) {
  await keys.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible()
  await keys.tabTo(page.getByRole('button', { name: 'Ganti pengguna' }))
  await keys.press('Enter')
  await signIn(page, keys, username)
}

async function signIn(page: Page, keys: Keys, username: string) {
  await expect(page.getByLabel('Nama pengguna')).toBeFocused()
  await keys.type(username)
  await keys.tabTo(page.getByLabel('Kata sandi', { exact: true }), 1)
  await keys.type(samplePassword)
  await keys.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  await keys.expectFocus()
}

const field = (page: Page, name: string): Locator =>
  page
    .locator(`[data-field="${name}"]`)
    .locator('input:not([type=file]):not([type=hidden]), textarea')
    .first()

async function takeIn(page: Page, keys: Keys) {
  const { press, type, tabTo } = keys
  const fill = async (name: string, text: string, atMost = 3) => {
    await tabTo(field(page, name), atMost)
    await type(text)
  }
  await press('F2')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
  await type('6171044708940911')
  await fill('name', 'Marlina Sebangki')
  await fill('nameOnPermit', holder)
  await fill('birthPlace', 'Pontianak')
  await fill('phone', '081255000173')
  await fill('addressKtp', 'Jalan Khatulistiwa Gang Teluk Indah 5')
  await fill('village', 'batu la')
  await expect(page.getByRole('option', { name: /Batu Layang|Batulayang/ })).toBeVisible()
  await press('Enter')
  await expect(page.getByLabel('Kecamatan', { exact: true }).first()).toHaveValue('Pontianak Utara')
  await fill('permitTypeCode', 'dokter', 5)
  await expect(page.getByRole('option', { name: /SIPD/ }).first()).toBeVisible()
  await press('Enter')
  await expect(page.locator('[data-field="documents.ID_PHOTO"]')).toBeVisible()
  await fill('strNumber', '6122100126004911')
  // The next part of the form, past questions that need no answer here.
  await press('Control+ArrowDown')
  await fill('facilityName', 'RSUD Kota Pontianak')
  await fill('facilityAddress', 'Jalan Kom Yos Sudarso')
  await tabTo(page.getByRole('button', { name: 'Senin' }), 4)
  await press('Space', 'ArrowRight', 'Space', 'ArrowRight', 'Space')
  await tabTo(page.getByLabel('Mulai', { exact: true }), 1)
  await type('17.00')
  await tabTo(page.getByLabel('Selesai', { exact: true }), 2)
  await type('20.00')
}

/** What a row asks about its paper: the focus is there as soon as the file is. */
async function writeFacts(page: Page, keys: Keys) {
  const texts = { number: '800/17/2026', issuer: 'RSUD Kota Pontianak', date: numericDate(aWeekAgo()) }
  for (const [fact, text] of Object.entries(texts))
    if ((await page.locator(`[data-field^="papers."][data-field$=".${fact}"] input:focus`).count()) > 0) {
      await keys.type(text)
      await keys.press('Tab')
    }
}

const aWeekAgo = () => addDays(officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'), -7)

/** Every row of the checklist: Enter on *pilih berkas*; the focus goes on to what comes next by itself. */
async function attachEverything(page: Page, keys: Keys) {
  const choose = page.getByRole('button', { name: /^pilih berkas: /i })
  const lacking = await choose.count()
  await keys.press('Control+ArrowDown')
  await keys.tabTo(choose.first())
  for (let left = lacking; left > 0; left -= 1) {
    await expect(choose).toHaveCount(left)
    await keys.tabTo(choose.first())
    const isPhoto = (await page.locator('[data-field="documents.ID_PHOTO"] button:focus').count()) > 0
    const file = isPhoto ? portrait('foto.jpg') : scannedPdf('pindai.pdf')
    await keys.chooseFile(() => keys.press('Enter'), file)
    if (isPhoto) {
      await expect(page.getByRole('button', { name: 'Pakai foto ini' })).toBeFocused()
      await expect(page.getByRole('button', { name: 'Pakai foto ini' })).not.toHaveAttribute('aria-busy')
      await keys.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expect(choose).toHaveCount(left - 1)
    // Only when the file is stored does the focus go on from the screen as a whole.
    await expect(page.getByRole('button', { name: /^Ganti / })).toHaveCount(lacking - left + 1)
    await expect(page.locator('main:focus')).toHaveCount(0)
    await keys.expectFocus()
    await writeFacts(page, keys)
  }
}

/** The screen by the key that it has in the rail of this role. */
async function openScreen(page: Page, keys: Keys, name: string) {
  const link = page
    .getByRole('navigation', { name: 'Layar' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
  await keys.press((await link.getAttribute('aria-keyshortcuts')) ?? '')
  await expect(page).toHaveTitle(new RegExp(`^${name} `))
}

/** The queue by its arrows; Enter goes on to the checklist. */
async function openFromQueue(page: Page, keys: Keys) {
  await openScreen(page, keys, 'Berkas')
  const queue = page.getByRole('listbox', { name: 'Antrean berkas' })
  await expect(queue.getByRole('option').first()).toBeFocused()
  const own = queue.getByRole('option').filter({ hasText: holder })
  await expect(own).toHaveCount(1)
  await keys.press('End')
  await keys.pressUntil('ArrowUp', async () => own.evaluate((row) => row === document.activeElement), 60)
  await expect(page.getByRole('heading', { level: 1, name: holder })).toBeVisible()
}

async function forward(page: Page, keys: Keys, label: string) {
  await expect(page.getByRole('button', { name: new RegExp(`^${label}`) })).toBeEnabled()
  await keys.press('Control+Enter')
  await expect(page.getByText(/^Sekarang di /)).toBeVisible()
  await keys.expectFocus()
}

test('the whole job by keyboard alone: one walk-in through every desk, from signing in to the report of the day', async ({
  page,
  station,
}) => {
  test.setTimeout(360_000)
  const keys = keysOf(page)
  const { press, type, tabTo } = keys
  const pointers = await keys.forbidPointer()
  await page.goto(station.address('/'))

  await signIn(page, keys, 'loket')
  await takeIn(page, keys)
  await attachEverything(page, keys)
  await press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  const number = (await page.getByText(/^P-\d{4}-\d{6}$/).innerText()).trim()
  await keys.expectFocus()

  await openFromQueue(page, keys)
  await press('Enter')
  const checklist = page.getByRole('region', { name: 'Ceklis persyaratan' })
  await expect(checklist.locator('button[aria-expanded=true]')).toBeFocused()
  for (const done of [1, 2, 3, 4, 5]) {
    await press('s')
    await expect(checklist.getByRole('status')).toHaveText(`${done} dari 5 diperiksa`)
  }
  await forward(page, keys, 'Teruskan ke Dinas Kesehatan')

  await changeSeats(page, keys, 'dinkes')
  await openFromQueue(page, keys)
  await press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(dialog.getByRole('radio', { name: 'Berita acara pemeriksaan' }))
  await tabTo(dialog.getByRole('radio', { name: 'Direkomendasikan', exact: true }))
  await press('Space')
  await tabTo(dialog.getByLabel('Nomor surat'))
  await type('440/0911/BA/2026')
  await tabTo(dialog.getByLabel('Diputuskan oleh'))
  await type('Tim Pemeriksa Puskesmas Siantan')
  await tabTo(dialog.getByRole('button', { name: /^pilih berkas: /i }))
  await keys.chooseFile(() => press('Enter'), scannedPdf('ba.pdf'))
  await expect(dialog.getByText('ba.pdf')).toBeVisible()
  await press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await keys.expectFocus()
  await forward(page, keys, 'Teruskan ke Pemrosesan')

  await changeSeats(page, keys, 'pemrosesan')
  await openFromQueue(page, keys)
  await expect(page.getByRole('button', { name: /^Cetak Arsip/ })).toBeEnabled()
  await press('Control+Enter')
  await forward(page, keys, 'Teruskan ke Pencetakan')

  await changeSeats(page, keys, 'cetak')
  await printAndSign(page, keys)

  await changeSeats(page, keys, 'loket')
  await handOver(page, keys, number)

  await changeSeats(page, keys, 'kabid')
  await openScreen(page, keys, 'Laporan')
  await expect(page.getByRole('heading', { level: 1, name: 'Laporan' })).toBeVisible()
  await tabTo(page.getByRole('tab', { selected: true }), 17)
  await press('ArrowRight')
  await expect(page.getByRole('grid', { name: 'Izin terbit' }).getByText(holder)).toBeVisible()
  await press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Register masuk', selected: true })).toBeVisible()
  await press('ArrowRight')
  await expect(page.getByRole('grid', { name: 'Register keluar' }).getByText(holder).first()).toBeVisible()
  expect(pointers).toEqual([])
})

async function printAndSign(page: Page, keys: Keys) {
  const { press } = keys
  await openScreen(page, keys, 'Pencetakan')
  const list = page.getByRole('grid', { name: 'Surat di meja cetak' })
  const pane = page.getByRole('complementary', { name: 'Pratinjau surat' })
  await expect(list).toBeVisible()
  await keys.expectFocus()
  const own = list.getByRole('row').filter({ hasText: holder })
  await keys.tabTo(list.locator('tr[tabindex="0"]'), 8)
  await press('Home')
  await keys.pressUntil('ArrowDown', () => own.evaluate((row) => row === document.activeElement), 80)
  await expect(pane.getByText(`, ${holder}`).first()).toBeVisible()
  await press('Control+Enter')
  await expect(pane.getByText('Bernomor', { exact: true })).toBeVisible()
  await press('Control+p')
  await expect(pane.getByText('Tercetak', { exact: true })).toBeVisible({ timeout: 20_000 })
  await press('Control+Enter')
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Ditandatangani pada' })).toBeFocused()
  await press('Control+Enter')
  await expect(pane.getByText(/^Ditandatangani \d/)).toBeVisible()
  await press('Control+Enter')
  await expect(own.filter({ hasNotText: 'tercetak' })).toHaveCount(0)
  await keys.expectFocus()
}

async function handOver(page: Page, keys: Keys, number: string) {
  const { press, type, tabTo } = keys
  await openScreen(page, keys, 'Penyerahan Izin')
  await expect(page.getByRole('textbox', { name: 'Pindai tanda terima pemohon' })).toBeFocused()
  await type(number)
  await press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: holder })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Pemegang izin' })).toBeFocused()
  await tabTo(page.getByRole('checkbox', { name: 'KTP cocok dengan pemegang izin' }))
  await press('Space', 'Control+Enter')
  await expect(page.getByText(`Diserahkan kepada ${holder} pukul`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Layani berikutnya' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('textbox', { name: 'Pindai tanda terima pemohon' })).toBeFocused()
}
