import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { stageOfErratum } from '#domain/erratum.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { instantOf } from '#domain/instant.ts'
import { examineOffice } from '#services/examine-office.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { readOfficeFiles } from './office-files.ts'

let desk: CounterDesk
let made = 0
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const span = { from: today, until: today }

const nikOf = (n: number): string => `617104470894${String(700 + n).padStart(4, '0')}`

/** A permit that is signed and waits at the counter. */
async function issued(): Promise<string> {
  made += 1
  const id = await desk.takeIn({ nik: nikOf(made), name: 'Rahayu Kapuas' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  await toCounter(id)
  return id
}
async function toCounter(id: string): Promise<void> {
  await desk.printLetter(id)
  const signed = await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: today })
  expect(signed).toMatchObject({ ok: true })
  expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
}
const ask = (
  applicationId: string,
  change: { sheetBack?: boolean; statement?: string; reason?: string } = {},
) =>
  desk.printDesk.errata.ask.mutate({
    applicationId,
    erratumId: crypto.randomUUID(),
    reason: 'nama tempat praktik salah',
    sheetBack: true,
    statement: '',
    ...change,
  })
const view = (id: string) => desk.printDesk.dossiers.get.query({ id })
const answer = (applicationId: string, erratumId: string, approves = true, reason = '') =>
  desk.supervisor.errata.answer.mutate({ applicationId, erratumId, approves, reason })

