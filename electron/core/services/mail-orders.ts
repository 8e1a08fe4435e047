import type { ApplicationState } from '#domain/application-state.ts'
import { needsSomebody, type Mail } from '#domain/mail.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { MailRefusal } from '#domain/wording/mail.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { handOverMailed } from './hand-over.ts'
import type { HandOverRefusal } from './hand-over-order.ts'
import { settleMails, writeMailEnd, writeNoticeMail } from './mail-history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'

export interface MailNote {
  readonly mailId: string
  readonly note: string | null
}

export type MailOrderRefusal = MailRefusal | HandOverRefusal

interface Found {
  readonly stores: Stores
  readonly mail: Mail
  readonly state: ApplicationState
  readonly who: SignedIn
}

const changed = ({ state, stateAt: at, settled }: Mail): Result<never, MailRefusal> =>
  refuse({ code: 'mail-changed', state, by: settled?.by ?? null, at: settled?.at ?? at })

/** A mail under the lock of its dossier. */
const withMail =
  (deps: DossierDeps, act: (found: Found) => Promise<Result<Mail, MailOrderRefusal>>) =>
  (mailId: string, who: SignedIn): Promise<Result<Mail, MailOrderRefusal>> =>
    deps.work.run<Mail, MailOrderRefusal>(async (stores) => {
      const seen = await stores.mails.find(mailId)
      const state = seen && (await stores.applications.find(seen.applicationId))
      const mail = seen && (await stores.mails.find(mailId))
      if (!mail || !state) return refuse({ code: 'mail-unknown' })
      return act({ stores, mail, state, who })
    })

const actorAtCounter = ({ office }: DossierDeps, who: SignedIn) =>
  actorOf(who, roleFor(office.profile, who, 'handover'))

/** Takes back a mail that still waits. Refuses one that is being sent, and one of which something has become. */
export const cancelMail = (deps: DossierDeps) =>
  withMail(deps, async ({ stores, mail, state, who }) => {
    if (mail.state === 'sending') return refuse({ code: 'mail-being-sent' })
    if (mail.state !== 'waiting') return changed(mail)
    const at = deps.clock.now()
    const gone: Mail = { ...mail, state: 'cancelled', stateAt: at, reason: 'by-clerk' }
    await stores.mails.save(gone)
    if (mail.purpose === 'delivery')
      await writeMailEnd(stores, deps.ids, state, {
        mailId: mail.id,
        outcome: 'cancelled',
        answer: null,
        actor: actorAtCounter(deps, who),
        at,
      })
    return ok(gone)
  })

/** Has a mail that waits tried at once. Repeatable. */
export const hurryMail = (deps: DossierDeps) =>
  withMail(deps, async ({ stores, mail }) => {
    if (mail.state === 'sending') return refuse({ code: 'mail-being-sent' })
    if (mail.state !== 'waiting') return changed(mail)
    const at = deps.clock.now()
    const hurried: Mail = { ...mail, nextTryAt: at, tryingSince: at }
    await stores.mails.save(hurried)
    return ok(hurried)
  })

/** Of an uncertain mail the holder says that it is there: it counts as sent, and the paper as handed over. */
export const confirmMail = (deps: DossierDeps) =>
  withMail(deps, async ({ stores, mail, state, who }) => {
    if (mail.state !== 'uncertain' || mail.settled) return changed(mail)
    const at = deps.clock.now()
    const actor = actorAtCounter(deps, who)
    const answer = `dinyatakan sampai oleh pemohon, dicatat ${who.user.name}`
    const sent: Mail = { ...mail, state: 'sent', stateAt: at, reason: null, answer }
    await stores.mails.save(sent)
    if (mail.purpose === 'notice') {
      await writeNoticeMail(stores, deps.ids, state, sent, actor, at)
      return ok(sent)
    }
    const after = await writeMailEnd(stores, deps.ids, state, {
      mailId: mail.id,
      outcome: 'sent',
      answer,
      actor,
      at,
    })
    if (after.handedOverAt !== null) return ok(sent)
    const handed = await handOverMailed(deps, stores, after, who, at)
    return handed.ok ? ok(sent) : handed
  })

/** *E-mail kembali*: the server took it, and sent it back later. Nobody reads the inbox, so a clerk says so. */
export const bounceMail =
  (deps: DossierDeps) =>
  ({ mailId, note }: MailNote, who: SignedIn): Promise<Result<Mail, MailOrderRefusal>> =>
    withMail(deps, async ({ stores, mail, state }) => {
      if (mail.state !== 'sent' && mail.state !== 'uncertain') return changed(mail)
      if (mail.settled) return changed(mail)
      const at = deps.clock.now()
      const answer = note?.trim().slice(0, 300) || null
      const back: Mail = {
        ...mail,
        state: 'bounced',
        stateAt: at,
        reason: 'recipient-refused',
        answer: answer ?? mail.answer,
      }
      await stores.mails.save(back)
      const actor = actorAtCounter(deps, who)
      if (mail.purpose === 'notice') await writeNoticeMail(stores, deps.ids, state, back, actor, at)
      else await writeMailEnd(stores, deps.ids, state, { mailId, outcome: 'bounced', answer, actor, at })
      return ok(back)
    })(mailId, who)

/** The paper of a mail that did not arrive has reached its holder another way, after it had been handed over by the mail. */
export const settleMailOtherwise =
  (deps: DossierDeps) =>
  ({ mailId, note }: MailNote, who: SignedIn): Promise<Result<Mail, MailOrderRefusal>> =>
    withMail(deps, async ({ stores, mail, state }) => {
      if (!needsSomebody(mail)) return changed(mail)
      if (state.handedOverAt === null) return refuse({ code: 'mail-hand-over-first' })
      const answer = note?.trim().slice(0, 300) ?? ''
      if (answer === '') return refuse({ code: 'mail-note-needed' })
      const at = deps.clock.now()
      const settled = { how: 'given-otherwise', at, by: who.user.name } as const
      await settleMails(stores, state, settled)
      const actor = actorAtCounter(deps, who)
      await writeMailEnd(stores, deps.ids, state, {
        mailId,
        outcome: 'given-otherwise',
        answer,
        actor,
        at,
      })
      return ok({ ...mail, settled })
    })(mailId, who)
