import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { scanWith } from '../pages/scanner.ts'

test('one receiver takes two papers: the second receipt joins the act, and one receipt lists both', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const before = await work.client.handover.ready.query()
  const [first, second] = before.lines.filter((one) => one.productKind === 'permit' && !one.asksOldPermit)
  if (first === undefined || second === undefined) throw new Error('the sample office has not two ready')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await scanWith(page, first.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: first.holderName })).toBeVisible()
  await scanWith(page, second.registrationNumber)
  await expect(page.getByRole('heading', { level: 3, name: '2 surat diserahkan bersama' })).toBeVisible()
  await scanWith(page, second.registrationNumber)
  await expect(page.getByText(`Surat ${second.holderName} sudah ada dalam penyerahan ini.`)).toBeVisible()
  await page.getByRole('radio', { name: 'Kuasa' }).click()
  await page.getByLabel('Nama penerima').fill('Sari Wulandari Kapuas')
  await page.getByLabel('Hubungan').fill('staf rumah sakit')
  await page.getByRole('checkbox', { name: 'Surat kuasa dan kedua KTP sudah diperiksa' }).check()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Diserahkan kepada Sari Wulandari Kapuas pukul')).toBeVisible()
  // The day may have turned meanwhile, so the office says how many there are, and these two are among them.
  const { handedOverToday } = await work.client.handover.ready.query()
  expect(handedOverToday).toBeGreaterThanOrEqual(2)
  await expect(page.getByText(`Diserahkan hari ini ${handedOverToday}`)).toBeVisible()
  const { history } = await work.client.dossiers.get.query({ id: second.id })
  expect(history.map((one) => one.text).join('\n')).toContain('bersama 1 surat lain')
})

test('rows are chosen by keyboard, and a lost receipt needs its signed statement', async ({ open, page }) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const { lines } = await work.client.handover.ready.query()
  const line = lines.find((one) => one.productKind === 'permit' && !one.asksOldPermit)
  if (line === undefined) throw new Error('the sample office has nothing ready')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: line.holderName })).toBeVisible()
  await page.getByRole('checkbox', { name: 'KTP cocok dengan pemegang izin' }).check()
  await page.getByRole('radio', { name: 'Hilang' }).click()
  await page.getByRole('button', { name: 'Cetak surat pernyataan' }).click()
  await expect(page.getByText('Surat pernyataan masuk antrean cetak.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Mintakan tanda tangan pada surat pernyataan, lalu centang.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Surat pernyataan sudah ditandatangani' }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Diserahkan kepada ${line.holderName} pukul`)).toBeVisible()
})

test('a paper gets its place on the rack with F6, and the list can be walked in that order', async ({
  open,
  page,
}) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const { lines } = await work.client.handover.ready.query()
  const line = lines.find((one) => one.rackPlace === null)
  if (line === undefined) throw new Error('the sample office has nothing to place')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(page.getByRole('heading', { level: 2, name: line.holderName })).toBeVisible()
  await page.keyboard.press('F6')
  const place = page.getByRole('textbox', { name: 'Letak rak' })
  await expect(place).toBeFocused()
  await place.fill('rak paling atas')
  await place.press('Enter')
  await expect(page.getByText(/bukan letak rak/)).toBeVisible()
  await place.fill('0-1')
  await place.press('Enter')
  await expect(page.getByText('Rak 0-1', { exact: true })).toBeVisible()
  await expect(handover.scan).toBeFocused()
  await page.getByRole('button', { name: 'Rak', exact: true }).click()
  await expect(handover.rows.first()).toContainText('0-1')
})

test('whoever does not come is found by age and reminded, and the reminder is counted', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await page.getByRole('radio', { name: /^Belum diambil/ }).click()
  await expect(page.getByRole('figure', { name: /belum diambil menurut lamanya/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Sampai 7 hari' }).click()
  await handover.rows.first().click()
  const reminding = page.getByRole('region', { name: 'Pengingat' })
  await expect(reminding.getByText('Belum pernah diingatkan.')).toBeVisible()
  await expectAccessible()
  await reminding.getByRole('button', { name: 'Lewat telepon' }).click()
  await expect(reminding.getByText('Pengingat dicatat.')).toBeVisible()
  await expect(reminding.getByText(/^Sudah diingatkan 1 kali/)).toBeVisible()
  await expect(handover.rows.first()).toContainText('1 kali')
})
