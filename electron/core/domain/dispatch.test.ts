import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confirmDispatch,
  dispatchState,
  readDispatch,
  settledRefusal,
  voidDispatch,
  type ConfirmDispatchForm,
  type Dispatch,
  type DispatchForm,
} from './dispatch.ts'
import { instantOf } from './instant.ts'
import { addDays, officeDate } from './office-date.ts'
import { dispatchText, sayDispatchRefusal } from './wording/dispatch.ts'

const zone = 'Asia/Pontianak'
const now = instantOf(Date.parse('2026-11-20T05:00:00.000Z'))
const ratih = { by: 'Ratih', userId: 'r' }
const dodi = { by: 'Dodi', userId: 'd' }

const aForm = (change: Partial<DispatchForm> = {}): DispatchForm => ({
  kind: 'dossier-copy',
  letterNumber: '',
  subject: '',
  registrationNumber: '',
  recipient: 'Dinas Kesehatan',
  broughtBy: 'Sugeng',
  ...change,
})

const aLine = (change: Partial<Dispatch> = {}): Dispatch => ({
  id: 'x',
  number: { series: 'ekspedisi', scope: '2026', serial: 7, text: 'EKS-2026-0007' },
  kind: 'dossier-copy',
  letterNumber: null,
  subject: null,
  dossier: null,
  recipient: 'Dinas Kesehatan',
  broughtBy: 'Sugeng',
  sentOn: officeDate('2026-11-19'),
  enteredAt: instantOf(Date.parse('2026-11-19T02:00:00.000Z')),
  enteredBy: 'Ratih',
  received: null,
  voided: null,
  ...change,
})

const aReceipt = (change: Partial<ConfirmDispatchForm> = {}): ConfirmDispatchForm => ({
  receiver: 'Nuraini',
  day: '20-11-2026',
  time: '10.30',
  slipSha256: null,
  ...change,
})

describe('a new line of the book', () => {
  it('names to whom and by whom, and says what it is where its kind does not', () => {
    expect(readDispatch(aForm({ recipient: ' Dinas   Kesehatan ' }))).toMatchObject({
      ok: true,
      value: { recipient: 'Dinas Kesehatan', letterNumber: null, subject: null },
    })
    expect(readDispatch(aForm({ kind: 'other', recipient: ' ', broughtBy: '' }))).toEqual({
      ok: false,
      refusal: { code: 'dispatch-incomplete', fields: ['subject', 'recipient', 'broughtBy'] },
    })
  })

  it('is told in one line', () => {
    expect(dispatchText({ kind: 'dossier-copy', subject: null, letterNumber: '503/018' })).toBe(
      'Salinan berkas nomor 503/018',
    )
    expect(dispatchText({ kind: 'other', subject: 'Undangan rapat', letterNumber: null })).toBe(
      'Undangan rapat',
    )
    expect(dispatchText({ kind: 'permit', subject: 'dua lembar', letterNumber: null })).toBe(
      'Surat izin, dua lembar',
    )
  })
})

describe('a line that is confirmed', () => {
  it('keeps who received it and when, by the clock of the office', () => {
    const confirmed = confirmDispatch(aLine(), aReceipt(), ratih, now, zone)
    expect(confirmed).toMatchObject({
      ok: true,
      value: {
        received: { receiver: 'Nuraini', receivedAt: '2026-11-20T03:30:00.000Z', at: now, by: 'Ratih' },
      },
    })
  })

  it('is refused without a name, before it left, and after the present moment', () => {
    const refusalOf = (change: Partial<ConfirmDispatchForm>): string => {
      const answer = confirmDispatch(aLine(), aReceipt(change), ratih, now, zone)
      return answer.ok ? '' : sayDispatchRefusal(answer.refusal, zone)
    }
    expect(refusalOf({ receiver: ' ' })).toMatch(/^Nama penerima belum diisi/)
    expect(refusalOf({ day: '18-11-2026' })).toMatch(/19 November 2026/)
    expect(refusalOf({ time: '12.01' })).toMatch(/belum terjadi/)
    expect(refusalOf({ day: '31-04-2026' })).not.toBe('')
    expect(refusalOf({ time: '25.00' })).not.toBe('')
  })

  it('stays as the first of two people left it, and tells the second who that was', () => {
    const first = confirmDispatch(aLine(), aReceipt(), ratih, now, zone)
    if (!first.ok) throw new Error(first.refusal.code)
    expect(confirmDispatch(first.value, aReceipt({ receiver: 'Lain' }), ratih, now, zone)).toEqual(first)
    const second = voidDispatch(first.value, 'salah tujuan', dodi, now)
    expect(second.ok ? '' : sayDispatchRefusal(second.refusal, zone)).toBe(
      'Sudah dicatat Ratih pada 20 November 2026 pukul 12.00: diterima Nuraini. Tidak ada yang berubah.',
    )
    const voided = voidDispatch(aLine(), ' salah  tujuan ', dodi, now)
    if (!voided.ok) throw new Error(voided.refusal.code)
    expect(voidDispatch(voided.value, 'lain', dodi, now)).toEqual(voided)
    const late = confirmDispatch(voided.value, aReceipt(), ratih, now, zone)
    expect(late.ok ? '' : sayDispatchRefusal(late.refusal, zone)).toMatch(/dibatalkan Dodi .* salah tujuan/)
    expect(voidDispatch(aLine(), ' ', dodi, now)).toMatchObject({
      ok: false,
      refusal: { code: 'dispatch-reason-needed' },
    })
  })

  it('is settled once, in whatever order people act', () => {
    const act = fc.tuple(fc.constantFrom('confirm', 'void'), fc.constantFrom(ratih, dodi))
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
        let line = aLine()
        const settled: Dispatch[] = []
        for (const [what, by] of acts) {
          const answer =
            what === 'confirm'
              ? confirmDispatch(line, aReceipt(), by, now, zone)
              : voidDispatch(line, 'salah', by, now)
          if (answer.ok && answer.value !== line) settled.push((line = answer.value))
        }
        expect(settled).toHaveLength(1)
        expect(settledRefusal(line)).not.toBeNull()
        expect(line.received === null).not.toBe(line.voided === null)
      }),
    )
  })
})

describe('a line that nobody confirmed', () => {
  it('is asked about when the days of the office have passed', () => {
    const line = aLine()
    const stateAfter = (days: number) => dispatchState(line, addDays(line.sentOn, days), 3)
    expect([0, 3, 4].map(stateAfter)).toEqual(['open', 'open', 'overdue'])
    expect(dispatchState({ ...line, voided: { reason: 'x', at: now, ...dodi } }, line.sentOn, 3)).toBe('void')
  })
})
