import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appointDeputyship,
  endDeputyship,
  isInForce,
  lentRoles,
  type DeputyCandidate,
  type Deputyship,
  type DeputyshipOrder,
} from './deputyship.ts'
import { instantOf } from './instant.ts'
import { addDays, officeDate } from './office-date.ts'
import { sayAppointRefusal, sayEndDeputyshipRefusal } from './wording/deputyship.ts'

const today = officeDate('2026-11-19')
const at = instantOf(Date.parse('2026-11-19T02:00:00.000Z'))
const person = (id: string, roles: readonly string[], active = true): DeputyCandidate => ({
  id,
  name: `Petugas ${id}`,
  roles,
  active,
})
const agency = person('a', ['technical-agency'])
const processing = person('b', ['processing'])

const order = (change: Partial<DeputyshipOrder> = {}): DeputyshipOrder => ({
  id: 'x',
  absentId: 'a',
  deputyId: 'b',
  from: officeDate('2026-11-20'),
  until: officeDate('2026-11-24'),
  reason: 'cuti tahunan',
  ...change,
})

const deputyship = (absent: string, deputy: string, change: Partial<Deputyship> = {}): Deputyship => ({
  id: `${absent}-${deputy}`,
  absent: { userId: absent, name: `Petugas ${absent}` },
  deputy: { userId: deputy, name: `Petugas ${deputy}` },
  from: officeDate('2026-11-23'),
  until: officeDate('2026-11-30'),
  reason: 'dinas luar',
  enteredAt: at,
  enteredBy: 'Melati',
  ended: null,
  ...change,
})

const refusalOf = (...args: Parameters<typeof appointDeputyship>) => {
  const answer = appointDeputyship(...args)
  return answer.ok ? null : answer.refusal
}

describe('a deputy', () => {
  it('is taken for days to come, and for today', () => {
    expect(refusalOf(order(), agency, processing, [], today)).toBeNull()
    expect(refusalOf(order({ from: today }), agency, processing, [], today)).toBeNull()
  })

  it('is refused with a sentence that names the person and the days', () => {
    const ended = { at, by: 'Melati', userId: 'm' }
    const cases = [
      [refusalOf(order(), undefined, processing, [], today), 'deputy-unknown', /Pilih dari daftar/],
      [refusalOf(order(), agency, person('b', [], false), [], today), 'deputy-unknown', /Pilih dari/],
      [refusalOf(order(), agency, agency, [], today), 'deputy-of-oneself', /Petugas a/],
      [
        refusalOf(order({ until: today }), agency, processing, [], today),
        'deputy-days-reversed',
        /19 November 2026/,
      ],
      [
        refusalOf(order({ from: addDays(today, -1) }), agency, processing, [], today),
        'deputy-days-past',
        /18 November 2026/,
      ],
      [refusalOf(order({ reason: ' ' }), agency, processing, [], today), 'deputy-reason-needed', /cuti/],
      [
        refusalOf(order(), person('a', ['administrator']), processing, [], today),
        'deputy-nothing-lent',
        /administrator/,
      ],
      [
        refusalOf(order(), agency, person('b', ['technical-agency']), [], today),
        'deputy-holds-all',
        /Petugas b/,
      ],
      [
        refusalOf(order(), agency, processing, [deputyship('a', 'c')], today),
        'deputy-there',
        /Petugas c pada 23 November 2026 sampai 30 November 2026/,
      ],
      [
        refusalOf(order(), agency, processing, [deputyship('b', 'c')], today),
        'deputy-away',
        /Petugas b sendiri/,
      ],
      [
        refusalOf(order(), agency, processing, [deputyship('c', 'a')], today),
        'absent-stands-in',
        /Petugas c/,
      ],
    ] as const
    for (const [refusal, code, sentence] of cases) {
      expect(refusal?.code).toBe(code)
      expect(refusal && sayAppointRefusal(refusal)).toMatch(sentence)
    }
    expect(refusalOf(order(), agency, processing, [deputyship('a', 'c', { ended })], today)).toBeNull()
    expect(refusalOf(order(), agency, processing, [deputyship('c', 'b')], today)).toBeNull()
  })

  it('is never one of two for the same person on a day, and never somebody who is away themselves', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
    const wish = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'), days)
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const taken: Deputyship[] = []
        for (const [absentId, deputyId, [first, length]] of wishes) {
          const from = addDays(today, first)
          const wanted = order({ absentId, deputyId, from, until: addDays(from, length) })
          const known = taken.filter((one) =>
            [one.absent.userId, one.deputy.userId].some((id) => id === absentId || id === deputyId),
          )
          const answer = appointDeputyship(
            wanted,
            person(absentId, [absentId]),
            person(deputyId, [deputyId]),
            known,
            today,
          )
          if (answer.ok) taken.push(deputyship(absentId, deputyId, { from, until: wanted.until }))
        }
        for (let n = 0; n < 30; n += 1) {
          const running = taken.filter((one) => isInForce(one, addDays(today, n)))
          const away = running.map((one) => one.absent.userId)
          expect(new Set(away).size).toBe(away.length)
          expect(running.filter((one) => away.includes(one.deputy.userId))).toEqual([])
        }
      }),
    )
  })

  it('gets the roles that are not their own, and never administration', () => {
    expect(lentRoles(['administrator', 'supervisor', 'processing'], ['processing'])).toEqual(['supervisor'])
    expect(lentRoles(['administrator'], [])).toEqual([])
  })

  it('works from the first day through the last, and no longer once it is taken back', () => {
    const one = deputyship('a', 'b')
    const days = ['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map(officeDate)
    expect(days.map((day) => isInForce(one, day))).toEqual([false, true, true, false])
    const back = endDeputyship(one, { userId: 'm', name: 'Melati' }, at, today)
    if (!back.ok) throw new Error(back.refusal.code)
    expect(days.map((day) => isInForce(back.value, day))).toEqual([false, false, false, false])
    expect(endDeputyship(back.value, { userId: 'm', name: 'Melati' }, at, today)).toEqual(back)
    const second = endDeputyship(back.value, { userId: 'n', name: 'Nuri' }, at, today)
    expect(second.ok ? '' : sayEndDeputyshipRefusal(second.refusal, 'Asia/Pontianak')).toBe(
      'Penggantian ini sudah diakhiri Melati pada 19 November 2026 pukul 09.00.',
    )
    const late = endDeputyship(one, { userId: 'n', name: 'Nuri' }, at, officeDate('2026-12-01'))
    expect(late.ok ? '' : sayEndDeputyshipRefusal(late.refusal, 'Asia/Pontianak')).toMatch(/30 November 2026/)
  })
})
