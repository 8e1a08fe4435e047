import type { Page } from '@playwright/test'
import { fullDate, numericDate } from '#domain/indonesian.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'

const workers = ['loket', 'technical-team', 'back-office', 'section-head', 'division-head', 'secretary']

/** A dossier in somebody's queue whose promised day is still to come, in an office that promises one. */
async function promisedDossier(page: Page) {
  const { client, signIn } = deskWork(page)
  const today = officeDateOf(instantOf(Date.now()), 'Asia/Jakarta')
  for (const username of workers) {
    await signIn(username)
    const { lines } = await client.dossiers.queue.query({ stage: null })
    const found = lines.find((one) => one.dueOn !== null && one.dueOn > today && one.timeLeft.kind === 'left')
    if (found?.dueOn) return { username, id: found.id, name: found.holderName, dueOn: found.dueOn }
  }
  throw new Error('nobody in the sample office waits for a promised day')
}

/** Somebody sits down at this window. */
async function sitDown(page: Page, username: string) {
  await deskWork(page).signIn(username)
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
}

test('a holiday under a promise moves it, and dossier, queue and Waktu say from when to when and why', async ({
  startOffice,
  expectAccessible,
}) => {
  // A station of its own is started within the test.
  test.slow()
  const { page } = await startOffice({ profile: 'tanjungpinang' })
  await page.getByLabel('Nama pengguna').waitFor()
  const work = deskWork(page)
  const promised = await promisedDossier(page)

  // What the sample promised follows the office's own calendar, whatever day it is opened on.
  const promise = await work.client.dossiers.clocks.query({ id: promised.id })
  expect(promise?.whole.dueOn).toBe(promised.dueOn)

  // Whoever does not administer the office neither sees the calendar nor may change it.
  await sitDown(page, promised.username)
  await expect(page.getByRole('link', { name: 'Pengaturan' })).toHaveCount(0)
  const flood = { type: 'office-closed', name: 'Banjir', estimated: false } as const
  await expect(
    work.client.calendar.changeDay.mutate({ date: promised.dueOn, holiday: flood, source: 'SE 12' }),
  ).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } })

  await sitDown(page, 'admin')
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('radio', { name: 'Kalender' }).click()
  await page.keyboard.press('Control+b')
  await page.getByLabel('Tanggal', { exact: true }).fill(numericDate(promised.dueOn))
  await page.getByLabel('Nama hari libur').fill('Banjir')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Dasar perubahan')).toBeFocused()
  await page.getByLabel('Dasar perubahan').fill('SE Wali Kota 12 Tahun 2026')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^\d+ janji berubah dan ditandai pada berkasnya\.$/)).toBeVisible()
  const row = page.getByRole('grid', { name: 'Daftar hari libur' }).getByRole('row', { name: /Banjir/ })
  await expect(row).toContainText(fullDate(promised.dueOn))
  await expect(row).toContainText('diubah kantor')
  await expectAccessible(page)

  await sitDown(page, promised.username)
  const dossiers = dossiersPage(page)
  await dossiers.show(promised.id, promised.name)
  const { line } = await work.client.dossiers.get.query({ id: promised.id })
  if (line.dueOn === null) throw new Error('the promise is gone')
  const because = `Banjir (${fullDate(promised.dueOn)}) menjadi hari libur`
  await expect(
    page.getByRole('paragraph').filter({
      hasText: `Janji berubah dari ${fullDate(promised.dueOn)} menjadi ${fullDate(line.dueOn)} karena ${because}.`,
    }),
  ).toBeVisible()
  await expect(dossiers.queue.getByRole('option', { selected: true })).toContainText('janji berubah')

  await dossiers.tab('Waktu')
  const days = page.getByRole('region', { name: 'Hari demi hari' }).getByRole('listitem')
  await expect(days.filter({ hasText: fullDate(promised.dueOn) })).toContainText('Kantor tutup: Banjir')
  await expect(days.filter({ hasText: 'batas janji' })).toContainText(fullDate(line.dueOn))
  const clocks = await work.client.dossiers.clocks.query({ id: promised.id })
  await expect(days).toHaveCount(clocks?.days.length ?? 0)
  await expectAccessible(page)
})
