import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test.use({ ownOffice: 'schedules' })

test('a report is set by keyboard, lies in its folder when it is due, and one that cannot be written says why', async ({
  open,
  page,
  station,
  expectAccessible,
}) => {
  await open()
  await deskWork(page).signIn('admin')
  await page.goto('about:blank')
  await open('/pengaturan/jadwal')
  const list = page.getByRole('grid', { name: 'Laporan terjadwal' })
  const daily = list.getByRole('row').filter({ hasText: 'Laporan harian' })
  const weekly = list.getByRole('row').filter({ hasText: 'disk-bersama' })
  await expect(daily).toContainText('Selesai')
  const made = readdirSync(join(station.dataDir, 'laporan'))
  expect(made.filter((name) => /^laporan-harian-\d{4}-\d\d-\d\d\.pdf$/.test(name)).length).toBeGreaterThan(1)
  expect(
    readFileSync(join(station.dataDir, 'laporan', made[0] ?? ''))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await weekly.click()
  await expect(page.getByText(/^Folder tujuan tidak ditemukan/).first()).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+b')
  const folder = page.getByLabel('Folder', { exact: true })
  await folder.fill('laporan bulanan')
  await page.keyboard.press('Control+Enter')
  await expect(folder).toHaveAccessibleDescription(/^Tulis folder secara lengkap/)
  const target = page.getByRole('radiogroup', { name: 'Tujuan' })
  await target.getByRole('radio', { name: 'E-mail' }).click()
  await target.getByRole('radio', { name: 'Folder komputer ini' }).click()
  await expect(folder, 'what was typed is still there').toHaveValue('laporan bulanan')
  const kept = join(station.dataDir, 'laporan-baru')
  mkdirSync(kept)
  await folder.fill(kept)
  await page.keyboard.press('Control+Enter')
  const own = list.getByRole('row').filter({ hasText: 'laporan-baru' })
  await expect(own).toBeVisible()
  expect(existsSync(kept)).toBe(true)
  await expect(page.getByText(/^Belum ada\. Laporan pertama/)).toBeVisible()
  await page.getByRole('button', { name: 'Hapus jadwal' }).press('Enter')
  await expect(page.getByText(/^Tekan sekali lagi/)).toBeVisible()
  await page.getByRole('button', { name: 'Hapus jadwal' }).press('Enter')
  await expect(own).toHaveCount(0)
})

test('a schedule that was set writes its file when its moment has passed, once', async ({ startOffice }) => {
  const office = await startOffice()
  const { page, station } = office
  const folder = join(station.dataDir, 'pekanan')
  mkdirSync(folder)
  await deskWork(page).signIn('admin')
  await page.goto('about:blank')
  await page.goto(station.address('/pengaturan/jadwal'))
  const list = page.getByRole('grid', { name: 'Laporan terjadwal' })
  await expect(list).toBeVisible()
  await page.keyboard.press('Control+b')
  await page.getByRole('radio', { name: 'Setiap minggu' }).click({ force: true })
  await page.getByLabel('Folder', { exact: true }).fill(folder)
  await page.keyboard.press('Control+Enter')
  const own = list.getByRole('row').filter({ hasText: 'pekanan' })
  await expect(own).toContainText('–')
  expect(readdirSync(folder)).toEqual([])

  // Within seven days there is one Sunday, whatever today is.
  await station.kill()
  const later = await startOffice({ dataDir: station.dataDir, daysAhead: 7 })
  await expect.poll(() => readdirSync(folder)).toHaveLength(1)
  const [made = ''] = readdirSync(folder)
  expect(made).toMatch(/^laporan-harian-\d{4}-\d\d-\d\d.*\.pdf$/)
  expect(readFileSync(join(folder, made)).subarray(0, 5).toString()).toBe('%PDF-')
  await deskWork(later.page).signIn('admin')
  await later.page.goto('about:blank')
  await later.page.goto(later.station.address('/pengaturan/jadwal'))
  const row = later.page.getByRole('grid', { name: 'Laporan terjadwal' }).getByRole('row')
  await expect(row.filter({ hasText: 'pekanan' })).toContainText('Selesai')
  expect(readdirSync(folder), 'nothing is made twice').toEqual([made])
})
