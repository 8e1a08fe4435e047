import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { IntakeForm } from '#domain/intake-form.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { rebuildState } from '#domain/application-history.ts'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const supervisor = { username: 'supervisor', password: 'kunci-loket-2026' }
const stateOf = async (id: string) => {
  const state = await desk.besides.queries.findApplication(id)
  if (!state) throw new Error('the application is not stored')
  return state
}
const formOf = async (id: string) => {
  const found = await desk.counter.corrections.form.query({ applicationId: id })
  if (!found) throw new Error('the application is not known')
  return found
}
type Save = Parameters<CounterDesk['counter']['corrections']['save']['mutate']>[0]
const correct = async (id: string, change: Partial<IntakeForm>, order: Partial<Save> = {}) => {
  const { form, corrections } = await formOf(id)
  return desk.counter.corrections.save.mutate({
    applicationId: id,
    correctionId: randomUUID(),
    seenCorrections: corrections,
    form: { ...form, ...change },
    reason: 'salah ketik saat diterima',
    consent: null,
    printerId: null,
    ...order,
  })
}
let seq = 0
const takeIn = (change: Partial<IntakeForm> = {}) => {
  seq += 1
  const tail = String(seq).padStart(2, '0')
  return desk.takeIn({ nik: `61710447089407${tail}`, phone: `0812345607${tail}`, ...change })
}

