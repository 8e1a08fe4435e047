import { ok, refuse, type Result } from '#domain/result.ts'
import type { NumberStartOrder, NumberStartRefusal } from '#domain/number-start.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { User } from '#ports/records.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { startSeries } from './number-series.ts'
import { administratorRole, type Office } from './office.ts'
import { checkUser, type SaveUserRefusal } from './settings.ts'

export interface CreateOfficeOrder {
  readonly profile: string
  readonly administrator: { readonly name: string; readonly username: string; readonly password: string }
  readonly station: string
  /** Last numbers used before the program, and the register they come from. Series that are not named begin at 1. */
  readonly numbers?: { readonly reason: string; readonly last: readonly NumberStartOrder[] } | undefined
}

export type CreateOfficeRefusal =
  | SaveUserRefusal
  | NumberStartRefusal
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
  /** Reads and checks the office of a profile of the data files. */
  loadOffice(code: string): Promise<Result<Office, CreateOfficeRefusal>>
  /** Opens the office for work after it was committed. */
  opened(office: Office): Promise<void>
}

/**
 * The first-start wizard: makes the office, its first administrator and the beginnings of its series in one transaction.
 * Not repeatable: a second one is refused with `office-exists`.
 */
export const createOffice =
  ({ work, clock, ids, passwords, loadOffice, opened }: Deps): CreateOffice =>
  async (order) => {
    const office = await loadOffice(order.profile)
    if (!office.ok) return office
    const roles = [administratorRole]
    const refusal = checkUser(office.value, { ...order.administrator, roles })
    if (refusal) return refuse(refusal)
    const passwordHash = await passwords.hash(order.administrator.password)
    const created = await work.run<User, CreateOfficeRefusal>(async (stores) => {
      const { users, settings } = stores
      const at = clock.now()
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
        createdAt: at,
      }
      await users.save(user)
      await settings.set(officeProfileSetting, order.profile)
      await settings.set(stationNameSetting, order.station.trim() || 'Loket 1')
      const { reason, last } = order.numbers ?? { reason: '', last: [] }
      const by = { userId: user.id, name: user.name }
      const started = await startSeries(stores, last, { office: office.value, ids, reason, by, at })
      return started.ok ? ok(user) : started
    })
    if (created.ok) await opened(office.value)
    return created
  }
