import { longDate, numericDate } from '#domain/indonesian.ts'
import { instantOf } from '#domain/instant.ts'
import { addDays, weekdayOf } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'

test('a visit is planned from its dossier, seen in the calendar and put off, by keyboard', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { toAgency, client } = deskWork(page)
  const id = await toAgency({ ...samplePerson, nik: '6171044708946101' })
  const { line } = await client.dossiers.get.query({ id })
  await client.session.signOut.mutate()
  const sunday = (() => {
    let day = addDays(officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'), 1)
    while (weekdayOf(day) !== 'sun') day = addDays(day, 1)
    return day
  })()
  await page.goto('about:blank')
  await open()
  await signInPage(page).signIn('dinkes')
  await page.goto('about:blank')
  await open(`/agenda/baru/site-inspection/${id}`)
  const drawer = page.getByRole('dialog', { name: 'Jadwalkan peninjauan lapangan' })
  await expect(drawer.getByRole('checkbox', { name: new RegExp(line.registrationNumber) })).toBeChecked()
  await drawer.getByRole('textbox', { name: 'Tanggal' }).fill(numericDate(sunday))
  // What is half typed outlives the window.
  const stored = page.waitForResponse(
    (answer) => answer.request().postData()?.includes('Klinik Sari Asih') === true,
  )
  await drawer.getByRole('textbox', { name: 'Tempat' }).fill('Klinik Sari Asih')
  await stored
  await page.reload()
  await expect(drawer.getByRole('textbox', { name: 'Tempat' })).toHaveValue('Klinik Sari Asih')
  await expect(drawer.getByRole('textbox', { name: 'Tanggal' })).toHaveValue(numericDate(sunday))
  await drawer.getByRole('button', { name: /^Simpan dan cetak/ }).click()
  await expect(drawer.getByText('Tim belum diisi.')).toBeVisible()
  await expect(drawer.getByText('Maksud belum diisi.')).toBeVisible()
  await drawer.getByRole('textbox', { name: 'Maksud' }).fill('pemeriksaan sarana praktik')
  await drawer.getByLabel('Tambah dari daftar').fill('Naning Pertiwi, S.K.M.')
  await drawer.getByRole('button', { name: 'Tambah', exact: true }).click()
  await drawer.getByRole('group', { name: 'Anggota 1' }).getByLabel('Jabatan').fill('Penata Perizinan')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(drawer.getByText('kantor tutup')).toBeVisible()
  await drawer.getByRole('button', { name: /^Tetap simpan/ }).click()
  await expect(drawer).toHaveCount(0)
  const pane = page.getByRole('complementary', { name: 'Jadwal hari yang dipilih' })
  await expect(pane.getByRole('heading', { name: 'Peninjauan lapangan', level: 2 })).toBeVisible()
  await expect(pane.getByText(/\/ST\//)).toBeVisible()
  await expect(pane.getByRole('list', { name: 'Berkas' })).toContainText(line.registrationNumber)
  await expectAccessible()

  const grid = page.getByRole('grid', { name: /^Kalender/ })
  const cell = grid.getByRole('gridcell', { selected: true })
  await expect(cell).toContainText('Tinjau')
  await cell.focus()
  await page.keyboard.press('ArrowRight')
  await expect(grid.getByRole('gridcell', { selected: true })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(grid.getByRole('gridcell', { selected: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await pane.getByRole('button', { name: /Klinik Sari Asih/ }).click()
  await expect(pane.getByRole('list', { name: 'Tim' })).toContainText('Naning Pertiwi')

  await pane.getByRole('button', { name: /^Undurkan/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Undurkan peninjauan lapangan' })
  const monday = addDays(sunday, 1)
  await dialog.getByRole('textbox', { name: 'Tanggal' }).fill(numericDate(monday))
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('kantor tutup pada hari Minggu')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  const anyway = dialog.getByRole('button', { name: 'Tetap undurkan' })
  await expect(anyway.or(pane.getByText(/Semula/))).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(pane.getByText(/Semula/)).toContainText('kantor tutup pada hari Minggu')
  await expect(pane.getByText(longDate(monday), { exact: false }).first()).toBeVisible()
  const notices = await client.notices.ofDossier.query({ applicationId: id })
  expect(notices.filter((one) => one.kind === 'appointment').at(-1)?.whatsApp).toContain('diundur')

  await pane.getByRole('button', { name: 'Batalkan jadwal' }).click()
  const cancelling = page.getByRole('dialog', { name: 'Batalkan jadwal' })
  await cancelling.getByRole('textbox', { name: 'Alasan' }).fill('tempat belum siap')
  await cancelling.getByRole('button', { name: 'Batalkan jadwal' }).click()
  await expect(pane.getByText('Dibatalkan', { exact: true })).toBeVisible()
  await expect(pane.getByText('tempat belum siap')).toBeVisible()
})

test('from the menu of its dossier a visit of today is planned, and its result is written down', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { toAgency, client } = deskWork(page)
  const id = await toAgency({ ...samplePerson, nik: '6171044708946102' })
  const { line } = await client.dossiers.get.query({ id })
  await client.session.signOut.mutate()
  await page.goto('about:blank')
  await open()
  await signInPage(page).signIn('dinkes')
  const dossiers = dossiersPage(page)
  await dossiers.show(id, line.holderName)
  await dossiers.other('Jadwalkan peninjauan lapangan')
  const drawer = page.getByRole('dialog', { name: 'Jadwalkan peninjauan lapangan' })
  await expect(drawer.getByRole('checkbox', { name: new RegExp(line.registrationNumber) })).toBeChecked()
  const today = numericDate(officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'))
  await drawer.getByRole('textbox', { name: 'Tanggal' }).fill(today)
  // The whole day: the visit goes on at whatever hour this is read.
  await drawer.getByRole('textbox', { name: 'Mulai' }).fill('00.01')
  await drawer.getByRole('textbox', { name: 'Selesai' }).fill('23.59')
  await drawer.getByRole('textbox', { name: 'Tempat' }).fill('Klinik Sari Asih')
  await drawer.getByRole('textbox', { name: 'Maksud' }).fill('pemeriksaan sarana praktik')
  await drawer.getByLabel('Tambah dari daftar').fill('Naning Pertiwi, S.K.M.')
  await drawer.getByRole('button', { name: 'Tambah', exact: true }).click()
  await drawer.getByRole('group', { name: 'Anggota 1' }).getByLabel('Jabatan').fill('Penata Perizinan')
  await page.keyboard.press('Control+Enter')
  await drawer.getByRole('button', { name: /^Tetap simpan/ }).click()
  await expect(drawer).toHaveCount(0)
  const pane = page.getByRole('complementary', { name: 'Jadwal hari yang dipilih' })
  await expect(pane.getByRole('list', { name: 'Berkas' })).toContainText(line.registrationNumber)

  await page.getByRole('link', { name: 'Beranda' }).click()
  const panel = page.getByRole('region', { name: 'Agenda hari ini' })
  await expect(panel).toContainText('Klinik Sari Asih')
  await expectAccessible()
  await panel.getByRole('button', { name: /Klinik Sari Asih/ }).click()
  await expect(pane.getByRole('heading', { name: 'Peninjauan lapangan', level: 2 })).toBeVisible()

  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: 'Catat hasil peninjauan lapangan' })
  const result = dialog.getByRole('textbox', { name: 'Hasil singkat' })
  await dialog.getByRole('checkbox', { name: /Naning Pertiwi/ }).uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /Naning Pertiwi/ })).toBeFocused()
  await dialog.getByRole('checkbox', { name: /Naning Pertiwi/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(result).toBeFocused()
  await expect(result).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
  await result.fill('sarana sesuai, alat pemadam api kurang satu')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(pane.getByText('Terlaksana', { exact: true })).toBeVisible()
  await expect(pane.getByRole('region', { name: 'Hasil' })).toContainText('Naning Pertiwi')
  await expectAccessible()
})
