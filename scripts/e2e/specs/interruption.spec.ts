import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'
import { lateEntryPage, typedAgo, typedTomorrow } from '../pages/late-entry-page.ts'

const doctor = { nik: '6171044708940641', name: 'Ratih Sebangki', strNumber: '6122100126000611' }
const reason = 'Listrik padam pukul 09.10–14.00'

test('an application taken in on paper is entered with its real hour and a supervisor’s consent', async ({
  open,
  page,
  expectAccessible,
}) => {
  test.slow()
  await open('/')
  await deskWork(page).signIn('loket')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible()
  const intake = intakePage(page)
  const late = lateEntryPage(page)
  await intake.open()
  await page.getByRole('button', { name: 'Entri Susulan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Entri Susulan' })).toBeVisible()
  await expect(late.day).toBeFocused()
  await late.day.fill(typedTomorrow())
  await late.time.fill('08.00')
  await late.reason.fill(reason)
  await expect(late.day).toHaveAccessibleDescription(/belum terjadi/)
  const taken = typedAgo(30)
  await late.day.fill(taken.day)
  await late.time.fill(taken.time)
  await expectAccessible()
  await page.getByLabel('NIK', { exact: true }).focus()
  await intake.typeWalkIn(doctor)
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(late.dialog).toBeVisible()
  await expectAccessible()
  await late.consent('kabid', 'bukan kata sandinya')
  await expect(late.dialog.getByText(/tidak cocok/)).toBeVisible()
  await late.consent('loket')
  await expect(late.dialog.getByText(/tidak dapat disetujui sendiri/)).toBeVisible()
  await late.consent('kabid')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  await intake.press('Control+b')
  await page.getByRole('tab', { name: 'Data permohonan' }).click()
  const registration = page.getByRole('region', { name: 'Pendaftaran' })
  await expect(registration).toContainText(`diterima`)
  await expect(registration).toContainText(`pukul ${taken.time}, dicatat`)
  await expect(registration).toContainText(reason)
})

test('a permit handed over on paper is entered later, and what is typed outlives another screen', async ({
  open,
  page,
  expectAccessible,
}) => {
  test.slow()
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const { lines } = await work.client.handover.ready.query()
  const line = lines.at(-2)
  if (line === undefined) throw new Error('the sample office has nothing ready')
  await page.goto(new URL('/terima/susulan/penyerahan', page.url()).href)
  const late = lateEntryPage(page)
  const handed = typedAgo(1)
  const document = page.getByRole('combobox', { name: 'Dokumen yang diserahkan' })
  await document.click()
  await document.fill(line.registrationNumber)
  await page.getByRole('option', { name: new RegExp(line.holderName) }).click()
  await late.day.fill(handed.day)
  await late.time.fill(handed.time)
  await page.getByRole('link', { name: /^Beranda/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Entri Susulan' })).toBeHidden()
  await page.goBack()
  await expect(late.time).toHaveValue(handed.time)
  await expect(page.getByText(/^Belum dapat disimpan/)).toContainText('isi alasannya')
  await late.reason.fill(reason)
  await page.getByRole('checkbox', { name: 'KTP sudah dicocokkan saat itu' }).check()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await late.consent('kabid')
  await expect(page.getByText(/^Penyerahan kepada .* tercatat sebagai entri susulan/)).toBeVisible()
  const { history } = await work.client.dossiers.get.query({ id: line.id })
  expect(history.map(({ text }) => text).join('\n')).toContain('Entri susulan: diserahkan')
})

test('blank forms are printed with the next numbers, one is used, and one is given up with its reason', async ({
  open,
  page,
  expectAccessible,
}) => {
  test.slow()
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  await page.goto(new URL('/terima/susulan/formulir', page.url()).href)
  const list = page.getByRole('grid', { name: 'Formulir bernomor' })
  await expect(list).toBeVisible()
  const count = page.getByLabel('Banyaknya', { exact: true })
  await count.fill('seratus')
  await page.keyboard.press('Control+Enter')
  await expect(count).toHaveAccessibleDescription(/dari 1 sampai 50/)
  await count.fill('2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Formulir .* sampai .* dicetak/)).toBeVisible()
  const [first, second] = await work.client.blankForms.list.query()
  if (!first || !second) throw new Error('nothing was reserved')
  await expect(list.getByRole('row', { name: new RegExp(`${second.number}.*Belum dipakai`) })).toBeVisible()
  await expectAccessible()

  await list.getByRole('row', { name: new RegExp(second.number) }).click()
  await page.getByRole('button', { name: 'Batalkan formulir' }).click()
  const dialog = page.getByRole('dialog', { name: `Batalkan formulir ${second.number}` })
  await dialog.getByLabel('Alasan', { exact: true }).fill('Rusak terkena air')
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Batalkan formulir' }).click()
  await expect(
    list.getByRole('row', {
      name: new RegExp(`${second.number}.*Batal oleh Ratih Puspalina: Rusak terkena air`),
    }),
  ).toBeVisible()

  await page.getByRole('radio', { name: 'Permohonan' }).click()
  const number = page.getByLabel('Nomor formulir', { exact: true })
  const late = lateEntryPage(page)
  const intake = intakePage(page)
  // The form was printed a moment ago: nothing can have been written on it before.
  const now = typedAgo(0)
  await late.day.fill(now.day)
  await late.time.fill(now.time)
  await late.reason.fill(reason)
  await number.fill(second.number)
  await page.getByLabel('NIK', { exact: true }).focus()
  await intake.typeWalkIn({ ...doctor, nik: '6171044708940643', name: 'Wulan Sebangki' })
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await late.consent('kabid')
  await expect(number).toHaveAccessibleDescription(/sudah dibatalkan/)
  await number.fill(first.number)
  await intake.press('Control+Enter')
  await late.consent('kabid')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
  await expect(page.getByText(first.number, { exact: true })).toBeVisible()
})
