import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'

test('photocopies are legalised against the shown original, stamped, voided, and stand in the register', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const work = deskWork(page)
  const holder = 'dr. Permata Sanggau'
  const id = await work.toCounter({
    ...samplePerson,
    nik: '6171 0447 0894 0853',
    name: 'Permata Sanggau',
    nameOnPermit: holder,
    strNumber: '6122100126004853',
  })
  await page.goto('about:blank')
  await open(`/berkas/${id}`)
  const dossier = dossiersPage(page)
  await dossier.tab('Surat dan cetakan')
  const part = page.getByRole('region', { name: 'Legalisir' })
  await part.getByRole('button', { name: 'Legalisir Fotokopi' }).click()
  await expect(dossier.dialog.getByLabel('Jumlah lembar')).toBeFocused()
  await page.keyboard.insertText('3')
  await page.keyboard.press('Control+Enter')
  await expect(dossier.dialog).toContainText('Cocokkan fotokopi dengan surat aslinya')
  await expectAccessible()
  await dossier.dialog.getByRole('checkbox', { name: 'Surat asli diperlihatkan' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(dossier.dialog).toHaveCount(0)
  const line = part.getByRole('listitem')
  await expect(line).toContainText(', 3 lembar')
  const number = /\S+\/LEG\/\S+\d/.exec((await line.textContent()) ?? '')?.[0] ?? ''
  await expect
    .poll(
      async () =>
        (await work.client.dossiers.get.query({ id })).jobs.find((one) => one.title.includes(number))?.state,
    )
    .toBe('printed')

  await part.getByRole('button', { name: `Batalkan legalisir ${number}` }).click()
  await expect(dossier.dialog.getByLabel('Alasan pembatalan')).toBeFocused()
  await page.keyboard.insertText('Fotokopinya bukan dari izin ini')
  await page.keyboard.press('Control+Enter')
  await expect(dossier.dialog).toHaveCount(0)
  await expect(line).toContainText('Batal, ')
  await expectAccessible()

  await work.signIn('kabid')
  await page.goto('about:blank')
  await open('/laporan')
  await page.getByRole('tab', { name: 'Legalisir' }).click()
  const row = page.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText(holder)
  await expect(row).toContainText('Fotokopinya bukan dari izin ini')
  await expect(page.getByText('Nomor berurutan, tidak ada yang terlompati.')).toBeVisible()
  await expectAccessible()
})
