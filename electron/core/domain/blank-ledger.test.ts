import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceBetween,
  blankState,
  countBlanks,
  findSerial,
  imbalance,
  nextSerial,
  readDelivery,
  serialIn,
  unexplainedSerials,
  withdrawBlank,
  type BlankEntry,
  type BlankStack,
} from './blank-ledger.ts'
import { instantOf, type Instant } from './instant.ts'

const minute = (count: number): Instant => instantOf(Date.UTC(2026, 10, 2) + count * 60_000)
const stack = (facts: Partial<BlankStack> = {}): BlankStack => ({
  id: 'stack-1',
  receivedAt: minute(0),
  receivedBy: 'Ratih',
  count: 10,
  numbering: { prefix: 'PTK-', width: 6, first: 101 },
  note: null,
  ...facts,
})
const entry = (facts: Partial<BlankEntry> = {}): BlankEntry => ({
  id: 'entry-1',
  jobId: 'job-1',
  attempt: 1,
  document: 'permit',
  title: 'Izin 503/0012',
  serial: null,
  takenAt: minute(1),
  takenBy: 'Sari',
  settled: null,
  withdrawn: null,
  ...facts,
})
const asTyped = { count: '', from: '', until: '', note: '' }

/** A year of a clerk who forgets to count, a printer that jams, and sheets of which nobody knows for days. */
const anyHistory = fc.record({
  stacks: fc.array(
    fc
      .record({ at: fc.nat(900), count: fc.integer({ min: 1, max: 50 }) })
      .map(({ at, count }) => stack({ receivedAt: minute(at), count })),
    { maxLength: 6 },
  ),
  entries: fc.array(
    fc
      .record({
        taken: fc.nat(900),
        later: fc.option(fc.nat(300)),
        outcome: fc.constantFrom('printed' as const, 'spoiled' as const, 'unused' as const),
        back: fc.option(fc.nat(300)),
      })
      .map(({ taken, later, outcome, back }) => {
        const settledAt = later === null ? null : taken + later
        return entry({
          takenAt: minute(taken),
          settled: settledAt === null ? null : { outcome, at: minute(settledAt), by: null, reason: null },
          withdrawn:
            settledAt !== null && outcome === 'printed' && back !== null
              ? { at: minute(settledAt + back), by: 'Sari', reason: 'ralat' }
              : null,
        })
      }),
    { maxLength: 60 },
  ),
})

describe('the card balances', () => {
  test('at the end of every day, whatever happened: opening + received = printed + spoiled + unknown + remaining', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(1600), { minLength: 2, maxLength: 8 }), (history, ends) => {
        const cuts = ends.toSorted((a, b) => a - b).map(minute)
        const counts = cuts.map((at) => countBlanks(history.stacks, history.entries, at))
        for (const [index, after] of counts.slice(1).entries()) {
          const before = counts[index]
          if (before === undefined) throw new Error('no count')
          const card = balanceBetween(before, after)
          expect(imbalance(card)).toBe(0)
          for (const figure of [card.received, card.printed, card.spoiled, card.unknown, card.withdrawn])
            expect(figure).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('and the days of a month add up to the month', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const at = (count: number) => countBlanks(history.stacks, history.entries, minute(count))
        const days = Array.from({ length: 16 }, (_, day) =>
          balanceBetween(at(day * 100), at(day * 100 + 100)),
        )
        const month = balanceBetween(at(0), at(1600))
        const sum = (pick: 'received' | 'printed' | 'spoiled' | 'withdrawn'): number =>
          days.reduce((total, day) => total + day[pick], 0)
        for (const pick of ['received', 'printed', 'spoiled', 'withdrawn'] as const)
          expect(sum(pick)).toBe(month[pick])
        expect(days.at(-1)?.remaining).toBe(month.remaining)
      }),
    )
  })

  test('a sheet that was uncertain over night opens the next day and ends it as printed', () => {
    const entries = [entry({ settled: { outcome: 'printed', at: minute(150), by: 'Sari', reason: null } })]
    const at = (count: number) => countBlanks([stack()], entries, minute(count))
    expect(balanceBetween(at(0), at(100))).toMatchObject({
      received: 10,
      unknown: 1,
      printed: 0,
      remaining: 9,
    })
    expect(balanceBetween(at(100), at(200))).toMatchObject({
      opening: 10,
      unknown: 0,
      printed: 1,
      remaining: 9,
    })
  })
})

