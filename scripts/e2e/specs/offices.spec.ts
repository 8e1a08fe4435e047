import type { Page } from '@playwright/test'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { startEsignDouble } from '#adapters/signing/testing/esign-double.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { findOfficial } from '#domain/profile.ts'
import { readOfficeFiles } from '#hosts/shared/office-files.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { intakePage } from '../pages/intake-page.ts'
import { printDeskPage } from '../pages/print-desk-page.ts'

/** Somebody sits down at this window. */
async function sitDown(page: Page, username: string) {
  await deskWork(page).signIn(username)
  await page.reload()
  await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
}

/** The first dossier that waits for somebody at a stage of the sample office. */
async function waitingAt(page: Page, username: string, stage: string) {
  const { client, signIn } = deskWork(page)
  await signIn(username)
  const { lines } = await client.dossiers.queue.query({ stage })
  const line = lines.find((one) => one.productKind !== 'refusal-letter' && !one.signed)
  if (line === undefined) throw new Error(`nothing waits at ${stage} in this sample office`)
  return line
}

/** What an address of the station answers in this window, as a hash of its bytes. */
const hashOf = (page: Page, path: string) =>
  page.evaluate(async (address) => {
    const answer = await fetch(address)
    const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer())
    const hex = [...new Uint8Array(hash)].map((one) => one.toString(16).padStart(2, '0')).join('')
    return answer.ok ? hex : `status ${answer.status}`
  }, path)

