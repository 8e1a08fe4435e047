import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test('blank forms and statements of a type are chosen and printed by keyboard alone', async ({
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
  const picker = main.getByRole('combobox', { name: 'Jenis izin', exact: true })
  await expect(picker).toBeFocused()
  await page.keyboard.insertText('dokter gigi')
  await expect(page.getByRole('listbox', { name: 'Jenis izin' })).toBeVisible()
  await expect(page.getByRole('option').first()).toHaveText(/^SIPDG /)
  await expect(page.getByRole('option').first()).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/informasi\/SIPDG\/new$/)
  const standard = await client.information.standard.query({ permitTypeCode: 'SIPDG', kind: 'new' })
  const asked = standard?.forms.filter((one) => one.asked) ?? []
  await expect(main.getByRole('button', { name: /^Formulir/ })).toBeVisible()

  await page.keyboard.press('Control+b')
  const dialog = page.getByRole('dialog', { name: 'Formulir dan pernyataan' })
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(asked.length)
  await expect(dialog.getByRole('checkbox', { name: 'Formulir Permohonan' })).toBeChecked()
  await expectAccessible()

  // Without any there is nothing to print, and the dialog says so.
  const boxes = dialog.getByRole('checkbox', { checked: true })
  for (let left = asked.length; left > 0; left -= 1) {
    await boxes.first().focus()
    await page.keyboard.press('Space')
    await expect(boxes).toHaveCount(left - 1)
  }
  await expect(dialog.getByText('Pilih paling sedikit satu.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeVisible()

  for (const name of ['Surat Kuasa', 'Surat Pernyataan Keabsahan Dokumen']) {
    await dialog.getByRole('checkbox', { name }).focus()
    await page.keyboard.press('Space')
    await expect(dialog.getByRole('checkbox', { name })).toBeChecked()
  }
  await expect(dialog.getByRole('button', { name: /^Cetak 2 macam/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(main.getByRole('status').getByText('Tercetak')).toBeVisible({ timeout: 20_000 })
  await expectAccessible()
})

test('what is filed elsewhere has no blank forms of this office', async ({ open, page }) => {
  await open()
  await deskWork(page).signIn('loket')
  await page.goto('about:blank')
  await open('/informasi/SLHS-RM/new')
  const main = page.getByRole('main')
  await expect(main.getByText(/^Diajukan di /)).toBeVisible()
  await expect(main.getByRole('button', { name: /^Cetak informasi/ })).toBeVisible()
  await expect(main.getByRole('button', { name: /^Formulir/ })).toHaveCount(0)
})

test('statements that are still to be brought are printed from the checklist with what is typed', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  await signInPage(page).signIn('loket')
  const intake = intakePage(page)
  await intake.open()
  await page.getByLabel('Nama dan gelar', { exact: true }).fill('dr. Sinta Kapuasari')
  await intake.chooseType('SIPD')
  const offer = page.getByRole('button', { name: /^Cetak formulir/ })
  await expect(offer).toBeVisible()
  await page.keyboard.press('Control+b')
  const dialog = page.getByRole('dialog', { name: 'Formulir dan pernyataan' })
  await expect(dialog.getByRole('checkbox', { name: 'Surat Pernyataan SIP Pertama' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Formulir Permohonan' })).not.toBeChecked()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Formulir masuk antrean cetak.')).toBeVisible()
  await expect(offer).toBeFocused()
})
