import type { OfficeView, SignedInUserView, UserView } from '#contract/session.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import {
  administratorRole,
  grantedTo,
  permissionsOf,
  typesTakenIn,
  type Office,
  type SignedIn,
} from '#services/office.ts'
import { minimumOf } from '#domain/stage-table.ts'
import type { User } from '#ports/records.ts'
import type { OpenOfficeParts } from '../context.ts'

export const roleLabel = (office: Office, code: string): string => {
  if (code === administratorRole) return 'Administrator'
  if (code === 'applicant') return 'Pemohon'
  if (code === 'system') return 'Sistem'
  return office.profile.roles.find((one) => one.code === code)?.label ?? code
}

/** A user as windows see them: never the password. */
export function userView(office: Office, user: User): UserView {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    roles: [...user.roles],
    roleLabels: user.roles.map((one) => roleLabel(office, one)),
    counter: user.counter,
    permissions: [...permissionsOf(office.profile, user.roles)],
    active: user.active,
  }
}

/** Who sits at a window: their own roles, and what they may do today with those of whom they stand in for. */
export const signedInView = (office: Office, who: SignedIn): Omit<SignedInUserView, 'colourScheme'> => ({
  ...userView(office, who.user),
  permissions: [...grantedTo(office.profile, who)],
  standsIn: (who.standsIn ?? []).map(({ name, until, roles }) => ({
    name,
    until,
    roleLabels: roles.map((one) => roleLabel(office, one)),
  })),
})

/** The office for every screen: what it offers and how it works. */
export function officeView({ office, villages }: OpenOfficeParts, today: OfficeDate): OfficeView {
  const { profile } = office
  const limit = profile.stageTable.limit
  const minimum = minimumOf(profile.stageTable)
  return {
    code: profile.code,
    shortName: profile.shortName,
    systemName: profile.systemName,
    city: profile.city,
    timeZone: profile.timeZone,
    timeZoneLabel: profile.timeZoneLabel,
    regionCode: profile.regionCode,
    types: typesTakenIn(office, today).map((type) => ({
      code: type.code,
      name: profile.offers.find((one) => one.code === type.code)?.localName ?? type.name,
      profession: type.profession,
      category: type.category,
      kinds: [...type.kinds],
    })),
    stages: profile.stageTable.stages.map((one) => ({
      code: one.code,
      label: one.label,
      publicLabel: one.publicLabel,
      where: one.where,
      role: one.role,
      handsOver: one.handsOver,
      schedules: [...one.schedules],
      numbers: one.numbers.includes('product'),
      signsElectronically: one.signs.some(
        (sign) => sign.document === 'product' && sign.method === 'electronic',
      ),
    })),
    roles: [
      ...profile.roles.map(({ code, label }) => ({ code, label })),
      { code: administratorRole, label: 'Administrator' },
    ],
    uploads: { mediaTypes: [...profile.uploads.mediaTypes], maxBytes: profile.uploads.maxBytes },
    delivery: profile.delivery,
    needsSignedScan: profile.signedScan === 'required',
    legalises: profile.legalisation !== null,
    minimum: minimum && [...minimum],
    limitWorkingDays: limit?.workingDays ?? null,
    villages: villages.map((one) => ({
      name: one.name,
      spellings: [...one.spellings],
      district: one.district,
    })),
  }
}
