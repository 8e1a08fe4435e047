import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { officePassword } from '../testing/composed-station.ts'

let desk: CounterDesk
let made = 0
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

/** A permit whose first sheet came out. */
async function printedLetter(): Promise<string> {
  made += 1
  const nik = `617104470894${String(made).padStart(4, '0')}`
  const id = await desk.takeIn({ nik, name: 'Rahayu Kapuas' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  await desk.printLetter(id)
  return id
}
const again = (
  applicationId: string,
  answer: { consent?: { username: string; password: string }; consentLater?: boolean },
) =>
  desk.printDesk.dossiers.print.mutate({
    applicationId,
    printerId: null,
    reason: 'lembar pertama kusut',
    ...answer,
  })
const secondOf = async (applicationId: string) => {
  const { jobs } = await desk.printDesk.dossiers.get.query({ id: applicationId })
  const job = jobs.find((one) => one.second !== null)
  if (!job) throw new Error('there is no second original')
  await desk.outcome(job.id)
  return job
}
/** What came out last of the folder that is the printer. */
function lastSheet(): Uint8Array {
  const folder = join(desk.office.dataDir, 'cetak')
  const files = readdirSync(folder).map((name) => join(folder, name))
  const last = files.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1)
  return new Uint8Array(readFileSync(last ?? ''))
}
const history = async (id: string) =>
  (await desk.printDesk.dossiers.get.query({ id })).history.map(({ text, note }) => ({ text, note }))

describe('a second original', () => {
  it('is refused while nobody agrees, and with a wrong password or that of whoever prints', async () => {
    const id = await printedLetter()
    expect((await desk.printDesk.dossiers.get.query({ id })).product?.secondOriginal).toBe(true)
    expect(await again(id, {})).toEqual({ ok: false, refusal: { code: 'second-needs-consent', copy: 2 } })
    const typed = (username: string, password: string) => again(id, { consent: { username, password } })
    expect(await typed('supervisor', 'salah sekali')).toMatchObject({ refusal: { code: 'consent-refused' } })
    expect(await typed('print-desk', officePassword)).toMatchObject({
      refusal: { code: 'consent-of-oneself' },
    })
    expect(await typed('front-office', officePassword)).toMatchObject({
      refusal: { code: 'consent-not-allowed' },
    })
    expect((await desk.printDesk.dossiers.get.query({ id })).jobs.filter((one) => one.copy > 1)).toEqual([])
  })

  it('is agreed to at once by the supervisor at this window: job, history and day register name both', async () => {
    const id = await printedLetter()
    const printed = await again(id, { consent: { username: 'supervisor', password: officePassword } })
    expect(printed).toMatchObject({ ok: true })
    const job = await secondOf(id)
    const supervisor = (await desk.supervisor.session.station.query()).user?.name ?? ''
    expect(job).toMatchObject({
      copy: 2,
      reprintReason: 'lembar pertama kusut',
      second: { consentBy: supervisor },
    })
    expect(await history(id)).toContainEqual({
      text: `Surat izin dicetak ulang, lembar ke-2, disetujui ${supervisor}`,
      note: 'lembar pertama kusut',
    })
    const daily = await desk.supervisor.reports.daily.query({ day: officeDate('2026-11-19') })
    expect(daily.seconds.find((one) => one.jobId === job.id)).toMatchObject({
      requestedBy: job.requestedBy,
      consent: { by: supervisor },
      mayConsent: false,
    })
  })

  it('stays open until somebody else agrees, once; the daily report says so before and after', async () => {
    const id = await printedLetter()
    expect(await again(id, { consentLater: true })).toMatchObject({ ok: true })
    const { id: jobId } = await secondOf(id)
    const listed = async (who: 'supervisor' | 'printDesk') =>
      (await desk[who].secondOriginals.open.query()).find((one) => one.jobId === jobId)
    expect(await listed('supervisor')).toMatchObject({ consent: null, overdue: false, mayConsent: true })
    expect(await listed('printDesk')).toMatchObject({ mayConsent: false })
    const report = async () => {
      const sheet = await desk.office.fetch('supervisor', '/files/report/daily/2026-11-19.pdf')
      return squeeze(pdfText(new Uint8Array(await sheet.arrayBuffer())))
    }
    expect(await report()).toContain(squeeze('belum disetujui orang kedua'))
    const order = { applicationId: id, jobId }
    expect(await desk.admin.secondOriginals.consent.mutate(order)).toMatchObject({
      refusal: { code: 'consent-not-allowed' },
    })
    const answers = await Promise.all([
      desk.supervisor.secondOriginals.consent.mutate(order),
      desk.supervisor.secondOriginals.consent.mutate(order),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'consent-given', by: expect.any(String) as string },
    })
    expect(await listed('supervisor')).toBeUndefined()
    expect(await report()).toContain(squeeze('lembar pertama kusut: disetujui'))
    const texts = (await history(id)).map(({ text }) => text)
    expect(
      texts.filter((text) => text.startsWith('Persetujuan susulan atas surat izin lembar ke-2')),
    ).toHaveLength(1)
  })
})

describe('a copy beside the original', () => {
  it('is printed of a signed paper alone, marked SALINAN, on plain paper, and counts for nothing else', async () => {
    const id = await printedLetter()
    const copy = (purpose: string) =>
      desk.printDesk.dossiers.printCopy.mutate({ applicationId: id, printerId: null, purpose })
    expect(await copy('arsip kantor')).toMatchObject({ refusal: { code: 'copy-needs-original' } })
    const signed = await desk.printDesk.dossiers.sign.mutate({
      applicationId: id,
      stage: null,
      on: officeDate('2026-11-19'),
    })
    expect(signed).toMatchObject({ ok: true })
    expect(await copy(' ')).toMatchObject({ refusal: { code: 'copy-needs-purpose' } })
    const span = { from: officeDate('2026-11-19'), until: officeDate('2026-11-19') }
    const blanks = async () => (await desk.printDesk.blanks.card.query(span)).entries.length
    const before = await blanks()
    const printed = await copy('arsip kantor')
    if (!printed.ok) throw new Error(printed.refusal.code)
    const job = printed.value.jobs.find((one) => one.title.startsWith('Salinan'))
    expect(await desk.outcome(job?.id ?? '')).toBe('printed')
    const text = squeeze(pdfText(lastSheet()))
    expect(text).toContain(squeeze('SALINAN'))
    expect(text).toContain(squeeze('arsip kantor · asli di kantor'))
    expect(await blanks()).toBe(before)
    expect((await desk.printDesk.dossiers.get.query({ id })).product?.secondOriginal).toBe(true)
  })
})
