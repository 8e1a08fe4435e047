import type { TestInfo } from '@playwright/test'
import { deskWork, keptPaper, samplePerson } from '../desk-work.ts'
import type { SentForm } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { handoverPage } from '../pages/handover-page.ts'
import { scanWith } from '../pages/scanner.ts'

const bringer = {
  kind: 'person',
  name: 'Danu Pembawa',
  nik: '6171041505900959',
  phone: '081255000959',
  facilityName: '',
  letterSeen: false,
} as const

/** Somebody of a test's own, each time that it is repeated. */
const person = (n: number, name: string, { repeatEachIndex, retry }: TestInfo): SentForm => {
  const serial = String(950 + n + 10 * (repeatEachIndex % 4) + retry).padStart(4, '0')
  return {
    ...samplePerson,
    nik: `617104470894${serial}`,
    name,
    nameOnPermit: `dr. ${name}`,
    strNumber: `612210012600${serial}`,
  }
}

test.beforeEach(() => test.setTimeout(180_000))

test('originals go back in the act of handover, one stays for its reason and is given back later', async ({
  open,
  page,
  expectAccessible,
}, info) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const form = person(0, 'Kirana Asliwati', info)
  const filled = await work.papersFor(form)
  const codes = filled.documents.filter((one) => one.mediaType === 'application/pdf').slice(0, 2)
  const papers = codes.map((one) => keptPaper(one.requirementCode, '2'))
  const id = await work.toCounter({
    ...form,
    papers: [
      ...(form.papers ?? []).filter((one) =>
        codes.every((code) => code.requirementCode !== one.requirementCode),
      ),
      ...papers,
    ],
  })
  const { line, intake } = await work.client.dossiers.get.query({ id })
  expect(intake.originals).toHaveLength(2)
  const [goes, stays] = intake.originals
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  const originals = handover.part('Berkas asli di kantor')
  await expect(originals.getByRole('checkbox')).toHaveCount(2)
  await expect(originals.getByRole('checkbox', { name: goes?.label ?? '' })).toBeChecked()
  await originals.getByRole('checkbox', { name: stays?.label ?? '' }).uncheck()
  await handover.seen.check()
  await page.keyboard.press('Control+Enter')
  const reason = originals.getByRole('textbox', { name: 'Mengapa belum dikembalikan' })
  await expect(reason).toBeFocused()
  await expect(originals.getByText(/^Tulis alasannya, misalnya/)).toBeVisible()
  await expectAccessible()
  await page.keyboard.insertText('Dipinjam Dinas Kesehatan')
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(line.holderName)).toBeVisible()
  const told = (await work.client.dossiers.get.query({ id })).history.map((one) => one.text).join('\n')
  expect(told).toContain(`Asli dikembalikan kepada ${line.holderName}: ${goes?.label}`)
  expect(told).toContain('(Dipinjam Dinas Kesehatan)')

  await handover.show('Belum tuntas')
  const row = page.getByRole('row').filter({ hasText: line.holderName })
  await expect(row).toContainText('1 berkas asli di kantor: Dipinjam Dinas Kesehatan')
  await row.click()
  await expect(handover.chosen(line.holderName)).toBeVisible()
  await handover.seen.check()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(line.holderName)).toBeVisible()
  await expect(row).toHaveCount(0)
  expect((await work.client.dossiers.get.query({ id })).intake.originals).toEqual([])
})

test('papers of a returned dossier go home with a receipt, and a second scan finds nothing to give', async ({
  open,
  page,
  expectAccessible,
}, info) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.toApplicant(person(1, 'Laras Berkasari', info))
  const { line } = await work.client.dossiers.get.query({ id })
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await scanWith(page, line.registrationNumber)
  await expect(handover.chosen(line.holderName)).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Kembalikan berkas/ })).toBeChecked()
  const papers = handover.part('Berkas yang dikembalikan')
  await expect(papers.getByRole('checkbox').first()).toBeChecked()
  await papers.getByRole('checkbox').first().uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(handover.seen).toBeFocused()
  await page.keyboard.press('Space')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(line.holderName)).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Layani berikutnya' }).click()
  await expect(handover.scan).toBeFocused()
  await scanWith(page, line.registrationNumber)
  await expect(page.getByText(`Izin ${line.holderName} belum siap diambil`)).toBeVisible()
  const { history } = await work.client.dossiers.get.query({ id })
  expect(history.map((one) => one.text).join('\n')).toContain(
    `Berkas diberikan kembali kepada ${line.holderName}`,
  )
})

