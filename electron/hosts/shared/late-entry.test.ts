import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

// Thursday, 09.24 at the office; the light went out on Wednesday morning.
const now = '2026-11-19T02:24:00.000Z'
const reason = 'Listrik padam pukul 09.10–14.00'
const cut: Partial<IntakeForm> = {
  lateEntry: true,
  lateDay: '18-11-2026',
  lateTime: '10.15',
  lateReason: reason,
  lateComplete: true,
}
const takenAt = '2026-11-18T03:15:00.000Z'
const supervisor = 'Petugas Kepala Bidang Perizinan dan Nonperizinan'
const password = 'kunci-loket-2026'
const overseer = { username: 'division-head', password }

let at: OfficeAtWork
beforeEach(async () => {
  at = await openOfficeAtWork('purwakarta', { now })
})
afterEach(() => at.close())

const enter = async (
  form: IntakeForm,
  consent: { username: string; password: string } | null = overseer,
  applicationId?: string,
) => {
  const counter = await at.as('front-office')
  const id = applicationId ?? (await counter.intake.begin.mutate()).applicationId
  return counter.intake.register.mutate({
    applicationId: id,
    draftId: null,
    form,
    printerId: null,
    consent,
  })
}
const entered = async (change: Partial<IntakeForm> = {}): Promise<string> => {
  const answer = await enter(await at.fill({ ...cut, ...change }))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.applicationId
}

const written = ['FIRST_SIP_STATEMENT', 'PLACE_LETTER'].map((requirementCode) => ({
  requirementCode,
  number: '',
  date: '02-11-2026',
  issuer: '',
  validUntil: '',
  form: '' as const,
  count: '',
}))

describe('an application that was taken in on paper', () => {
  it('keeps its real day and hour, and when, by whom and with whose consent it was entered', async () => {
    const id = await entered()
    const state = await at.read(id)
    expect(state).toMatchObject({
      filedOn: '2026-11-18',
      submittedAt: takenAt,
      registrationNumber: { text: 'P-2026-000001' },
      late: { reason, consent: { name: supervisor }, declaredComplete: true },
    })
    expect(state.late && state.late.enteredAt > '2026-11-19T02:24').toBe(true)
    const view = await (await at.as('front-office')).dossiers.get.query({ id })
    expect(view.lateEntry).toBe(
      `diterima 18 November 2026 pukul 10.15, dicatat 19 November 2026 pukul 09.24 oleh Petugas Front Office, disetujui ${supervisor}; alasan: ${reason}`,
    )
    expect(view.history[0]?.text).toContain('Entri susulan: diterima 18 November 2026 pukul 10.15')
    expect(view.line).toMatchObject({ submittedAt: takenAt, enteredAt: state.late?.enteredAt })
    expect(await at.damages()).toEqual([])
  })

  it('is promised from the day on which it was declared complete on paper', async () => {
    const [late, walkIn] = [await entered(), await at.takeIn({ nik: '6171044708940041', name: 'Sari' })]
    const accepted = async (id: string) => at.walk(id, (one) => one.acceptedAt !== null)
    const [first, second] = [await accepted(late), await accepted(walkIn)]
    expect(first.acceptedAt).toBe(takenAt)
    expect(first.dueOn && second.dueOn && first.dueOn < second.dueOn).toBe(true)
    expect(await at.damages()).toEqual([])
  })

  it('is promised from today when it went back to the applicant first, or was not declared complete', async () => {
    const returned = await entered()
    expect(await at.move(returned, 'kembalikan-ke-pemohon', { note: 'KTP buram' })).toMatchObject({
      ok: true,
    })
    expect(await at.move(returned, 'ajukan-ulang')).toMatchObject({ ok: true })
    const bare = await entered({ lateComplete: false, nik: '6171044708940041', name: 'Sari' })
    for (const id of [returned, bare]) {
      const state = await at.walk(id, (one) => one.acceptedAt !== null)
      expect(state.acceptedAt && state.acceptedAt > now).toBe(true)
    }
    expect(await at.damages()).toEqual([])
  })

  it('takes a moment that is past and within five working days, and nothing else', async () => {
    const form = await at.fill({ ...cut, papers: written })
    const refusalOf = async (change: Partial<IntakeForm>) => {
      const answer = await enter({ ...form, ...change })
      return answer.ok || answer.refusal
    }
    const fields = (field: string, refusal: object) => ({
      code: 'form-incomplete',
      fields: [{ field, refusal }],
    })
    expect(await refusalOf({ lateDay: '20-11-2026' })).toEqual(fields('lateDay', { code: 'late-in-future' }))
    expect(await refusalOf({ lateDay: '19-11-2026', lateTime: '09.30' })).toEqual(
      fields('lateTime', { code: 'late-in-future' }),
    )
    expect(await refusalOf({ lateDay: '11-11-2026' })).toEqual(
      fields('lateDay', { code: 'late-too-old', earliest: '2026-11-12' }),
    )
    expect(await refusalOf({ lateReason: ' ' })).toMatchObject(fields('lateReason', { code: 'field-empty' }))
    expect(await refusalOf({ lateDay: '12-11-2026' })).toBe(true)
  })

  it('needs the consent of another person who oversees the office', async () => {
    const form = await at.fill(cut)
    const refusalOf = async (consent: { username: string; password: string } | null) => {
      const answer = await enter(form, consent)
      return answer.ok || answer.refusal.code
    }
    expect(await refusalOf(null)).toBe('consent-needed')
    expect(await refusalOf({ ...overseer, password: 'salah' })).toBe('consent-refused')
    expect(await refusalOf({ username: 'front-office', password })).toBe('consent-of-oneself')
    expect(await refusalOf({ username: 'back-office', password })).toBe('consent-not-allowed')
    expect(await refusalOf({ username: 'admin', password })).toBe('consent-not-allowed')
    expect(await refusalOf(overseer)).toBe(true)
  })

  it('is registered once however often it is sent', async () => {
    const form = await at.fill(cut)
    const counter = await at.as('front-office')
    const { applicationId } = await counter.intake.begin.mutate()
    const [first, second] = await Promise.all([
      enter(form, overseer, applicationId),
      enter(form, overseer, applicationId),
    ])
    expect(second).toEqual(first)
    expect(await at.besides.queries.listApplicationIds(null, 10)).toEqual([applicationId])
  })
})

