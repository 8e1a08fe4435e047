import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test.use({ ownOffice: 'blanks' })

test('a sheet that came out spoiled stays on the card with its number, and the next blank takes its place', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('cetak')
  await page.goto('about:blank')
  await open('/pencetakan')
  const { jobs } = await client.printing.desk.query()
  const job = jobs.find(({ state }) => state === 'unknown')
  if (job === undefined) throw new Error('the sample office has no sheet of unknown fate')
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: 'Lembar rusak' }).click()
  await expect(dialog.getByLabel('Mengapa rusak')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Tulis alasannya dahulu, misalnya “kertas macet”.')).toBeVisible()
  await expectAccessible()
  await page.keyboard.insertText('kertas macet di laci dua')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByLabel(`Kode lembar ${job.title}`)).toHaveCount(0)
  await expect.poll(async () => (await client.printing.job.query({ jobId: job.id }))?.state).toBe('printed')

  await page.getByRole('button', { name: 'Blangko', exact: true }).click()
  const list = page.getByRole('grid', { name: 'Lembar pada kartu' })
  const [number = ''] = job.title.split(' ')
  const lines = list.getByRole('row').filter({ hasText: number })
  await expect(lines.filter({ hasText: 'kertas macet di laci dua' })).toContainText('Rusak')
  await expect(lines.filter({ hasText: 'Tercetak' }).first()).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+b')
  await expect(page.getByRole('textbox', { name: 'Nomor pertama' })).toBeFocused()
  await page.keyboard.insertText('BLK-009001')
  await page.getByRole('textbox', { name: 'Nomor terakhir' }).fill('BLK-009500')
  await page.getByRole('textbox', { name: 'Banyaknya lembar' }).fill('400')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/adalah 500 lembar, tetapi tertulis 400/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Nomor terakhir' })).toHaveValue('BLK-009500')
  await page.getByRole('textbox', { name: 'Banyaknya lembar' }).fill('500')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Blangko BLK-009001 sampai BLK-009500')).toBeVisible()

  await lines.filter({ hasText: 'Tercetak' }).click()
  await page.getByRole('button', { name: 'Tarik Lembar' }).click()
  await page.keyboard.insertText('ralat alamat praktik')
  await dialog.getByRole('button', { name: 'Tarik Lembar' }).click()
  await expect(lines.filter({ hasText: 'ralat alamat praktik' })).toContainText('Rusak')
})
