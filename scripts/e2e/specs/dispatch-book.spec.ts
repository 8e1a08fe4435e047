import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dispatchPage } from '../pages/dispatch-page.ts'
import { scanWith } from '../pages/scanner.ts'

test('a dossier’s paper is written into the book, its slip is scanned, and who received it is kept', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, takeIn } = deskWork(page)
  const id = await takeIn({ ...samplePerson, nik: '6171044708941601' })
  const { line } = await client.dossiers.get.query({ id })
  await page.goto('about:blank')
  await open(`/berkas/${id}`)
  await page.getByRole('tab', { name: /^Data permohonan/ }).click()
  const part = page.getByRole('region', { name: 'Buku Ekspedisi' })
  await part.getByRole('button', { name: 'Catat di Buku Ekspedisi' }).click()
  const desk = dispatchPage(page)
  await expect(desk.field('Nomor permohonan')).toHaveValue(line.registrationNumber)
  await expectAccessible()

  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Pembawa belum diisi/)).toBeVisible()
  await desk.suggest('Dibawa oleh', 'Sugeng Pamungkas')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByRole('button', { name: 'Catat diterima' })).toBeVisible()
  const number = await desk.pane.getByRole('heading', { level: 2 }).innerText()
  expect(number).toMatch(/^EKS-\d{4}-\d{4}$/)
  const row = desk.table.getByRole('row', { name: number })
  await expect(row).toContainText(line.registrationNumber)
  await expectAccessible()

  await page.keyboard.press('Control+b')
  await expect(desk.field('Nomor permohonan')).toHaveValue('')
  await scanWith(page, number)
  await expect(desk.pane.getByRole('heading', { level: 2 })).toHaveText(number)
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Nama penerima belum diisi/)).toBeVisible()
  await desk.field('Nama penerima').fill('Nuraini Kapuasari')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Diterima Nuraini Kapuasari/)).toBeVisible()
  await expect(row).toHaveCount(0)
  await desk.view('Diterima').click()
  await expect(row).toContainText('Nuraini Kapuasari')
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Buku ekspedisi dikirim ke printer.')).toBeVisible()
  await expectAccessible()
})

test('a line that was written wrongly is voided with its reason, and of two clerks the second is told', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('loket')
  const entered = await client.dispatch.enter.mutate({
    id: crypto.randomUUID(),
    form: {
      kind: 'other',
      letterNumber: '',
      subject: 'Undangan rapat tim teknis',
      registrationNumber: '',
      recipient: 'Organisasi Profesi Khatulistiwa',
      broughtBy: 'Sugeng Pamungkas',
    },
  })
  if (!entered.ok) throw new Error(entered.refusal.code)
  const { id, number } = entered.value
  await page.goto('about:blank')
  await open('/ekspedisi')
  const desk = dispatchPage(page)
  await desk.table.getByRole('row', { name: number }).click()
  await desk.pane.getByRole('button', { name: 'Batalkan baris' }).click()
  const dialog = page.getByRole('dialog', { name: 'Batalkan baris' })
  await expect(dialog).toContainText(`Nomor ${number} tetap tercatat`)
  await dialog.getByRole('button', { name: 'Batalkan baris' }).click()
  await expect(dialog.getByText(/^Alasan belum diisi/)).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Salah tujuan')
  await dialog.getByRole('button', { name: 'Batalkan baris' }).click()
  await expect(desk.pane.getByText(/Alasan: Salah tujuan/)).toBeVisible()
  await signIn('dinkes')
  const late = await client.dispatch.void.mutate({ id, reason: 'lain' })
  expect(late).toMatchObject({ ok: false, refusal: { code: 'dispatch-voided', by: 'Ratih Puspalina' } })
})