/** What was examined outside is recorded, in the drawer that the way forward opens. */
async function recordOutput(page: Page, facts: { decides: boolean; number: string; by: string }) {
  const { dialog } = dossiersPage(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeVisible()
  if (facts.decides) await dialog.getByRole('radio', { name: 'Direkomendasikan', exact: true }).click()
  await dialog.getByLabel('Nomor surat').fill(facts.number)
  await dialog.getByLabel('Diputuskan oleh').fill(facts.by)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
}

/** The office goes over to BSrE's service, and the head signs the next letter with it; the second asks for no account. */
async function signByService(page: Page, expectAccessible: (page: Page) => Promise<void>) {
  const files = readOfficeFiles(assetsDir, 'tanjungpinang')
  if (!files.ok) throw new Error('the data files are broken')
  const { profile } = files.value.office
  const now = instantOf(Date.now())
  const head = findOfficial(profile, 'kepala-dinas', officeDateOf(now, profile.timeZone))
  if (head === undefined) throw new Error('the post is vacant')
  const [nik, secret] = ['2172014505730001', 'Sandi-Layanan-2026']
  const span = { from: new Date(Date.now() - 86_400_000), until: new Date(Date.now() + 86_400_000) }
  const authority = 'Balai Sertifikasi Elektronik'
  const container = await makeSampleContainer({ name: head.name, nip: head.nip, authority, ...span }, secret)
  const double = await startEsignDouble({
    signers: { [nik]: { container, passphrase: secret } },
    now: () => now,
  })
  try {
    await sitDown(page, 'admin')
    await page.getByRole('link', { name: 'Pengaturan' }).click()
    await page.getByRole('radio', { name: 'Pejabat' }).click()
    await page.getByRole('radio', { name: 'Layanan BSrE v2' }).click()
    await page.getByLabel('Alamat layanan').fill('http://10.1.1.1')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Alamat ini tanpa TLS')).toBeVisible()
    await page.getByLabel('Alamat layanan').fill(double.service('v2').url)
    await page.getByLabel('Nama akun layanan').fill(double.account.username)
    await page.getByLabel('Kata sandi akun layanan').fill(double.account.password)
    await page.getByLabel('NIK penanda tangan').fill(nik)
    await page.getByRole('button', { name: 'Uji sambungan' }).click()
    await expect(page.getByText('Layanan menjawab, akun diterima')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Alamat layanan').press('Control+Enter')
    await expect(page.getByText('Tersimpan.', { exact: true })).toBeVisible()

    const { id, holderName } = await waitingAt(page, 'agency-head', 'kepala-dinas')
    await sitDown(page, 'agency-head')
    const dossiers = dossiersPage(page)
    await dossiers.show(id, holderName)
    await dossiers.forward('Tandatangani dan Terbitkan')
    await expect(dossiers.dialog.getByLabel('Nama akun layanan')).toBeVisible()
    await dossiers.dialog.getByLabel('Passphrase sertifikat').fill(secret)
    await page.keyboard.press('Control+Enter')
    await expect(dossiers.dialog.getByText('Nama akun belum diisi')).toBeVisible()
    await dossiers.dialog.getByLabel('Nama akun layanan').fill(double.account.username)
    await dossiers.dialog.getByLabel('Kata sandi akun layanan').fill(double.account.password)
    await dossiers.dialog.getByLabel('NIK penanda tangan').fill(nik)
    await expect(dossiers.dialog.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 20_000 })
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(dossiers.dialog).toHaveCount(0)
    await expect(page.getByText(/^Sekarang di .* Anda melihat saja\.$/)).toBeVisible()
    expect(double.asked.at(-1)).toBe('/api/v2/sign/pdf')
  } finally {
    await double.close()
  }
}

test('Tanjungpinang: the head signs with the drawer, and the signed file is the paper from then on', async ({
  startOffice,
  expectAccessible,
}) => {
  test.setTimeout(300_000)
  const { page } = await startOffice({ profile: 'tanjungpinang' })
  const { id, holderName } = await waitingAt(page, 'agency-head', 'kepala-dinas')
  await sitDown(page, 'agency-head')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, holderName)
  // What was decided on the files stands: they are only looked at here.
  await expect(dossiers.checklist.getByRole('button', { name: /^Sesuai/ })).toHaveCount(0)
  await page.keyboard.press('x')
  await expect(page.getByLabel('Apa yang tidak sesuai')).toHaveCount(0)

  await dossiers.forward('Tandatangani dan Terbitkan')
  const passphrase = dossiers.dialog.getByLabel('Passphrase sertifikat')
  await expect(passphrase).toBeFocused()
  await expect(dossiers.dialog.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await passphrase.fill('bukan-ini')
  await page.keyboard.press('Control+Enter')
  await expect(
    dossiers.dialog.getByText(/passphrase/i).filter({ hasText: /salah|tidak cocok/i }),
  ).toBeVisible()
  await expect(passphrase).toHaveValue('')

  await passphrase.fill('tte-demo-2026')
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog).toHaveCount(0, { timeout: 20_000 })
  await expect(page.getByText(/^Sekarang di .* Anda melihat saja\.$/)).toBeVisible()
  const signed = await hashOf(page, `/files/product/${id}.pdf`)
  expect(signed).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashOf(page, `/files/to-sign/${id}.pdf`)).toBe(signed)
  expect(await hashOf(page, `/files/${signed}`)).toBe(signed)

  await signByService(page, expectAccessible)

  await sitDown(page, 'loket')
  await handoverPage(page).open()
  const { line } = await deskWork(page).client.dossiers.get.query({ id })
  await handoverPage(page).find(line.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: holderName })).toBeVisible()
  expect(await hashOf(page, `/files/product/${id}.pdf`)).toBe(signed)
})

