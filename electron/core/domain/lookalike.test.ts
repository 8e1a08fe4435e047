import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApplicationState } from './application-state.ts'
import {
  isNikNearly,
  lookalikeMarks,
  lookalikes,
  marksOfDossier,
  type LikenessReason,
  type LookedFor,
} from './lookalike.ts'
import { addDays } from './office-date.ts'
import {
  accepted,
  anApplicant,
  anApplication,
  aRegisteredDossier,
  aRegisteredState,
  day,
  withdrawn,
} from './testing/builders.ts'
import { anEditOf } from './testing/misspelt.ts'

const here = aRegisteredState()
const { applicant, data } = here

/** The form of the very same request, typed for somebody whom the register does not know. */
const asks = (change: Partial<LookedFor> = {}): LookedFor => ({
  name: applicant.name,
  nik: null,
  birthDate: null,
  phone: null,
  strNumber: null,
  permitTypeCode: data.permitTypeCode,
  kind: data.kind,
  facility: data.facility,
  applicantId: null,
  ...change,
})

const reasonsOf = (asked: LookedFor, ...states: readonly ApplicationState[]): readonly LikenessReason[] =>
  lookalikes(asked, states).map((one) => one.reason)

describe('a request that is in the register already', () => {
  const known = asks({ applicantId: applicant.id })

  it('is told while it is under way, at the same place or before a place is typed', () => {
    expect(reasonsOf(known, here)).toEqual(['same-application'])
    expect(reasonsOf({ ...known, facility: null }, here)).toEqual(['same-application'])
  })

  it('is not told of another place, another kind, another type, or when it has ended', () => {
    const elsewhere = { kind: 'facility' as const, name: 'Klinik Pratama Teratai', address: '' }
    expect(reasonsOf({ ...known, facility: elsewhere }, here)).toEqual([])
    expect(reasonsOf({ ...known, kind: 'renewal' }, here)).toEqual([])
    expect(reasonsOf({ ...known, permitTypeCode: 'SIPB' }, here)).toEqual([])
    expect(reasonsOf(known, withdrawn(aRegisteredDossier()).state)).toEqual([])
  })

  it('is told of each of several, the newest first', () => {
    const states = [here, accepted(aRegisteredDossier({ n: 2, applicant }), null).state]
    expect(lookalikes({ ...known, facility: null }, states).map((one) => one.state.id)).toHaveLength(2)
  })
})

describe('a person who is in the register under another identity', () => {
  it('is told by an STR that belongs to one person, whatever the name', () => {
    const asked = asks({ name: 'Bagus Nugraha', strNumber: '6111 1002-2400 0123' })
    expect(reasonsOf(asked, here)).toEqual(['same-str'])
  })

  it('is told by a NIK with one digit wrong, a birthday or a phone, but only with a name that is alike', () => {
    const { nik, birthDate, phone } = applicant
    const wrongNik = `${nik?.slice(0, 15) ?? ''}9`
    expect(reasonsOf(asks({ nik: wrongNik }), here)).toEqual(['nik-nearly-same'])
    expect(reasonsOf(asks({ birthDate }), here)).toEqual(['same-birth-date'])
    expect(reasonsOf(asks({ phone }), here)).toEqual(['same-phone'])
    expect(reasonsOf(asks({ name: 'Bagus Nugraha', nik: wrongNik, birthDate, phone }), here)).toEqual([])
  })

  it('is told once, by the newest dossier and the surest reason', () => {
    const again = aRegisteredState({ n: 2, applicant, data: anApplication({ permitTypeCode: 'SIPB' }) })
    const found = lookalikes(asks({ birthDate: applicant.birthDate, strNumber: data.str?.number ?? '' }), [
      here,
      again,
    ])
    expect(found).toHaveLength(1)
    expect(found[0]?.reason).toBe('same-str')
  })

  it('is nobody of whom only the name is the same', () => {
    expect(reasonsOf(asks({ nik: '6171014101900001', birthDate: day('1990-01-01') }), here)).toEqual([])
  })
})

