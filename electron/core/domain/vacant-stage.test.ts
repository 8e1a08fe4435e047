import { describe, expect, it } from 'vitest'
import { aStage, aTable, anAction } from './testing/stage-tables.ts'
import { mayBePassed, passedAfter, readVacancy } from './vacant-stage.ts'
import { instant } from './testing/builders.ts'

const level = aStage('kabid', [anAction('setujui', ['kadis'])], { role: 'division-head' })
const table = aTable({ stages: [...aTable().stages, level] })

describe('a level of the chain that nobody holds', () => {
  it('may be passed when it only looks and approves', () => {
    expect(mayBePassed(table, level)).toBe(true)
  })

  it.each([
    ['prints', { prints: ['product' as const] }],
    ['numbers', { numbers: ['product' as const] }],
    ['signs', { signs: [{ document: 'product' as const, signer: 'kadis', method: 'wet' as const }] }],
    ['leaves something behind', { outputs: { mode: 'all' as const, kinds: ['checklist' as const] } }],
    ['hands over', { handsOver: true }],
    ['can refuse', { actions: [...level.actions, anAction('tolak', ['kadis'], { kind: 'refuse' })] }],
    ['asks for words', { actions: [{ ...level.actions[0]!, needsNote: true }] }],
  ])('is never passed when it %s', (_, change) => {
    const stage = { ...level, ...change }
    expect(mayBePassed(table, stage)).toBe(false)
    const other = aTable({ stages: [...aTable().stages, stage] })
    expect(readVacancy(other, { stage: 'kabid', reason: 'kosong' })).toMatchObject({
      refusal: { code: 'stage-not-passable' },
    })
  })

  it('is passed with a reason only', () => {
    expect(readVacancy(table, { stage: 'kabid', reason: '  ' })).toMatchObject({
      refusal: { code: 'vacancy-reason-needed' },
    })
    expect(readVacancy(table, { stage: 'kabid', reason: ' menunggu pelantikan ' })).toEqual({
      ok: true,
      value: { stage: 'kabid', reason: 'menunggu pelantikan' },
    })
  })

  it('counts as passed until somebody leaves it', () => {
    const passed = { stage: 'kabid', reason: 'kosong', at: instant('2026-11-19T02:00:00.000Z') }
    expect(passedAfter([], 'kabid', passed)).toEqual([passed])
    expect(passedAfter([passed], 'kasi', null)).toEqual([passed])
    expect(passedAfter([passed], 'kabid', null)).toEqual([])
  })
})