test('Purwakarta: at least one of meeting and visit is asked for; both are open at once and both are recorded', async ({
  startOffice,
}) => {
  test.setTimeout(300_000)
  const { page } = await startOffice({ profile: 'purwakarta' })
  const { id, holderName } = await waitingAt(page, 'back-office', 'entri-data')
  await sitDown(page, 'back-office')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, holderName)
  const { optionalStages } = await deskWork(page).client.dossiers.get.query({ id })
  const [meeting, visit] = optionalStages
  if (!meeting || !visit) throw new Error('there is nothing to choose from')
  await dossiers.forward('Agendakan Rapat dan/atau Peninjauan')
  await page.keyboard.press('Control+Enter')
  await expect(
    dossiers.dialog.getByRole('status').or(dossiers.dialog.getByRole('alert')).first(),
  ).toBeVisible()
  await dossiers.dialog.getByRole('checkbox', { name: meeting.label }).check()
  await dossiers.dialog.getByRole('checkbox', { name: visit.label }).check()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog).toHaveCount(0)
  const { line } = await deskWork(page).client.dossiers.get.query({ id })
  expect(line.stages.map(({ code }) => code).sort()).toEqual(['peninjauan-lapangan', 'rapat-kajian'])

  await sitDown(page, 'technical-team')
  await dossiers.show(id, holderName)
  await recordOutput(page, { decides: true, number: '503/12/RK/2026', by: 'Tim Teknis' })
  await dossiers.forward('Catat Rekomendasi')
  await expect(page.getByRole('button', { name: /^Catat Berita Acara/ })).toBeVisible()
  await recordOutput(page, { decides: true, number: '503/13/BA/2026', by: 'Tim Teknis' })
  await dossiers.forward('Catat Berita Acara')
  await expect(page.getByText(/^Sekarang di .* Anda melihat saja\.$/)).toBeVisible()

  await sitDown(page, 'back-office')
  await dossiers.show(id, holderName)
  await expect(
    page.getByRole('region', { name: 'Hasil pemeriksaan' }).getByText('Direkomendasikan'),
  ).toHaveCount(2)
  await expect(page.getByRole('button', { name: /^Teruskan ke Kepala Seksi/ })).toBeVisible()
  const { workStage } = await deskWork(page).client.dossiers.get.query({ id })
  expect(workStage).toMatchObject({ code: 'naskah', examines: false })
})

