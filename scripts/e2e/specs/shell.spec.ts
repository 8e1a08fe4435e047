import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeFindings } from '../axe.ts'
import { officeTest as test } from '../office-test.ts'
import { rendererDir } from '../../lib/renderer-build.ts'
import { anOffice, startStubOffice, stubPassword } from '../../../renderer/test/stub-office.ts'
import type { StubOffice } from '../../../renderer/test/stub-office.ts'
import { scanWith } from '../pages/scanner.ts'

type Office = Awaited<ReturnType<typeof startStubOffice>>

let office: Office
const complaints: string[] = []

test.beforeEach(async ({ page }) => {
  office = await startStubOffice(rendererDir, anOffice())
  complaints.length = 0
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
})
test.afterEach(async () => {
  await office.close()
  expect(complaints).toEqual([])
})

const rail = (page: Page) => page.getByRole('navigation', { name: 'Layar' })
const password = (page: Page) => page.getByRole('textbox', { name: 'Kata sandi' })
const signedOut = (it: StubOffice) => (it.station = { ...it.station, state: 'signed-out', user: null })

const axe = async (page: Page) => expect(await axeFindings(page)).toEqual([])

test('a clerk signs in by keyboard alone, and a wrong password keeps what was typed', async ({ page }) => {
  signedOut(office.office)
  await page.goto(office.url())
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toBeFocused()
  await axe(page)
  await page.keyboard.type('ratih.puspalina', { delay: 70 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kata sandi belum diisi.')).toBeVisible()
  await expect(password(page)).toBeFocused()
  await page.keyboard.type('salah', { delay: 70 })
  await page.keyboard.press('Enter')
  await expect(password(page)).toHaveAccessibleDescription(/tidak cocok/)
  await expect(page.getByRole('textbox', { name: 'Nama pengguna' })).toHaveValue('ratih.puspalina')
  await password(page).fill(stubPassword)
  await page.keyboard.press('Enter')
  await expect(rail(page).getByRole('link')).toHaveText([
    'Beranda',
    'Terima PermohonanF2',
    'Berkas27',
    'Pencetakan7',
    'Penyerahan Izin31',
    'Laporan',
    'Informasi Layanan',
    'Perlu DikabariF8',
    'PengaduanF7',
    'Buku EkspedisiF10',
    'E-mail',
    'Survei Kepuasan',
    'PenggantiF9',
    'Pengaturan',
  ])
  expect(page.url()).not.toContain('key=')
})

test('a role sees the screens it may open and no others', async ({ page }) => {
  const { station } = office.office
  if (station.user === null) throw new Error('the sample has a user')
  office.office.station = { ...station, user: { ...station.user, permissions: ['print-desk'] } }
  await page.goto(office.url())
  await expect(rail(page).getByRole('link')).toHaveText(['Beranda', 'Pencetakan7', 'Informasi Layanan'])
  await page.keyboard.press('F2')
  expect(new URL(page.url()).pathname).toBe('/')
})

test('search finds from any screen and Enter opens the first', async ({ page }) => {
  await page.goto(office.url())
  await rail(page).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('laras', { delay: 70 })
  await expect(page.getByRole('option')).toHaveText([/dr\. Larasati Kapuas Dewi/])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/a1$/)
})

test('Enter pressed before the answer has come opens the first of that answer', async ({ page }) => {
  await page.goto(office.url())
  await rail(page).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('laras', { delay: 70 })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/a1$/)
})

test('the arrows choose another hit than the first', async ({ page }) => {
  await page.goto(office.url())
  await rail(page).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dr', { delay: 70 })
  await expect(page.getByRole('option').nth(1)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/a1$/)
})

test('a scan anywhere opens the dossier, and one that is not ours says so', async ({ page }) => {
  await page.goto(office.url())
  await rail(page).waitFor()
  const search = page.getByRole('searchbox')
  await search.focus()
  await scanWith(page, 'P-2026-000410')
  await expect(page).toHaveURL(/\/berkas\/a0$/)
  await expect(search).toHaveValue('')
  await scanWith(page, '8991234567890')
  await expect(page.getByText('8991234567890 bukan tanda terima')).toBeVisible()
})

