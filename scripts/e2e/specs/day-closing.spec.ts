import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { samplePassword } from '../pages/sign-in-page.ts'

test.use({ ownOffice: 'day-closing' })

test('the supervisor closes the day, and what comes in later is seen at once', async ({
  open,
  page,
  browser,
  station,
  expectAccessible,
}) => {
  await open()
  const work = deskWork(page)
  await work.signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan')
  await expect(page.getByText('Belum ditutup', { exact: true })).toBeVisible()
  await page.keyboard.press('t')
  const pane = page.getByRole('complementary', { name: /^Tutup Harian/ })
  await expect(pane.getByRole('heading', { name: 'Hari lain yang belum ditutup' })).toBeVisible()
  await pane.getByRole('button', { name: 'Tutup Harian' }).click()

  const dialog = page.getByRole('dialog', { name: /^Tutup Harian/ })
  await expect(dialog.getByLabel('Catatan untuk yang tetap terbuka')).toBeFocused()
  await page.keyboard.insertText('Lembar dicari besok pagi')
  await dialog.getByLabel('Kata sandi Anda sekali lagi').fill('bukan kata sandinya')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/^Kata sandi tidak cocok/)).toBeVisible()
  await expectAccessible()
  await dialog.getByLabel('Kata sandi Anda sekali lagi').fill(samplePassword)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/^Ditutup \d\d\.\d\d oleh Haryati Mensiku/)).toBeVisible()
  await expect(pane.getByText('Lembar dicari besok pagi')).toBeVisible()

  const { closings, day } = await work.client.closings.day.query({
    day: (await work.client.overview.now.query()).day,
  })
  const sheet = await page.evaluate(
    async (path) => (await fetch(path)).status,
    `/files/report/daily/${day}.pdf`,
  )
  expect(sheet).toBe(200)
  await pane.getByLabel('Isi QR lembar laporan').fill(closings[0]?.code ?? '')
  await expect(pane.getByText(/^Sidik cocok/)).toBeVisible()
  await expectAccessible()

  const counter = await (await browser.newContext()).newPage()
  await counter.goto(station.address())
  await counter.locator('#root > *').first().waitFor({ state: 'attached' })
  const person = {
    ...samplePerson,
    nik: '6171 0447 0894 0911',
    name: 'Sekar Pelangi',
    nameOnPermit: 'dr. Sekar Pelangi',
  }
  await deskWork(counter).takeIn(person)
  await expect(page.getByText('Ada entri sesudah ditutup', { exact: true })).toBeVisible()
  await expect(pane.getByRole('listitem').filter({ hasText: 'dr. Sekar Pelangi' }).first()).toBeVisible()

  await counter.context().close()

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /^Beranda/ }).click()
  await expect(page.getByRole('region', { name: 'Kantor saat ini' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: /^Keluar dari layar besar/ })).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Kantor saat ini' })).toBeVisible()
})
