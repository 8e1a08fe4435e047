import type { KindRule } from '#domain/kind-rule.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import {
  isPracticePermit,
  kindTellsOrdinal,
  type ApplicationKind,
  type PermitType,
  type Requirement,
  type RequirementCondition,
} from '#domain/permit-type.ts'
import { localBasisOn, uploadRuleFor, type OfficeProfile } from '#domain/profile.ts'
import { publishedLimit } from '#domain/promise.ts'
import type { Route } from '#domain/route.ts'
import type { ServiceStandard, StandardRequirement, StandardStep } from '#domain/service-standard.ts'
import type { Stage, StageTable } from '#domain/stage-table.ts'
import { kindLabel } from '#domain/wording/application.ts'
import {
  conditionWords,
  deliveryWords,
  maxAgeWords,
  placeLimitWords,
  uploadWords,
  validityWords,
} from '#domain/wording/service-standard.ts'
import type { Office } from './office.ts'
import { offerOf, type Offer, type OfferedKind } from './offers.ts'

const cost = 'Tidak dipungut biaya (gratis).'

/**
 * The service standard of one kind of a type as this office publishes it on a day.
 *
 * @param code  as the office offers it; a name of a revocation (types 29–32) is taken as well
 * @returns null: not offered by this office on that day, or not in that kind
 */
export function serviceStandard(
  office: Office,
  code: string,
  kind: ApplicationKind,
  day: OfficeDate,
): ServiceStandard | null {
  const offer = offerOf(office, code, day)
  const offered = offer?.kinds.find((one) => one.kind === kind)
  if (!offer || !offered) return null
  const { profile } = office
  const { route, rule } = offered
  const isHere = route.to === 'own-office'
  const common = uploadWords(uploadRuleFor(profile, { code: '', upload: null }))
  const time = isHere ? publishedLimit(profile.stageTable) : null
  return {
    day,
    permitTypeCode: offer.type.code,
    name: offer.type.name,
    kind,
    kindLabel: rule.name ?? kindLabel(kind, null),
    route,
    requirements: isHere ? papersHere(profile, offer, offered, common) : papersElsewhere(route),
    upload: isHere ? common : '',
    steps: isHere
      ? stepsOf(profile.stageTable, offer.lawOf.flags)
      : route.steps.map((label) => ({ label, optional: false })),
    time,
    timeNote: timeNote(route, time),
    cost: isHere ? cost : 'Kantor ini tidak memungut biaya.',
    product: productWords(offer.lawOf, rule, kind),
    delivery: isHere ? deliveryWords(profile.delivery) : `Diterbitkan melalui ${route.destination}.`,
    validity: validityWords(offer.regime.validity, rule),
    placeLimit:
      offer.regime.placeLimit === null || !kindTellsOrdinal(kind)
        ? null
        : placeLimitWords(offer.regime.placeLimit),
    legalBasis: [
      ...offer.regime.legalBasis,
      ...localBasisOn(profile, kind === 'revocation' ? 'revocation-decree' : 'permit', day),
    ],
    complaints: profile.receipt.complaints,
    counterHours: profile.receipt.counterHours,
  }
}

function timeNote(route: Route, time: string | null): string {
  if (route.to !== 'own-office') return `Mengikuti ketentuan ${route.destination}.`
  return time === null
    ? 'Kantor ini tidak menetapkan batas waktu; tanggal selesai tidak dijanjikan.'
    : 'Dihitung sejak berkas lengkap dan benar.'
}

function productWords(type: PermitType, rule: KindRule, kind: ApplicationKind): string {
  if (rule.effect === 'revoked') return `Keputusan Pencabutan ${type.name}`
  return kind === 'replacement' ? `${type.name} (pengganti)` : type.name
}

const papersElsewhere = (route: Exclude<Route, { to: 'own-office' }>): readonly StandardRequirement[] =>
  route.bring.map((label) => ({
    code: null,
    label,
    form: null,
    count: 1,
    maxAge: null,
    condition: null,
    upload: null,
  }))

/** What the kind may ask for, each with what is left of its condition once type and kind are known. */
function papersHere(
  profile: OfficeProfile,
  { lawOf, regime }: Offer,
  { kind, rule }: OfferedKind,
  common: string,
): readonly StandardRequirement[] {
  return regime.requirements.flatMap((one): StandardRequirement[] => {
    const left = conditionLeft(one, lawOf, kind, rule, regime.placeLimit)
    if (left === null) return []
    const upload = one.file ? uploadWords(uploadRuleFor(profile, one)) : null
    return [
      {
        code: one.code,
        label: one.label,
        form: one.form,
        count: one.count,
        maxAge: maxAgeWords(one.maxAgeDays),
        condition: conditionWords(left, lawOf.fields),
        upload: upload === common ? null : upload,
      },
    ]
  })
}

/** The facts that only the applicant can tell; null: never asked for in this kind of this type. */
function conditionLeft(
  { when }: Requirement,
  type: PermitType,
  kind: ApplicationKind,
  { startedBy }: KindRule,
  placeLimit: number | null,
): RequirementCondition | null {
  if (when.kind && !when.kind.includes(kind)) return null
  const ordinals = isPracticePermit(type) && placeLimit !== 1 ? ([1, 2, 3] as const) : ([1] as const)
  const places =
    type.holder === 'company'
      ? (['business'] as const)
      : (['facility', 'independent', 'distribution'] as const)
  const told = [
    narrowed(when.practiceOrdinal, ordinals),
    narrowed(when.facilityKind, places),
    narrowed(when.startedBy, startedBy),
  ]
  if (told.includes('never')) return null
  const { kind: _known, practiceOrdinal, facilityKind, startedBy: by, ...rest } = when
  return {
    ...rest,
    ...(told[0] === 'depends' ? { practiceOrdinal } : {}),
    ...(told[1] === 'depends' ? { facilityKind } : {}),
    ...(told[2] === 'depends' ? { startedBy: by } : {}),
  }
}

function narrowed<T>(
  wanted: readonly T[] | undefined,
  possible: readonly T[],
): 'always' | 'never' | 'depends' {
  if (wanted === undefined || possible.every((one) => wanted.includes(one))) return 'always'
  return possible.some((one) => wanted.includes(one)) ? 'depends' : 'never'
}

const isOptional = ({ condition }: Stage, flags: readonly string[]): boolean =>
  condition.when === 'officer' || (condition.when === 'permit-type' && !flags.includes(condition.flag))

/**
 * The way forward in the public's words: stages that only a return or a refusal reaches are no steps of it, stages that
 * the type never meets are left out, and neighbours that the public knows by one name are one step.
 */
export function stepsOf(
  { start, stages }: Pick<StageTable, 'start' | 'stages'>,
  flags: readonly string[],
): readonly StandardStep[] {
  const reached = new Set<string>()
  const walk = (code: string): void => {
    if (reached.has(code)) return
    reached.add(code)
    const stage = stages.find((one) => one.code === code)
    stage?.actions.filter((one) => one.kind === 'forward').forEach((one) => one.to.forEach(walk))
  }
  walk(start)
  const onWay = stages.filter(
    (one) =>
      reached.has(one.code) &&
      !(isOptional(one, flags) && one.condition.when === 'permit-type' && !one.condition.orAsked),
  )
  return onWay.reduce<readonly StandardStep[]>((steps, one) => {
    const optional = isOptional(one, flags)
    const last = steps.at(-1)
    if (last?.label !== one.publicLabel) return [...steps, { label: one.publicLabel, optional }]
    return [...steps.slice(0, -1), { label: last.label, optional: last.optional && optional }]
  }, [])
}
