import { usualKindRules, type KindRule } from '#domain/kind-rule.ts'
import {
  applicationKinds,
  type ApplicationKind,
  type PermitType,
  type Regime,
  type Requirement,
} from '#domain/permit-type.ts'
import type { LawFile, PermitTypeFile, RegimeFile, RequirementSetFile } from './permit-type-file.ts'

/** Which set answers for a kind: the usual ones, unless a type or law names its own. */
const usualKindSets: Partial<Record<ApplicationKind, string>> = {
  replacement: 'REPLACEMENT',
  revocation: 'REVOCATION',
}

/** Sets of a regime by kind. Kinds without an entry use the regime's own set. */
export function kindSetsOf(regime: Pick<RegimeFile, 'kindSets'>): Partial<Record<ApplicationKind, string>> {
  return { ...usualKindSets, ...definedOnly(regime.kindSets) }
}

/** The regimes of a type with those that it takes from laws, each with the place where a person finds it. */
export function regimesOf(
  type: PermitTypeFile,
  laws: ReadonlyMap<string, LawFile>,
): readonly { readonly field: string; readonly regime: RegimeFile }[] {
  const own = type.regimes.map((regime, index) => ({ field: `regimes[${index}]`, regime }))
  const shared = type.laws.flatMap((use, index) =>
    (laws.get(use.code)?.regimes ?? []).map((regime) => ({
      field: `laws[${index}]`,
      regime: {
        ...regime,
        without: use.without,
        with: use.with,
        legalBasis: [...regime.legalBasis, ...use.legalBasis],
        placeLimit: regime.placeLimit === 'profession' ? use.placeLimit : regime.placeLimit,
      },
    })),
  )
  return [...own, ...shared].sort((a, b) => (a.regime.from < b.regime.from ? -1 : 1))
}

/** Puts a checked type together. */
export function assembleType(
  type: PermitTypeFile,
  regimes: readonly { readonly regime: RegimeFile }[],
  sets: ReadonlyMap<string, RequirementSetFile>,
): PermitType {
  return {
    code: type.code,
    catalogueCode: type.code,
    order: type.order,
    name: type.name,
    title: type.title,
    category: type.category,
    profession: type.profession,
    organization: type.organization,
    holder: type.holder,
    flags: type.flags,
    kinds: type.kinds,
    kindRules: kindRulesOf(type),
    fields: type.fields,
    revokes: type.revokes,
    regimes: regimes.map(({ regime }): Regime => ({
      from: regime.from,
      until: regime.until,
      requirements: requirementsOf(regime, sets),
      legalBasis: regime.legalBasis,
      validity: regime.validity,
      placeLimit: regime.placeLimit,
      needsStr: regime.needsStr,
      route: regime.route,
    })),
  }
}

function kindRulesOf(type: PermitTypeFile): PermitType['kindRules'] {
  const rule = (kind: ApplicationKind): KindRule => ({
    ...usualKindRules[kind],
    ...definedOnly(type.kindRules[kind] ?? {}),
  })
  return {
    new: rule('new'),
    renewal: rule('renewal'),
    amendment: rule('amendment'),
    replacement: rule('replacement'),
    revocation: rule('revocation'),
  }
}

/** `changed` by code, then what is new; the order of the set stays. */
export function withChanges(
  base: readonly Requirement[],
  changes: { readonly without: readonly string[]; readonly with: readonly Requirement[] },
): readonly Requirement[] {
  const kept = base.filter((one) => !changes.without.includes(one.code))
  const changed = kept.map((one) => changes.with.find((other) => other.code === one.code) ?? one)
  return [...changed, ...changes.with.filter((one) => !kept.some((other) => other.code === one.code))]
}

// One flat list whose conditions keep the sets of the kinds apart: whoever asks for requirements names the kind anyway.
function requirementsOf(
  regime: RegimeFile,
  sets: ReadonlyMap<string, RequirementSetFile>,
): readonly Requirement[] {
  const kindSets = kindSetsOf(regime)
  const ofSet = (code: string): readonly Requirement[] => sets.get(code)?.requirements ?? []
  const mainKinds = applicationKinds.filter((kind) => kindSets[kind] === undefined)
  const own = new Set(regime.with.filter((one) => one.when.kind !== undefined).map((one) => one.code))
  const main = withChanges(ofSet(regime.requirementSet), regime).flatMap((one) =>
    own.has(one.code) ? [one] : forKinds(one, mainKinds),
  )
  const others = applicationKinds.flatMap((kind) => {
    const code = kindSets[kind]
    return code === undefined ? [] : ofSet(code).flatMap((one) => forKinds(one, [kind]))
  })
  return [...main, ...others]
}

/** A requirement for some kinds only; nothing when it is asked for none of them. */
function forKinds(one: Requirement, kinds: readonly ApplicationKind[]): readonly Requirement[] {
  const kept = kinds.filter((kind) => one.when.kind === undefined || one.when.kind.includes(kind))
  return kept.length === 0 ? [] : [{ ...one, when: { ...one.when, kind: kept } }]
}

/** An object without the keys whose value is undefined, so that spreading it hides nothing. */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
