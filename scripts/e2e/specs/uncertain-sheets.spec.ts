import { startPrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { scanWith } from '../pages/scanner.ts'

test.use({ ownOffice: 'uncertain-sheets' })

test('a sheet that did not come out is printed once more as the same copy; one that did is known by its scan on any screen', async ({
  open,
  page,
}) => {
  await open()
  const { client, signIn, takeIn } = deskWork(page)
  await signIn('cetak')
  await page.goto('about:blank')
  await open('/pencetakan')
  const { jobs } = await client.printing.desk.query()
  const permit = jobs.find(({ state, document }) => state === 'unknown' && document !== 'receipt')
  if (permit === undefined) throw new Error('the sample office has no sheet of unknown fate')
  const field = page.getByLabel(`Kode lembar ${permit.title}`)
  await expect(field).toBeVisible()
  await page.getByRole('button', { name: 'Lembar tidak keluar' }).click()
  await expect(page.getByText(`${permit.title} dicetak lagi.`)).toBeVisible()
  await expect(field).toHaveCount(0)
  await expect
    .poll(() => client.printing.job.query({ jobId: permit.id }), { timeout: 20_000 })
    .toMatchObject({ state: 'printed', copy: permit.copy })

  const double = await startPrinterDouble({ kind: 'no-status' })
  await signIn('admin')
  const thermal = (await client.administration.printers.query()).find(({ kind }) => kind === 'thermal')
  if (thermal === undefined) throw new Error('the sample office has no thermal printer')
  const moved = { ...thermal, address: double.address }
  expect(await client.administration.savePrinter.mutate(moved)).toMatchObject({ ok: true })
  // The strip comes out, and its printer cannot say so.
  const dossier = await takeIn({ ...samplePerson, nik: '6171 0447 0894 0871', name: 'Saraswati Jawai' })
  const receipt = async () =>
    (await client.dossiers.get.query({ id: dossier })).jobs.find((one) => one.document === 'receipt')
  await expect.poll(async () => (await receipt())?.state, { timeout: 20_000 }).toBe('unknown')

  await signIn('loket')
  await page.goto('about:blank')
  await open('/informasi')
  const { trackingCode } = await client.dossiers.get.query({ id: dossier })
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  await scanWith(page, `https://contoh.id/track/${trackingCode}`)
  await expect(page.getByText(/^Tanda terima .* tercatat tercetak\.$/)).toBeVisible()
  expect((await receipt())?.state).toBe('printed')
  await double.close()
})
