import type { Page } from '@playwright/test'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

/** Sends a walk-in's dossier back, so that its applicant is to be told. */
const sendBack = async (page: Page, nik: string, note: string): Promise<string> => {
  const { takeIn, act } = deskWork(page)
  const id = await takeIn({ ...samplePerson, nik })
  await act(id, 'front-office', 'kembalikan-ke-pemohon', note)
  return id
}

const kabar = (page: Page) => ({
  waiting: page.getByRole('grid', { name: 'Pemohon yang perlu dikabari' }),
  pane: page.getByRole('complementary', { name: 'Pemohon yang dipilih' }),
  name: (registrationNumber: string) => new RegExp(registrationNumber),
})

test('an applicant whose dossier came back is told by keyboard, and leaves the list', async ({
  open,
  page,
  context,
  expectAccessible,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open()
  const { client } = deskWork(page)
  const id = await sendBack(page, '6171044708940701', 'STR buram')
  const { line } = await client.dossiers.get.query({ id })
  const [notice] = await client.notices.ofDossier.query({ applicationId: id })
  await page.goto('about:blank')
  await open(`/berkas/${id}`)
  const told = page.getByText('Pemohon perlu dikabari:')
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Kabari' }).click()
  const { waiting, pane } = kabar(page)
  await expect(waiting.getByRole('row', { selected: true })).toContainText(line.registrationNumber)
  await expect(pane.getByText('Catatan petugas: STR buram')).toBeVisible()
  await expectAccessible()

  await waiting.getByRole('row', { selected: true }).focus()
  await page.keyboard.press('s')
  await expect(page.getByText(/^Teks tersalin/)).toBeVisible()
  await pane.getByRole('region', { name: 'Teks' }).getByRole('radio', { name: 'Telepon' }).click()
  await expect(pane.getByRole('list', { name: 'Bacakan lewat telepon' })).toBeVisible()
  await pane.getByRole('textbox', { name: 'Catatan' }).fill('Tidak diangkat, coba sore')
  await pane.getByRole('button', { name: 'Tidak terjawab' }).click()
  await expect(pane.getByRole('list', { name: 'Percobaan' })).toContainText('Telepon: tidak terjawab')
  await expectAccessible()
  const channel = pane.getByRole('radiogroup', { name: 'Dihubungi lewat' })
  await channel.getByRole('radio', { name: 'WhatsApp' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(waiting.getByRole('row', { name: line.registrationNumber })).toHaveCount(0)
  expect(await client.notices.get.query({ id: notice?.id ?? '' })).toMatchObject({
    state: 'told',
    tries: [{ outcome: 'no-answer' }, { outcome: 'reached', channel: 'whatsapp' }],
  })

  await page.getByRole('radio', { name: 'Sudah dikabari' }).click()
  const done = page.getByRole('grid', { name: 'Pemohon yang sudah dikabari' })
  await expect(done.getByRole('row', { name: line.registrationNumber })).toBeVisible()
  await expectAccessible()
  await page.goto('about:blank')
  await open(`/berkas/${id}`)
  await page.getByRole('tab', { name: 'Riwayat' }).click()
  await expect(page.getByText(/^Pemohon sudah dihubungi lewat WhatsApp/)).toBeVisible()
  await expect(told).toHaveCount(0)
})

test('whoever has no mobile number gets a slip, and what no longer holds is not told', async ({
  open,
  page,
}) => {
  await open()
  const { client, takeIn, act } = deskWork(page)
  const id = await takeIn({ ...samplePerson, nik: '6171044708940702', phone: '(0561) 733210' })
  await act(id, 'front-office', 'kembalikan-ke-pemohon', 'Foto buram')
  const [notice] = await client.notices.ofDossier.query({ applicationId: id })
  const other = await sendBack(page, '6171044708940703', 'Foto buram')
  const [overtaken] = await client.notices.ofDossier.query({ applicationId: other })
  await page.goto('about:blank')
  await open(`/kabar/${notice?.id}`)
  const { pane, waiting } = kabar(page)
  await expect(pane.getByText('0561-733210')).toBeVisible()
  await expect(pane.getByRole('button', { name: /^Salin teks/ })).toHaveCount(0)
  await pane.getByRole('button', { name: /^Cetak slip/ }).click()
  await expect(page.getByText(/^Slip pemberitahuan untuk /)).toBeVisible()
  await expect(waiting.getByRole('row', { name: notice?.registrationNumber ?? '' })).toHaveCount(0)
  await expect
    .poll(async () => {
      const { jobs } = await client.dossiers.get.query({ id })
      return jobs.find((one) => one.document === 'notice-slip')?.state
    })
    .toBe('printed')

  await page.goto('about:blank')
  await open(`/kabar/${overtaken?.id}`)
  await expect(pane.getByText('Belum dikabari')).toBeVisible()
  await act(other, 'perbaikan', 'ajukan-ulang')
  await expect(pane.getByText('Tidak berlaku lagi')).toBeVisible()
  await expect(pane.getByRole('button', { name: /^Sudah dihubungi/ })).toHaveCount(0)
})
