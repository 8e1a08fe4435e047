import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDayNumber, dayNumberOf, officeDate } from './office-date.ts'
import {
  applicationKinds,
  facilityKinds,
  regimeOn,
  requirementApplies,
  requirementsFor,
  type RequirementCondition,
  type RequirementFacts,
} from './permit-type.ts'
import { aPermitType, aRegime, aRequirement } from './testing/intake-forms.ts'

const anyFacts: fc.Arbitrary<RequirementFacts> = fc.record({
  kind: fc.constantFrom(...applicationKinds),
  practiceOrdinal: fc.constantFrom(1, 2, 3, null),
  facilityKind: fc.constantFrom(...facilityKinds),
  strLifetime: fc.constantFrom(true, false, null),
  practisedMoreThanFiveYearsAgo: fc.boolean(),
  foreigner: fc.boolean(),
  filedByRepresentative: fc.boolean(),
})
const anyCondition: fc.Arbitrary<RequirementCondition> = fc.record(
  {
    kind: fc.subarray([...applicationKinds], { minLength: 1 }),
    practiceOrdinal: fc.subarray([1, 2, 3] as (1 | 2 | 3)[], { minLength: 1 }),
    facilityKind: fc.subarray([...facilityKinds], { minLength: 1 }),
    strLifetime: fc.boolean(),
    foreigner: fc.boolean(),
    filedByRepresentative: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('the requirements of an application', () => {
  it('are asked for exactly when every fact that their condition names has a listed value', () => {
    fc.assert(
      fc.property(anyCondition, anyFacts, (condition, facts) => {
        const holds = Object.entries(condition).every(([name, wanted]) => {
          const fact: unknown = facts[name as keyof RequirementFacts]
          return Array.isArray(wanted) ? wanted.some((one) => one === fact) : wanted === fact
        })
        expect(requirementApplies(condition, facts)).toBe(holds)
      }),
    )
  })

  it('stand in the order of the catalogue, none twice, and those without a condition always', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 8 }), anyFacts, (conditions, facts) => {
        const requirements = conditions.map((when, index) => aRequirement(`R${index}`, { when }))
        const regime = aRegime({ requirements: [...requirements, aRequirement('KTP')] })
        const asked = requirementsFor(regime, facts)
        const places = asked.map((one) => regime.requirements.indexOf(one))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(asked.at(-1)?.code).toBe('KTP')
      }),
    )
  })

  it('do not grow when a named fact is unknown', () => {
    const when = { strLifetime: true, practiceOrdinal: [1 as const] }
    const facts = { strLifetime: null, practiceOrdinal: null } as unknown as RequirementFacts
    expect(requirementApplies(when, facts)).toBe(false)
  })
})

describe('the law of a day', () => {
  const before = aRegime({ from: officeDate('2010-01-01'), until: officeDate('2023-08-07'), placeLimit: 2 })
  const type = aPermitType({ regimes: [before, aRegime()] })

  it('changes between two days and has no gap', () => {
    expect(regimeOn(type, officeDate('2023-08-07'))).toMatchObject({ value: { placeLimit: 2 } })
    expect(regimeOn(type, officeDate('2023-08-08'))).toMatchObject({ value: { placeLimit: 3 } })
    const first = dayNumberOf(officeDate('2010-01-01'))
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 30_000 }), (day) => {
        expect(regimeOn(type, dateOfDayNumber(day)).ok).toBe(true)
      }),
    )
  })

  it('is refused for a day before there was one', () => {
    expect(regimeOn(type, addDays(officeDate('2010-01-01'), -1))).toEqual({
      ok: false,
      refusal: { code: 'permit-type-not-in-force', permitType: 'SIPD', day: '2009-12-31' },
    })
  })
})
