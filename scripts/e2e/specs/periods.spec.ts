import { instantOf } from '#domain/instant.ts'
import { addMonths, officeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { periodAround, periodBefore } from '#domain/report-period.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test('a month is compared, and each of its figures opens as many dossiers as it says and takes the focus back', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan/periode')
  const today = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
  const days = periodAround('month', addMonths(officeDate(`${today.slice(0, 7)}-01`), -1))
  const ask = (span: typeof days) =>
    client.figures.period.query({ ...span, by: 'permit-type', per: 'day', where: {}, asOf: null })
  const [month, before] = [await ask(days), await ask(periodBefore(days))]
  const received = page.getByRole('term').filter({ hasText: 'Diterima' })
  await expect(received).toBeVisible()

  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`dari=${days.from}`))
  const total = page.getByRole('row', { name: /^Jumlah/ })
  await expect(total.getByRole('cell').first()).toHaveText(String(month.total.received))
  const change = (month.total.received ?? 0) - (before.total.received ?? 0)
  const words = change === 0 ? 'tetap' : `${change > 0 ? 'naik' : 'turun'} ${Math.abs(change)}`
  await expect(received.locator('..')).toContainText(`${before.total.received}, ${words}`)
  await expect(
    page.getByRole('group', { name: 'Izin terbit per hari' }).getByRole('button').first(),
  ).toBeVisible()

  const cell = total.getByRole('button', { name: /terbit, semua jenis/ })
  await cell.focus()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('complementary', { name: /^Semua jenis terbit/ })
  await expect(pane.getByText(`${month.total.issued} berkas, sama dengan angka di tabel`)).toBeVisible()
  await expect(page).toHaveURL(/kolom=issued/)
  await page.reload()
  await expect(pane.getByText(`${month.total.issued} berkas, sama dengan angka di tabel`)).toBeVisible()
  // The report itself is looked at by the spec of all screens.
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)
  await expect(cell).toBeFocused()

  await page.getByRole('tab', { name: 'Rekap per jenis' }).click()
  const types = await client.figures.typeRecap.query({ ...days, asOf: null })
  const typed = page.getByRole('table', { name: /^Rekap per jenis izin/ })
  const inProcess = typed.getByRole('button', { name: /dalam proses, semua jenis/ })
  await expect(inProcess).toHaveText(String(types.total.inProcess))
  await inProcess.click()
  const waiting = page.getByRole('complementary', { name: /^Semua jenis dalam proses/ })
  await expect(waiting.getByText(`${types.total.inProcess} berkas, sama dengan angka di tabel`)).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Rekap tahun' }).click()
  const { year, figure } = { year: Number(days.from.slice(0, 4)), figure: 'issued' } as const
  const recap = await client.figures.recap.query({ year, figure, asOf: null })
  const matrix = page.getByRole('table', { name: /^Izin terbit menurut jenis izin dan bulan/ })
  await expect(matrix.getByRole('row', { name: /^Jumlah/ }).getByRole('cell')).toHaveText(
    [...recap.months, recap.total].map(String),
  )
})
