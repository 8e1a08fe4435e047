import { expect, it } from 'vitest'
import { usualKindRules } from './kind-rule.ts'
import { boundAt, newTerms, presentTerms, readOfficeTerms, type OfficeTerm } from './office-terms.ts'
import { instant } from './testing/builders.ts'

const early = instant('2026-03-01T00:00:00.000Z')
const later = instant('2026-09-01T00:00:00.000Z')
type Bound = Parameters<typeof presentTerms>[0]

/** As much of an office as decides something. */
const office = (days: number, answerWithin: number, reason: string | null): Bound =>
  ({
    types: [
      {
        code: 'SIPD',
        kindRules: {
          revocation: {
            reasons:
              reason === null
                ? usualKindRules.revocation.reasons
                : [{ code: 'moved', label: reason, startedBy: 'holder' }],
          },
        },
      },
    ],
    profile: {
      stageTable: {
        code: 'contoh',
        limit: { workingDays: days, minutes: 0 },
        limitText: null,
        stages: [
          { code: 'cek', limit: { amount: days, unit: 'working-days', group: null } },
          { code: 'serah', limit: null },
        ],
      },
      complaints: { series: 'pengaduan', answerWithin, basis: 'UU 25/2009', topics: [] },
    },
  }) as unknown as Bound

const former = office(5, 14, null)
const present = office(3, 10, 'Pindah kota')
const first = newTerms([], presentTerms(former), early)
const noted: readonly OfficeTerm[] = [...first, ...newTerms(first, presentTerms(present), later)]

const heldAt = (asOf: string, all = noted, now = present) => {
  const { types, profile } = boundAt(now, all, instant(asOf))
  const { limit, stages } = profile.stageTable
  return [
    limit?.workingDays,
    stages.map((one) => one.limit?.amount ?? null),
    profile.complaints.answerWithin,
    types[0]?.kindRules.revocation.reasons.find(({ code }) => code === 'moved')?.label,
  ]
}
const then = [5, [5, null], 14, 'Pindah tempat praktik']
const now = [3, [3, null], 10, 'Pindah kota']

it('what an office decides is noted once, and again only when it decides otherwise', () => {
  expect(first).toHaveLength(5)
  expect(noted.slice(5).map(({ thing }) => thing)).toEqual([
    'published-limit',
    'stage-limit',
    'answer-limit',
    'revocation-reasons',
  ])
  // As it comes back from the database.
  const kept = readOfficeTerms(JSON.parse(JSON.stringify(noted)))
  expect(newTerms(kept, presentTerms(present), later)).toEqual([])
})

it('a report of a moment goes by what held then, and by the first that is known of the time before any was noted', () => {
  for (const moment of ['2020-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'])
    expect(heldAt(moment)).toEqual(then)
  expect(heldAt('2026-09-01T00:00:00.001Z')).toEqual(now)
})

it('an office that has noted nothing yet goes by what holds now', () => {
  expect(heldAt('2026-05-01T00:00:00.000Z', readOfficeTerms(undefined))).toEqual(now)
})

it('an office that went back to the usual reasons had its own before', () => {
  const own = newTerms([], presentTerms(present), early)
  const all = [...own, ...newTerms(own, presentTerms(former), later)]
  expect(heldAt('2026-05-01T00:00:00.000Z', all, former)).toEqual(now)
  expect(heldAt('2026-10-01T00:00:00.000Z', all, former)).toEqual(then)
})
