import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'

test('what a permit asks for is found, printed and logged by keyboard alone', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('loket')
  await page.goto('about:blank')
  await open('/informasi')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Informasi Layanan' })).toBeVisible()
  await expectAccessible()
  const before = await client.information.consultations.query()

  const picker = main.getByRole('combobox', { name: 'Jenis izin', exact: true })
  await expect(picker).toBeFocused()
  await page.keyboard.insertText('dokter gigi')
  await expect(page.getByRole('listbox', { name: 'Jenis izin' })).toBeVisible()
  await expect(page.getByRole('option').first()).toHaveText(/^SIPDG /)
  await expect(page.getByRole('option').first()).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/informasi\/SIPDG\/new$/)
  const papers = main.getByRole('region', { name: 'Persyaratan' })
  const standard = await client.information.standard.query({ permitTypeCode: 'SIPDG', kind: 'new' })
  await expect(papers.getByRole('listitem')).toHaveCount(standard?.requirements.length ?? 0)
  await expect(papers.getByText('bila dikuasakan')).toBeVisible()
  await expectAccessible()

  await main.getByRole('tab', { name: 'Pencabutan' }).click()
  await expect(page).toHaveURL(/\/informasi\/SIPDG\/revocation$/)
  await expect(main.getByText(/^Keputusan Pencabutan /)).toBeVisible()

  await page.keyboard.press('Control+p')
  await expect(main.getByRole('status').getByText('Tercetak')).toBeVisible({ timeout: 20_000 })

  await main.getByRole('radio', { name: 'Telepon' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(main.getByText(`${before.total + 1} konsultasi dicatat hari ini`)).toBeVisible()
  const after = await client.information.consultations.query()
  expect(after).toEqual({ ...before, total: before.total + 1, phone: before.phone + 1 })
  await expectAccessible()
})

test('what is filed elsewhere says where and how', async ({ open, page, expectAccessible }) => {
  await open()
  await deskWork(page).signIn('loket')
  await page.goto('about:blank')
  await open('/informasi/SLHS-RM/new')
  const main = page.getByRole('main')
  await expect(main.getByText(/^Diajukan di /)).toBeVisible()
  await expect(main.getByRole('region', { name: 'Langkah' }).getByRole('listitem').first()).toBeVisible()
  await expectAccessible()
})

test('whoever stands at no counter reads it, and neither prints nor logs', async ({ open, page }) => {
  await open()
  await deskWork(page).signIn('dinkes')
  await page.goto('about:blank')
  await open('/informasi/SIPD/new')
  const main = page.getByRole('main')
  await expect(main.getByRole('region', { name: 'Persyaratan' })).toBeVisible()
  await expect(main.getByRole('button', { name: /Cetak informasi|Catat konsultasi/ })).toHaveCount(0)
})

test('the counter comes to the service of the type that is being taken in', async ({ open, page }) => {
  await open()
  await deskWork(page).signIn('loket')
  await page.goto('about:blank')
  await open('/terima')
  await intakePage(page).chooseType('SIPD')
  await page.getByRole('link', { name: 'Informasi layanan', exact: true }).click()
  await expect(page).toHaveURL(/\/informasi\/SIPD\/new$/)
})
