import { describe, expect, it } from 'vitest'
import { apply, decide, filed, go, open } from './testing/dossier-walk.ts'
import { aStage, aTable, anAction } from './testing/stage-tables.ts'
import { askableStages } from './stage-ways.ts'
import type { MoveOrder } from './move.ts'

describe('stages with conditions and stages open at once', () => {
  const inspected = aTable({
    stages: [
      aStage('filed', [anAction('go', ['visit', 'entry'])], { where: 'applicant', role: 'applicant' }),
      aStage('visit', [anAction('seen', ['draft'])], { condition: { when: 'officer' } }),
      aStage('entry', [anAction('entered', ['draft'])]),
      aStage('draft', [anAction('done', [])]),
    ],
  })
  const asks = (list: readonly string[], note: string | null = null): MoveOrder => ({
    stage: 'filed',
    action: 'go',
    note,
    asks: list,
  })

  it('opens an optional stage beside another when the officer asks for it, and joins when both are done', () => {
    const plan = decide(filed(), asks(['visit']), {}, inspected)
    if (!plan.ok) throw new Error(plan.refusal.code)
    const both = apply(filed(), plan.value, null)
    expect(open(both.state)).toEqual(['visit', 'entry'])
    const one = go(both, 'entry', 'entered', null, inspected)
    expect(open(one.state)).toEqual(['visit'])
    expect(open(go(one, 'visit', 'seen', null, inspected).state)).toEqual(['draft'])
  })

  it('wants a reason when an optional stage is skipped', () => {
    expect(decide(filed(), asks([]), {}, inspected)).toMatchObject({
      ok: false,
      refusal: { code: 'skip-needs-reason', stages: ['visit'] },
    })
    const plan = decide(filed(), asks([], 'tempat sudah dikenal'), {}, inspected)
    expect(plan.ok && plan.value.moved.skips).toEqual(['visit'])
  })

  it('enters a stage of the permit type only when the type carries the flag', () => {
    const flagged = aTable({
      stages: inspected.stages.map((one) =>
        one.code === 'visit'
          ? { ...one, condition: { when: 'permit-type' as const, flag: 'site-inspection', orAsked: false } }
          : one,
      ),
    })
    const opens = (flags: string[], asked: string[] = []) => {
      const plan = decide(filed(), asks(asked), { typeFlags: flags }, flagged)
      return plan.ok && plan.value.moved.opens
    }
    expect(opens(['site-inspection'])).toEqual(['visit', 'entry'])
    expect(opens([])).toEqual(['entry'])
    expect(opens([], ['visit'])).toEqual(['entry'])
  })

  it('enters a stage that a rule demands of some types also when the officer asks for it, and wants no reason when not', () => {
    const condition = { when: 'permit-type', flag: 'site-inspection', orAsked: true } as const
    const demanded = aTable({
      stages: inspected.stages.map((one) => (one.code === 'visit' ? { ...one, condition } : one)),
    })
    const opens = (flags: string[], asked: string[]) => {
      const plan = decide(filed(), asks(asked), { typeFlags: flags }, demanded)
      return plan.ok && [plan.value.moved.opens, plan.value.moved.skips]
    }
    expect(opens([], [])).toEqual([['entry'], []])
    expect(opens([], ['visit'])).toEqual([['visit', 'entry'], []])
    expect(opens(['site-inspection'], [])).toEqual([['visit', 'entry'], []])
    const offered = (flags: string[]) => {
      const [first] = demanded.stages
      return (first?.actions ?? [])
        .flatMap((one) => askableStages(demanded, one, flags))
        .map(({ code }) => code)
    }
    expect([offered([]), offered(['site-inspection'])]).toEqual([['visit'], []])
  })

  const meeting = aTable({
    stages: [
      aStage('filed', [anAction('go', ['meeting', 'visit'], { asksAtLeast: 1 })], {
        where: 'applicant',
        role: 'applicant',
      }),
      aStage('meeting', [anAction('held', ['minutes'])], { condition: { when: 'officer' } }),
      aStage('minutes', [anAction('written', ['draft'])]),
      aStage('visit', [anAction('seen', ['draft'])], { condition: { when: 'officer' } }),
      aStage('draft', [anAction('done', [])]),
    ],
  })

  it('wants at least one of a meeting and a visit, and no reason for the other (dan/atau)', () => {
    expect(decide(filed(), asks([]), {}, meeting)).toEqual({
      ok: false,
      refusal: { code: 'optional-stage-needed', stages: ['meeting', 'visit'], least: 1 },
    })
    const plan = decide(filed(), asks(['meeting']), {}, meeting)
    expect(plan.ok && plan.value.moved).toMatchObject({ opens: ['meeting'], skips: ['visit'] })
  })

  it('waits at the join for the longer of two ways', () => {
    const plan = decide(filed(), asks(['meeting', 'visit']), {}, meeting)
    if (!plan.ok) throw new Error(plan.refusal.code)
    const both = apply(filed(), plan.value, null)
    const seen = go(both, 'visit', 'seen', null, meeting)
    expect(open(seen.state)).toEqual(['meeting'])
    const held = go(seen, 'meeting', 'held', null, meeting)
    expect(open(held.state)).toEqual(['minutes'])
    expect(open(go(held, 'minutes', 'written', null, meeting).state)).toEqual(['draft'])
  })
})