describe('correcting a wrong intake', () => {
  it('mends person and place under the same number, and tells old and new of every field', async () => {
    const id = await takeIn()
    const before = await stateOf(id)
    const done = await correct(id, { name: 'Kinanti Sabangki', facilityName: 'RS Santo Antonius' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(done.value.line.registrationNumber).toBe(before.registrationNumber.text)
    expect(done.value.intake.receipt).toBe(1)
    const entry = done.value.history.find(({ text }) => text === 'Perbaikan ke-1 atas penerimaan')
    expect(entry?.note).toBe('salah ketik saat diterima')
    expect(entry?.changes).toEqual([
      { label: 'Nama', before: 'Kinanti Sebangki', after: 'Kinanti Sabangki' },
      { label: 'Tempat praktik', before: 'RSUD Kota Pontianak', after: 'RS Santo Antonius' },
    ])
    expect(rebuildState(await desk.besides.queries.history(id))).toEqual(await stateOf(id))
  })

  it('leaves the name that the person bears now, when an older dossier is mended', async () => {
    const id = await takeIn()
    const { applicant } = await stateOf(id)
    const later = { name: 'Theresia Landakoro', nameChanged: true, facilityName: 'RS Yarsi' }
    await desk.takeIn({ nik: applicant.nik ?? '', phone: '081234560799', ...later })
    const done = await correct(id, { facilityAddress: 'Jalan Tanjung Raya 2' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect((await stateOf(id)).applicant.name).toBe(applicant.name)
    const known = await desk.besides.queries.findApplicantByNik(applicant.nik ?? '')
    expect(known).toMatchObject({ name: 'Theresia Landakoro', formerNames: [{ name: applicant.name }] })
  })

  it('gives a receipt Perbaikan ke-n, and a scan of the earlier one says that it is no longer valid', async () => {
    const id = await takeIn()
    const { trackingCode } = await stateOf(id)
    const address = trackAddress('https://palsu', trackingCode as VerificationCode)
    const scan = (text: string) => desk.counter.search.scan.query({ text })
    expect(await scan(address)).toEqual({ applicationId: id, validReceipt: null })
    const done = await correct(id, { facilityName: 'RS Yarsi' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(await scan(address)).toEqual({ applicationId: id, validReceipt: 1 })
    expect(await scan(`${address}?p=1`)).toEqual({ applicationId: id, validReceipt: null })
    const receipts = done.value.jobs.filter(({ document }) => document === 'receipt')
    expect(receipts.map(({ copy }) => copy)).toEqual([1, 1])
    const paper = await desk.office.fetch('front-office', `/files/receipt/${id}.pdf`)
    const text = squeeze(pdfText(new Uint8Array(await paper.arrayBuffer())))
    expect(text).toContain('PERBAIKAN KE-1')
    expect(text).toContain('Tanda terima sebelumnya tidak berlaku')
    expect(text).not.toContain('CETAK ULANG')
  })

  it('is found by the new name and by the old one', async () => {
    const id = await takeIn({ name: 'Wuri Mempawah', nameOnPermit: 'dr. Wuri Mempawah' })
    const done = await correct(id, { name: 'Wury Landak', nameOnPermit: 'dr. Wury Landak' })
    expect(done.ok).toBe(true)
    for (const text of ['Wury Landak', 'Wuri Mempawah'])
      expect((await desk.counter.search.find.query({ text })).map((one) => one.id)).toContain(id)
  })

  it('asks for what the new type or kind demands, and drops what it does not', async () => {
    const id = await takeIn()
    const { form } = await formOf(id)
    const changed = { ...form, practiceOrdinal: 2 as const }
    const told = await desk.counter.corrections.consequences.query({ applicationId: id, form: changed })
    expect(told.asked.length).toBeGreaterThan(0)
    expect(told.changes.map(({ label }) => label)).toEqual(['Macam permohonan'])
    const done = await correct(id, { practiceOrdinal: 2 })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    const missing = done.value.requirements.filter(({ documents }) => documents.length === 0)
    expect(missing.map(({ code }) => code)).toEqual(told.asked.map(({ code }) => code))
    await desk.acceptFiles(id)
    const moved = await desk.act(desk.counter, id, 'front-office', 'teruskan')
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'requirements-missing' } })
  })

  it('moves the application to the right person, and gives the wrong one their own data back', async () => {
    const owner = await takeIn({ name: 'Sulastri Kapuas', addressKtp: 'Jalan Sungai Raya 1' })
    const nik = (await stateOf(owner)).applicant.nik ?? ''
    const wrong = await takeIn({
      nik,
      name: 'Sulastri Kapuas',
      addressKtp: 'Jalan Siantan 9',
      facilityName: 'RS Lain',
    })
    const done = await correct(wrong, { nik: '6171044708940799', name: 'Sulistri Kampar' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    const [first, second] = [await stateOf(owner), await stateOf(wrong)]
    expect(second.applicant.id).not.toBe(first.applicant.id)
    const known = await desk.counter.intake.findByNik.query({ nik })
    expect(known?.applicant.addressKtp).toBe('Jalan Sungai Raya 1')
    expect(known?.dossiers.map((one) => one.id)).toEqual([owner])
  })

  it('leaves in the register what a later application has brought, but for what it mends', async () => {
    const before = { nik: '6171044708940780', name: 'Ratna Ambawang', phone: '081234560780' }
    const first = await takeIn({ ...before, addressKtp: 'Jalan Lama 1' })
    await takeIn({ ...before, phone: '081299990780', addressKtp: 'Jalan Baru 2', facilityName: 'RS Lain' })
    const done = await correct(first, { email: 'ratna@contoh.id', facilityName: 'RS Yarsi' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    const known = await desk.counter.intake.findByNik.query({ nik: before.nik })
    expect(known?.applicant).toMatchObject({
      addressKtp: 'Jalan Baru 2',
      phone: '+6281299990780',
      email: 'ratna@contoh.id',
    })
    expect((await stateOf(first)).applicant.addressKtp).toBe('Jalan Lama 1')
  })

  it('keeps the NIK of the representative, and mends it', async () => {
    const id = await takeIn({
      representativeName: 'Bagas Tirtamulya',
      representativeNik: '6171041505900001',
      representativePhone: '081255000300',
      representativeRelation: 'Kuasa',
    })
    const nikOf = async () => (await stateOf(id)).data.representative?.nik
    expect((await correct(id, { facilityName: 'RS Yarsi' })).ok).toBe(true)
    expect(await nikOf()).toBe('6171041505900001')
    const done = await correct(id, { representativeNik: '6171041505900002' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(await nikOf()).toBe('6171041505900002')
    const changed = done.value.history.flatMap(({ changes }) => changes ?? []).map(({ label }) => label)
    expect(changed).toContain('NIK kuasa')
  })

  it('keeps what was half typed for the one who typed it, until it is saved', async () => {
    const id = await takeIn()
    const { form, draftId } = await formOf(id)
    const data = {
      applicationId: id,
      changed: ['facilityName'],
      form: { ...form, facilityName: 'RS Yarsi', documents: [] },
      reason: 'tempat tertukar',
    }
    await desk.counter.intake.saveDraft.mutate({ id: draftId, kind: 'correction', title: 'P', data })
    const kept = await formOf(id)
    expect([kept.draftId, kept.draft?.data.changed]).toEqual([draftId, ['facilityName']])
    expect(kept.form.facilityName).toBe(form.facilityName)
    expect((await desk.counter.intake.drafts.query()).map((one) => one.id)).not.toContain(draftId)
    const other = await desk.admin.corrections.form.query({ applicationId: id }).catch(() => null)
    expect(other?.draft ?? null).toBeNull()
    expect((await correct(id, { facilityName: 'RS Yarsi' }, { draftId })).ok).toBe(true)
    const after = await formOf(id)
    expect(after.draft).toBeNull()
    expect(after.draftId).not.toBe(draftId)
  })

  it('needs a supervisor once the dossier has been declared complete', async () => {
    const id = await takeIn()
    await desk.acceptFiles(id)
    expect((await desk.act(desk.counter, id, 'front-office', 'teruskan')).ok).toBe(true)
    const change = { facilityName: 'RS Mitra Medika' }
    expect(await correct(id, change)).toMatchObject({ ok: false, refusal: { code: 'consent-needed' } })
    const wrong = { ...supervisor, password: 'bukan-kuncinya' }
    expect(await correct(id, change, { consent: wrong })).toMatchObject({
      refusal: { code: 'consent-refused' },
    })
    const peer = { ...supervisor, username: 'processing' }
    expect(await correct(id, change, { consent: peer })).toMatchObject({
      refusal: { code: 'consent-not-allowed' },
    })
    const done = await correct(id, change, { consent: supervisor })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(done.value.line.stages.map(({ code }) => code)).toEqual(['dinas-kesehatan'])
    const [event] = (await desk.besides.queries.history(id)).flatMap(({ body }) =>
      body.action === 'intake-corrected' ? [body] : [],
    )
    expect(event?.consentBy).toBe('Petugas Kepala Bidang')
  })

  it('is refused from the number on, with what to do instead', async () => {
    const id = await takeIn()
    await desk.toPrintDesk(id)
    const numbered = await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
    expect(numbered.ok).toBe(true)
    const refused = await correct(id, { facilityName: 'RS Lain' }, { consent: supervisor })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'correction-after-number' } })
    expect((await formOf(id)).refusal).toContain('sudah bernomor')
  })

  it('sent twice corrects once; of two clerks the second is told of the first', async () => {
    const id = await takeIn()
    const correctionId = randomUUID()
    const again = () => correct(id, { facilityName: 'RS Kharitas' }, { correctionId, seenCorrections: 0 })
    const [first, second] = await Promise.all([again(), again()])
    expect([first.ok, second.ok]).toEqual([true, true])
    expect((await stateOf(id)).corrections).toHaveLength(1)
    const late = await correct(id, { facilityName: 'RS Anugerah' }, { seenCorrections: 0 })
    expect(late).toMatchObject({ refusal: { code: 'corrected-meanwhile', by: 'Petugas Front Office' } })
  })

  it('says what is wrong: no reason, nothing changed, a field that cannot be read', async () => {
    const id = await takeIn()
    expect(await correct(id, { facilityName: 'RS X' }, { reason: ' ' })).toMatchObject({
      refusal: { code: 'correction-needs-reason' },
    })
    expect(await correct(id, {})).toMatchObject({ refusal: { code: 'nothing-corrected' } })
    expect(await correct(id, { phone: '12' })).toMatchObject({
      refusal: { code: 'form-incomplete', fields: [{ field: 'phone' }] },
    })
  })

  it('prints a lost one again as a copy of the corrected receipt', async () => {
    const id = await takeIn()
    const done = await correct(id, { facilityName: 'RS Bhayangkara' })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    for (const { id: jobId, document } of done.value.jobs)
      if (document === 'receipt') await desk.outcome(jobId)
    const printed = await desk.counter.dossiers.reprintReceipt.mutate({
      applicationId: id,
      printerId: null,
      reason: 'hilang',
    })
    if (!printed.ok) throw new Error(JSON.stringify(printed.refusal))
    expect(
      printed.value.jobs
        .filter(({ document }) => document === 'receipt')
        .map(({ copy }) => copy)
        .sort(),
    ).toEqual([1, 1, 2])
  })
})
