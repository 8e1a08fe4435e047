import type { RoleView } from '#contract/office-book.ts'
import { permissions } from '#domain/profile.ts'
import { administratorRole, permissionsOf, type Office } from '#services/office.ts'
import type { User } from '#ports/records.ts'

/**
 * Every role of the office with what it may open and which stages it works on: read from the profile and from the very rule
 * by which the API allows a call, so that it cannot say anything else. The administrator stands last.
 */
export function roleViews(
  { profile }: Pick<Office, 'profile'>,
  users: readonly Pick<User, 'roles' | 'active'>[],
): readonly RoleView[] {
  const known = [...profile.roles, { code: administratorRole, label: 'Administrator' }]
  return known.map(({ code, label }) => {
    const granted = permissionsOf(profile, [code])
    return {
      code,
      label,
      permissions: permissions.filter((one) => granted.has(one)),
      stages: profile.stageTable.stages
        .filter((one) => one.role === code && one.where !== 'automatic')
        .map((one) => ({ code: one.code, label: one.label, signs: one.signs.length > 0 })),
      users: users.filter((one) => one.active && one.roles.includes(code)).length,
    }
  })
}
