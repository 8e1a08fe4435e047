import type { ApplicationState } from '#domain/application-state.ts'
import { mailUnderWay } from '#domain/delivery-mail.ts'
import { parseEmail, type Email } from '#domain/email.ts'
import type { Instant } from '#domain/instant.ts'
import { needsSomebody, type Mail } from '#domain/mail.ts'
import type { MoveRefusal } from '#domain/move.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { MailRefusal } from '#domain/wording/mail.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { readLeaving } from './hand-over.ts'
import type { HandOverRefusal } from './hand-over-order.ts'
import { commitHistory, continueHistory } from './history.ts'
import { settleMails } from './mail-history.ts'
import { keptMailServer, mailServerSetting, type KeptMailServer } from './mail-setting.ts'
import { actingRoles, actorOf, roleFor, type SignedIn } from './office.ts'

export interface SendByEmailOrder {
  readonly applicationId: string
  /** Made before the first try: the same order sent again makes no second mail. */
  readonly mailId: string
  readonly to: string
}

export type SendByEmailRefusal =
  HandOverRefusal | MoveRefusal | MailRefusal | { readonly code: 'delivery-not-offered' }

/** The Message-ID of a mail: ours, of the sender's domain, and nobody's else. */
export const messageIdOf = (
  mailId: string,
  { senderAddress }: Pick<KeptMailServer, 'senderAddress'>,
): string => `<${mailId}@${senderAddress.slice(senderAddress.lastIndexOf('@') + 1)}>`

/** A mail that waits for its first try. */
export const newMail = (
  made: Pick<
    Mail,
    'id' | 'applicationId' | 'purpose' | 'subjectId' | 'to' | 'fileSha256' | 'replaces' | 'askedBy'
  >,
  server: KeptMailServer,
  at: Instant,
): Mail => ({
  ...made,
  messageId: messageIdOf(made.id, server),
  askedAt: at,
  state: 'waiting',
  stateAt: at,
  reason: null,
  answer: null,
  attempts: 0,
  nextTryAt: at,
  tryingSince: at,
  handedAt: null,
  settled: null,
})

/** In which role somebody sends this paper: that of the stage that hands it over, or, when it was sent before, of the counter. */
async function roleOfSending(
  deps: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  who: SignedIn,
): Promise<Result<string, SendByEmailRefusal>> {
  const { profile } = deps.office
  const cameBack = state.handedOverAt !== null && (await stores.mails.listOf(state.id)).some(needsSomebody)
  if (cameBack) return ok(roleFor(profile, who, 'handover'))
  const leaving = await readLeaving(deps.office, stores, state)
  if (!leaving.ok) return leaving
  const { role } = leaving.value.stage
  return actingRoles(profile, who).includes(role) ? ok(role) : refuse({ code: 'role-not-allowed', role })
}

/**
 * Puts a signed paper into the outbox, to the address that the holder gives. The paper counts as handed over when the server
 * has taken it. One that came back, or of which nobody knows, is sent again by a new mail; the old one stays in the history.
 *
 * Repeatable by `mailId`. Refuses where the office does not send its papers so or has no mail server, an address that is none,
 * a paper that is not signed electronically, and a second mail while one is on its way, naming who was first.
 */
export const sendByEmail =
  (deps: DossierDeps) =>
  (order: SendByEmailOrder, who: SignedIn): Promise<Result<Mail, SendByEmailRefusal>> =>
    deps.work.run<Mail, SendByEmailRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const before = await stores.mails.find(order.mailId)
      if (before) return ok(before)
      if (deps.office.profile.delivery !== 'email') return refuse({ code: 'delivery-not-offered' })
      const server = keptMailServer(await stores.settings.get(mailServerSetting))
      if (!server) return refuse({ code: 'mail-not-set-up' })
      const underWay = mailUnderWay(state)
      if (underWay) {
        const { to, askedBy: by, askedAt: at } = underWay
        return refuse({ code: 'mail-under-way', to, by, at })
      }
      const role = await roleOfSending(deps, stores, state, who)
      if (!role.ok) return role
      const to = parseEmail(order.to)
      if (!to.ok) return refuse({ code: 'mail-address-wrong', email: to.refusal })
      const { product } = state
      const fileSha256 = product?.signature?.fileSha256 ?? null
      if (!product || fileSha256 === null) return refuse({ code: 'paper-not-electronic' })
      return ok(
        await askFor(deps, stores, state, { to: to.value, fileSha256, role: role.value }, order, who, server),
      )
    })

async function askFor(
  { clock, ids }: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  paper: { readonly to: Email; readonly fileSha256: string; readonly role: string },
  order: SendByEmailOrder,
  who: SignedIn,
  server: KeptMailServer,
): Promise<Mail> {
  const at = clock.now()
  const actor = actorOf(who, paper.role)
  const [replaced] = (await settleMails(stores, state, { how: 'sent-again', at, by: who.user.name })).slice(
    -1,
  )
  const mail = newMail(
    {
      id: order.mailId,
      applicationId: state.id,
      purpose: 'delivery',
      subjectId: state.product?.id ?? '',
      to: paper.to,
      fileSha256: paper.fileSha256,
      replaces: replaced?.id ?? null,
      askedBy: actor,
    },
    server,
    at,
  )
  await stores.mails.add(mail)
  const body = {
    action: 'mail-asked',
    mailId: mail.id,
    messageId: mail.messageId,
    to: mail.to,
    fileSha256: paper.fileSha256,
    ...(replaced ? { replaces: replaced.id } : undefined),
  } as const
  const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
  return mail
}
