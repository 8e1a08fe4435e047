import { anApplicant, trialPortal } from '../../portal/testing/trial-portal.ts'
import { onlineMoves } from '../../portal/testing/online-moves.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

const limits = {
  fileBytes: 2_000_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 5,
}
const taken = '6171044708940718'

test('an online application lands in Berkas; what the portal refuses waits in the tray until it is sent again or mended there', async ({
  startOffice,
  expectAccessible,
}) => {
  // A station of its own is started within the test.
  test.slow()
  const portal = await trialPortal({ limits })
  const { page } = await startOffice({})
  await page.getByLabel('Nama pengguna').waitFor()
  const { client, signIn, takeIn } = deskWork(page)
  const sitDown = async (username: string) => {
    await signIn(username)
    await page.reload()
    await expect(page.getByRole('navigation', { name: 'Layar' })).toBeVisible()
  }
  const head = page.getByRole('list', { name: 'Keadaan loket' }).getByRole('button')

  // The administrator sets the portal: a wrong secret is named as what is wrong.
  await sitDown('admin')
  await page.getByRole('link', { name: 'Pengaturan' }).click()
  await page.getByRole('radio', { name: 'Portal' }).click()
  await page.getByLabel('Alamat portal').fill(portal.apiBase)
  await page.getByLabel('Client ID').fill('loket')
  await page.getByLabel('Kata rahasia').fill('bukan rahasia')
  await page.getByRole('button', { name: 'Uji sambungan' }).click()
  await expect(page.getByText(/^Portal menolak client ID/)).toBeVisible()
  await page.getByLabel('Kata rahasia').fill('rahasia')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Jeda' })).toBeVisible()
  await expectAccessible(page)

  // Somebody applies online.
  const online = onlineMoves(portal)
  online.apply(online.register('6171044506900719', { name: 'Sari Kencana Wulan' }))
  const found = () => client.search.find.query({ text: 'Sari Kencana Wulan', limit: 8 })
  await expect
    .poll(async () => (await found()).filter((one) => one.alike.length === 0).length, { timeout: 20_000 })
    .toBe(1)

  // A walk-in whose NIK somebody else has at the portal.
  const other = anApplicant({ nik: taken, name: 'Bambang Prakoso' })
  const put = (version: number | null, nik: string) =>
    portal.call('PUT', `/applicants/${other.id}`, { baseVersion: version, applicant: { ...other, nik } })
  expect((await put(null, taken)).status).toBe(200)
  await takeIn({ ...samplePerson, nik: taken })
  await sitDown('loket')

  // What the applicant reads stands beside what the office has, and a message goes to them.
  const [arrived] = await found()
  await page.goto(new URL(`/berkas/${arrived?.id ?? ''}`, page.url()).href)
  await page.getByRole('tab', { name: 'Portal' }).click()
  await expect(page.getByRole('grid', { name: 'Yang dibaca pemohon' })).toBeVisible()
  await page.getByLabel('Tulis pesan').fill('Foto KTP Anda kabur. Mohon unggah sekali lagi.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/ada di portal$/)).toBeVisible({ timeout: 20_000 })
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Portal' }).click()
  const tray = page.getByRole('radio', { name: /^Ditolak portal/ })
  // One of them was in the tray before.
  await expect(tray).toHaveAccessibleName('Ditolak portal 2')
  await expect(head).toHaveText(/perlu Anda/)
  await tray.click()
  const rows = page.getByRole('grid', { name: 'Kiriman yang ditolak portal' }).getByRole('row')
  await rows.filter({ hasText: samplePerson.name }).click()
  const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
  await expect(pane.getByText(/^NIK ini sudah dipakai/)).toBeVisible()
  await expectAccessible(page)

  // The other one's NIK was the wrong one; sent again it goes.
  expect((await put(1, '6171044708940717')).status).toBe(200)
  await page.keyboard.press('Control+Enter')
  await expect(tray).toHaveAccessibleName('Ditolak portal 1', { timeout: 20_000 })

  // A telephone number is mended where it was refused; the corrected one goes, and the tray is empty.
  await rows.nth(1).click()
  const phone = pane.getByLabel('Nomor HP')
  await expect(phone).toHaveAccessibleDescription(/tidak dikenal operator/)
  await page.keyboard.press('p')
  await expect(phone).toBeFocused()
  await phone.fill('0812 5550 7719')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Tidak ada yang ditolak')).toBeVisible({ timeout: 20_000 })
  const phones = () => portal.portal.store.entities('applicant').map(({ data }) => data['phone'])
  await expect.poll(phones, { timeout: 20_000 }).toContain('+6281255507719')
  await portal.close()
})