describe('a handover that was done on paper', () => {
  const ready = async (form: Partial<IntakeForm> = {}): Promise<string> => {
    const id = await at.takeIn(form)
    await at.walk(id, (one) => one.issuedAt !== null && one.openStages[0]?.stage === 'penyerahan')
    return id
  }
  const hand = async (id: string, change: object = {}) =>
    (await at.as('front-office')).handover.enterLate.mutate({
      applicationId: id,
      receivedBy: 'Kinanti Sebangki',
      relation: 'self',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: false },
      lateDay: '19-11-2026',
      lateTime: '10.00',
      reason,
      consent: overseer,
      ...change,
    })

  it('keeps its real hour, prints nothing, and says who entered and who consented', async () => {
    const id = await ready()
    at.goTo('2026-11-20T01:05:00.000Z')
    const jobs = (await at.besides.queries.listPrintJobs({ applicationId: id, limit: 100 })).length
    const handed = await hand(id)
    expect(handed).toMatchObject({ ok: true, value: { at: '2026-11-19T03:00:00.000Z' } })
    const state = await at.read(id)
    expect(state.handedOverAt).toBe('2026-11-19T03:00:00.000Z')
    expect(state.openStages).toEqual([])
    expect(await at.besides.queries.listPrintJobs({ applicationId: id, limit: 100 })).toHaveLength(jobs)
    const { history } = await (await at.as('front-office')).dossiers.get.query({ id })
    expect(history.map(({ text }) => text).join('\n')).toContain(
      `Entri susulan: diserahkan 19 November 2026 pukul 10.00, dicatat 20 November 2026 pukul 08.05 oleh Petugas Front Office, disetujui ${supervisor}`,
    )
    expect(await hand(id)).toMatchObject({ refusal: { code: 'already-handed-over' } })
    expect(await at.damages()).toEqual([])
  })

  it('gives back the originals that went along on paper; one that nobody spoke of stays to be settled', async () => {
    const form = await at.fill({})
    const known = form.papers.find(({ requirementCode }) => requirementCode === 'STR')
    const kept = { form: 'original' as const, count: '2', kept: true, requirementCode: 'STR' }
    const str = { number: '', date: '', issuer: '', validUntil: '', ...known, ...kept }
    const papers = [...form.papers.filter((one) => one !== known), str]
    const spoken = await ready({ ...form, papers })
    const unspoken = await ready({
      ...form,
      papers,
      nik: '3214 0147 0894 0771',
      strNumber: '6122100126000771',
    })
    at.goTo('2026-11-20T01:05:00.000Z')
    const [original] = (await at.read(spoken)).originals ?? []
    if (!original) throw new Error('nothing was kept')
    expect(
      await hand(spoken, { originals: [{ id: original.id, outcome: 'left', reason: ' ' }] }),
    ).toMatchObject({ refusal: { code: 'original-reason-needed' } })
    expect(await hand(spoken, { originals: [{ id: original.id, outcome: 'given' }] })).toMatchObject({
      ok: true,
    })
    expect((await at.read(spoken)).originals?.[0]?.returned).toMatchObject({
      at: '2026-11-19T03:00:00.000Z',
      receivedBy: 'Kinanti Sebangki',
    })
    expect(await hand(unspoken)).toMatchObject({ ok: true })
    const open = await (await at.as('front-office')).handover.openEnds.query()
    expect(open.lines.map(({ id }) => id)).toEqual([unspoken])
    expect(await at.damages()).toEqual([])
  })

  it('is refused at a time when the paper was not ready, without a reason, and without consent', async () => {
    const id = await ready()
    at.goTo('2026-11-20T01:05:00.000Z')
    expect(await hand(id, { lateTime: '09.00' })).toMatchObject({ refusal: { code: 'late-before-ready' } })
    expect(await hand(id, { lateTime: 'pagi' })).toMatchObject({
      refusal: { code: 'late-moment-wrong', field: 'lateTime', why: { code: 'time-malformed' } },
    })
    expect(await hand(id, { reason: '' })).toMatchObject({ refusal: { code: 'late-reason-needed' } })
    expect(await hand(id, { consent: null })).toMatchObject({ refusal: { code: 'consent-needed' } })
    expect((await at.read(id)).handedOverAt).toBeNull()
  })
})
