import { ok, refuse, type Result } from '#domain/result.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { User } from '#ports/records.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { administratorRole } from './office.ts'
import { checkUser, type SaveUserRefusal } from './settings.ts'

export interface CreateOfficeOrder {
  readonly profile: string
  readonly administrator: { readonly name: string; readonly username: string; readonly password: string }
  readonly station: string
}

export type CreateOfficeRefusal =
  | SaveUserRefusal
  | { readonly code: 'office-exists' }
  | { readonly code: 'profile-unknown'; readonly profile: string }
  | {
      readonly code: 'profile-broken'
      readonly file: string
      /** From 1; null: unknown. */
      readonly line: number | null
      readonly field: string
      readonly expected: string
    }

export type CreateOffice = (order: CreateOfficeOrder) => Promise<Result<User, CreateOfficeRefusal>>

/** Where the office's own settings are kept. */
export const officeProfileSetting = 'office.profile'
export const stationNameSetting = 'office.station'

interface Deps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
  readonly passwords: Passwords
  /** Reads and checks a profile of the data files. */
  loadProfile(code: string): Promise<Result<OfficeProfile, CreateOfficeRefusal>>
  /** Opens the office for work after it was committed. */
  opened(profile: OfficeProfile): Promise<void>
}

/**
 * The first-start wizard: makes the office and its first administrator in one transaction.
 * Not repeatable: a second one is refused with `office-exists`.
 */
export const createOffice =
  ({ work, clock, ids, passwords, loadProfile, opened }: Deps): CreateOffice =>
  async (order) => {
    const profile = await loadProfile(order.profile)
    if (!profile.ok) return profile
    const roles = [administratorRole]
    const refusal = checkUser({ profile: profile.value }, { ...order.administrator, roles })
    if (refusal) return refuse(refusal)
    const passwordHash = await passwords.hash(order.administrator.password)
    const created = await work.run<User, CreateOfficeRefusal>(async ({ users, settings }) => {
      if ((await users.count()) > 0 || (await settings.get(officeProfileSetting)) !== undefined)
        return refuse({ code: 'office-exists' })
      const user: User = {
        id: ids.uuid(),
        username: order.administrator.username.trim().toLowerCase(),
        name: order.administrator.name.trim(),
        passwordHash,
        roles,
        counter: null,
        active: true,
        createdAt: clock.now(),
      }
      await users.save(user)
      await settings.set(officeProfileSetting, order.profile)
      await settings.set(stationNameSetting, order.station.trim() || 'Loket 1')
      return ok(user)
    })
    if (created.ok) await opened(profile.value)
    return created
  }
