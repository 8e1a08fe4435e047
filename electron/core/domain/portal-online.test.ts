import { describe, expect, it } from 'vitest'
import { applicantsMove } from './portal-online.ts'

describe('what an applicant did to their application between two versions of it', () => {
  it.each([
    ['returned', 'submitted', 'resubmitted'],
    // The return itself was not seen here: nothing else leads from the office back to the applicant.
    ['in-process', 'submitted', 'resubmitted'],
    ['submitted', 'submitted', null],
    ['draft', 'submitted', null],
    [null, 'submitted', null],
    ['submitted', 'withdrawn', 'withdrawn'],
    ['withdrawn', 'withdrawn', null],
    ['submitted', 'in-process', null],
  ] as const)('from %s to %s', (known, status, move) => {
    expect(applicantsMove(known, { status })).toBe(move)
  })
})