describe('two NIK', () => {
  it('are nearly the same with one digit wrong or two neighbours exchanged, and not otherwise', () => {
    expect(isNikNearly('6171045504850001', '6171045504850002')).toBe(true)
    expect(isNikNearly('6171045504850001', '6171045504805001')).toBe(true)
    expect(isNikNearly('6171045504850001', '6171045504850001')).toBe(false)
    expect(isNikNearly('6171045504850001', '6171045504850012')).toBe(false)
  })
})

describe('in a register of two thousand persons', () => {
  // Seeded: the same persons and the same slips of the hand in every run.
  const digits = fc.stringMatching(/^[0-9]{4}$/)
  const given = ['Siti', 'Nurul', 'Ahmad', 'Rizky', 'Dewi', 'Maria', 'Yohanes', 'Hendra', 'Fitri', 'Agus']
  const middle = ['Rahma', 'Putri', 'Saputra', 'Wulandari', 'Hidayat', 'Lestari', 'Kurnia', 'Pratama']
  const last = ['Sekayam', 'Kapuasari', 'Mempawanto', 'Sanggauri', 'Tayani', 'Belian', 'Kenari', 'Sambasuri']
  const aPerson = fc.record({
    name: fc
      .tuple(fc.constantFrom(...given), fc.constantFrom(...middle), fc.constantFrom(...last))
      .map((words) => words.join(' ')),
    born: fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(day('1970-01-01'), days)),
    serial: digits,
    phone: fc.stringMatching(/^[1-9][0-9]{7}$/).map((tail) => `+62812${tail}`),
    str: fc.stringMatching(/^[0-9]{16}$/),
  })
  type Person = typeof aPerson extends fc.Arbitrary<infer P> ? P : never
  const nikOf = ({ born, serial }: Person): string =>
    `617104${born.slice(8)}${born.slice(5, 7)}${born.slice(2, 4)}${serial}`
  const people = fc.sample(aPerson, { seed: 20261122, numRuns: 2000 })
  const states = people.map((one, n) =>
    aRegisteredState({
      n: n + 1,
      applicant: anApplicant(
        { name: one.name, nik: nikOf(one), birthDate: one.born, phone: one.phone },
        n + 1,
      ),
      data: anApplication({
        str: { number: one.str, validUntil: null, lifetime: true, profession: 'Dokter' },
      }),
    }),
  )
  const byMark = Map.groupBy(
    states.flatMap((state) => marksOfDossier(state).map((mark) => ({ mark, state }))),
    (one) => one.mark,
  )
  const radar = (one: Person, change: Partial<LookedFor> = {}) => {
    const asked = asks({
      name: one.name,
      nik: nikOf(one),
      birthDate: one.born,
      phone: one.phone,
      strNumber: one.str,
      ...change,
    })
    const candidates = lookalikeMarks(asked).flatMap((mark) => byMark.get(mark) ?? [])
    return lookalikes(asked, [...new Set(candidates.map((found) => found.state))])
  }

  it('at least 98 of 100 who are entered again under a wrong NIK are found', () => {
    const slips = fc.sample(fc.tuple(fc.nat(3), fc.nat(40), fc.nat(2)), { seed: 7, numRuns: people.length })
    const missed = people.filter((one, n) => {
      const [how, where, changed] = slips[n] ?? [0, 0, 0]
      const words = one.name.toLowerCase().split(' ')
      const name = words.map((word, at) => (at === 2 ? anEditOf(word, how, where) : word)).join(' ')
      const serial = `${one.serial.slice(0, 3)}${(Number(one.serial[3]) + 1) % 10}`
      const told = [{ phone: '+6281399990000' }, { strNumber: null }, { phone: null, strNumber: null }][
        changed
      ]
      const found = radar(one, { name, nik: nikOf({ ...one, serial }), ...told })
      return !found.some((other) => other.state.id === states[n]?.id)
    })
    expect(missed.length / people.length).toBeLessThanOrEqual(0.02)
  })

  it('of 100 who are new at most 5 are warned of', () => {
    const others = fc.sample(aPerson, { seed: 11, numRuns: 2000 })
    const warned = others.filter((one) => radar(one).length > 0)
    expect(warned.length / others.length).toBeLessThanOrEqual(0.05)
  })
})
