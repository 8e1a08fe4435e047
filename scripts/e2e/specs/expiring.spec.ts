import { numericDate } from '#domain/indonesian.ts'
import { addDays, addYears } from '#domain/office-date.ts'
import { emptyOldPermitRow } from '#domain/old-permit-columns.ts'
import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { keysOf } from '../pages/keys.ts'

test.use({ ownOffice: 'expiring' })

test('the supervisor ticks holders whose permits end, prints their letters in one go, and finds them among those told', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { signIn, client } = deskWork(page)
  await signIn('kabid')
  const { day } = await client.overview.now.query()
  const people = ['dr. Kinanti Sebangki', 'dr. Bagus Wirayudha']
  const carried = await client.beginning.carryPermits.mutate({
    rows: people.map((name, at) => ({
      ...emptyOldPermitRow,
      number: `446/70${at}/SIPD/2022`,
      type: 'SIPD',
      issuedOn: numericDate(addYears(day, -4)),
      validUntil: numericDate(addDays(day, 60 + at)),
      nik: `617104470894870${at}`,
      name,
      placeName: 'RSUD Kota Pontianak',
      address: 'Jalan Sungai Raya Nomor 7',
      phone: `08125500018${at}`,
    })),
    importedFrom: null,
  })
  expect(carried).toMatchObject({ ok: true })
  await page.goto('about:blank')
  await open('/laporan/register/expiring')
  // A letter right behind another key is a scanner's.
  const keys = keysOf(page)
  const grid = page.getByRole('grid', { name: 'Izin yang akan habis' })
  const filter = (name: RegExp) => page.getByRole('radio', { name })
  const rows = grid.getByRole('row').filter({ hasText: 'belum' })
  await expect(rows.first()).toBeVisible()
  await expect(grid.getByText(/08\d\d\*{4}\d{4}/).first()).toBeVisible()
  const [first = '', second = ''] = people

  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Cetak surat' })).toHaveAttribute('aria-disabled', 'true')
  await rows.filter({ hasText: first }).click()
  await keys.press('Space', 'ArrowDown', 'Space')
  await expect(page.getByRole('button', { name: 'Cetak 2 surat' })).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('p')
  await expect(page.getByText('2 surat dicetak')).toBeVisible()

  await filter(/^Sudah/).check({ force: true })
  const told = (holder: string) => grid.getByRole('row').filter({ hasText: holder })
  for (const holder of [first, second]) await expect(told(holder)).toContainText(/surat dicetak.*\/PB\//s)

  await told(first).click()
  await keys.press('Space')
  await expect(page.getByRole('button', { name: 'Kirim 1 pesan' })).toBeVisible()
  await page.keyboard.press('k')
  const dialog = page.getByRole('dialog', { name: 'Beri tahu lagi' })
  await dialog.getByLabel('Alasan diulang').fill('surat kembali dari pos')
  await page.keyboard.press('Enter')
  await expect(told(first)).toContainText('perlu dihubungi')
  await expectAccessible()

  await page.keyboard.press('F8')
  await expect(page.getByRole('row').filter({ hasText: first })).toContainText('Izin akan habis')
})
