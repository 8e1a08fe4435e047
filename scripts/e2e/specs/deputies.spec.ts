import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { deputiesPage } from '../pages/deputies-page.ts'

test('a deputy is appointed by keyboard, works in the colleague’s queue, and the history says for whom', async ({
  startOffice,
  expectAccessible,
}) => {
  const { page, station } = await startOffice()
  const { client, toAgency, signIn: become } = deskWork(page)
  const id = await toAgency({ ...samplePerson, nik: '6171044708941501' })
  await become('kabid')
  await page.goto('about:blank')
  await page.goto(station.address('/pengganti'))
  const desk = deputiesPage(page)
  await expect(desk.table.getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/^Petugas belum dipilih/)).toHaveCount(2)
  await expectAccessible(page)
  await desk.fill({ absent: 'Yulianto', deputy: 'Wiwin', days: 3, reason: 'Dinas luar' })
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByRole('button', { name: 'Akhiri sekarang' })).toBeVisible()
  await expect(desk.table.getByRole('row', { selected: true })).toContainText('Berlaku')

  await page.keyboard.press('Control+b')
  await desk.fill({ absent: 'Yulianto', deputy: 'Dodi', days: 1, reason: 'Sakit' })
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText(/sudah digantikan Wiwin Kubutama/)).toBeVisible()
  await page.keyboard.press('Escape')

  await become('pemrosesan')
  await page.goto('about:blank')
  await page.goto(station.address(`/berkas/${id}`))
  await expect(page.getByText(/^Menggantikan Yulianto Sekayam s\.d\./)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  const dossier = await client.dossiers.get.query({ id })
  const back = dossier.actions.find((one) => one.kind === 'back')
  expect(dossier.workStage?.code).toBe('dinas-kesehatan')
  await client.dossiers.act.mutate({
    applicationId: id,
    stage: 'dinas-kesehatan',
    action: back?.code ?? '',
    note: 'Foto keliru',
    asks: [],
  })
  await page.getByRole('tab', { name: /^Riwayat/ }).click()
  await expect(page.getByText(/Wiwin Kubutama, pengganti Yulianto Sekayam \(Dinas Kesehatan\)/)).toBeVisible()
  await expectAccessible(page)

  await become('kabid')
  await page.goto('about:blank')
  await page.goto(station.address('/pengganti'))
  await desk.table.getByRole('row', { name: /Berlaku/ }).click()
  await desk.pane.getByRole('button', { name: 'Akhiri sekarang' }).click()
  const dialog = page.getByRole('dialog', { name: 'Akhiri sekarang' })
  await expect(dialog).toContainText('tidak lagi melihat antrean Yulianto Sekayam')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Akhiri sekarang' }).click()
  await expect(desk.table.getByRole('row', { selected: true })).toContainText('Diakhiri')
  await become('pemrosesan')
  expect((await client.dossiers.get.query({ id })).workStage).toBeNull()
})