test('the receiver signs on the screen: an empty field is refused, the picture stands in the dossier', async ({
  open,
  page,
  expectAccessible,
}, info) => {
  await open('/')
  const work = deskWork(page)
  const id = await work.toCounter(person(2, 'Mira Tandatangan', info))
  const { line } = await work.client.dossiers.get.query({ id })
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(handover.chosen(line.holderName)).toBeVisible()
  await handover.seen.check()
  const signing = handover.part('Tanda tangan penerima')
  await expect(signing.getByRole('radio', { name: 'Di kertas' })).toBeChecked()
  await signing.getByRole('radio', { name: 'Di layar' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(signing.getByText(/^Bidang tanda tangan masih kosong/)).toBeVisible()
  await signing.getByRole('button', { name: 'Minta tanda tangan' }).click()
  await expect(handover.dialog).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.dialog.getByText(/^Bidang tanda tangan masih kosong/)).toBeVisible()
  await handover.sign()
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Enter')
  await expect(handover.dialog.getByText(/^Bidang tanda tangan masih kosong/)).toBeVisible()
  await page.keyboard.press('Control+Y')
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.dialog).toHaveCount(0)
  await expect(signing.getByRole('img', { name: 'Tanda tangan penerima' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(line.holderName)).toBeVisible()
  await expect(page.getByText('Tercetak', { exact: true })).toBeVisible()
  await open(`/berkas/${id}`)
  await page.getByRole('tab', { name: /^Riwayat/ }).click()
  await expect(page.getByRole('img', { name: 'Tanda tangan penerima' })).toBeVisible()
})

test('an earlier paper that was still to come is settled later, by whom and when', async ({
  open,
  page,
  expectAccessible,
}, info) => {
  await open('/')
  const work = deskWork(page)
  const form = person(3, 'Nirmala Suratlama', info)
  const first = await work.toCounter(form)
  const handed = {
    receivedBy: `dr. ${form.name}`,
    relation: 'self',
    receiverNik: null,
    identity: { card: 'ktp', letterOfAuthority: false },
    printerId: null,
  } as const
  expect(
    await work.client.handover.handOverTogether.mutate({
      ...handed,
      actId: crypto.randomUUID(),
      papers: [{ applicationId: first, oldPermit: null }],
    }),
  ).toMatchObject({ ok: true })
  const [permit] = await work.client.intake.earlierPermits.query({
    nik: form.nik,
    permitTypeCode: form.permitTypeCode,
    kind: 'renewal',
  })
  if (permit === undefined) throw new Error('the permit is not offered')
  const renewal = { ...permit.form, kind: 'renewal', permitTypeCode: form.permitTypeCode } as const
  const id = await work.toCounter({ ...form, ...renewal, documents: [], targetPermitId: permit.permitId })
  const { line } = await work.client.dossiers.get.query({ id })
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await handover.find(line.registrationNumber)
  await expect(handover.chosen(line.holderName)).toBeVisible()
  await handover.seen.check()
  await page.getByRole('combobox', { name: 'Surat izin lama, asli' }).click()
  await page.getByRole('option', { name: 'Belum diserahkan' }).click()
  await page.getByRole('textbox', { name: 'Alasan' }).fill('Masih di tempat praktik')
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(line.holderName)).toBeVisible()
  await page.getByRole('button', { name: 'Layani berikutnya' }).click()
  await scanWith(page, line.registrationNumber)
  const owed = handover.part('Surat lama yang ditunggu')
  await expect(owed.getByText(/^Belum diserahkan: Masih di tempat praktik/)).toBeVisible()
  await owed.getByRole('combobox', { name: 'Keadaannya sekarang' }).click()
  await page.getByRole('option', { name: 'Hilang, ada surat kepolisian' }).click()
  await owed.getByRole('button', { name: 'Catat Surat Lama' }).click()
  await expect(owed.getByText(/^Tulis nomor surat keterangan hilang/)).toBeVisible()
  await expectAccessible()
  await owed.getByRole('textbox', { name: 'Nomor surat keterangan kepolisian' }).fill('SKTLK/7/XI/2026')
  await owed.getByRole('button', { name: 'Catat Surat Lama' }).click()
  await expect(page.getByText('Surat lama dicatat.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: line.holderName })).toHaveCount(0)
  const { history } = await work.client.dossiers.get.query({ id })
  expect(history.map((one) => one.text)).toContain(
    'Surat lama hilang, surat keterangan kepolisian SKTLK/7/XI/2026',
  )
})

test('one dossier of a collective filing offers the others that are ready, for one act', async ({
  open,
  page,
  expectAccessible,
}, info) => {
  await open('/')
  const work = deskWork(page)
  await work.signIn('loket')
  const opened = await work.client.collective.open.mutate({
    id: crypto.randomUUID(),
    bringer,
  })
  if (!opened.ok) throw new Error('the filing is refused')
  const ids: string[] = []
  for (const [n, name] of [
    [5, 'Oktavia Kolektif'],
    [6, 'Puspa Kolektif'],
    [7, 'Ratna Kolektif'],
  ] as const)
    ids.push(
      await work.toCounter({
        ...person(n, name, info),
        collectiveFilingId: opened.value.id,
        representativeName: bringer.name,
        representativePhone: bringer.phone,
        representativeRelation: 'Kuasa',
      }),
    )
  const { line } = await work.client.dossiers.get.query({ id: ids[0] ?? '' })
  await page.reload()
  const handover = handoverPage(page)
  await handover.open()
  await scanWith(page, line.registrationNumber)
  await expect(page.getByText('2 berkas lain dari pengajuan ini siap diambil')).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByRole('heading', { level: 3, name: '3 surat diserahkan bersama' })).toBeVisible()
  await handover.part('Pengajuan kolektif').getByRole('checkbox', { name: /Ratna/ }).press('Space')
  await expect(page.getByRole('heading', { level: 3, name: '2 surat diserahkan bersama' })).toBeVisible()
  await expect(page.getByLabel('Nama penerima')).toHaveValue(bringer.name)
  await page.getByLabel('Hubungan').fill('Kuasa')
  await page.getByRole('checkbox', { name: 'Surat kuasa dan kedua KTP sudah diperiksa' }).check()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(handover.done(bringer.name)).toBeVisible()
  const stages = await Promise.all(ids.map((id) => work.client.dossiers.get.query({ id })))
  expect(stages.map((one) => one.line.handedOverAt !== null)).toEqual([true, true, false])
})
