import { pdfBytes } from '#domain/testing/files.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { scanWith } from '../pages/scanner.ts'

const supervisor = { username: 'kabid', password: 'sepok-demo-2026' }

/** Nobody comes twice: an office asks why the same person asks for the same permit again. */
const person = (serial: string, firstName: string) => {
  const ownNumber = String(Math.floor(Math.random() * 9000) + 1000)
  return {
    ...samplePerson,
    nik: `6171 0447 0894 ${ownNumber}`,
    name: `${firstName} Sebangki`,
    nameOnPermit: `dr. ${firstName} Sebangki`,
    strNumber: `6122100126${serial}${ownNumber}`,
  }
}

test('a name misspelt at the counter is mended under the same number; the old receipt says that it no longer holds', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(person('81', 'Larasita'))
  const before = await work.client.dossiers.get.query({ id })
  await page.reload()
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Larasita Sebangki')
  await dossiers.tab('Data permohonan')
  await page.getByRole('button', { name: 'Perbaiki permohonan' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Perbaiki permohonan ${before.line.registrationNumber}` }),
  ).toBeVisible()
  await page.getByLabel('Nama sesuai KTP').fill('Larasati Sebangki')
  await page.getByLabel('Nama dan gelar').fill('dr. Larasati Sebangki')
  await expect(page.getByText('Semula: Larasita Sebangki', { exact: true })).toBeVisible()
  const side = page.getByRole('complementary', { name: 'Perbaikan' })
  await expect(side.getByText('dr. Larasati Sebangki')).toBeVisible()
  await expect(side.getByText('Persyaratan tetap sama.')).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Alasan perbaikan')).toBeFocused()
  await page.getByLabel('Alasan perbaikan').fill('nama salah ketik')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'dr. Larasati Sebangki' })).toBeVisible()
  await dossiers.tab('Riwayat')
  const history = page.getByRole('tabpanel').getByRole('list', { name: 'Riwayat' })
  await expect(history.getByText('Nama: Larasita Sebangki → Larasati Sebangki')).toBeVisible()

  const { trackingCode } = before
  await scanWith(page, `http://127.0.0.1/track/${trackingCode}`)
  await expect(page.getByText(/sudah diganti dengan Perbaikan ke-1/)).toBeVisible()
})

test('a correction that was half typed when the station was killed is on the screen again, and can be thrown away', async ({
  startOffice,
}) => {
  test.setTimeout(240_000)
  const first = await startOffice()
  const work = deskWork(first.page)
  const id = await work.takeIn(person('84', 'Melatika'))
  await first.page.reload()
  await dossiersPage(first.page).show(id, 'dr. Melatika Sebangki')
  await first.page.goto(first.page.url().replace(`/berkas/${id}`, `/terima/perbaiki/${id}`))
  await first.page.getByLabel('Nama sesuai KTP').fill('Melatiku Sebangki')
  await first.page.getByLabel('Alasan perbaikan').fill('nama salah')
  await expect(first.page.getByText(/^Draf tersimpan/)).toBeVisible()
  const kept = first.page.waitForResponse(
    (answer) => answer.request().postData()?.includes('nama salah ketik') === true,
  )
  await first.page.getByLabel('Alasan perbaikan').fill('nama salah ketik')
  await kept
  await first.station.kill()

  const { page } = await startOffice({ dataDir: first.station.dataDir })
  const again = deskWork(page)
  await again.signIn('loket')
  await page.reload()
  await dossiersPage(page).show(id, 'dr. Melatika Sebangki')
  await dossiersPage(page).tab('Data permohonan')
  await page.getByRole('button', { name: 'Perbaiki permohonan' }).click()
  await expect(page.getByText(/^Dilanjutkan dari ketikan pukul/)).toBeVisible()
  await expect(page.getByLabel('Nama sesuai KTP')).toHaveValue('Melatiku Sebangki')
  await expect(page.getByLabel('Alasan perbaikan')).toHaveValue('nama salah ketik')
  await page.getByRole('button', { name: 'Buang ketikan' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buang ketikan' }).click()
  await expect(page.getByLabel('Nama sesuai KTP')).toHaveValue('Melatika Sebangki')
  await expect(page.getByText(/^Dilanjutkan dari ketikan pukul/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'dr. Melatika Sebangki' })).toBeVisible()
  expect((await again.client.corrections.form.query({ applicationId: id }))?.draft).toBeNull()
})

test('of two corrections at once the second is told of the first, and what was typed stays', async ({
  open,
  page,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(person('86', 'Kemalati'))
  await page.reload()
  await dossiersPage(page).show(id, 'dr. Kemalati Sebangki')
  await dossiersPage(page).tab('Data permohonan')
  await page.getByRole('button', { name: 'Perbaiki permohonan' }).click()
  await page.getByLabel('Nama sesuai KTP').fill('Kemalatu Sebangki')
  await page.getByLabel('Alasan perbaikan').fill('nama salah ketik')
  const seen = await work.client.corrections.form.query({ applicationId: id })
  if (seen === null) throw new Error('the application is not there')
  const askedAgain = page.waitForResponse((answer) => answer.url().includes('corrections.form'))
  const first = await work.client.corrections.save.mutate({
    applicationId: id,
    correctionId: crypto.randomUUID(),
    seenCorrections: seen.corrections,
    form: { ...seen.form, facilityName: 'RS Yarsi' },
    reason: 'tempat keliru',
    consent: null,
    printerId: null,
  })
  expect(first.ok).toBe(true)
  await askedAgain
  await expect(page.getByLabel('Nama sesuai KTP')).toHaveValue('Kemalatu Sebangki')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/baru saja diperbaiki oleh/)).toBeVisible()
  await expect(page.getByLabel('Nama sesuai KTP')).toHaveValue('Kemalatu Sebangki')
  const after = await work.client.corrections.form.query({ applicationId: id })
  expect(after?.form).toMatchObject({ name: 'Kemalati Sebangki', facilityName: 'RS Yarsi' })
})

test('a correction is shown once the list of permit types is here, so that a quick hand is led to no field without a fault', async ({
  open,
  page,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(person('84', 'Larasati'))
  const { promise: isReleased, resolve: release } = Promise.withResolvers<undefined>()
  await page.route(/intake\.offers/, async (route) => {
    await isReleased
    await route.continue()
  })
  await open(`/terima/perbaiki/${id}`)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Perbaiki permohonan', exact: true }),
  ).toBeVisible()
  await expect(page.getByLabel('Tempat praktik', { exact: true })).toBeHidden()
  release(undefined)
  await page.getByLabel('Tempat praktik', { exact: true }).fill('RS Santo Antonius')
  await page.getByLabel('Alasan perbaikan').fill('tempat praktik tertukar')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Perbaikan tersimpan. Tanda terima baru dicetak.')).toBeVisible()
})

test('after the check of the office a supervisor agrees to a correction at the same window', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.toAgency(person('82', 'Tirtasari'))
  await page.reload()
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Tirtasari Sebangki')
  await dossiers.tab('Data permohonan')
  await page.getByRole('button', { name: 'Perbaiki permohonan' }).click()
  await page.getByLabel('Tempat praktik', { exact: true }).fill('RS Santo Antonius')
  await page.getByLabel('Alasan perbaikan').fill('tempat praktik tertukar')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Persetujuan atasan' })
  await expect(dialog.getByLabel('Nama pengguna atasan')).toBeFocused()
  await expectAccessible()
  await page.keyboard.type('kabid', { delay: 70 })
  await dialog.getByLabel('Kata sandi atasan').fill('bukan-kuncinya')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/tidak cocok/)).toBeVisible()
  await dialog.getByLabel('Kata sandi atasan').fill(supervisor.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Perbaikan tersimpan. Tanda terima baru dicetak.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'dr. Tirtasari Sebangki' })).toBeVisible()
  const view = await work.client.dossiers.get.query({ id })
  expect(view.data.facility?.name).toBe('RS Santo Antonius')
  expect(view.line.stages.map(({ code }) => code)).toEqual(['dinas-kesehatan'])
})