test('Seruyan: taken in with its own villages and names; letter, proof of payment, ink on the white sheet, number printed onto it', async ({
  startOffice,
}) => {
  test.setTimeout(300_000)
  const { page } = await startOffice({ profile: 'seruyan' })
  const holder = 'Siti Kuala Pembuang'
  await sitDown(page, 'loket')
  const intake = intakePage(page)
  await intake.open()
  await intake.typePerson({ nik: '6207014708940177', name: holder })
  await page.locator('[data-field="village"] input').first().fill('pembuang i')
  await page.getByRole('option', { name: /Kuala Pembuang II/ }).click()
  await expect(page.getByLabel('Kecamatan', { exact: true }).first()).toHaveValue('Seruyan Hilir')
  await intake.chooseType('SIPRO')
  await expect(page.getByRole('combobox', { name: 'Jenis izin', exact: true })).toHaveValue(
    /Refraksionis Optisien/,
  )
  await page.getByLabel('Nomor STR', { exact: true }).fill('6122100126009917')
  await page.getByLabel('Tempat praktik', { exact: true }).fill('Optik Pesisir')
  await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan A. Yani 7')
  await intake.pickDay('Senin')
  await page.getByLabel('Mulai', { exact: true }).fill('08.00')
  await page.getByLabel('Selesai', { exact: true }).fill('12.00')
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()

  const { client } = deskWork(page)
  const dossiers = dossiersPage(page)
  const number = (await page.getByText(/^P-\d{4}-\d{6}$/).innerText()).trim()
  const [found] = await client.search.find.query({ text: number })
  const id = found?.id ?? ''
  const as = async (username: string) => {
    await sitDown(page, username)
    await dossiers.show(id, holder)
  }
  const expectStage = (code: string) =>
    expect.poll(async () => (await client.dossiers.get.query({ id })).line.stages[0]?.code).toBe(code)
  /** The way forward, and that it led there. */
  const forward = async (label: string, to: string) => {
    await dossiers.forward(label)
    await expectStage(to)
  }

  await as('licensing-officer')
  const { requirements } = await client.dossiers.get.query({ id })
  for (let done = 1; done <= requirements.length; done += 1)
    await dossiers.accept(`${done} dari ${requirements.length} diperiksa`)
  await recordOutput(page, { decides: false, number: '01/CL/2026', by: '' })
  await forward('Setujui Berkas', 'surat-permohonan')
  await forward('Teruskan ke Kepala Bidang', 'tanda-tangan-surat')
  const letter = (await client.dossiers.get.query({ id })).jobs.find(
    (one) => one.document === 'recommendation-request',
  )
  expect(letter?.title).toMatch(/\/REK\//)

  // Ink on the letter, and what the rule demands in a single case is asked for with it.
  await as('division-head')
  const { optionalStages } = await client.dossiers.get.query({ id })
  expect(optionalStages.map(({ code }) => code)).toEqual(['pemeriksaan-lapangan', 'bukti-bayar'])
  await dossiers.forward('Tandatangani dan Kirim ke Dinas Teknis')
  const [inspection = '', payment = ''] = optionalStages.map(({ label }) => label)
  await dossiers.dialog.getByRole('checkbox', { name: inspection }).check()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog).toHaveCount(0)

  await as('licensing-officer')
  await recordOutput(page, { decides: true, number: '440/9/BA/2026', by: 'Tim Dinas Kesehatan' })
  await dossiers.forward('Catat Berita Acara')
  await dossiers.dialog.getByRole('checkbox', { name: payment }).check()
  await page.keyboard.press('Control+Enter')
  await expectStage('bukti-bayar')
  await as('loket')
  await recordOutput(page, { decides: false, number: 'STS-17', by: '' })
  await forward('Terima Bukti Pembayaran', 'rekomendasi')
  await as('licensing-officer')
  await recordOutput(page, { decides: true, number: '440/10/REK/2026', by: 'Kepala Dinas Kesehatan' })
  await forward('Catat Rekomendasi', 'verifikasi-rekomendasi')
  await forward('Teruskan ke Back Office', 'cetak-draf')

  /** The sheet of this stage, from the print desk, and on. */
  const printAt = async (username: string, onward: RegExp) => {
    await sitDown(page, username)
    await page.getByRole('link', { name: /^Pencetakan/ }).click()
    const desk = printDeskPage(page)
    await desk.choose(holder)
    await page.keyboard.press('Control+p')
    await expect(desk.pane.getByRole('button', { name: onward })).toBeVisible({ timeout: 20_000 })
  }
  await printAt('back-office', /^Teruskan ke JF/)
  await page.keyboard.press('Control+Enter')
  await expectStage('verifikasi-draf')
  await printAt('licensing-officer', /^Teruskan ke Kepala Bidang/)
  await page.keyboard.press('Control+Enter')
  await expectStage('verifikasi-kabid')
  await as('division-head')
  await forward('Teruskan ke Sekretaris', 'verifikasi-sekretaris')
  await as('secretary')
  await forward('Teruskan ke Kepala Dinas', 'kepala-dinas')

  await as('agency-head')
  // The way forward lacks the ink, and asks for it.
  await expect(page.getByRole('button', { name: /^Tetapkan dan Tandatangani/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const signedOn = dossiers.dialog.getByRole('textbox', { name: 'Ditandatangani pada' })
  await expect(signedOn).toBeFocused()
  await signedOn.fill('01-01-2999')
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog.getByText('Tanggal 1 Januari 2999 belum tiba.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dossiers.dialog).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(signedOn).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dossiers.dialog).toHaveCount(0)
  await forward('Tetapkan dan Tandatangani', 'penomoran')

  await sitDown(page, 'back-office')
  await page.getByRole('link', { name: /^Pencetakan/ }).click()
  const desk = printDeskPage(page)
  await desk.choose(holder)
  await page.keyboard.press('Control+Enter')
  await expect(desk.pane.getByText('Bernomor', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect
    .poll(
      async () =>
        (await client.dossiers.get.query({ id })).jobs.filter(
          (one) => one.document === 'permit' && one.state === 'printed',
        ).length,
    )
    .toBe(3)
  await expect(desk.pane.getByText('Tercetak', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Beri Nomor dan Teruskan/ })).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await expectStage('penyerahan')

  await sitDown(page, 'loket')
  await handoverPage(page).open()
  await handoverPage(page).find(number)
  await expect(page.getByRole('heading', { level: 2, name: holder })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Diserahkan kepada ${holder} pukul`)).toBeVisible()
})
