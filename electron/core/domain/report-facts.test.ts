import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf, stoodAt, type ReportFact } from './report-facts.ts'
import {
  accepted,
  aMove,
  anActor,
  anApplication,
  aRegisteredDossier,
  carriedRunning,
  handedOver,
  instant,
  issued,
  refused,
  returned,
  withdrawn,
  withEvent,
  type Dossier,
} from './testing/builders.ts'
import { amended, growDossier, randomHistory, zoneOfHistories as zone } from './testing/random-histories.ts'

/** Office time in WIB, seven hours ahead of UTC. */
const wib = (text: string) => instant(new Date(`${text}:00.000+07:00`).toISOString())
const factsIn = (dossier: Dossier) => factsOf(dossier.events, zone)
const told = (dossier: Dossier) =>
  factsIn(dossier)
    .filter((one) => one.reversed === null)
    .map((one) => `${one.kind} ${one.day}`)
const inProcess = (dueOn: string | null = null, at = '2026-03-02T08:00') => {
  const start = aRegisteredDossier({ at: wib(at) })
  return accepted(start, dueOn, { at: wib(at) })
}
const corrected = (dossier: Dossier, permitTypeCode: string, at: string) =>
  withEvent(
    dossier,
    {
      action: 'intake-corrected',
      correctionId: 'k1',
      ordinal: 1,
      changes: [],
      applicant: dossier.state.applicant,
      data: { ...dossier.state.data, permitTypeCode },
      documents: [],
      formerWords: [],
      consentBy: null,
    },
    { at: wib(at), note: 'Jenis izin salah pilih', actor: anActor({ name: 'Petugas Dua' }) },
  )

describe('what a report counts of a dossier', () => {
  it('is each act on its own day at the office, up to its last minute', () => {
    const permit = issued(inProcess('2026-03-04'), { at: wib('2026-03-03T23:59') })
    expect(told(handedOver(permit, { at: wib('2026-03-04T00:00') }))).toEqual([
      'received 2026-03-02',
      'accepted 2026-03-02',
      'issued 2026-03-03',
      'handed-over 2026-03-04',
    ])
  })

  it('names the clerk, the counter and the subject of that moment', () => {
    const data = anApplication({ channel: 'online' })
    const [fact] = factsIn(aRegisteredDossier({ data, actor: anActor({ station: 'loket-3' }) }))
    expect(fact).toMatchObject({
      permitTypeCode: 'SIPD',
      applicationKind: 'new',
      channel: 'online',
      district: null,
      facility: 'RSUD Kota Pontianak',
      profession: 'Dokter',
      userName: 'Petugas Satu',
      counter: 'loket-3',
      reason: null,
    })
  })

  it('is late from the first minute after the promised day, a refusal too, and never without a promise', () => {
    const late = (dossier: Dossier) => factsIn(dossier).at(-1)?.late
    expect(late(issued(inProcess('2026-03-04'), { at: wib('2026-03-04T23:59') }))).toBe(false)
    expect(late(issued(inProcess('2026-03-04'), { at: wib('2026-03-05T00:00') }))).toBe(true)
    expect(late(refused(inProcess('2026-03-04'), { at: wib('2026-03-05T00:00') }))).toBe(true)
    expect(late(issued(inProcess(null), { at: wib('2026-05-05T00:00') }))).toBe(false)
  })

  it('is one return a day, however often it goes to and fro, and another one on another day', () => {
    const first = returned(inProcess(), { at: wib('2026-03-02T09:00') })
    const back = withEvent(first, aMove(first, ['verification']), { at: wib('2026-03-02T10:00') })
    const again = returned(back, { at: wib('2026-03-02T11:00') })
    const later = withEvent(again, aMove(again, ['verification']), { at: wib('2026-03-03T10:00') })
    expect(told(returned(later, { at: wib('2026-03-04T11:00') })).slice(2)).toEqual([
      'returned 2026-03-02',
      'resubmitted 2026-03-02',
      'resubmitted 2026-03-03',
      'returned 2026-03-04',
    ])
  })

  it('keeps the first handover when a Ralat has the paper handed over again, and no permit is issued twice', () => {
    const out = handedOver(issued(inProcess(), { at: wib('2026-03-03T10:00') }), {
      at: wib('2026-03-04T10:00'),
    })
    const anew = amended(out, { at: wib('2026-03-10T10:00') })
    expect(told(handedOver(anew, { at: wib('2026-03-11T10:00') })).slice(2)).toEqual([
      'issued 2026-03-03',
      'handed-over 2026-03-04',
      'amended 2026-03-10',
      'handed-over 2026-03-11',
    ])
  })

  it('moves to the right permit type on the same days when the intake is corrected, and says who and why', () => {
    const dossier = corrected(inProcess(), 'SIPA', '2026-03-05T09:00')
    const facts = factsIn(dossier)
    expect(facts.map((one) => [one.kind, one.permitTypeCode, one.day, one.reversed?.by ?? null])).toEqual([
      ['received', 'SIPD', '2026-03-02', 'Petugas Dua'],
      ['accepted', 'SIPD', '2026-03-02', 'Petugas Dua'],
      ['received', 'SIPA', '2026-03-02', null],
      ['accepted', 'SIPA', '2026-03-02', null],
    ])
    expect(facts[2]).toMatchObject({
      replaces: 0,
      userName: 'Petugas Satu',
      recordedBy: 'Petugas Dua',
      recordedAt: wib('2026-03-05T09:00'),
      reason: 'Jenis izin salah pilih',
    })
    const known = (at: string) =>
      facts.filter((one) => stoodAt(one, wib(at))).map((one) => one.permitTypeCode)
    expect(known('2026-03-03T00:00')).toEqual(['SIPD', 'SIPD'])
    expect(known('2026-03-06T00:00')).toEqual(['SIPA', 'SIPA'])
  })

  it('counts on the day of the act when it was done on paper, known from the day on which it was entered', () => {
    const permit = issued(inProcess(), { at: wib('2026-03-03T10:00') })
    const handed = handedOver(permit, { at: wib('2026-03-04T10:00') }).events.at(-1)
    if (handed?.body.action !== 'handed-over') throw new Error('not handed over')
    const enteredAt = wib('2026-03-06T08:00')
    const consent = { userId: 'u', name: 'Penyelia' }
    const body = { ...handed.body, late: { enteredAt, reason: 'Listrik padam', consent } }
    const fact = factsIn(withEvent(permit, body, { at: handed.at })).at(-1)
    expect(fact).toMatchObject({ day: '2026-03-04', recordedAt: enteredAt, reason: 'Listrik padam' })
  })

  it('counts what is taken over from a running book on that day, not what the old book has counted', () => {
    const enteredAt = instant('2026-03-02T01:15:00.000Z')
    const carried = carriedRunning({ enteredAt, acceptedAt: enteredAt })
    expect(told(issued(aRegisteredDossier({ carried }), { at: wib('2026-03-03T10:00') }))).toEqual([
      'carried 2026-03-02',
      'issued 2026-03-03',
    ])
    const ready = carriedRunning({ enteredAt, acceptedAt: enteredAt, issuedAt: enteredAt })
    expect(told(aRegisteredDossier({ carried: ready }))).toEqual([])
  })

  it('tells what was taken back apart from what was closed by the office', () => {
    expect(told(withdrawn(inProcess(), { at: wib('2026-03-03T10:00') })).at(-1)).toBe('withdrawn 2026-03-03')
    const open = inProcess()
    const closing = { until: '2026-03-01' as never, overdue: 20 }
    const body = { ...aMove(open, [], { kind: 'withdraw', via: 'withdraw', clock: 'off' }), closing }
    expect(told(withEvent(open, body, { at: wib('2026-03-03T10:00') })).at(-1)).toBe('closed 2026-03-03')
  })
})

