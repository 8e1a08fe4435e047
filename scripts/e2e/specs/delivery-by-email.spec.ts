import { startSmtpServer } from '#adapters/mail/testing/smtp-double.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { handoverPage } from '../pages/handover-page.ts'

test('a signed permit is sent to its holder through the office’s mail server, once, with proof, and may come back', async ({
  startOffice,
  expectAccessible,
}) => {
  // A station of its own is started within the test.
  test.slow()
  const smtp = await startSmtpServer()
  /** What the server has for an address: the sample office has mails of its own. */
  const mailTo = (address: string): string => {
    const [mail, ...more] = smtp.received.filter((one) => one.to.includes(address))
    if (!mail) return 'nothing'
    return more.length > 0
      ? 'twice'
      : mail.bytes.includes('application/pdf')
        ? 'with the permit'
        : 'no permit'
  }
  const { page } = await startOffice({ profile: 'tanjungpinang' })
  await page.getByLabel('Nama pengguna').waitFor()
  const { client, signIn } = deskWork(page)
  const sitDown = async (username: string) => {
    await signIn(username)
    await page.reload()
    await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  }

  // The administrator sets the server, tries it, and saves it.
  await sitDown('admin')
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('radio', { name: 'E-mail' }).click()
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByRole('radio', { name: 'Tanpa enkripsi' }).click()
  await page.getByLabel('Port').fill(String(smtp.port))
  await page.getByLabel('Nama pengirim').fill('DPMPTSP Kota Tanjungpinang')
  await page.getByLabel('Alamat pengirim').fill('izin@contoh.go.id')
  await page.getByLabel('Kirim percobaan ke').fill('admin@contoh.go.id')
  await page.getByRole('button', { name: 'Kirim E-mail Percobaan' }).click()
  await expect(page.getByText(/^Terkirim\. Jawaban server: 250/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^127\.0\.0\.1, disimpan/)).toBeVisible()

  // The counter sends what waits.
  await sitDown('loket')
  const { lines } = await client.handover.ready.query()
  const mailed = await client.mails.list.query({ which: 'in-need' })
  const waiting = await client.mails.list.query({ which: 'under-way' })
  const known = [...mailed, ...waiting].map((one) => one.applicationId)
  const line = lines.find(({ id }) => !known.includes(id))
  if (line === undefined) throw new Error('the sample office has nothing ready')
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(handover.chosen(line.holderName)).toBeVisible()
  await page.getByRole('radio', { name: 'E-mail' }).click()
  const address = page.getByLabel('Alamat e-mail')
  await address.fill('kinanti contoh.id')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/spasi/).first()).toBeVisible()
  await address.fill('kinanti@contoh.id')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('E-mail untuk kinanti@contoh.id masuk antrean')).toBeVisible()
  await expect.poll(() => mailTo('kinanti@contoh.id')).toBe('with the permit')
  await expect
    .poll(async () => (await client.dossiers.get.query({ id: line.id })).line.status)
    .toBe(line.productKind === 'permit' ? 'handed-over' : 'refused')

  // The proof stands among the mails; when it comes back, one key says so.
  await page.getByRole('link', { name: 'E-mail' }).click()
  await page.getByRole('radio', { name: 'Selesai' }).click()
  await page.getByRole('grid', { name: 'E-mail' }).getByRole('row', { name: line.registrationNumber }).click()
  await expect(page.getByText(/@contoh\.go\.id>$/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('k')
  await page.getByRole('radio', { name: /^Perlu ditangani/ }).click()
  await page.getByRole('grid', { name: 'E-mail' }).getByRole('row', { name: line.registrationNumber }).click()
  await page.getByLabel('Alamat yang benar').fill('kinanti.kantor@contoh.id')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Kirim ke Alamat Ini' }).click()
  await expect(
    page.getByRole('grid', { name: 'E-mail' }).getByRole('row', { name: line.registrationNumber }),
  ).toHaveCount(0)
  await expect.poll(() => mailTo('kinanti.kantor@contoh.id')).toBe('with the permit')
  await smtp.close()
})