describe('a Ralat of a permit', () => {
  it('is asked with the old sheet or a statement, once, and answered by the signer and nobody else', async () => {
    const id = await issued()
    expect(await ask(id, { reason: ' ' })).toMatchObject({ refusal: { code: 'erratum-needs-reason' } })
    expect(await ask(id, { sheetBack: false })).toMatchObject({
      refusal: { code: 'erratum-needs-statement' },
    })
    expect(await ask(id, { sheetBack: false, statement: 'hilang' })).toMatchObject({ ok: true })
    expect(await ask(id)).toMatchObject({ refusal: { code: 'erratum-asked' } })
    const [erratum] = (await view(id)).errata
    const order = { applicationId: id, erratumId: erratum?.id ?? '', approves: true, reason: '' }
    const waiting = async () => (await desk.supervisor.errata.open.query()).map((one) => one.id)
    expect(await waiting()).toEqual([id])
    expect(await desk.printDesk.errata.open.query()).toEqual([])
    expect(await desk.printDesk.errata.answer.mutate(order)).toMatchObject({
      refusal: { code: 'erratum-not-yours' },
    })
    expect(await answer(id, order.erratumId, false)).toMatchObject({
      refusal: { code: 'erratum-needs-reason' },
    })
    expect(await answer(id, order.erratumId, false, 'sudah benar')).toMatchObject({ ok: true })
    expect(await answer(id, order.erratumId)).toMatchObject({ refusal: { code: 'erratum-answered' } })
    expect(await waiting()).toEqual([])
    expect((await view(id)).line.status).toBe('issued')
  })

  it('gives a new version under the same number: corrected, printed, signed and handed over anew', async () => {
    const id = await issued()
    const before = await view(id)
    const handed = await desk.counter.handover.handOver.mutate({
      applicationId: id,
      receivedBy: 'Rahayu Kapuas',
      relation: 'self',
      receiverNik: nikOf(made),
      identity: { card: 'ktp', letterOfAuthority: false },
      printerId: null,
    })
    expect(handed).toMatchObject({ ok: true })
    expect(await ask(id)).toMatchObject({ ok: true })
    const erratumId = (await view(id)).errata[0]?.id ?? ''
    expect(await answer(id, erratumId)).toMatchObject({ ok: true })

    const open = await view(id)
    expect(open.line.stages.map(({ code }) => code)).toEqual(['pencetakan'])
    expect(open.product).toMatchObject({
      number: before.product?.number,
      signature: null,
      secondOriginal: false,
    })
    expect(open.formerVersions).toMatchObject([{ number: before.product?.number, signedOn: today }])
    expect(open.erratumAtWork).toBe(true)
    const told = await desk.counter.notices.ofDossier.query({ applicationId: id })
    expect(told.filter(({ kind, state }) => kind === 'ready' && state === 'waiting')).toEqual([])
    const { entries } = await desk.printDesk.blanks.card.query(span)
    const sheet = entries.find(({ title }) => title.startsWith(before.product?.number ?? '?'))
    expect(sheet).toMatchObject({ state: 'spoiled', reason: expect.stringContaining('Ralat ke-1') as string })
    expect(await ask(id)).toMatchObject({ refusal: { code: 'erratum-before-paper' } })

    const kept = await desk.counter.corrections.form.query({ applicationId: id })
    expect(kept).toMatchObject({ refusal: null, needsConsent: false })
    if (!kept) throw new Error('there is no form')
    const mended = await desk.counter.corrections.save.mutate({
      applicationId: id,
      correctionId: crypto.randomUUID(),
      seenCorrections: 0,
      form: { ...kept.form, facilityName: 'Klinik Khatulistiwa Baru' },
      reason: 'ralat nama tempat',
      consent: null,
      printerId: null,
    })
    expect(mended).toMatchObject({ ok: true })
    await toCounter(id)
    const after = await view(id)
    expect(after.line.status).toBe('issued')
    expect(after.product).toMatchObject({
      number: before.product?.number,
      issuedOn: before.product?.issuedOn,
      signature: { method: 'wet' },
    })
    expect(after.product?.verificationCode).not.toBe(before.product?.verificationCode)
    expect(after.jobs.filter(({ document, copy }) => document === 'permit' && copy === 1)).toHaveLength(2)
  })

  it('changes nothing in the report of the day on which the first paper went out, and is at work until the new one is ready', async () => {
    const id = await issued()
    const handOver = (receivedBy: string) =>
      desk.counter.handover.handOver.mutate({
        applicationId: id,
        receivedBy,
        relation: 'self',
        receiverNik: nikOf(made),
        identity: { card: 'ktp', letterOfAuthority: false },
        printerId: null,
      })
    expect(await handOver('Rahayu Kapuas')).toMatchObject({ ok: true })
    const report = async () => {
      const { asOf: _, ...rest } = await desk.supervisor.reports.daily.query({ day: today })
      return rest
    }
    const before = await report()
    expect(before.total.handedOver).toBeGreaterThan(0)
    desk.office.setTime('2026-11-20T02:24:00.000Z')
    // Nobody stays signed in over night.
    for (const who of ['front-office', 'print-desk', 'supervisor']) await desk.signIn(who)
    expect(await ask(id)).toMatchObject({ ok: true })
    expect(await answer(id, (await view(id)).errata[0]?.id ?? '')).toMatchObject({ ok: true })
    expect(await report()).toEqual(before)
    expect((await view(id)).line.timeLeft.label).toBe('Ralat, hari ke-1')
    await desk.printLetter(id)
    const on = officeDate('2026-11-20')
    expect(await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on })).toMatchObject({
      ok: true,
    })
    expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
    expect((await view(id)).line.timeLeft.label).toBe('Siap sejak hari ke-1')
    expect(await handOver('Penerima Lain')).toMatchObject({ ok: true })
    expect(await report()).toEqual(before)
    const day = await desk.supervisor.reports.daily.query({ day: on })
    expect(day.total).toMatchObject({ issued: 0, handedOver: 1 })
  })

  it('leaves an office that its doctor finds whole', async () => {
    const { queries, integrityCheck } = desk.besides
    const cabinet = openDiskFileCabinet(join(desk.office.dataDir, 'files'))
    const startedAt = instantOf(desk.office.now())
    const found = await examineOffice({ queries, cabinet, hash: hashText, integrityCheck, startedAt })
    expect(found.flatMap((one) => one.damages)).toEqual([])
  })

  it.each([
    ['pontianak', 'pencetakan'],
    ['tanjungpinang', 'kepala-dinas'],
    ['purwakarta', 'kepala-dinas'],
    ['pasuruan', 'kepala-dinas'],
    ['seruyan', 'verifikasi-draf'],
  ])('of %s goes on from %s', (code, stage) => {
    const files = readOfficeFiles(assetsDir, code)
    if (!files.ok) throw new Error(`the files of ${code} are broken`)
    expect(stageOfErratum(files.value.office.profile.stageTable)).toBe(stage)
  })
})