describe('facts of any history', () => {
  const history = randomHistory.map((one) => growDossier(1, one))
  const asKnownAfter = (facts: readonly ReportFact[], seq: number) =>
    facts
      .filter((one) => one.seq <= seq)
      .map((one) => (one.reversed && one.reversed.seq > seq ? { ...one, reversed: null } : one))

  it('begin with the facts of each part of it, but for what was reversed later', () => {
    let reversed = 0
    fc.assert(
      fc.property(history, (dossier) => {
        const whole = factsIn(dossier)
        reversed += whole.filter((one) => one.reversed).length
        for (let seq = 1; seq <= dossier.events.length; seq += 1)
          expect(factsOf(dossier.events.slice(0, seq), zone)).toEqual(asKnownAfter(whole, seq))
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(reversed).toBeGreaterThan(100)
  })

  it('are numbered without gap, and what replaces another says the same of another subject', () => {
    fc.assert(
      fc.property(history, (dossier) => {
        const facts = factsIn(dossier)
        expect(facts.map((one) => one.ordinal)).toEqual(facts.map((_, index) => index))
        for (const fact of facts) {
          if (fact.replaces === null) continue
          const before = facts[fact.replaces]
          expect(before).toMatchObject({ kind: fact.kind, day: fact.day, at: fact.at, late: fact.late })
          expect(before?.reversed?.at).toBe(fact.recordedAt)
        }
      }),
      { numRuns: 300, seed: 8 },
    )
  })

  it('stand at every moment exactly as they would if the history had ended there', () => {
    fc.assert(
      fc.property(history, (dossier) => {
        const whole = factsIn(dossier)
        for (const { recordedAt } of whole) {
          const untilThen = whole.filter((one) => one.recordedAt < recordedAt).at(-1)?.seq ?? 0
          const then = factsOf(dossier.events.slice(0, untilThen), zone).filter(
            (one) => one.reversed === null,
          )
          const known = whole.filter((one) => stoodAt(one, recordedAt))
          expect(known.map((one) => one.ordinal)).toEqual(then.map((one) => one.ordinal))
        }
      }),
      { numRuns: 300, seed: 9 },
    )
  })

  it('count a dossier of today once as received, of one type, and decided once at most', () => {
    fc.assert(
      fc.property(history, (dossier) => {
        const standing = factsIn(dossier).filter((one) => one.reversed === null)
        const of = (...kinds: string[]) => standing.filter((one) => kinds.includes(one.kind)).length
        expect(of('received')).toBe(1)
        expect(of('issued', 'revoked', 'refused', 'withdrawn', 'closed')).toBeLessThanOrEqual(1)
        expect(new Set(standing.map((one) => one.permitTypeCode))).toEqual(
          new Set([dossier.state.data.permitTypeCode]),
        )
      }),
      { numRuns: 300, seed: 10 },
    )
  })
})
