import { ok, refuse, type Result } from '#domain/result.ts'
import type { Printer } from '#domain/print-job.ts'
import { parsePrinterAddress, type PrinterAddressRefusal } from '#domain/printer-address.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { User } from '#ports/records.ts'
import type { Draft, DraftStore } from '#ports/house-stores.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { administratorRole, type Office, type SignedIn } from './office.ts'

interface Deps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
}

export type SavePrinterRefusal = PrinterAddressRefusal | { readonly code: 'printer-name-needed' }

/** What was learned of a printer stays as long as nobody sets its profile otherwise. */
function keepLearned(printer: Printer, before: Printer | undefined): Printer {
  const kept = before?.thermal
  if (!printer.thermal || !kept?.learned) return printer
  const { learned, ...profile } = kept
  const same = (Object.keys(profile) as (keyof typeof profile)[]).every(
    (key) => key === 'withoutStatus' || printer.thermal?.[key] === profile[key],
  )
  return same && printer.address === before?.address
    ? { ...printer, thermal: { ...printer.thermal, learned } }
    : printer
}

/** Adds a printer or changes it. Repeatable. */
export const savePrinter =
  ({ work }: Deps) =>
  (printer: Printer): Promise<Result<Printer, SavePrinterRefusal>> =>
    work.run<Printer, SavePrinterRefusal>(async ({ printers }) => {
      if (!printer.name.trim()) return refuse({ code: 'printer-name-needed' })
      const address = parsePrinterAddress(printer.address)
      if (!address.ok) return address
      const before = (await printers.list()).find((one) => one.id === printer.id)
      const saved = keepLearned(printer, before)
      await printers.save(saved)
      return ok(saved)
    })

export interface SaveUserOrder {
  readonly id: string | null
  readonly username: string
  readonly name: string
  readonly password: string | null
  readonly roles: readonly string[]
  readonly counter: string | null
  readonly active: boolean
}

export type SaveUserRefusal =
  | { readonly code: 'username-taken'; readonly username: string }
  | { readonly code: 'username-malformed'; readonly typed: string }
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'user-name-needed' }
  | { readonly code: 'role-needed' }
  | { readonly code: 'role-unknown'; readonly role: string }
  | { readonly code: 'user-unknown' }
  | { readonly code: 'own-administrator-kept' }
  /** Another administrator took the role away meanwhile. */
  | { readonly code: 'administrator-lost' }

/** Fewest characters of a password; NIST SP 800-63B asks for length, not for kinds of characters. */
export const leastPasswordLength = 8

/** Checks what was typed about a user, before anything is hashed. */
export function checkUser(
  office: Pick<Office, 'profile'>,
  order: Pick<SaveUserOrder, 'username' | 'name' | 'password' | 'roles'>,
): SaveUserRefusal | null {
  if (!/^[a-z0-9][a-z0-9._-]{2,31}$/.test(order.username.trim().toLowerCase()))
    return { code: 'username-malformed', typed: order.username }
  if (!order.name.trim()) return { code: 'user-name-needed' }
  if (order.password !== null && order.password.length < leastPasswordLength)
    return { code: 'password-too-short', least: leastPasswordLength }
  if (order.roles.length === 0) return { code: 'role-needed' }
  const known = [administratorRole, ...office.profile.roles.map((one) => one.code)]
  const stranger = order.roles.find((one) => !known.includes(one))
  return stranger === undefined ? null : { code: 'role-unknown', role: stranger }
}

/** Adds a user or changes one. An administrator cannot take the role from themselves: somebody must be able to. */
export const saveUser =
  ({
    work,
    clock,
    ids,
    passwords,
    office,
  }: Deps & { readonly passwords: Passwords; readonly office: Office }) =>
  async (order: SaveUserOrder, who: SignedIn): Promise<Result<User, SaveUserRefusal>> => {
    const refusal = checkUser(office, order)
    if (refusal) return refuse(refusal)
    if (order.id === null && order.password === null)
      return refuse({ code: 'password-too-short', least: leastPasswordLength })
    const hash = order.password === null ? null : await passwords.hash(order.password)
    return work.run<User, SaveUserRefusal>(async ({ users }) => {
      // In the order of their ids, so that two who change each other wait for one another; the second finds the role gone.
      // Thus whoever saves is an administrator still, and the office always has one.
      const locked = new Map<string, User | undefined>()
      for (const id of [...new Set([who.user.id, order.id ?? who.user.id])].sort())
        locked.set(id, await users.find(id))
      const self = locked.get(who.user.id)
      if (
        who.user.roles.includes(administratorRole) &&
        !(self?.active && self.roles.includes(administratorRole))
      )
        return refuse({ code: 'administrator-lost' })
      const before = order.id === null ? undefined : locked.get(order.id)
      if (order.id !== null && !before) return refuse({ code: 'user-unknown' })
      const username = order.username.trim().toLowerCase()
      const namesake = await users.findByUsername(username)
      if (namesake && namesake.id !== order.id) return refuse({ code: 'username-taken', username })
      const losesAdministration = !order.active || !order.roles.includes(administratorRole)
      if (order.id === who.user.id && who.user.roles.includes(administratorRole) && losesAdministration)
        return refuse({ code: 'own-administrator-kept' })
      const user: User = {
        id: before?.id ?? ids.uuid(),
        username,
        name: order.name.trim(),
        passwordHash: hash ?? before?.passwordHash ?? '',
        roles: order.roles,
        counter: order.counter?.trim() || null,
        active: order.active,
        createdAt: before?.createdAt ?? clock.now(),
      }
      await users.save(user)
      return ok(user)
    })
  }

export type DraftRefusal = { readonly code: 'draft-of-another' }

/** Keeps what a clerk has typed. Repeatable; the last one holds. Refuses to write over another clerk's draft. */
export const saveDraft =
  ({ work, clock }: Deps) =>
  (draft: Omit<Draft, 'updatedAt' | 'userId'>, who: SignedIn): Promise<Result<Draft, DraftRefusal>> =>
    work.run<Draft, DraftRefusal>(async ({ drafts }) => {
      const before = await drafts.find(draft.id)
      if (before && before.userId !== who.user.id) return refuse({ code: 'draft-of-another' })
      const kept = { ...draft, userId: who.user.id, updatedAt: clock.now() }
      await drafts.save(kept)
      return ok(kept)
    })

/** Throws one's own draft away; another clerk's stays. Repeatable. */
export const discardDraft =
  ({ work }: Deps) =>
  (id: string, who: SignedIn): Promise<Result<null, never>> =>
    work.run<null, never>(async ({ drafts }) => {
      await discardOwnDraft(drafts, id, who)
      return ok(null)
    })

/** Discards a draft inside a transaction when it is this person's. */
export async function discardOwnDraft(drafts: DraftStore, id: string, who: SignedIn): Promise<void> {
  if ((await drafts.find(id))?.userId === who.user.id) await drafts.discard(id)
}
