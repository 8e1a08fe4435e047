import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { intakePage } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

interface Doctor {
  readonly nik: string
  readonly name: string
  readonly phone: string
  readonly strNumber: string
}

/** A doctor of the city's hospital with everything the form asks, the identity left as it stands. */
async function typeDoctor(page: Page, { nik, name, phone, strNumber }: Doctor) {
  const intake = intakePage(page)
  await intake.typePerson({ nik, name })
  await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill(phone)
  await intake.chooseType('SIPD')
  await page.getByLabel('Nomor STR', { exact: true }).fill(strNumber)
  await page.getByLabel('Tempat praktik', { exact: true }).fill('RSUD Kota Pontianak')
  await page.getByLabel('Alamat tempat praktik', { exact: true }).fill('Jalan Kom Yos Sudarso')
  await intake.pickDay('Senin')
  await page.getByLabel('Mulai', { exact: true }).fill('08.00')
  await page.getByLabel('Selesai', { exact: true }).fill('12.00')
}

async function save(page: Page) {
  const intake = intakePage(page)
  await intake.attachEverything()
  await intake.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Permohonan terdaftar' })).toBeVisible()
}

test.beforeEach(async ({ open, page }) => {
  await open('/')
  await signInPage(page).signIn('loket')
  await intakePage(page).open()
})

for (const { kind, label, number, nik, strNumber } of [
  {
    kind: 'a letter in place of the KTP',
    label: 'Surat keterangan pengganti KTP',
    number: '470/0012/2026',
    nik: '6171045203890612',
    strNumber: '6111100226009921',
  },
  {
    kind: 'the KIPEM of a visiting doctor',
    label: 'KIPEM',
    number: '474.4/0031',
    nik: '3174015303870613',
    strNumber: '6111100226009922',
  },
] as const)
  test(`${kind} says who it is, with its own number`, async ({ page, expectAccessible }) => {
    const intake = intakePage(page)
    await page.getByRole('button', { name: 'Identitas lain' }).click()
    await intake.choose('Identitas', label)
    await typeDoctor(page, {
      nik,
      name: 'Theresia Landakoro',
      phone: `0812550006${nik.slice(-2)}`,
      strNumber,
    })
    await intake.press('Control+Enter')
    const field = page.getByLabel(`Nomor ${label}`, { exact: true })
    await expect(field).toBeFocused()
    await expect(page.locator('[data-field="identityNumber"]')).toContainText(/isi/i)
    await intake.write(number)
    await expectAccessible()
    await save(page)
    await intake.beginNext()
    await intake.write(nik)
    await expect(page.getByText('Dikenal', { exact: true })).toBeVisible()
    await expect(field).toHaveValue(number)
  })

test('KTP digital needs no number of its own', async ({ page }) => {
  await page.getByRole('button', { name: 'Identitas lain' }).click()
  await intakePage(page).choose('Identitas', 'IKD (KTP digital)')
  await expect(page.getByLabel(/^Nomor (IKD|KTP)/)).toHaveCount(0)
  await typeDoctor(page, {
    nik: '6171045403860614',
    name: 'Veronika Tayani',
    phone: '081255000614',
    strNumber: '6111100226009923',
  })
  await save(page)
})

test('whoever may be in the register already is told with the reason before saving, and may be somebody else', async ({
  page,
  expectAccessible,
}) => {
  const intake = intakePage(page)
  const warning = page.getByText('Mungkin sudah ada di register.')
  const doctor = {
    nik: '6171045503850615',
    name: 'Natalia Sekadaun',
    phone: '081255000615',
    strNumber: '6111100226009924',
  }
  await typeDoctor(page, doctor)
  await save(page)
  const first = await page
    .getByText(/^P-\d{4}-\d{6}$/)
    .first()
    .innerText()

  // The same request of the same person.
  await intake.beginNext()
  await intake.write(doctor.nik)
  await intake.chooseType('SIPD')
  await expect(warning).toBeVisible()
  await expect(page.getByText('permohonan yang sama dari orang ini masih berjalan')).toBeVisible()
  await expect(page.getByRole('link', { name: first })).toBeVisible()
  await expectAccessible()

  // One digit of the NIK mistyped, the name a letter short.
  await intake.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible()
  await intake.open()
  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('')
  await typeDoctor(page, {
    nik: '6171045503850625',
    name: 'Natalia Sekadau',
    phone: '081255000699',
    strNumber: '6111100226009925',
  })
  await expect(page.getByText('nama mirip, NIK hampir sama')).toBeVisible()
  // The STR belongs to one person.
  await page.getByLabel('Nomor STR', { exact: true }).fill(doctor.strNumber)
  await expect(page.getByText('nomor STR sama, identitas lain')).toBeVisible()
  await page.getByLabel('Nomor STR', { exact: true }).fill('6111100226009925')

  // Twins exist: the clerk has looked, and goes on.
  await expect(page.getByText('nama mirip, NIK hampir sama')).toBeVisible()
  await save(page)
})
