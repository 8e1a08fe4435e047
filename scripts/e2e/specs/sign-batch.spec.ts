import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test('several permits are opened, ticked and signed with one passphrase; a wrong one signs none', async ({
  startOffice,
  expectAccessible,
}) => {
  const { page } = await startOffice({ profile: 'tanjungpinang' })
  await deskWork(page).signIn('agency-head')
  await page.reload()
  await page.getByRole('link', { name: /^Berkas/ }).click()
  await page.getByRole('button', { name: /^Tandatangani beberapa/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Tandatangani beberapa surat' })
  const rows = dialog.getByRole('grid').getByRole('row')
  const passphrase = dialog.getByLabel('Passphrase sertifikat')

  // The first letter has the focus; only what was opened can be ticked.
  await expect(rows.nth(1)).toBeFocused()
  await expect(rows.nth(2).getByRole('checkbox')).toBeDisabled()
  for (const row of [rows.nth(1), rows.nth(2)]) {
    await expect(row.getByText('Sudah dibuka')).toBeVisible({ timeout: 20_000 })
    await page.keyboard.press('Space', { delay: 70 })
    await expect(row.getByRole('checkbox')).toBeChecked()
    await page.keyboard.press('ArrowDown', { delay: 70 })
  }
  await expect(dialog.getByRole('button', { name: /^Tanda tangani 2 berkas/ })).toBeVisible()
  await expectAccessible(page)

  await passphrase.fill('bukan-ini')
  await page.keyboard.press('Control+Enter')
  await expect(
    dialog.getByText('Passphrase tidak cocok dengan sertifikat Anda.', { exact: false }),
  ).toBeVisible()
  await expect(passphrase).toHaveValue('')
  await expect(rows.nth(1).getByRole('checkbox')).toBeChecked()
  await expect(rows.nth(2).getByRole('checkbox')).toBeChecked()

  await passphrase.fill('tte-demo-2026')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('2 surat ditandatangani.')).toBeVisible({ timeout: 20_000 })
  for (const row of [rows.nth(1), rows.nth(2)]) {
    await expect(row.getByText('Ditandatangani', { exact: true })).toBeVisible()
    await expect(row.getByRole('checkbox')).not.toBeChecked()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