test('another person’s file is erased with a supervisor’s consent, and its place says who did it', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn(person('83', 'Mayangsari'))
  const own = await work.upload(
    'ktp-orang-lain.pdf',
    new Uint8Array([...pdfBytes(), ...new TextEncoder().encode(`\n%${id}\n`)]),
  )
  const before = await work.client.dossiers.get.query({ id })
  const first = before.requirements[0]
  const added = await work.client.dossiers.addDocument.mutate({
    applicationId: id,
    requirementCode: first?.code ?? '',
    replaces: first?.documents[0]?.id ?? null,
    sha256: own.sha256,
    fileName: 'ktp-orang-lain.pdf',
  })
  expect(added.ok).toBe(true)
  await page.reload()
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Mayangsari Sebangki')
  await dossiers.checklist
    .getByRole('button', { name: first?.label ?? '' })
    .first()
    .click()
  await dossiers.checklist.getByRole('button', { name: 'Hapus berkas salah orang' }).click()
  await expect(dossiers.dialog.getByLabel('Alasan')).toBeFocused()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText('Tulis alasannya dahulu.')).toBeVisible()
  await dossiers.dialog.getByLabel('Alasan').fill('KTP milik pemohon lain')
  await dossiers.dialog.getByLabel('Nama pengguna atasan').fill(supervisor.username)
  await dossiers.dialog.getByLabel('Kata sandi atasan').fill(supervisor.password)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Berkas ini dihapus' })).toBeVisible()
  await expect(page.getByText(/^ktp-orang-lain.pdf dihapus .* disetujui/)).toBeVisible()
  await expectAccessible()
  const gone = await page.evaluate(async (sha256) => (await fetch(`/files/${sha256}`)).status, own.sha256)
  expect(gone).toBe(404)
})

test('hours that meet with another place are told before saving, and to the verifier', async ({
  open,
  page,
}) => {
  await open('/')
  const work = deskWork(page)
  const who = person('84', 'Puspasari')
  await work.takeIn(who)
  const second = { ...who, practiceOrdinal: 2 as const, facilityName: 'Klinik Siantan Sehat' }
  const outlook = await work.client.intake.outlook.query({ form: second, columns: 48 })
  expect(outlook.overlaps).toMatchObject([{ place: who.facilityName, source: 'application' }])
  const id = await work.takeIn(second)
  await page.reload()
  const dossiers = dossiersPage(page)
  await dossiers.show(id, 'dr. Puspasari Sebangki')
  await dossiers.tab('Data permohonan')
  await expect(page.getByText('Jam praktik bertumpuk.')).toBeVisible()
})
