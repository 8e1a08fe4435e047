import type { Page } from '@playwright/test'
import { deskWork, samplePerson } from '../desk-work.ts'
import type { SentForm } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { collectivePage } from '../pages/collective-page.ts'
import { intakePage } from '../pages/intake-page.ts'

const bringer = { name: 'Bagas Tirtamulya', nik: '6171041505900321', phone: '081255000300' }

/** What is typed for a dossier is kept as its draft; the checklist with its files is what a spec brings in by itself. */
async function draftIn(page: Page, filingId: string, person: Pick<SentForm, 'nik' | 'name'>) {
  const { client, papersFor } = deskWork(page)
  const form: SentForm = {
    ...samplePerson,
    ...person,
    nameOnPermit: '',
    collectiveFilingId: filingId,
  }
  const filled = await papersFor({
    ...form,
    representativeName: bringer.name,
    representativePhone: bringer.phone,
    representativeRelation: 'Kuasa',
  })
  const { applicationId } = await client.intake.begin.mutate()
  await client.intake.saveDraft.mutate({
    id: applicationId,
    kind: 'intake',
    title: person.name,
    data: { ...form, documents: filled.documents },
  })
}

test('one bringer’s dossiers are taken in one after the other, left out, closed and printed, by keyboard', async ({
  open,
  page,
  expectAccessible,
}) => {
  test.setTimeout(300_000)
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('loket')
  await page.goto('about:blank')
  await open('/terima')
  const collective = collectivePage(page)
  const intake = intakePage(page)
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()

  await collective.filer('Pemohon sendiri').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('region', { name: 'Penerima kuasa' })).toBeVisible()
  await collective.filer('Kuasa').focus()
  await page.keyboard.press('ArrowRight')
  await expect(collective.drawer).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(collective.drawer.getByText(/^Nama belum diisi/)).toBeVisible()
  await collective.type(bringer)
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/terima\/kolektif\//)
  await expect(collective.list).toContainText('Belum ada berkas')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
  await expectAccessible()
  const filingId = page.url().split('/').at(-1) ?? ''

  await page.goto('about:blank')
  await open('/')
  await draftIn(page, filingId, { nik: '6171044708940321', name: 'Sari Kapuasari' })
  await draftIn(page, filingId, { nik: '6171044708940322', name: 'Melati Tengkawang' })
  await page.goto('about:blank')
  await open(`/terima/kolektif/${filingId}`)
  await collective.resume('Sari Kapuasari')
  await expect(page.getByLabel('Nama sesuai KTP', { exact: true })).toHaveValue('Sari Kapuasari')
  await expect(intake.row('POWER_OF_ATTORNEY')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(collective.row('Sari Kapuasari')).toContainText('lengkap')
  await expect(page).toHaveURL(/\/terima\/kolektif\//)
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('')

  await collective.resume('Melati Tengkawang')
  await expect(page.getByLabel('Nama sesuai KTP', { exact: true })).toHaveValue('Melati Tengkawang')
  await page.keyboard.press('Control+e')
  await expect(collective.dialog).toContainText('Simpan Melati Tengkawang dahulu')
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(collective.dialog).toBeHidden()
  await page.keyboard.press('Control+u')
  await expect(collective.dialog.getByRole('textbox', { name: 'Alasan' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(collective.dialog).toContainText('Alasan belum diisi')
  await page.keyboard.insertText('KTP tertinggal')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(collective.dialog).toBeHidden()
  await expect(collective.list.getByRole('region', { name: 'Tidak diterima' })).toContainText(
    'KTP tertinggal',
  )

  await page.keyboard.press('Control+e')
  await expect(collective.dialog).toContainText('1 diterima, 1 tidak')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Pengajuan kolektif ditutup' })).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible({ timeout: 20_000 })
  await expectAccessible()
  const list = await client.collective.get.query({ id: filingId })
  expect(list).toMatchObject({ bringer: { nik: bringer.nik }, untaken: [{ reason: 'KTP tertinggal' }] })
  expect(list?.rows).toHaveLength(1)
  await page.keyboard.press('F2')
  await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
})

test('a list that was left is gone on with, and one that another counter closed says so and lets the dossier go', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('loket')
  const id = crypto.randomUUID()
  const opened = await client.collective.open.mutate({
    id,
    bringer: { ...bringer, kind: 'facility', facilityName: 'Klinik Pratama Nipah', letterSeen: true },
  })
  expect(opened).toMatchObject({ ok: true })
  const code = opened.ok ? opened.value.code : ''
  await page.goto('about:blank')
  await open('/terima')
  await page.getByRole('button', { name: `Lanjutkan ${code}` }).click()
  await expect(page.getByText(`${code}, dibawa Klinik Pratama Nipah`)).toBeVisible()
  await page.getByLabel('NIK', { exact: true }).fill('6171044708940323')
  await expect(intakePage(page).draftSaved).toBeVisible()
  expect(await client.collective.close.mutate({ id, left: [], printerId: null })).toMatchObject({ ok: true })
  await expect(page.getByText(/^Pengajuan kolektif ini sudah ditutup oleh /)).toBeVisible()
  await expectAccessible()
  await collectivePage(page).filer('Pemohon sendiri').click()
  await expect(page.getByText(/^Pengajuan kolektif ini sudah ditutup oleh /)).toBeHidden()
  await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('6171 0447 0894 0323')
})

test('a dossier tells the list in which it came, and leads to the others', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('dinkes')
  const [found] = await client.search.find.query({ text: 'wahyu landakoro' })
  const filingId = found?.collectiveFilingId ?? ''
  const list = await client.collective.get.query({ id: filingId })
  const [first, second] = list?.rows ?? []
  await page.goto('about:blank')
  await open(`/berkas/${first?.line.id ?? ''}`)
  await page.getByRole('tab', { name: /^Data permohonan/ }).click()
  const part = page.getByRole('region', { name: 'Kolektif' })
  await expect(part).toContainText(`${list?.code ?? ''}, dibawa RSUD Kota Pontianak (6 berkas)`)
  await part.getByRole('button', { name: 'Lihat daftar kolektif' }).click()
  const drawer = collectivePage(page).dialog
  await expect(drawer.getByRole('listitem')).toHaveCount(7)
  await expectAccessible()
  const name = second?.line.holderName ?? ''
  await drawer.getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
