import { addDays } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { instantOf } from '#domain/instant.ts'
import { fullDate } from '#domain/indonesian.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

const columns = ['received', 'returned', 'issued', 'refused', 'revoked', 'handedOver'] as const

test('every figure of a day opens as many dossiers as it says', async ({ open, page, expectAccessible }) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan')
  const today = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
  const picked = page.getByRole('button', { name: /^Pilih hari/ })
  await expect(picked).toHaveText(fullDate(today))

  // Back to a day on which something was issued.
  const { series } = await client.reports.daily.query({ day: today })
  const day = series.findLast((one) => one.issued > 0 && one.day < today)?.day
  if (day === undefined) throw new Error('the sample office has issued nothing in two weeks')
  for (let at = today; at > day; at = addDays(at, -1)) await page.keyboard.press('ArrowLeft')
  await expect(picked).toHaveText(fullDate(day))
  await expect(page).toHaveURL(new RegExp(`/laporan/${day}$`))
  const report = await client.reports.daily.query({ day })
  const figures = page.getByRole('table', { name: `Angka menurut jenis izin, ${fullDate(day)}` })
  const total = figures.getByRole('row', { name: /^Jumlah/ })
  await expect(total.getByRole('cell')).toHaveText(columns.map((key) => String(report.total[key])))
  await expectAccessible()

  await total.getByRole('button', { name: /terbit, semua jenis/ }).click()
  const pane = page.getByRole('complementary', { name: /^Semua jenis terbit/ })
  await expect(pane.getByRole('option')).toHaveCount(report.total.issued)
  await expect(pane.getByText('sama dengan angka di tabel')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)

  await page.getByRole('tab', { name: /^Izin terbit/ }).click()
  const issued = page.getByRole('grid', { name: 'Izin terbit' })
  await expect(issued.getByRole('row')).toHaveCount(report.issued.length + 1)
  await page.getByRole('tab', { name: /^Register keluar/ }).click()
  const register = page.getByRole('grid', { name: 'Register keluar' })
  await expect(register.getByRole('row')).toHaveCount(report.outgoing.length + 1)
})

test('the report of the day comes as PDF, as XLSX and out of the printer', async ({ open, page }) => {
  await open()
  await deskWork(page).signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan')
  for (const [item, ending] of [
    [/^PDF/, 'pdf'],
    [/^Excel/, 'xlsx'],
  ] as const) {
    await page.getByRole('button', { name: 'Unduh' }).click()
    const begun = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item }).click()
    const download = await begun
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^laporan-harian-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`),
    )
    expect(await download.failure()).toBeNull()
  }
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('status').getByText('Tercetak')).toBeVisible({ timeout: 20_000 })
})
