import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { sayRepairRefusal } from '#domain/wording/repair.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { readState } from '../testing/stored-state.ts'

const moment = '2017-11-16T02:00:00.000Z'
const day = 86_400_000

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk(moment)
})
afterAll(() => desk.close())

let nobody = 0
const takeIn = (): Promise<string> => {
  nobody += 1
  const serial = String(nobody).padStart(4, '0')
  return desk.takeIn({ nik: `6171 0447 0894 ${serial}`, strNumber: `612210012600${serial}` })
}

const returnIt = (applicationId: string, until: string, requirementCode: string) =>
  desk.counter.dossiers.act.mutate({
    applicationId,
    stage: 'front-office',
    action: 'kembalikan-ke-pemohon',
    note: null,
    asks: [],
    repair: { items: [{ requirementCode, reason: ' buram ' }], until: officeDate(until) },
  })

const end = (applicationId: string, stage: string, change: object) =>
  desk.counter.dossiers.act.mutate({
    applicationId,
    stage,
    action: 'batalkan',
    note: 'Tidak kembali',
    asks: [],
    ...change,
  })

const requirementOf = async (id: string): Promise<string> => {
  const dossier = await desk.counter.dossiers.get.query({ id })
  return dossier.requirements.find((one) => one.label.includes('STR'))?.code ?? ''
}

describe('a dossier returned to its applicant', () => {
  it('keeps each wrong item with its reason and the day, in state, history and list, and prints them', async () => {
    const id = await takeIn()
    const code = await requirementOf(id)
    const sent = await returnIt(id, '2017-11-23', code)
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
    const { state } = await readState(desk.office, id)
    const label = state.repair?.items[0]?.label
    expect(state.repair).toEqual({
      until: '2017-11-23',
      items: [{ requirementCode: code, label, reason: 'buram' }],
    })
    expect(state.note).toBe(`${label}: buram`)
    expect(sent.value.history.at(-1)?.text).toContain('ditunggu sampai 23 November 2017')
    const { lines } = await desk.counter.dossiers.queue.query({ stage: null })
    expect(lines.find((one) => one.id === id)?.repair).toMatchObject({
      until: '2017-11-23',
      overdue: 0,
      long: false,
    })
    const [printer] = await desk.counter.administration.printers.query()
    const printed = await desk.counter.dossiers.printRepairItems.mutate({
      applicationId: id,
      printerId: printer?.id ?? null,
    })
    expect(printed.ok && (await desk.outcome(printed.value.jobId))).toBe('printed')
  })

  it('is refused for a day that is over and for an item that nobody asked for', async () => {
    const id = await takeIn()
    expect(await returnIt(id, '2017-11-15', await requirementOf(id))).toMatchObject({
      ok: false,
      refusal: { code: 'repair-day-past' },
    })
    expect(await returnIt(id, '2017-11-20', 'SIM')).toMatchObject({
      ok: false,
      refusal: { code: 'repair-item-unknown' },
    })
    const back = await desk.counter.dossiers.printRepairItems.mutate({ applicationId: id, printerId: null })
    expect(back).toMatchObject({ ok: false, refusal: { code: 'not-returned' } })
  })
})

describe('an application that ends without a paper', () => {
  it('is not closed while it is waited for, and then only by somebody who says why', async () => {
    const id = await takeIn()
    await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
    const early = await end(id, 'perbaikan', { closes: true })
    expect(early).toMatchObject({ ok: false, refusal: { code: 'not-long-unrepaired' } })
    desk.office.setTime(new Date(Date.parse(moment) + 60 * day).toISOString())
    const counter = await desk.signIn('front-office')
    const shown = await counter.dossiers.get.query({ id })
    expect(shown.line.repair?.long).toBe(true)
    const asked = { applicationId: id, stage: 'perbaikan', action: 'batalkan', asks: [], closes: true }
    expect(await counter.dossiers.act.mutate({ ...asked, note: ' ' })).toMatchObject({
      ok: false,
      refusal: { code: 'note-needed' },
    })
    const closed = await counter.dossiers.act.mutate({ ...asked, note: 'Dihubungi dua kali' })
    if (!closed.ok) throw new Error(JSON.stringify(closed.refusal))
    expect(closed.value.line).toMatchObject({
      status: 'withdrawn',
      statusLabel: 'Ditutup, tidak diperbaiki',
      repair: null,
    })
    expect(closed.value.history.at(-1)?.text).toMatch(/^Ditutup oleh kantor: tidak diperbaiki sampai /)
    expect(await counter.dossiers.act.mutate({ ...asked, note: 'sekali lagi' })).toMatchObject({
      ok: false,
      refusal: { code: 'application-closed' },
    })
  })

  it('is withdrawn with who asked and with the letter, which must be in the cabinet', async () => {
    desk.office.setTime(moment)
    const counter = await desk.signIn('front-office')
    const id = await takeIn()
    const asked = { applicationId: id, stage: 'front-office', action: 'batalkan', note: 'Pindah', asks: [] }
    const unnamed = await counter.dossiers.act.mutate(asked)
    expect(unnamed).toMatchObject({ ok: false, refusal: { code: 'withdrawal-asker-needed' } })
    const by = { askedBy: 'representative', name: 'Sari Utami' } as const
    const lost = await counter.dossiers.act.mutate({
      ...asked,
      withdrawal: { ...by, letterSha256: 'a'.repeat(64) },
    })
    expect(lost).toMatchObject({ ok: false, refusal: { code: 'withdrawal-letter-missing' } })
    const { sha256 } = await desk.upload('front-office', 'surat.pdf', pdfBytes())
    const done = await counter.dossiers.act.mutate({ ...asked, withdrawal: { ...by, letterSha256: sha256 } })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(done.value.history.at(-1)?.text).toContain('diminta kuasa Sari Utami, dengan surat')
    const { state } = await readState(desk.office, id)
    expect(state.withdrawal).toEqual({ ...by, letterSha256: sha256 })
  })
})

describe('the sentences of returns and ends', () => {
  it('say what happened and what to write', () => {
    const said = sayRepairRefusal({ code: 'not-long-unrepaired', closableFrom: officeDate('2026-12-30') })
    expect(said).toBe(
      'Permohonan ini masih ditunggu perbaikannya. Kantor dapat menutupnya mulai 30 Desember 2026.',
    )
  })
})
