import type { ApplicationState } from '#domain/application-state.ts'
import { decideLateConsent, type SecondConsentRefusal, type SecondOriginal } from '#domain/second-original.ts'
import type { Instant } from '#domain/instant.ts'
import type { Consent } from '#domain/late-entry.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { CheckConsent, ConsentRefusal, TypedConsent } from './consent.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, rolesGranted, type Office, type SignedIn } from './office.ts'

/** How a clerk answers the question for a second person. */
export interface SecondAnswer {
  /** Name and password of whoever agrees at this window; null or absent: nobody is here. */
  readonly consent?: TypedConsent | null | undefined
  /** true: nobody is here now; it is printed and stays open until somebody has agreed. */
  readonly consentLater?: boolean | undefined
}

export type SecondNeedsConsent = { readonly code: 'second-needs-consent'; readonly copy: number }

/** Checks a typed consent before a transaction begins. null: nobody agrees now. */
export const readSecondConsent = async (
  checkConsent: CheckConsent,
  { consent }: SecondAnswer,
  who: SignedIn,
): Promise<Result<Consent | null, ConsentRefusal>> => (consent ? checkConsent(consent, who) : ok(null))

/** What the job of a second original keeps. Refuses `second-needs-consent` while neither answer is given. */
export function secondOf(
  given: Consent | null,
  later: boolean,
  copy: number,
  who: SignedIn,
  at: Instant,
): Result<SecondOriginal, SecondNeedsConsent> {
  if (!given && !later) return refuse({ code: 'second-needs-consent', copy })
  const consent = given && { userId: given.userId, by: given.name, at }
  return ok({ userId: who.user.id, consent })
}

/** In whose place somebody oversees the office; null: they do not. Empty: in their own right. */
export function overseesFor(office: Pick<Office, 'profile'>, who: SignedIn): readonly string[] | null {
  const overseers = rolesGranted(office.profile, 'reports')
  if (who.user.roles.some((one) => overseers.includes(one))) return []
  const lenders = (who.standsIn ?? []).filter(({ roles }) => roles.some((one) => overseers.includes(one)))
  return lenders.length === 0 ? null : lenders.map(({ userId }) => userId)
}

export type ConsentToSecondRefusal =
  | SecondConsentRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'consent-not-allowed'; readonly name: string }

/**
 * Agrees to a second original that was printed while nobody was there; whoever oversees may, and never to a print of their
 * own. Written beside the job and into the history in one transaction. Not repeatable: the second one learns who was first.
 */
export const consentToSecond =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly jobId: string },
    who: SignedIn,
  ): Promise<Result<ApplicationState, ConsentToSecondRefusal>> =>
    work.run<ApplicationState, ConsentToSecondRefusal>(async (stores) => {
      const standsFor = overseesFor(office, who)
      if (standsFor === null) return refuse({ code: 'consent-not-allowed', name: who.user.name })
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const job = await stores.printJobs.find(order.jobId)
      if (!job || job.applicationId !== state.id)
        return refuse({ code: 'print-job-not-found', jobId: order.jobId })
      const allowed = decideLateConsent(job.second, who.user.id, standsFor)
      if (!allowed.ok) return allowed
      const at = clock.now()
      await stores.printJobs.consent(job.id, { userId: who.user.id, by: who.user.name, at })
      const { document, copy, requestedBy } = job
      const body = { action: 'print-consented', document, jobId: job.id, copy, requestedBy } as const
      const entry = { body, actor: actorOf(who, roleFor(office.profile, who, 'reports')), note: null }
      const pending = continueHistory({ state, events: [] }, [entry], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
