import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closingCode,
  decideClosing,
  namedItems,
  openDaysFrom,
  openItemKinds,
  openItemsOf,
  parseClosingCode,
  shortPrint,
  type DayClosing,
  type OpenItemKind,
} from './day-closing.ts'
import { officeDate } from './office-date.ts'
import { closingLines } from './wording/day-closing.ts'
import { instant } from './testing/builders.ts'

const day = officeDate('2026-11-19')
const closing: DayClosing = {
  id: '0198',
  day,
  ordinal: 1,
  closedAt: instant('2026-11-19T09:04:00.000Z'),
  closedBy: { userId: 'u', name: 'Haryati Mensiku', role: 'supervisor', station: 'Loket 2' },
  note: null,
  reason: null,
  openItems: [],
  events: 12,
  eventsHash: 'a'.repeat(64),
  previousHash: null,
  hash: 'b4'.repeat(32),
}
const uncertain = { kind: 'sheets-unknown', count: 2 } as const

describe('the sheet of a closed day', () => {
  const openItems = [uncertain, { kind: 'portal-unsent', count: 7 }] as const
  const lines = (change: Partial<DayClosing>) =>
    closingLines({ ...closing, openItems, ...change }, 'Asia/Pontianak', 'WIB').join(' ')

  it('says of a day closed later what was counted only when it was closed: it belongs to no day', () => {
    expect(lines({})).not.toContain('pada saat ditutup')
    const later = { closedAt: instant('2026-11-23T02:00:00.000Z') }
    expect(lines(later)).toContain('Dihitung pada saat ditutup: catatan belum terkirim ke portal.')
    expect(lines({ ...later, openItems: [uncertain] })).not.toContain('pada saat ditutup')
  })
})

const order = { day, seen: 0, note: '', reason: '' }
const facts = { today: day, latest: undefined, openItems: [], hasLater: false }

describe('closing a day', () => {
  it('needs no word when nothing is open, on the day itself or long after', () => {
    expect(decideClosing(order, facts)).toEqual({ ok: true, value: { ordinal: 1, note: null, reason: null } })
    expect(decideClosing(order, { ...facts, today: officeDate('2027-01-04') }).ok).toBe(true)
  })
  it('is refused for a day that has not come', () => {
    expect(decideClosing(order, { ...facts, today: officeDate('2026-11-18') })).toMatchObject({
      refusal: { code: 'closing-of-future' },
    })
  })
  it('needs a note for what nobody has explained, and none for what settles by itself', () => {
    const openItems = [uncertain, { kind: 'portal-unsent', count: 7 }] as const
    expect(decideClosing({ ...order, note: '  ' }, { ...facts, openItems })).toMatchObject({
      refusal: { code: 'closing-note-needed', items: [uncertain] },
    })
    expect(decideClosing({ ...order, note: ' printer mati ' }, { ...facts, openItems })).toMatchObject({
      value: { note: 'printer mati' },
    })
    expect(decideClosing(order, { ...facts, openItems: openItems.slice(1) }).ok).toBe(true)
  })
  it('names who was first when two close at once', () => {
    expect(decideClosing(order, { ...facts, latest: closing, hasLater: true })).toMatchObject({
      refusal: { code: 'day-closed-meanwhile', by: 'Haryati Mensiku' },
    })
  })
  it('again is for what came in since, and says why', () => {
    const seen = { ...order, seen: 1 }
    const known = { ...facts, latest: closing, hasLater: true }
    expect(decideClosing(seen, { ...known, hasLater: false })).toMatchObject({
      refusal: { code: 'nothing-after-closing', by: 'Haryati Mensiku' },
    })
    expect(decideClosing(seen, known)).toMatchObject({ refusal: { code: 'closing-reason-needed' } })
    expect(decideClosing({ ...seen, reason: 'entri susulan' }, known)).toMatchObject({
      value: { ordinal: 2, reason: 'entri susulan' },
    })
  })
})

describe('what is open of a day', () => {
  it('has every kind that there is any of, once, in a fixed order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: openItemKinds.length, maxLength: 12 }), (counts) => {
        const of = Object.fromEntries(openItemKinds.map((kind, n) => [kind, counts[n] ?? 0]))
        const items = openItemsOf(of as Readonly<Record<OpenItemKind, number>>)
        expect(items).toEqual(
          openItemKinds.filter((kind) => of[kind] !== 0).map((kind) => ({ kind, count: of[kind] })),
        )
        expect(items).toEqual(expect.arrayContaining([...namedItems(items)]))
      }),
    )
  })
  it('is looked for a month back, or since the office closes days', () => {
    const monthAgo = officeDate('2026-10-19')
    expect(openDaysFrom(monthAgo, null)).toBe(monthAgo)
    expect(openDaysFrom(monthAgo, officeDate('2026-11-02'))).toBe(monthAgo)
    expect(openDaysFrom(monthAgo, officeDate('2026-03-02'))).toBe('2026-03-02')
  })
})

describe('the code of a closed day', () => {
  it('is read back however it was scanned or pasted', () => {
    const code = closingCode(closing)
    expect(code).toMatch(/^[0-9A-Z/-]+$/)
    const read = { day, ordinal: 1, hash: closing.hash }
    for (const text of [code, code.toLowerCase(), ` ${code}\r\n`, `${code.slice(0, 40)}\n${code.slice(40)}`])
      expect(parseClosingCode(text)).toEqual(read)
  })
  it('is nothing else', () => {
    for (const text of ['', 'P-2026-000412', closingCode(closing).slice(0, -1), `${closingCode(closing)}0`])
      expect(parseClosingCode(text)).toBeNull()
    expect(parseClosingCode(closingCode({ ...closing, day: '2026-02-30' as typeof day }))).toBeNull()
  })
  it('begins with what can be read out', () => {
    expect(shortPrint(closing.hash)).toBe('B4B4 B4B4 B4B4 B4B4')
  })
})
