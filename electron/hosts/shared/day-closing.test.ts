import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashText } from '#adapters/system/hash.ts'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { officeDate } from '#domain/office-date.ts'
import { instant } from '#domain/testing/builders.ts'
import { examineClosings } from '#services/examine-closings.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { officePassword } from '../testing/composed-station.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const order = { day: today, seen: 0, note: '', reason: '', password: officePassword }
const close = (change: Partial<typeof order> & { id?: string } = {}, by = desk.supervisor) =>
  by.closings.close.mutate({ id: crypto.randomUUID(), ...order, ...change })
const state = () => desk.supervisor.closings.day.query({ day: today })
const examine = () => examineClosings({ queries: desk.besides.queries, hash: hashText })
const codeNow = async () => (await state()).closings.at(-1)?.code ?? ''

/** A hand that goes around the program and its guards. */
const tamper = (sql: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const file = new sqlite3.Database(join(desk.office.dataDir, 'kantor.sqlite'))
    file.exec(`DROP TRIGGER application_events_no_update; ${sql}`, (error) => {
      file.close(() => (error ? reject(error) : resolve()))
    })
  })

describe('Tutup Harian', () => {
  it('asks the supervisor for the password once more, and never takes the administrator’s', async () => {
    expect(await close({ password: 'salah sekali' })).toMatchObject({
      refusal: { code: 'closing-password-refused' },
    })
    expect(await close({}, desk.admin)).toMatchObject({ refusal: { code: 'closing-not-allowed' } })
    expect(await state()).toMatchObject({ state: 'open', closings: [], mayClose: true })
  })

  it('has one signature on the report of an open day, with place and date', async () => {
    const report = await desk.office.fetch('supervisor', `/files/report/daily/${today}.pdf`)
    const text = squeeze(await pdfText(new Uint8Array(await report.arrayBuffer())))
    expect(text).toContain(squeeze('Pontianak, 19 November 2026'))
    expect(text).not.toContain(squeeze('Mengetahui,'))
  })

  it('closes a day once, whatever is sent again, and has nothing to say a second time', async () => {
    await desk.takeIn({ nik: '6171044708940001', name: 'Rahayu Kapuas' })
    const id = crypto.randomUUID()
    const closed = await close({ id })
    if (!closed.ok) throw new Error(closed.refusal.code)
    expect(closed.value).toMatchObject({ state: 'closed', later: [], differences: [] })
    expect(closed.value.closings[0]?.events).toBeGreaterThan(0)
    // The answer was lost and the screen sends it again.
    const again = await close({ id })
    expect(again.ok && again.value.closings).toHaveLength(1)
    expect(await close({ seen: 1, reason: 'iseng' })).toMatchObject({
      refusal: { code: 'nothing-after-closing' },
    })
  })

  it('puts its code on the report of that day, which can be checked from the sheet', async () => {
    const report = await desk.office.fetch('supervisor', `/files/report/daily/${today}.pdf`)
    const text = squeeze(await pdfText(new Uint8Array(await report.arrayBuffer())))
    const { closings } = await state()
    // Whoever closed the day answers for its figures, and the head takes note.
    for (const words of ['Mengetahui,', 'Kepala Bidang,', 'SYARIF BANYU PERMANA'])
      expect(text).toContain(squeeze(words))
    expect(text.split(squeeze(closings[0]?.by ?? '–')).length).toBeGreaterThan(2)
    expect(text).toContain(squeeze(`sidik ${closings[0]?.print}`))
    expect(await desk.supervisor.closings.check.query({ text: await codeNow() })).toMatchObject({
      verdict: 'holds',
      day: today,
    })
    const forged = (await codeNow()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect(await desk.supervisor.closings.check.query({ text: forged })).toMatchObject({ verdict: 'unknown' })
    expect(await desk.supervisor.closings.check.query({ text: 'P-2026-000001' })).toMatchObject({
      verdict: 'no-code',
    })
  })

  it('stays as it was when something comes in later, shows it, and is superseded with a reason', async () => {
    const id = await desk.takeIn({ nik: '6171044708940002', name: 'Sekar Ambawang' })
    const later = await state()
    expect(later.state).toBe('later-entries')
    expect(later.later.map((one) => one.applicationId)).toContain(id)
    expect(later.differences).toMatchObject([{ added: true, label: 'Diterima', applicationId: id }])
    expect((await examine()).damages).toEqual([])
    const first = await codeNow()
    expect(await close()).toMatchObject({ refusal: { code: 'day-closed-meanwhile' } })
    expect(await close({ seen: 1 })).toMatchObject({ refusal: { code: 'closing-reason-needed' } })
    expect(await close({ seen: 1, reason: 'permohonan sesudah tutup' })).toMatchObject({
      ok: true,
      value: {
        state: 'closed',
        closings: [{ ordinal: 1 }, { ordinal: 2, reason: 'permohonan sesudah tutup' }],
      },
    })
    expect(await desk.supervisor.closings.check.query({ text: first })).toMatchObject({
      verdict: 'superseded',
    })
  })

  it('leaves the next day free, and lists the day that nobody closed', async () => {
    desk.office.setTime('2026-11-20T02:00:00.000Z')
    await desk.signIn('front-office')
    await desk.takeIn({ nik: '6171044708940003', name: 'Wiwin Kubutama' })
    desk.office.setTime('2026-11-23T02:00:00.000Z')
    await desk.signIn('supervisor')
    expect(await desk.supervisor.closings.openDays.query()).toEqual([
      { day: '2026-11-20', label: 'Jumat, 20 November 2026' },
    ])
    const next = await close({ day: officeDate('2026-11-20') })
    expect(next).toMatchObject({ ok: true, value: { closings: [{ ordinal: 1 }] } })
    expect(await desk.supervisor.closings.openDays.query()).toEqual([])
    const chain = await desk.besides.queries.listClosingChain()
    expect(chain.map((one) => one.previousHash)).toEqual([null, chain[0]?.hash, chain[1]?.hash])
    expect(await examine()).toEqual({ examined: 3, damages: [] })
  })

  it('tells whose history was changed behind it', async () => {
    const [event] = await desk.besides.queries.listEvents({
      from: instant('2026-11-18T17:00:00.000Z'),
      until: instant('2026-11-19T17:00:00.000Z'),
    })
    await tamper(`UPDATE application_events SET note = 'diubah' WHERE id = '${event?.id}'`)
    const application = await desk.besides.queries.findApplication(event?.applicationId ?? '')
    const applications = [application?.registrationNumber.text]
    expect((await examine()).damages).toEqual([
      { code: 'closing-differs', day: today, applications },
      { code: 'closing-differs', day: today, applications },
    ])
    expect(await desk.supervisor.closings.check.query({ text: await codeNow() })).toMatchObject({
      verdict: 'differs',
      applications: [{ id: event?.applicationId }],
    })
  })
})