describe('numbers of blanks', () => {
  test('the next blank is the one behind the last used of the oldest stack, then the next stack begins', () => {
    const stacks = [stack({ id: 'b', receivedAt: minute(9) }), stack({ id: 'a', count: 2 })]
    expect(nextSerial(stacks, new Map())?.text).toBe('PTK-000101')
    expect(nextSerial(stacks, new Map([['a', 101]]))).toEqual({
      stackId: 'a',
      number: 102,
      text: 'PTK-000102',
    })
    expect(nextSerial(stacks, new Map([['a', 102]]))?.stackId).toBe('b')
    expect(nextSerial([stack({ numbering: null })], new Map())).toBeNull()
    expect(nextSerial(stacks, new Map(Object.entries({ a: 102, b: 110 })))).toBeNull()
  })

  test('a number that was passed over stays unexplained until somebody says what became of it', () => {
    const stacks = [stack()]
    expect(unexplainedSerials(stacks, new Map([['stack-1', [101, 104]]])).map(({ text }) => text)).toEqual([
      'PTK-000102',
      'PTK-000103',
    ])
    expect(unexplainedSerials(stacks, new Map([['stack-1', [101, 102, 103, 104]]]))).toEqual([])
    expect(unexplainedSerials(stacks, new Map())).toEqual([])
  })

  test('is read with or without prefix and noughts, and only where such a sheet was received', () => {
    for (const typed of ['PTK-000105', 'ptk-105', ' 105', 'PTK- 000105'])
      expect(findSerial([stack()], typed)?.text, typed).toBe('PTK-000105')
    for (const typed of ['PTK-000111', '99', 'XYZ-000105', '', '1e2'])
      expect(findSerial([stack()], typed), typed).toBeNull()
    expect(serialIn(stack(), 110)?.text).toBe('PTK-000110')
  })
})

describe('a delivery', () => {
  test('is counted by its first and last number, or by a count where the sheets bear none', () => {
    expect(readDelivery({ ...asTyped, from: 'PTK-000101', until: 'ptk-000600' }, [])).toEqual({
      ok: true,
      value: { count: 500, numbering: { prefix: 'PTK-', width: 6, first: 101 }, note: null },
    })
    expect(readDelivery({ ...asTyped, count: '1.000', note: ' stok  awal ' }, [])).toEqual({
      ok: true,
      value: { count: 1000, numbering: null, note: 'stok awal' },
    })
  })

  test.each([
    [{ count: '' }, 'blank-count-unreadable'],
    [{ count: '0' }, 'blank-count-unreadable'],
    [{ count: 'seribu' }, 'blank-count-unreadable'],
    [{ from: 'PTK', until: 'PTK-9' }, 'blank-serial-unreadable'],
    [{ from: 'PTK-1', until: '' }, 'blank-serial-unreadable'],
    [{ from: 'PTK-9', until: 'PTK-1' }, 'blank-serials-differ'],
    [{ from: 'PTK-1', until: 'SKW-9' }, 'blank-serials-differ'],
    [{ from: 'PTK-1', until: 'PTK-9', count: '10' }, 'blank-count-differs'],
    [{ from: 'PTK-1', until: 'PTK-999999' }, 'blank-count-unreadable'],
    [{ from: 'PTK-000110', until: 'PTK-000120' }, 'blank-serials-received'],
  ])('%j is refused: %s', (typed, code) => {
    const read = readDelivery({ ...asTyped, ...typed }, [stack()])
    expect(read.ok ? null : read.refusal.code).toBe(code)
  })
})

describe('a printed sheet that is taken back', () => {
  const printed = entry({ settled: { outcome: 'printed', at: minute(2), by: null, reason: null } })

  test('stays on the card as spoiled, with the reason; the second clerk is told of the first', () => {
    const taken = withdrawBlank(printed, ' ralat  nama ', 'Sari', minute(3))
    if (!taken.ok) throw new Error(taken.refusal.code)
    expect(blankState(taken.value)).toBe('spoiled')
    expect(taken.value.withdrawn).toEqual({ at: minute(3), by: 'Sari', reason: 'ralat nama' })
    expect(withdrawBlank(taken.value, 'lagi', 'Dodi', minute(4))).toEqual({
      ok: false,
      refusal: { code: 'blank-withdrawn', at: minute(3), by: 'Sari', reason: 'ralat nama' },
    })
  })

  test('needs a reason, and must have been printed', () => {
    expect(withdrawBlank(printed, '  ', 'Sari', minute(3))).toMatchObject({
      refusal: { code: 'blank-reason-needed' },
    })
    expect(withdrawBlank(entry(), 'x', 'Sari', minute(3))).toMatchObject({
      refusal: { code: 'blank-not-printed', state: 'unknown' },
    })
  })
})
