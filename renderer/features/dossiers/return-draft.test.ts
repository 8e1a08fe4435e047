import { expect, test } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import type { Requirement } from './papers.ts'
import { beginReturn, linesOfReturn } from './return-draft.ts'

const requirement = (code: string, checks: readonly (readonly [string, boolean, string | null])[]) =>
  ({
    code,
    label: `Syarat ${code}`,
    documents: checks.map(([check, replaced, checkNote]) => ({ check, replaced, checkNote })),
  }) as unknown as Requirement

const view = {
  repairUntil: officeDate('2026-11-26'),
  requirements: [
    requirement('str', [
      ['refused', true, 'lama'],
      ['refused', false, 'buram'],
    ]),
    requirement('ktp', [['accepted', false, null]]),
    requirement('foto', []),
  ],
}

test('a return begins with what does not match and with what nobody brought, by the days of the office', () => {
  expect(beginReturn(view)).toEqual({
    chosen: ['str', 'foto'],
    reasons: { str: 'buram', foto: 'Belum ada' },
    until: '26-11-2026',
  })
})

test('what was written in the application can be wrong as well as any paper', () => {
  expect(linesOfReturn(view).map((one) => [one.code, one.label])).toEqual([
    ['str', 'Syarat str'],
    ['ktp', 'Syarat ktp'],
    ['foto', 'Syarat foto'],
    [null, 'Isian permohonan'],
  ])
})
