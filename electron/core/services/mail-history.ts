import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { DeliveryMailOutcome } from '#domain/delivery-mail.ts'
import type { Instant } from '#domain/instant.ts'
import type { Mail } from '#domain/mail.ts'
import { afterTry } from '#domain/notice.ts'
import { needsSomebody } from '#domain/mail.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import { commitHistory, continueHistory } from './history.ts'

/** Writes into the dossier what became of a mail with its paper; in the caller's transaction, under the dossier's lock. */
export async function writeMailEnd(
  stores: Stores,
  ids: IdSource,
  state: ApplicationState,
  end: {
    readonly mailId: string
    readonly outcome: DeliveryMailOutcome
    readonly answer: string | null
    readonly actor: Actor
    readonly at: Instant
  },
): Promise<ApplicationState> {
  const { mailId, outcome, answer, actor, at } = end
  const body = { action: 'mail-ended', mailId, outcome, answer } as const
  const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
  return pending.state
}

/** Writes into a notice and its dossier that it was sent by e-mail, or that it was not. */
export async function writeNoticeMail(
  stores: Stores,
  ids: IdSource,
  state: ApplicationState,
  mail: Mail,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const notice = await stores.notices.find(mail.subjectId)
  if (!notice) return
  const outcome = mail.state === 'sent' ? 'sent' : 'not-sent'
  const one = {
    id: `${mail.id}/${mail.state}`,
    channel: 'email',
    outcome,
    at,
    by: actor.name,
    note: mail.answer,
  } as const
  const told = afterTry(notice, one)
  // What came back was not told: somebody else's work again.
  const waits =
    mail.state === 'bounced' && notice.state === 'told' && notice.tries.at(-1)?.channel === 'email'
  await stores.notices.save(waits ? { ...told, state: 'waiting', stateAt: at } : told)
  const body = {
    action: 'applicant-contacted',
    noticeId: notice.id,
    kind: notice.kind,
    channel: 'email',
    outcome,
  } as const
  const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
}

/** Settles every mail of a dossier that did not arrive: a new one goes out, or the paper went another way. */
export async function settleMails(
  { mails }: Pick<Stores, 'mails'>,
  state: ApplicationState,
  settled: NonNullable<Mail['settled']>,
): Promise<readonly Mail[]> {
  if (!state.mails) return []
  const inNeed = (await mails.listOf(state.id)).filter(needsSomebody)
  for (const one of inNeed) await mails.save({ ...one, settled })
  return inNeed
}