test('an event makes the figures of the rail current without a press', async ({ page }) => {
  await page.goto(office.url())
  const dossiers = rail(page).getByRole('link', { name: 'Berkas' })
  await expect(dossiers).toHaveText('Berkas27')
  office.office.counts = { ...office.office.counts, dossiers: 28 }
  await expect(async () => {
    office.publish('application')
    await expect(dossiers).toHaveText('Berkas28', { timeout: 500 })
  }).toPass()
})

const states = (page: Page) => page.getByRole('list', { name: 'Keadaan loket' }).getByRole('listitem')
const trouble = (reason: string, sentence: string) => ({ state: 'trouble', reason, sentence })

test('a printer out of paper and a sheet nobody is sure of stand in the head', async ({ page }) => {
  const { desk } = office.office
  await page.goto(office.url())
  await expect(states(page)).toHaveText([/^3 printer siap/])
  const laser = desk.printers.at(-1)
  if (laser === undefined) throw new Error('the sample has printers')
  laser.condition = trouble('paper-out', 'Kertas Laser F4 habis. Pasang kertas.')
  desk.jobs = [{ state: 'unknown', reason: 'no-answer', printerName: 'Laser A4' }]
  office.publish('printing')
  await expect(states(page)).toContainText(['1 belum pasti tercetak', 'Laser F4: kertas habis'])
  await expect(page.getByTitle('Kertas Laser F4 habis. Pasang kertas.')).toBeVisible()
  await axe(page)
})

test('a printer that would not print what waits for it stands across every screen until it is put away', async ({
  page,
}) => {
  const { desk } = office.office
  const laser = desk.printers.at(-1)
  if (laser === undefined) throw new Error('the sample has printers')
  const sentence = 'Laser F4 tidak dapat dihubungi. Periksa daya dan kabelnya.'
  laser.condition = trouble('unreachable', sentence)
  await page.goto(office.url())
  await expect(states(page)).toContainText(['Laser F4: tidak terhubung'])
  const banner = page.getByRole('status').filter({ hasText: sentence })
  await expect(banner).toHaveCount(0)
  desk.jobs = [{ id: 'j1', state: 'failed', reason: 'unreachable', printerName: 'Laser F4' }]
  office.publish('printing')
  await expect(banner).toContainText('1 cetakan menunggu printer ini; semuanya tersimpan.')
  await axe(page)
  await banner.getByRole('button', { name: 'Tutup' }).click()
  await expect(banner).toHaveCount(0)
  laser.condition = trouble('paper-out', 'Kertas Laser F4 habis. Pasang kertas.')
  office.publish('printing')
  await expect(page.getByRole('status').filter({ hasText: 'Kertas Laser F4 habis' })).toBeVisible()
})

test('a sheet that failed is no trouble of a printer that says it is ready', async ({ page }) => {
  const { desk } = office.office
  const [first, second] = desk.printers
  if (first === undefined || second === undefined) throw new Error('the sample has printers')
  second.condition = { state: 'unknown', reason: null, sentence: null }
  desk.jobs = [{ state: 'failed', reason: 'paper-out', printerName: first.name }]
  await page.goto(office.url())
  await expect(states(page)).toHaveText([/^3 printer siap/])
  desk.jobs = [{ state: 'failed', reason: 'unreachable', printerName: second.name }]
  office.publish('printing')
  await expect(states(page)).toContainText([`${second.name}: tidak terhubung`])
})

test('F1 opens the help of every screen with its keys, and puts it away', async ({ page }) => {
  await page.goto(office.url())
  await expect(page.getByText('Bantuan layar ini')).toBeVisible()
  for (const name of await rail(page).getByRole('link').all()) {
    await name.click()
    const heading = (await page.title()).split(' – ')[0] ?? ''
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: `Bantuan: ${heading}` })
    await expect(help.getByRole('heading', { name: 'Langkah' })).toBeVisible()
    await expect(help).toContainText('Kunci layar')
    if (heading === 'Beranda') await axe(page)
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})

