import type { Instant } from './instant.ts'
import type { PermitType } from './permit-type.ts'
import type { OfficeProfile } from './profile.ts'

/** What the data files of an office give names to, as far as reports say them. */
export const namedThings = ['permit-type', 'stage', 'role', 'series', 'topic'] as const
export type NamedThing = (typeof namedThings)[number]

/** Since when the office calls something so. Never changed: another name is another line. */
export interface OfficeName {
  readonly thing: NamedThing
  readonly code: string
  readonly name: string
  readonly since: Instant
}

/** Settings key of all names that the office has ever used in its reports, the first one first. */
export const officeNamesSetting = 'office.names'

/** What was noted under `officeNamesSetting`; empty: nothing. */
export const readOfficeNames = (noted: unknown): readonly OfficeName[] =>
  Array.isArray(noted) ? (noted as readonly OfficeName[]) : []

interface NamedOffice {
  readonly profile: OfficeProfile
  readonly types: readonly PermitType[]
}

/** The names that an office's data files give now. */
export function presentNames({ profile, types }: NamedOffice): readonly Omit<OfficeName, 'since'>[] {
  const of =
    (thing: NamedThing) =>
    ({ code, label }: { readonly code: string; readonly label: string }) => ({ thing, code, name: label })
  return [
    ...types.map(({ code, name }) => ({ thing: 'permit-type' as const, code, name })),
    ...profile.stageTable.stages.map(of('stage')),
    ...profile.roles.map(of('role')),
    ...profile.series.map(of('series')),
    ...profile.complaints.topics.map(of('topic')),
  ]
}

const keyOf = ({ thing, code }: Pick<OfficeName, 'thing' | 'code'>): string => `${thing} ${code}`

/** The names that are not those which were noted last, as lines to be added. */
export function newNames(
  noted: readonly OfficeName[],
  present: readonly Omit<OfficeName, 'since'>[],
  since: Instant,
): readonly OfficeName[] {
  const last = new Map(noted.map((one) => [keyOf(one), one.name]))
  return present.filter((one) => last.get(keyOf(one)) !== one.name).map((one) => ({ ...one, since }))
}

/**
 * The office as it called things before a moment; what was not noted then bears the first name that was, or the present one.
 */
export function calledAt<Called extends NamedOffice>(
  office: Called,
  noted: readonly OfficeName[],
  asOf: Instant,
): Called {
  const names = new Map<string, string>()
  for (const one of noted) {
    const key = keyOf(one)
    if (one.since < asOf || !names.has(key)) names.set(key, one.name)
  }
  const labelled =
    (thing: NamedThing) =>
    <Thing extends { readonly code: string; readonly label: string }>(one: Thing): Thing => ({
      ...one,
      label: names.get(keyOf({ thing, code: one.code })) ?? one.label,
    })
  const typeName = (code: string): string | undefined => names.get(keyOf({ thing: 'permit-type', code }))
  const { profile, types } = office
  return {
    ...office,
    types: types.map((one) => ({ ...one, name: typeName(one.code) ?? one.name })),
    profile: {
      ...profile,
      offers: profile.offers.map((one) => ({ ...one, localName: typeName(one.code) ?? one.localName })),
      stageTable: { ...profile.stageTable, stages: profile.stageTable.stages.map(labelled('stage')) },
      roles: profile.roles.map(labelled('role')),
      series: profile.series.map(labelled('series')),
      complaints: { ...profile.complaints, topics: profile.complaints.topics.map(labelled('topic')) },
    },
  }
}
