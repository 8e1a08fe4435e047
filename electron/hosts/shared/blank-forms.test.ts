import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const overseer = { username: 'supervisor', password: 'kunci-loket-2026' }

let at: OfficeAtWork
beforeEach(async () => {
  at = await openOfficeAtWork('pontianak', { now: '2026-11-18T01:00:00.000Z' })
})
afterEach(() => at.close())

const reserve = async (count: number, batchId: string = randomUUID()) =>
  (await at.as('front-office')).blankForms.reserve.mutate({
    batchId,
    count,
    counter: 'Loket 2',
    printerId: null,
  })
const enter = async (formNumber: string, change: Partial<IntakeForm> = {}, applicationId?: string) => {
  const counter = await at.as('front-office')
  const form = await at.fill({
    lateEntry: true,
    lateDay: '18-11-2026',
    lateTime: '10.15',
    lateReason: 'Listrik padam',
    formNumber,
    ...change,
  })
  const id = applicationId ?? (await counter.intake.begin.mutate()).applicationId
  return counter.intake.register.mutate({
    applicationId: id,
    draftId: null,
    form,
    printerId: null,
    consent: overseer,
  })
}

describe('blank forms printed beforehand', () => {
  it('take the next numbers of the office, one sheet each, and intake goes on behind them', async () => {
    const batch = randomUUID()
    const [first, again] = await Promise.all([reserve(3, batch), reserve(3, batch)])
    expect(first).toEqual({
      ok: true,
      value: { numbers: ['P-2026-000001', 'P-2026-000002', 'P-2026-000003'] },
    })
    expect(again).toEqual(first)
    const [id] = await Promise.all([at.takeIn({}), reserve(1)])
    const numbers = (await at.besides.queries.numberRegister('pendaftaran', null)).map((one) => one.serial)
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    expect([4, 5]).toContain((await at.read(id)).registrationNumber.serial)
    const jobs = await at.besides.queries.listPrintJobs({ limit: 100 })
    expect(jobs.filter((one) => one.document === 'blank-form')).toHaveLength(4)
    expect(await at.damages()).toEqual([])
  })

  it('give their number and their receipt to the one who was taken in on them', async () => {
    await reserve(2)
    at.goTo('2026-11-19T02:00:00.000Z')
    const entered = await enter('p-2026-000002 ')
    expect(entered).toMatchObject({ ok: true, value: { registrationNumber: 'P-2026-000002', jobId: null } })
    const [, used] = await at.besides.queries.listBlankForms()
    if (!entered.ok || !used) throw new Error('nothing was entered')
    const state = await at.read(entered.value.applicationId)
    expect(state).toMatchObject({ id: used.applicationId, trackingCode: used.trackingCode })
    expect(used.usedAt).toBe(state.late?.enteredAt)
    // The receipt that the applicant holds leads to the dossier.
    const { profile } = at
    const qr = trackAddress(profile.portalPublicBase, used.trackingCode as VerificationCode)
    const scanned = await (await at.as('front-office')).search.scan.query({ text: qr })
    expect(scanned.applicationId).toBe(state.id)
    expect(await at.damages()).toEqual([])
  })

  it('are used once: the second of two clerks hears who was first, a repeat of the first gets its answer', async () => {
    await reserve(1)
    at.goTo('2026-11-19T02:00:00.000Z')
    const entryId = randomUUID()
    const first = await enter('P-2026-000001', {}, entryId)
    expect(first).toMatchObject({ ok: true })
    expect(await enter('P-2026-000001', {}, entryId)).toEqual(first)
    const refused = await enter('P-2026-000001', { nik: '6171044708940041', name: 'Sari' })
    expect(refused).toMatchObject({
      refusal: {
        code: 'form-incomplete',
        fields: [{ field: 'formNumber', refusal: { code: 'form-used', by: 'Petugas Front Office' } }],
      },
    })
  })

  it('that are not used are given up with a reason, and stay in the register', async () => {
    await reserve(2)
    const counter = await at.as('front-office')
    const giveUp = (number: string, reason: string) => counter.blankForms.void.mutate({ number, reason })
    expect(await giveUp('P-2026-000001', ' ')).toMatchObject({ refusal: { code: 'form-void-reason-needed' } })
    expect(await giveUp('P-2026-000009', 'Rusak')).toMatchObject({ refusal: { code: 'form-unknown' } })
    expect(await giveUp('P-2026-000001', 'Rusak terkena air')).toEqual({ ok: true, value: null })
    expect(await giveUp('P-2026-000001', 'Rusak')).toMatchObject({ refusal: { code: 'form-void' } })
    const [line] = await at.besides.queries.numberRegister('pendaftaran', null)
    expect(line).toMatchObject({
      text: 'P-2026-000001',
      voidReason: 'Rusak terkena air',
      voidedBy: 'Petugas Front Office',
    })
    at.goTo('2026-11-19T02:00:00.000Z')
    expect(await enter('P-2026-000001')).toMatchObject({
      refusal: { fields: [{ field: 'formNumber', refusal: { code: 'form-void' } }] },
    })
    const before = await enter('P-2026-000002', { lateDay: '17-11-2026' })
    expect(before).toMatchObject({
      refusal: { fields: [{ field: 'formNumber', refusal: { code: 'form-later' } }] },
    })
    const found = await at.besides.queries.findNumbers({ words: ['000002'], voidedOnly: false, limit: 9 })
    expect(found).toMatchObject([{ registrationNumber: null, holderName: null }])
    expect(await at.damages()).toEqual([])
  })

  it('printed after the applicant came are refused with day and hour of the office', async () => {
    at.goTo('2026-11-18T17:30:00.000Z')
    await reserve(1)
    at.goTo('2026-11-19T02:00:00.000Z')
    const refused = await enter('P-2026-000001')
    const refusal = { code: 'form-later', printedOn: '2026-11-19', printedTime: '00:30' }
    expect(refused).toMatchObject({ refusal: { fields: [{ field: 'formNumber', refusal }] } })
  })

  it('are at least one and at most fifty', async () => {
    for (const count of [0, 51, -1])
      expect(await reserve(count)).toMatchObject({ refusal: { code: 'form-count-wrong', most: 50 } })
    expect(await at.besides.queries.listNumberSequences()).toEqual([])
  })
})
