import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentDocuments } from './application-state.ts'
import type { RequirementDocument } from './application.ts'
import { addDays, officeDate } from './office-date.ts'
import { ownWordsLabel, planRepair, refuseRepair, repairDay, repairStanding, repairWords } from './repair.ts'
import { apply, decide, filed, go, open, order } from './testing/dossier-walk.ts'
import { withEvent } from './testing/builders.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { addWorkingDaysTo } from './working-days.ts'

const officeCalendar = anOfficeCalendar()
const rule = { days: 5, closing: 20 }
const facts = {
  today: officeDate('2026-11-19'),
  until: officeDate('2026-11-26'),
  requirements: [
    { code: 'ktp', label: 'KTP' },
    { code: 'str', label: 'STR' },
  ],
}
const asked = { items: [{ requirementCode: 'str', reason: ' buram ' }], until: officeDate('2026-11-30') }
const ktp: RequirementDocument = {
  id: 'd1',
  requirementCode: 'ktp',
  page: 1,
  pages: 1,
  sha256: null,
  fileName: 'ktp.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1,
  uploadedAt: filed().state.submittedAt,
  check: 'unchecked',
  checkNote: null,
  replacedBy: null,
}

describe('a return to the applicant', () => {
  it('asks for each wrong item with its own reason, until the day that the officer wrote', () => {
    expect(planRepair([], asked, facts, null)).toEqual({
      items: [{ requirementCode: 'str', label: 'STR', reason: 'buram' }],
      until: '2026-11-30',
    })
  })

  it('lets the checklist speak where nothing else was written, by the days of the office', () => {
    const added = withEvent(filed(), { action: 'document-added', document: ktp, replaces: null })
    const checked = withEvent(
      added,
      { action: 'document-checked', documentId: 'd1', check: 'refused' },
      { note: 'kabur' },
    )
    expect(planRepair(currentDocuments(checked.state), null, facts, 'Perbaiki')).toEqual({
      items: [{ requirementCode: 'ktp', label: 'KTP', reason: 'kabur' }],
      until: '2026-11-26',
    })
    expect(planRepair([], null, facts, 'Perbaiki')).toEqual({
      items: [{ requirementCode: null, label: ownWordsLabel, reason: 'Perbaiki' }],
      until: '2026-11-26',
    })
  })

  it('is refused without an item, without a reason, for a strange requirement, and for a day that is over', () => {
    const refusal = (change: Partial<typeof asked>) => refuseRepair({ ...asked, ...change }, facts)
    expect(refuseRepair(asked, facts)).toBeNull()
    expect(refusal({ items: [] })).toEqual({ code: 'repair-items-needed' })
    expect(refusal({ items: [{ requirementCode: 'ktp', reason: ' ' }] })).toEqual({
      code: 'repair-reason-needed',
      label: 'KTP',
    })
    expect(refusal({ items: [{ requirementCode: 'sim', reason: 'x' }] })).toMatchObject({
      code: 'repair-item-unknown',
    })
    expect(refusal({ until: officeDate('2026-11-18') })).toMatchObject({ code: 'repair-day-past' })
    expect(refusal({ until: officeDate('2036-11-18') })).toMatchObject({ code: 'repair-day-far' })
  })

  it('needs no further words beside its items, and tells them where only words can go', () => {
    const atCheck = go(filed(), 'filed', 'file')
    const wish = {
      ...order('check', 'return'),
      repair: { ...asked, items: [{ requirementCode: 'ktp', reason: 'buram' }] },
    }
    const plan = decide(atCheck, wish)
    expect(plan).toMatchObject({ ok: true })
    if (!plan.ok) return
    expect(repairWords(plan.value.moved.repair?.items ?? [])).toBe('KTP: buram')
    const returned = apply(atCheck, plan.value, null).state
    expect(returned).toMatchObject({ returned: true, repair: { until: '2026-11-30' } })
    expect(open(returned)).not.toEqual([])
  })
})

describe('a dossier that is not mended', () => {
  it('has the days of the office, the day of return not counted', () => {
    // Thursday; five working days later is the Thursday after.
    expect(repairDay(officeCalendar, rule, officeDate('2026-11-19'))).toBe('2026-11-26')
  })

  it('is long unrepaired only when its day and the days behind it are over, never before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 60 }),
        (start, later, closing) => {
          const until = addDays(officeDate('2025-06-02'), start)
          const today = addDays(until, later)
          const standing = repairStanding(officeCalendar, { days: 5, closing }, until, today)
          expect(standing.long).toBe(today > addWorkingDaysTo(officeCalendar, until, closing))
          expect(standing.long).toBe(today >= standing.closableFrom)
          expect(standing.overdue === 0 || today > until).toBe(true)
        },
      ),
    )
  })

  it('is closed by the office only when it was returned and waited for long enough', () => {
    const atCheck = go(filed(), 'filed', 'file')
    const closing = { ...order('check', 'withdraw', 'tidak diperbaiki'), withdrawal: null, closes: true }
    expect(decide(atCheck, closing)).toEqual({
      ok: false,
      refusal: { code: 'not-long-unrepaired', closableFrom: null },
    })
  })
})
