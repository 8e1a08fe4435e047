import { expect, test } from '../fixtures.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test('each role opens the year of the sample office and finds its work', async ({ startOffice }) => {
  // A year is filled before the first window is there.
  test.setTimeout(300_000)
  const { page } = await startOffice({ year: true })
  const signIn = signInPage(page)
  for (const username of ['loket', 'dinkes', 'pemrosesan', 'cetak']) {
    await signIn.signIn(username)
    await expect(page.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible()
    const work = page.getByRole('grid', { name: 'Perlu tindakan Anda' })
    await expect(work.getByRole('row').nth(1)).toBeVisible()
    await signIn.signOut()
  }

  await signIn.signIn('loket')
  await page.getByRole('link', { name: /^Penyerahan Izin/ }).click()
  const ready = page.getByRole('grid', { name: 'Izin yang siap diambil' })
  await expect(ready.getByRole('row').nth(1)).toBeVisible()
  await signIn.signOut()

  await signIn.signIn('kabid')
  await page.getByRole('link', { name: /^Laporan/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laporan' })).toBeVisible()
})
