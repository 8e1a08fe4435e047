import { accountRuleOf } from '#domain/account-rule.ts'
import {
  accountSetting,
  decidedAccountsSetting,
  keptAccountDecision,
  withDecidedAccount,
  type AccountDecision,
} from '#domain/account-request.ts'
import type { Applicant } from '#domain/application.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import type { Instant } from '#domain/instant.ts'
import { compareNames, type NameLikeness } from '#domain/name-comparison.ts'
import type { OnlineAccount } from '#domain/online-entities.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { actorOf, type SignedIn } from './office.ts'
import { findPerson, joinPersons } from './portal-person.ts'

export interface DecideAccountOrder {
  readonly accountId: string
  readonly status: 'approved' | 'refused'
  /** What the applicant reads when it is refused. */
  readonly reason: string | null
  /** The card that the clerk compared with the person of the register; null: none was looked at. */
  readonly card: IdentityCard | null
  /** true: the clerk has seen that the other name belongs to the same person. */
  readonly samePerson: boolean
}

export type AccountRefusal =
  | { readonly code: 'account-unknown' }
  | {
      readonly code: 'account-decided'
      readonly status: 'approved' | 'refused'
      readonly by: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'account-reason-needed' }
  /** Whoever gets the account gets this person's dossiers: the card is looked at first. */
  | { readonly code: 'account-identity-needed'; readonly holder: string }
  | { readonly code: 'account-of-another'; readonly holder: string; readonly asked: string }

/** The person of the register whom an account is for. */
export interface AccountHolder {
  readonly person: Applicant
  readonly likeness: NameLikeness
}

/** Whom the register knows under the NIK of a request; null: nobody. */
export async function holderOfAccount(
  stores: Stores,
  account: Pick<OnlineAccount, 'nik' | 'name'>,
): Promise<AccountHolder | null> {
  const person = await stores.applicants.findByNik(account.nik)
  return person ? { person, likeness: compareNames(person.name, account.name) } : null
}

/**
 * Approves or refuses a request for an account of the portal. One with the NIK of somebody in the register takes over their
 * dossiers, so a card is compared first; with another name the clerk must have seen that it is the same person.
 * Not repeatable: the second of two clerks is told what the first decided.
 */
export const decideAccount =
  ({ work, clock, ids, office }: DossierDeps) =>
  (order: DecideAccountOrder, who: SignedIn): Promise<Result<AccountDecision, AccountRefusal>> =>
    work.run<AccountDecision, AccountRefusal>(async (stores) => {
      const known = await stores.portal.findKnown('account', order.accountId)
      if (!known || known.deleted) return refuse({ code: 'account-unknown' })
      const account = known.data as unknown as OnlineAccount
      const before = keptAccountDecision(await stores.settings.get(accountSetting(account.id)))
      if (before || account.status !== 'requested')
        return refuse({
          code: 'account-decided',
          status: before?.status ?? (account.status === 'refused' ? 'refused' : 'approved'),
          by: before?.by ?? null,
          at: before?.at ?? null,
        })
      const reason = order.reason?.trim() || null
      if (order.status === 'refused' && reason === null) return refuse({ code: 'account-reason-needed' })
      const at = clock.now()
      const holder = order.status === 'approved' ? await holderOfAccount(stores, account) : null
      if (holder && order.card === null)
        return refuse({ code: 'account-identity-needed', holder: holder.person.name })
      if (holder?.likeness === 'different' && !order.samePerson)
        return refuse({ code: 'account-of-another', holder: holder.person.name, asked: account.name })
      const actor = actorOf(who, accountRuleOf(office.profile).role)
      const own = account.applicantId === null ? undefined : await findPerson(stores, account.applicantId)
      const turn = { office, ids, stores, at }
      if (holder && own && own.id !== holder.person.id) await joinPersons(turn, holder.person, own, actor)
      const decision: AccountDecision = {
        status: order.status,
        by: who.user.name,
        at,
        reason: order.status === 'refused' ? reason : null,
        card: holder ? order.card : null,
      }
      await stores.settings.set(accountSetting(account.id), decision)
      const last = await stores.settings.get(decidedAccountsSetting)
      await stores.settings.set(decidedAccountsSetting, withDecidedAccount(last, account.id))
      const applicantId = account.applicantId ?? holder?.person.id ?? null
      await stores.portal.addCalls([
        {
          key: ids.uuid(),
          lane: account.id,
          kind: 'account',
          entityId: account.id,
          body: { ...known.data, applicantId, status: decision.status, reason: decision.reason },
          baseVersion: known.version,
          needsFile: null,
          state: 'waiting',
          stateAt: at,
          tries: 0,
          nextTryAt: at,
          trouble: null,
          replacedBy: null,
          createdAt: at,
          throughSeq: null,
        },
      ])
      return ok(decision)
    })
