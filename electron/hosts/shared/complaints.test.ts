import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ComplaintForm } from '#domain/complaint.ts'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const aForm = (change: Partial<ComplaintForm> = {}): ComplaintForm => ({
  channel: 'counter',
  receivedOn: '19-11-2026',
  anonymous: false,
  name: 'Sari Kapuasari',
  contact: '0812-5500-0173',
  topic: 'waktu',
  text: 'Izin sudah lewat dari tanggal yang dijanjikan.',
  applicationId: null,
  ...change,
})

const enter = async (change: Partial<ComplaintForm> = {}, id = crypto.randomUUID()) => {
  const entered = await desk.counter.complaints.enter.mutate({ id, form: aForm(change) })
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusal))
  return entered.value
}

type Order = Parameters<Client['complaints']['act']['mutate']>[0]

const act = (by: Client, id: string, change: Partial<Order> = {}) =>
  by.complaints.act.mutate({
    id,
    actId: crypto.randomUUID(),
    after: 0,
    action: 'answered',
    text: 'Izin selesai hari ini.',
    via: 'Telepon',
    ...change,
  })

const november = { from: officeDate('2026-11-01'), until: officeDate('2026-11-30') }

describe('complaints about the service', () => {
  it('have a number of their own series, once however often they are sent', async () => {
    const id = crypto.randomUUID()
    const [one, two] = await Promise.all([enter({}, id), enter({ name: 'Lain' }, id)])
    expect(two).toEqual(one)
    const next = await enter()
    const serialOf = (number: string): number => Number(number.slice(-4))
    expect(serialOf(next.number)).toBe(serialOf(one.number) + 1)
    expect(one).toMatchObject({ number: expect.stringMatching(/^ADU-2026-\d{4}$/), dueOn: '2026-12-03' })
  })

  it('are about a dossier that the office has, or about none', async () => {
    const applicationId = await desk.takeIn({ nik: '6171044708948101' })
    const { line } = await desk.counter.dossiers.get.query({ id: applicationId })
    const entered = await enter({ applicationId })
    expect(entered.dossier).toEqual({ applicationId, registrationNumber: line.registrationNumber })
    const unknown = await desk.counter.complaints.enter.mutate({
      id: crypto.randomUUID(),
      form: aForm({ applicationId: crypto.randomUUID() }),
    })
    expect(unknown).toMatchObject({ ok: false, refusal: { fields: [{ field: 'dossier' }] } })
  })

  it('show in the list nobody’s name, number or NIK, and all of it to whoever opens one', async () => {
    const text = 'NIK saya 6171044708948101 salah ketik.'
    const { id } = await enter({ text })
    const { lines } = await desk.agency.complaints.list.query(november)
    const line = lines.find((one) => one.id === id)
    expect(line?.complainantMasked).toBe('S*** K********')
    expect(JSON.stringify(line)).not.toMatch(/Kapuasari|0173|6171044708948101/)
    const opened = await desk.agency.complaints.get.query({ id })
    expect(opened).toMatchObject({ complainant: { name: 'Sari Kapuasari' }, whole: text })
  })

  it('are forwarded, answered and closed, and tell who did what', async () => {
    const { id } = await enter()
    await act(desk.counter, id, { action: 'forwarded', via: 'Pemrosesan', text: '' })
    await act(desk.processing, id, { after: 1 })
    const closed = await act(desk.counter, id, { after: 2, action: 'closed', text: '', via: '' })
    if (!closed.ok) throw new Error(closed.refusal.code)
    expect(closed.value).toMatchObject({ state: 'closed', daysLeft: null, open: [], unit: 'Pemrosesan' })
    expect(new Set(closed.value.acts.map(({ by }) => by)).size).toBe(2)
  })

  it('of two clerks who answer at once are answered by one, and the other is told who it was', async () => {
    const { id } = await enter()
    const answers = await Promise.all([act(desk.counter, id), act(desk.processing, id)])
    const [won] = answers.flatMap((one) => (one.ok ? [one.value] : []))
    const [lost] = answers.flatMap((one) => (one.ok ? [] : [one.refusal]))
    expect(lost).toMatchObject({ code: 'complaint-moved', by: won?.acts[0]?.by })
    expect(won?.acts).toHaveLength(1)
  })

  it('are given a receipt, on which no full NIK stands', async () => {
    const { id } = await enter({ text: 'NIK 6171044708948101 salah.' })
    const { jobId } = await desk.counter.complaints.printSlip.mutate({ id, printerId: null })
    expect(await desk.outcome(jobId)).toBe('printed')
  })

  it('stand with what was asked at the counters in one list', async () => {
    const id = crypto.randomUUID()
    await desk.counter.information.consult.mutate({
      id,
      permitTypeCode: 'SIPD',
      kind: 'new',
      channel: 'phone',
      question: '  masa berlaku   STR ',
    })
    const { consultations } = await desk.agency.complaints.list.query(november)
    expect(consultations.find((one) => one.id === id)).toMatchObject({
      permitTypeCode: 'SIPD',
      kindLabel: 'Baru',
      question: 'masa berlaku STR',
    })
  })

  it('lie beyond their day until they are answered, and are listed first whatever days are shown', async () => {
    const { id } = await enter({ receivedOn: '02-11-2026' })
    const december = { from: officeDate('2026-12-01'), until: officeDate('2026-12-31') }
    const { lines } = await desk.counter.complaints.list.query(december)
    expect(lines[0]).toMatchObject({ id, overdue: true, daysLeft: -3 })
  })
})
