import type { StandIn } from '#domain/deputyship.ts'
import type { Instant } from '#domain/instant.ts'
import type { Consent } from '#domain/late-entry.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { User } from '#ports/records.ts'
import { rolesGranted, type Office, type SignedIn } from './office.ts'
import type { SignInRefusal } from './sign-in.ts'

/** Name and password of whoever consents, as typed at the clerk's own window. */
export interface TypedConsent {
  readonly username: string
  readonly password: string
}

export type ConsentRefusal =
  | { readonly code: 'consent-needed' }
  /** Unknown name, wrong password or a user who was put out of use: one answer, so that names cannot be found out. */
  | { readonly code: 'consent-refused' }
  | { readonly code: 'consent-waits'; readonly until: Instant; readonly seconds: number }
  | { readonly code: 'consent-of-oneself' }
  | { readonly code: 'consent-not-allowed'; readonly name: string }

/** Checks who consents, before any transaction begins. */
export type CheckConsent = (
  typed: TypedConsent | null | undefined,
  who: SignedIn,
) => Promise<Result<Consent, ConsentRefusal>>

interface Deps {
  readonly office: Office
  /** The very one of the door: guesses at either place count together. */
  readonly signIn: (order: TypedConsent) => Promise<Result<User, SignInRefusal>>
  /** In whose place somebody works today. */
  readonly standsIn: (userId: string) => Promise<readonly StandIn[]>
}

/**
 * Checks the consent of somebody who oversees the office: a role of the profile that reads its reports. The administrator
 * keeps the program and does not oversee its work. Who stands in for an overseer agrees in their place. Nobody consents to
 * an entry of their own, and nobody in the place of whoever makes it. Stores nothing; repeatable.
 */
export const checkConsent =
  ({ office, signIn, standsIn }: Deps): CheckConsent =>
  async (typed, who) => {
    if (!typed || typed.username.trim() === '' || typed.password === '')
      return refuse({ code: 'consent-needed' })
    const user = await signIn(typed)
    if (!user.ok) {
      const { refusal } = user
      return refuse(
        refusal.code === 'sign-in-waits'
          ? { code: 'consent-waits', until: refusal.until, seconds: refusal.seconds }
          : { code: 'consent-refused' },
      )
    }
    const { id, name, roles } = user.value
    if (id === who.user.id) return refuse({ code: 'consent-of-oneself' })
    const overseers = rolesGranted(office.profile, 'reports')
    const lent = (await standsIn(id)).filter((one) => one.userId !== who.user.id)
    if (![...roles, ...lent.flatMap((one) => one.roles)].some((one) => overseers.includes(one)))
      return refuse({ code: 'consent-not-allowed', name })
    return ok({ userId: id, name })
  }

/** Whether somebody oversees the office: agrees to what others do, and alone to what they do themselves. */
export const mayConsent = (office: Pick<Office, 'profile'>, user: Pick<User, 'roles' | 'active'>): boolean =>
  user.active && user.roles.some((one) => rolesGranted(office.profile, 'reports').includes(one))

export type AskConsent = (
  typed: TypedConsent | null,
  who: SignedIn,
) => Promise<Result<string | null, ConsentRefusal>>

/**
 * A second pair of eyes where one is enough that oversees: the name of who agrees. Ask it before a transaction begins.
 *
 * @param typed  null: nobody was called; whoever oversees agrees alone
 * @returns null: nobody agrees; whether somebody must, the caller knows
 */
export const askConsent =
  (office: Pick<Office, 'profile'>, check: CheckConsent): AskConsent =>
  async (typed, who) => {
    if (typed === null) return ok(mayConsent(office, who.user) ? who.user.name : null)
    const given = await check(typed, who)
    return given.ok ? ok(given.value.name) : given
  }
