import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applicationStatuses } from './application.ts'
import { instantOf } from './instant.ts'
import { officeDate } from './office-date.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { instant } from './testing/builders.ts'
import { timeLeft, type TimedDossier } from './time-left.ts'

const calendar = anOfficeCalendar()
const dossier = (change: Partial<TimedDossier> = {}): TimedDossier => ({
  status: 'in-process',
  clock: 'running',
  submittedAt: instant('2026-11-16T02:00:00.000Z'),
  dueOn: officeDate('2026-11-20'),
  returnedAt: null,
  issuedAt: null,
  handedOverAt: null,
  erratumAt: null,
  signed: false,
  stages: [{ since: instant('2026-11-17T02:00:00.000Z') }],
  ...change,
})

describe('the time that is left', () => {
  it.each<[string, Partial<TimedDossier>, string, string]>([
    ['before the due day', {}, '2026-11-18T02:00:00.000Z', 'Sisa 2 hari kerja'],
    ['on the due day', {}, '2026-11-20T02:00:00.000Z', 'Hari ini terakhir'],
    ['after closing time of the due day', {}, '2026-11-20T08:00:00.000Z', 'Lewat 1 hari kerja'],
    ['over a weekend', {}, '2026-11-23T02:00:00.000Z', 'Lewat 1 hari kerja'],
    ['without a promise', { dueOn: null }, '2026-11-18T02:00:00.000Z', 'Hari ke-3'],
    [
      'with the applicant',
      { clock: 'paused', returnedAt: instant('2026-11-17T02:00:00.000Z') },
      '2026-11-30T02:00:00.000Z',
      'Jam berhenti, hari ke-10',
    ],
    [
      'once it is issued',
      { status: 'issued', clock: 'off', issuedAt: instant('2026-11-19T02:00:00.000Z') },
      '2026-11-24T02:00:00.000Z',
      'Siap sejak hari ke-4',
    ],
    [
      'once it is refused: the decision was in time',
      { status: 'refused', clock: 'off', stages: [{ since: instant('2026-11-19T02:00:00.000Z') }] },
      '2026-11-24T02:00:00.000Z',
      'Siap sejak hari ke-4',
    ],
    [
      'while a Ralat makes its paper anew: nothing is ready',
      {
        status: 'issued',
        clock: 'off',
        issuedAt: instant('2026-11-17T02:00:00.000Z'),
        erratumAt: instant('2026-11-23T02:00:00.000Z'),
        stages: [{ since: instant('2026-11-23T02:00:00.000Z') }],
      },
      '2026-11-24T02:00:00.000Z',
      'Ralat, hari ke-2',
    ],
    [
      'once the new paper of a Ralat is signed and at the counter',
      {
        status: 'issued',
        clock: 'off',
        issuedAt: instant('2026-11-17T02:00:00.000Z'),
        erratumAt: instant('2026-11-19T02:00:00.000Z'),
        signed: true,
        stages: [{ since: instant('2026-11-23T02:00:00.000Z') }],
      },
      '2026-11-24T02:00:00.000Z',
      'Siap sejak hari ke-2',
    ],
    [
      'once the new paper of a Ralat is handed over',
      {
        status: 'issued',
        clock: 'off',
        issuedAt: instant('2026-11-17T02:00:00.000Z'),
        erratumAt: instant('2026-11-19T02:00:00.000Z'),
        signed: true,
        handedOverAt: instant('2026-11-23T02:00:00.000Z'),
      },
      '2026-11-24T02:00:00.000Z',
      'Selesai',
    ],
    ['when nothing is open any more', { stages: [] }, '2026-12-24T02:00:00.000Z', 'Selesai'],
  ])('%s', (_, change, now, label) => {
    expect(timeLeft(calendar, dossier(change), instant(now)).label).toBe(label)
  })

  it('always has words, and never a negative number of days', () => {
    const moment = fc
      .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-06-30T00:00:00Z') })
      .map(instantOf)
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.constantFrom('off', 'running', 'paused'),
        fc.constantFrom(...applicationStatuses),
        fc.constantFrom(null, officeDate('2026-11-20')),
        fc.option(moment),
        (now, submittedAt, clock, status, dueOn, issuedAt) => {
          const left = timeLeft(
            calendar,
            dossier({ submittedAt, clock, status, dueOn, issuedAt, stages: [{ since: submittedAt }] }),
            now,
          )
          expect(left.label).not.toBe('')
          expect(left.days).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
