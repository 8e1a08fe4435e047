import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test('from the alarms on Beranda to the report of time, to the dossiers of a figure, to the days of one of them', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('kabid')
  await page.goto('about:blank')
  await open('/')
  const attention = page.getByRole('region', { name: 'Perlu perhatian' })
  await attention
    .getByRole('button', { name: /lewat batas|berbatas hari ini|dikabulkan otomatis/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/laporan\/waktu\/batas$/)
  const { rows } = await client.figures.alarms.query()
  const alarms = page.getByRole('grid', { name: 'Berkas dekat atau lewat batas' })
  await expect(page.getByRole('tab', { name: `Batas waktu sekarang ${rows.length}` })).toBeVisible()
  await expect(alarms.getByRole('row').nth(1)).toContainText(rows[0]?.dossier.holderName ?? '')
  await expectAccessible()

  await page.getByRole('button', { name: 'Per tanggal' }).click()
  await page.getByRole('textbox', { name: 'pukul' }).fill('00.01')
  await page.getByRole('button', { name: 'Tampilkan' }).click()
  await expect(page.getByText(/^Angka seperti diketahui kantor pada .* pukul 00\.01/)).toBeVisible()
  await page.getByRole('tab', { name: 'Tahap' }).click()
  await expect(page.getByRole('columnheader', { name: 'Antre kini' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Kembali ke angka sekarang' }).click()
  const stages = page.getByRole('table', { name: 'Waktu kerja per tahap' })
  const figure = stages.getByRole('button', { name: /^\d+ selesai, / }).first()
  const count = Number(await figure.innerText())
  await figure.click()
  const pane = page.getByRole('complementary', { name: /^Selesai di / })
  await expect(pane.getByRole('option')).toHaveCount(Math.min(count, 300))
  await expectAccessible()
  await figure.press('ArrowRight')
  await expect(figure).not.toBeFocused()

  await pane.getByRole('option').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/[0-9a-f-]{36}\/waktu$/)
  await expect(page.getByRole('tab', { name: 'Waktu', selected: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: /Hari/ }).first()).toBeVisible()

  const reasons = page.getByRole('region', { name: 'Alasan tercatat' })
  await reasons.getByRole('button', { name: 'Catat Alasan' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Catat Alasan' })
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByLabel('Mengapa berkas ini lebih lama')).toHaveAccessibleDescription(
    /^Alasan belum ditulis/,
  )
  await asked.getByLabel('Mengapa berkas ini lebih lama').fill('pemohon berhalangan')
  await page.keyboard.press('Control+Enter')
  await expect(reasons.getByRole('listitem').filter({ hasText: 'pemohon berhalangan' })).toContainText(
    'Haryati Mensiku',
  )
  await expectAccessible()
})

test('the survey says at any moment what was known then, and comes back to what is known now', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  await deskWork(page).signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan/survei')
  const index = page.getByText('IKM', { exact: true })
  await expect(index).toBeVisible()
  await page.getByRole('button', { name: 'Per tanggal' }).click()
  await page.getByRole('textbox', { name: 'Seperti diketahui pada' }).fill('32-01-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ketik tanggal, misalnya 31-10-2026.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Seperti diketahui pada' }).fill('02-01-2025')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Angka seperti diketahui kantor pada Kamis, 2 Januari 2025/)).toBeVisible()
  await expect(page.getByText('Belum ada jawaban pada kurun ini')).toBeVisible()
  await expectAccessible()
  await page.reload()
  await expect(page.getByText('Belum ada jawaban pada kurun ini')).toBeVisible()
  await page.getByRole('button', { name: 'Kembali ke angka sekarang' }).click()
  await expect(index).toBeVisible()
})
