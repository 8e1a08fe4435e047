import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { examineOffice } from '#services/examine-office.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
let made = 0
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const span = { from: today, until: today }

/** A permit that is printed and waits for the ink. */
async function printed(): Promise<string> {
  made += 1
  const nik = `617104470894${String(860 + made).padStart(4, '0')}`
  const id = await desk.takeIn({ nik, name: 'Rahayu Kapuas' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  await desk.printLetter(id)
  return id
}
/** Signed, active, waiting at the counter. */
async function issue(id: string): Promise<void> {
  const signed = await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: today })
  expect(signed).toMatchObject({ ok: true })
  expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
}
const legalise = (
  applicationId: string,
  change: { copies?: string; originalSeen?: boolean; seen?: number; legalisationId?: string } = {},
  client: Client = desk.counter,
) =>
  client.legalisations.make.mutate({
    applicationId,
    legalisationId: crypto.randomUUID(),
    copies: '2',
    originalSeen: true,
    seen: 0,
    printerId: null,
    ...change,
  })
const view = (id: string) => desk.counter.dossiers.get.query({ id })
const stamps = async (id: string) => (await view(id)).jobs.filter((one) => one.document === 'legalisation')
const damages = async () => {
  const { queries, integrityCheck } = desk.besides
  const cabinet = openDiskFileCabinet(join(desk.office.dataDir, 'files'))
  const startedAt = instantOf(desk.office.now() + 60_000)
  const parts = await examineOffice({ queries, cabinet, hash: hashText, integrityCheck, startedAt })
  return parts.flatMap((one) => one.damages)
}

describe('photocopies of a permit', () => {
  let id = ''
  it('are not legalised before the permit is signed and active', async () => {
    id = await printed()
    expect(await legalise(id)).toMatchObject({ refusal: { code: 'legalisation-unsigned' } })
    expect((await view(id)).legalisation?.refusal).toContain('belum bernomor dan ditandatangani')
    await issue(id)
  })

  it('are legalised once per order, with number, line, history and stamps together', async () => {
    expect((await view(id)).legalisation).toMatchObject({ refusal: null, mostCopies: 10, made: [] })
    expect(await legalise(id, { originalSeen: false })).toMatchObject({
      refusal: { code: 'legalisation-original-unseen' },
    })
    for (const copies of ['0', '11', 'dua'])
      expect(await legalise(id, { copies })).toMatchObject({
        refusal: { code: 'legalisation-copies-wrong', most: 10 },
      })
    expect((await desk.counter.legalisations.register.query(span)).lines).toEqual([])

    const legalisationId = crypto.randomUUID()
    const first = await legalise(id, { legalisationId })
    expect(first).toMatchObject({ ok: true })
    expect(await legalise(id, { legalisationId })).toMatchObject({ ok: true })
    const [job] = await stamps(id)
    expect(await desk.outcome(job?.id ?? '')).toBe('printed')
    expect(await stamps(id)).toHaveLength(1)
    const { legalisation, history } = await view(id)
    const number = '503/0001/LEG/DPMTK-PTSP/2026'
    expect(legalisation?.made).toMatchObject([
      { number, copies: 2, by: 'Petugas Front Office', voided: null },
    ])
    expect(history.at(-1)?.text).toContain(`Legalisir ${number}, 2 lembar`)

    // A second clerk who has not seen it is told first, and may then go on.
    expect(await legalise(id, {}, desk.printDesk)).toMatchObject({
      refusal: { code: 'legalisation-meanwhile', by: 'Petugas Front Office', number, copies: 2 },
    })
    expect(await legalise(id, { seen: 1 }, desk.printDesk)).toMatchObject({ ok: true })
    expect(await damages()).toEqual([])
  })

  it('are stamped again with a reason only, marked, and never while a sheet is under way', async () => {
    const legalisationId = (await view(id)).legalisation?.made[0]?.id ?? ''
    const order = { applicationId: id, legalisationId, printerId: null }
    const again = (reason: string) => desk.counter.legalisations.reprint.mutate({ ...order, reason })
    expect(await again(' ')).toMatchObject({ refusal: { code: 'reprint-needs-reason', copy: 2 } })
    expect(await again('kertas kusut')).toMatchObject({ ok: true })
    const second = (await stamps(id)).find((one) => one.copy === 2)
    expect(await desk.outcome(second?.id ?? '')).toBe('printed')
    const job = await desk.besides.queries.findPrintJob(second?.id ?? '')
    expect(job?.content).toMatchObject({ data: { reprint: { copy: 1, reason: 'kertas kusut' } } })
    expect(job?.reprintReason).toBe('kertas kusut')
  })

  it('that were legalised wrongly keep number and line; the second of two clerks learns who was first', async () => {
    const before = (await desk.counter.legalisations.register.query(span)).lines.length
    const legalised = await legalise(id, { copies: '3', seen: 2 })
    if (!legalised.ok) throw new Error(legalised.refusal.code)
    const legalisationId = legalised.value.legalisation?.made.at(-1)?.id ?? ''
    const order = { applicationId: id, legalisationId }
    expect(await desk.counter.legalisations.void.mutate({ ...order, reason: '' })).toMatchObject({
      refusal: { code: 'legalisation-void-reason' },
    })
    const voided = await desk.counter.legalisations.void.mutate({ ...order, reason: 'salah fotokopi' })
    expect(voided).toMatchObject({ ok: true })
    expect(await desk.printDesk.legalisations.void.mutate({ ...order, reason: 'lagi' })).toMatchObject({
      refusal: { code: 'legalisation-void', by: 'Petugas Front Office', reason: 'salah fotokopi' },
    })
    const again = { ...order, printerId: null, reason: 'kusut' }
    expect(await desk.counter.legalisations.reprint.mutate(again)).toMatchObject({
      refusal: { code: 'legalisation-void' },
    })
    const register = await desk.supervisor.legalisations.register.query(span)
    expect(register.lines).toHaveLength(before + 1)
    expect(register.lines.at(-1)).toMatchObject({ copies: 3, voided: { reason: 'salah fotokopi' } })
    expect(register).toMatchObject({ complete: true })
    expect(register.sheets).toBe(register.lines.reduce((sum, one) => sum + (one.voided ? 0 : one.copies), 0))
    const { jobId } = await desk.supervisor.legalisations.printRegister.mutate({ ...span, printerId: null })
    expect(await desk.outcome(jobId)).toBe('printed')
    expect(await damages()).toEqual([])
  })

  it('are not legalised while a Ralat of it waits', async () => {
    const asked = await desk.printDesk.errata.ask.mutate({
      applicationId: id,
      erratumId: crypto.randomUUID(),
      reason: 'nama salah',
      sheetBack: true,
      statement: '',
    })
    expect(asked).toMatchObject({ ok: true })
    expect(await legalise(id, { seen: 3 })).toMatchObject({ refusal: { code: 'legalisation-erratum' } })
    expect((await view(id)).legalisation?.refusal).toContain('diralat')
  })
})
