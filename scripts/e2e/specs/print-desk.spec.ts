import type { Page } from '@playwright/test'
import { officeDate } from '#domain/office-date.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import type { SentForm } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { printDeskPage } from '../pages/print-desk-page.ts'
import { samplePassword } from '../pages/sign-in-page.ts'

const person = (nik: string, name: string, strNumber: string): SentForm => ({
  ...samplePerson,
  nik,
  name,
  nameOnPermit: `dr. ${name}`,
  strNumber,
})
const kinanti = person('6171 0447 0894 0503', 'Kinanti Sebangki', '6122100126004173')
const larasati = person('6171 0452 0391 0104', 'Larasati Kapuas', '6122100126004174')
const aurelia = person('6171 0470 0593 0105', 'Aurelia Sintang', '6122100126004175')

async function sitDown(page: Page, username: string, open: (path: string) => Promise<Page>, path: string) {
  await deskWork(page).signIn(username)
  await page.goto('about:blank')
  await open(path)
}

test('a letter is numbered, printed, signed and activated by keys alone', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const work = deskWork(page)
  const id = await work.toPrintDesk(kinanti)
  await sitDown(page, 'cetak', open, '/pencetakan')
  const desk = printDeskPage(page)
  await desk.choose('dr. Kinanti Sebangki')
  await desk.expectSheet()
  await expect(desk.pane.getByText('Belum bernomor')).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+p')
  await expect(page.getByText('Surat ini belum bernomor. Tekan Beri Nomor dahulu.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText('Bernomor', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(desk.pane.getByText('Tercetak', { exact: true })).toBeVisible({ timeout: 20_000 })
  await expect
    .poll(() => desk.under('Menunggu tanda tangan'))
    .toContainEqual(expect.stringContaining('dr. Kinanti Sebangki'))

  await page.keyboard.press('Control+Enter')
  const signedOn = desk.dialog.getByRole('textbox', { name: 'Ditandatangani pada' })
  await expect(signedOn).toBeFocused()
  await signedOn.fill('01-01-2999')
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog.getByText('Tanggal 1 Januari 2999 belum tiba.')).toBeVisible()
  await expect(signedOn).toHaveValue('01-01-2999')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(signedOn).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Ditandatangani \d/)).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await expect(desk.row('dr. Kinanti Sebangki').filter({ hasNotText: 'tercetak' })).toHaveCount(0)
  const view = await work.client.dossiers.get.query({ id })
  expect(view.line.status).toBe('issued')
  expect(view.history.filter(({ text }) => text.startsWith('Diberi nomor'))).toHaveLength(1)
})

test('ticked letters are numbered and printed one after another, and printed again only with a reason and a second person', async ({
  open,
  page,
}) => {
  await open()
  const work = deskWork(page)
  const ids = [await work.toPrintDesk(larasati), await work.toPrintDesk(aurelia)]
  await sitDown(page, 'cetak', open, '/pencetakan')
  const desk = printDeskPage(page)
  await page.getByRole('checkbox', { name: 'Pilih dr. Larasati Kapuas' }).check()
  await desk.choose('dr. Aurelia Sintang')
  await page.keyboard.press('Space')
  await expect(desk.pane.getByRole('button', { name: 'Beri Nomor dan Cetak 2 lembar' })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect
    .poll(() => desk.under('Menunggu tanda tangan'), { timeout: 20_000 })
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('dr. Larasati Kapuas'),
        expect.stringContaining('dr. Aurelia Sintang'),
      ]),
    )

  await desk.choose('dr. Aurelia Sintang')
  await page.keyboard.press('r')
  await expect(desk.dialog.getByLabel('Alasan cetak ulang')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(
    desk.dialog.getByText('Tulis alasannya dahulu, misalnya “lembar pertama kusut”.'),
  ).toBeVisible()
  await page.keyboard.insertText('Lembar pertama kusut')
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog.getByText('Minta atasan mengisinya sendiri di sini').first()).toBeVisible()
  await desk.dialog.getByLabel('Nama pengguna atasan').fill('kabid')
  await desk.dialog.getByLabel('Kata sandi atasan').fill(samplePassword)
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog).toHaveCount(0)
  const views = await Promise.all(ids.map((id) => work.client.dossiers.get.query({ id })))
  const permits = views.map(({ jobs }) => jobs.filter(({ document }) => document === 'permit'))
  expect(permits.map((jobs) => jobs.map(({ copy }) => copy))).toEqual([[1], [2, 1]])
  expect(permits[1]?.[0]?.second).toEqual({ consentBy: 'Haryati Mensiku, S.H.' })
  expect(new Set(views.map(({ product }) => product?.number)).size).toBe(2)
})

test('a sheet nobody is sure of is asked for until its own code is read', async ({ open, page }) => {
  await open()
  await sitDown(page, 'cetak', open, '/pencetakan')
  const { client } = deskWork(page)
  const { jobs } = await client.printing.desk.query()
  const job = jobs.find(({ state }) => state === 'unknown')
  if (job === undefined) throw new Error('the sample office has no sheet of unknown fate')
  const { product } = await client.dossiers.get.query({ id: job.applicationId ?? '' })
  const field = page.getByLabel(`Kode lembar ${job.title}`)
  await expect(field).toBeFocused()

  await page.keyboard.type('7K3M', { delay: 70 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kode 7K3M tidak terbaca.')).toBeVisible()
  await field.fill('0000000000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kode 0000000000 bukan milik lembar ini.')).toBeVisible()
  expect((await client.printing.job.query({ jobId: job.id }))?.state).toBe('unknown')

  await field.fill(product?.verificationCode.slice(0, 10) ?? '')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  expect((await client.printing.job.query({ jobId: job.id }))?.state).toBe('printed')
  // Its blank is settled with it, on the day on which it was taken.
  const { entries } = await client.blanks.card.query({
    from: officeDate('2026-01-01'),
    until: officeDate('2099-12-31'),
  })
  expect(entries.filter(({ jobId }) => jobId === job.id)).toMatchObject([
    { state: 'printed', settled: { by: 'Dodi Kertasari' } },
  ])
})

test('a role without the print desk sees neither the screen nor its data', async ({ open, page }) => {
  await open()
  await sitDown(page, 'dinkes', open, '/pencetakan')
  await expect(page.getByRole('heading', { name: 'Layar ini tidak ada' })).toBeVisible()
  const rail = page.getByRole('navigation', { name: 'Layar' })
  await expect(rail.getByRole('link', { name: /Berkas/ })).toBeVisible()
  for (const screen of ['Pencetakan', 'Laporan', 'Pengaturan'])
    await expect(rail.getByRole('link', { name: screen })).toHaveCount(0)
  const { client } = deskWork(page)
  for (const ask of [
    () => client.printing.desk.query(),
    () => client.administration.users.query(),
    () => client.reports.daily.query({ day: '2026-11-19' }),
  ])
    await expect(ask()).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } })
})