test('F1 helps at the door, on the lock and at the first start, and puts itself away', async ({ page }) => {
  const help = async (name: string) => {
    await page.keyboard.press('F1')
    const drawer = page.getByRole('dialog', { name: `Bantuan: ${name}` })
    await expect(drawer.getByRole('heading', { name: 'Langkah' })).toBeVisible()
    await axe(page)
    await page.keyboard.press('F1')
    await expect(drawer).toBeHidden()
  }
  signedOut(office.office)
  await page.goto(office.url())
  const username = page.getByRole('textbox', { name: 'Nama pengguna' })
  await expect(username).toBeFocused()
  await help('Masuk')
  await expect(username).toBeFocused()
  await username.fill('ratih.puspalina')
  await password(page).fill(stubPassword)
  await page.keyboard.press('Enter')
  await rail(page).waitFor()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible()
  await help('Layar terkunci')
  office.office.station = { ...office.office.station, state: 'needs-office', office: null, user: null }
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Siapkan kantor ini' })).toBeVisible()
  await help('Siapkan kantor ini')
})

test('a fault that only the page knows reaches the log under the code on the screen, once', async ({
  page,
}) => {
  await page.goto(office.url())
  await rail(page).waitFor()
  // The host is gone for this one question, so that no server can have logged it.
  await page.route('**/trpc/reports.daily*', (route) => route.abort())
  await rail(page).getByRole('link', { name: 'Laporan' }).click()
  const shown = page.getByText(/^GL-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await expect(shown).toBeVisible()
  await expect(() => {
    expect(office.office.reported.map((one) => one.about)).toContain('reports.daily')
  }).toPass()
  const code = /GL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await shown.textContent()) ?? '')?.[0]
  const reports = office.office.reported.filter((one) => one.reference === code)
  expect(reports).toMatchObject([{ kind: 'question', place: '/laporan', about: 'reports.daily' }])
})

test('the screen locks by itself, shows no applicant, and opens with the password', async ({ page }) => {
  await page.clock.install()
  await page.goto(office.url())
  await rail(page).waitFor()
  await page.clock.fastForward('05:30')
  await expect(page.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible()
  await expect(rail(page)).toBeHidden()
  expect(office.office.station.user).toBeNull()
  await axe(page)
  await password(page).fill('salah')
  await page.keyboard.press('Enter')
  await expect(password(page)).toHaveAccessibleDescription(/Kata sandi tidak cocok/)
  await password(page).fill(stubPassword)
  await page.keyboard.press('Enter')
  await expect(rail(page)).toBeVisible()
})

test('a first start names every field that is missing', async ({ page }) => {
  office.office.station = { ...office.office.station, state: 'needs-office', office: null, user: null }
  await page.goto(office.url())
  await page.getByRole('button', { name: 'Buat kantor' }).click()
  await expect(page.getByText('Nama administrator belum diisi.')).toBeVisible()
  await expect(page.getByText('Kata sandi belum diisi.')).toBeVisible()
  await axe(page)
})

test('an unknown key says how to get in', async ({ page }) => {
  await page.goto(office.url().replace(/key=.*/, 'key=lama'))
  await expect(page.getByRole('heading', { name: 'Jendela ini sudah tidak dikenal' })).toBeVisible()
})

test('the appearance is chosen in the menu and is the same after the window was closed', async ({ page }) => {
  await page.goto(office.url())
  await page.getByRole('button', { name: 'Menu Ratih Puspalina Loket 2' }).click()
  await page.getByRole('menuitemradio', { name: 'Gelap' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.keyboard.press('Escape')
  await axe(page)
  await expect(() => expect(office.office.station.user?.colourScheme).toBe('dark')).toPass()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByRole('button', { name: 'Menu Ratih Puspalina Loket 2' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'Gelap' })).toBeChecked()
})

test('the list of keys opens with Ctrl+/ and the window works at 125 %', async ({ page }) => {
  await page.setViewportSize({ width: 1093, height: 614 })
  await page.goto(office.url())
  await expect(rail(page).getByRole('link', { name: 'Berkas' })).toBeVisible()
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: 'Tombol pintas' })).toContainText('Kunci layar')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await axe(page)
})
