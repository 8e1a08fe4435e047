import type { Actor } from '#domain/application-event.ts'
import type { OfficeTexts } from '#domain/documents/office-texts.ts'
import type { StandIn } from '#domain/deputyship.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { isTakenInHere, type PermitType } from '#domain/permit-type.ts'
import type { OfficeProfile, Permission } from '#domain/profile.ts'
import type { Region } from '#domain/regions.ts'
import type { User } from '#ports/records.ts'

/** The office that this station serves: its profile and the catalogue, as loaded at start. */
export interface Office {
  readonly profile: OfficeProfile
  readonly types: readonly PermitType[]
  readonly catalogueVersion: string
  /** Fixed texts of sheets, version by version. */
  readonly texts: OfficeTexts
  /** Its kecamatan with their kelurahan and desa; null: the office has no list, places are typed. */
  readonly region: Region | null
}

/** Who is signed in, as services see them. */
export interface SignedIn {
  readonly user: User
  readonly station: string
  /** Colleagues in whose place they work today; absent: nobody's. */
  readonly standsIn?: readonly StandIn[] | undefined
}

export const administratorRole = 'administrator'

/** The one who acts in a role, for the history. */
export function actorOf(who: SignedIn, role: string): Actor {
  const own = { userId: who.user.id, name: who.user.name, role, station: who.user.counter ?? who.station }
  const lender = who.user.roles.includes(role)
    ? undefined
    : who.standsIn?.find((one) => one.roles.includes(role))
  return lender ? { ...own, standsFor: { userId: lender.userId, name: lender.name } } : own
}

/** A person's own roles and those that they have today in the place of others. */
export const rolesOf = (who: SignedIn): readonly string[] => [
  ...who.user.roles,
  ...(who.standsIn ?? []).flatMap((one) => one.roles),
]

/** The role in which a person does what a permission allows: the first of theirs that grants it. */
export function roleFor(profile: OfficeProfile, who: SignedIn, permission: Permission): string {
  const granting = rolesGranted(profile, permission)
  return rolesOf(who).find((one) => granting.includes(one)) ?? who.user.roles[0] ?? permission
}

/** The system itself, for automatic stages. */
export const systemActor = (station: string): Actor => ({
  userId: null,
  name: 'Sistem',
  role: 'system',
  station,
})

/** What a person may do by all their roles together. The administrator administers and reads reports, no more. */
export function permissionsOf(profile: OfficeProfile, roles: readonly string[]): ReadonlySet<Permission> {
  const granted = profile.roles.filter((one) => roles.includes(one.code)).flatMap((one) => one.permissions)
  return new Set(roles.includes(administratorRole) ? [...granted, 'administration', 'reports'] : granted)
}

/** What a person may do today: by their own roles, and by those of whom they stand in for, which never administer. */
export function grantedTo(profile: OfficeProfile, who: SignedIn): ReadonlySet<Permission> {
  const own = permissionsOf(profile, who.user.roles)
  const lent = [...permissionsOf(profile, rolesOf(who))].filter((one) => one !== 'administration')
  return new Set([...own, ...lent])
}

/** What a clerk can take in as a first application at this counter on a day: what the office offers and the law leaves here. */
export function typesTakenIn(office: Office, day: OfficeDate): readonly PermitType[] {
  return office.profile.offers.flatMap((offer) => {
    const type = office.types.find((one) => one.code === offer.code)
    return type && isTakenInHere(type, day) ? [type] : []
  })
}

/** Codes of all types of one profession: the place limit counts per profession, not per product. */
export function professionTypes(office: Pick<Office, 'types'>, code: string): readonly string[] {
  const profession = office.types.find((one) => one.code === code)?.profession
  return office.types.filter((one) => one.profession === profession).map((one) => one.code)
}

/** Codes of the roles that a permission is given to. */
export const rolesGranted = (profile: OfficeProfile, permission: Permission): readonly string[] =>
  profile.roles.filter((one) => one.permissions.includes(permission)).map((one) => one.code)

/** Returns a permit type of a dossier that was taken in; throws when the catalogue has lost it. */
export function getType(office: Office, code: string): PermitType {
  const type = office.types.find((one) => one.code === code)
  if (!type) throw new Error(`the catalogue has no permit type ${code}`)
  return type
}

/** Roles in which a signed-in person may act on stages; those who take in walk-ins record the applicant's steps. */
export function actingRoles(profile: OfficeProfile, who: SignedIn): readonly string[] {
  const roles = rolesOf(who)
  const takesIn = rolesGranted(profile, 'intake').some((role) => roles.includes(role))
  return takesIn ? [...roles, 'applicant'] : roles
}
