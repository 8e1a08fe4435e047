import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { scanWith } from '../pages/scanner.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test('a scan chooses the permit that waits, the KTP is checked, and it is handed to its holder', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const before = await work.client.handover.ready.query()
  const [line] = before.lines.filter((one) => one.productKind === 'permit' && !one.asksOldPermit)
  if (line === undefined) throw new Error('the sample office has nothing ready')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await scanWith(page, line.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: line.holderName })).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('checkbox', { name: 'KTP cocok dengan pemegang izin' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Diserahkan kepada ${line.holderName} pukul`)).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible()
  await expect(page.getByText(`Diserahkan hari ini ${before.handedOverToday + 1}`)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(handover.scan).toBeFocused()
  await handover.find(line.registrationNumber)
  await expect(page.getByText(`Izin ${line.holderName} sudah diserahkan.`)).toBeVisible()
})

test('a representative is written down with name and relation before anything is handed out, and asked for an opinion', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const { lines } = await work.client.handover.ready.query()
  const line = lines.findLast((one) => !one.asksOldPermit)
  if (line === undefined) throw new Error('the sample office has nothing ready')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: line.holderName })).toBeVisible()
  await page.getByRole('radio', { name: 'Kuasa' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Nama penerima belum diisi/)).toBeVisible()
  await page.getByLabel('Nama penerima').fill('Sari Wulandari Kapuas')
  await page.getByLabel('Hubungan').fill('staf rumah sakit')
  await page.getByLabel('NIK penerima').fill('6171 0447')
  await page.getByLabel('Hubungan').focus()
  await expect(page.getByText(/^NIK baru 8 angka/)).toBeVisible()
  await page.getByLabel('NIK penerima').fill('6171 0447 0894 0003')

  // Another screen and back: what was typed is still there.
  await page.getByRole('link', { name: /^Beranda/ }).click()
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(page.getByLabel('Nama penerima')).toHaveValue('Sari Wulandari Kapuas')

  await page.getByRole('checkbox', { name: 'Surat kuasa dan kedua KTP sudah diperiksa' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Diserahkan kepada Sari Wulandari Kapuas pukul')).toBeVisible()

  // The sheet got wet: once more, with its reason.
  await page.getByRole('button', { name: 'Cetak Ulang' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Alasan cetak ulang')).toBeFocused()
  await page.keyboard.insertText('Lembar pemohon basah')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(async () =>
      (await work.client.dossiers.get.query({ id: line.id })).jobs
        .filter(({ document, state }) => document === 'handover-receipt' && state === 'printed')
        .map(({ copy, reprintReason }) => [copy, reprintReason]),
    )
    .toContainEqual([2, 'Lembar pemohon basah'])

  // The window is turned round: nine answers by their figures, a word, and back to the clerk.
  await page.getByRole('button', { name: 'Isi di layar ini' }).click()
  await page.getByRole('button', { name: 'Mulai' }).click()
  for (let at = 1; at <= 9; at++) {
    await expect(page.getByText(`Pertanyaan ${at} dari 9`)).toBeVisible()
    if (at === 1) await expectAccessible()
    await page.keyboard.press(at === 3 ? '2' : '4', { delay: 70 })
  }
  await page.getByLabel('Saran untuk kami').fill('Kursi ditambah.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Terima kasih' })).toBeVisible()
  await page.getByRole('button', { name: 'Kembali ke petugas' }).click()
  await expect(handover.scan).toBeVisible()
  const survey = await work.client.satisfaction.ofApplication.query({ applicationId: line.id })
  expect(survey).toEqual({ state: 'answered', token: null })
})

test('what does not wait here is named with the place where it is', async ({ open, page }) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.takeIn({
    ...samplePerson,
    nik: '6171 0447 0894 0201',
    name: 'Theresia Sebangki',
    nameOnPermit: 'dr. Theresia Sebangki',
    strNumber: '6122100126000201',
  })
  const { line } = await work.client.dossiers.get.query({ id })
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(
    page.getByText(`Izin ${line.holderName} belum siap diambil: Pemeriksaan Front Office.`),
  ).toBeVisible()
  await handover.find('zzzz tidak ada')
  await expect(page.getByText(/^Tidak ada permohonan yang cocok dengan “zzzz tidak ada”/)).toBeVisible()
  await handover.find(line.registrationNumber)
  await page.getByRole('button', { name: 'Buka berkasnya' }).click()
  await expect(page.getByRole('heading', { level: 1, name: line.holderName })).toBeVisible()
  await signInPage(page).signOut()
})
