import type { ApplicationState } from '#domain/application-state.ts'
import { addMs, msBetween, type Instant } from '#domain/instant.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import {
  afterInterruption,
  afterVerdict,
  isStillThisTry,
  isUnderWay,
  mailPatienceMs,
  type Mail,
  type MailReason,
  type MailVerdict,
} from '#domain/mail.ts'
import { ok } from '#domain/result.ts'
import type { MailRoute } from '#ports/mail.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Log } from '#ports/log.ts'
import type { DossierDeps } from './dossier-change.ts'
import { handOverMailed } from './hand-over.ts'
import { draftOfMail, type MailDraft } from './mail-content.ts'
import { writeMailEnd, writeNoticeMail } from './mail-history.ts'
import { keptMailServer, mailServerSetting, routeOf } from './mail-setting.ts'
import { systemActor, type SignedIn } from './office.ts'

/** A mail that is this station's to send now; null: none, and when to look again (null: when something changes). */
export type MailClaim =
  | { readonly mail: Mail; readonly draft: MailDraft; readonly route: MailRoute }
  | { readonly mail: null; readonly lookAt: Instant | null }

export interface MailRecordsParts extends DossierDeps {
  readonly secrets: SecretBox
  readonly log: Log
  readonly station: string
  /** How long this station may be silent before another one takes the lane; longer than any sending. */
  readonly leaseMs: number
}

/** Every change that the outbox makes to its table, each in one transaction. */
export interface MailRecords {
  /**
   * @param notBefore  nothing is sent before: the server as such has refused
   * @param notHere    signed files that this station does not have; whoever has them sends their mails
   */
  claim(notBefore: Instant | null, notHere: ReadonlySet<string>): Promise<MailClaim>
  /** Before the last piece goes out; false: the mail is no longer this try's to send. */
  markHanded(mail: Mail): Promise<boolean>
  /** Writes down a verdict with everything that follows from it; a mail that was settled meanwhile is left alone. */
  settle(mail: Mail, verdict: MailVerdict): Promise<Mail | null>
  /**
   * Puts a mail back whose file lies at another station, and gives the lane up so that it can go from there; it is no try.
   * false: nobody has brought the file in all the time that a mail waits, so it has failed.
   */
  leaveToOthers(mail: Mail): Promise<boolean>
  leaveLane(): Promise<void>
}

export function createMailRecords(parts: MailRecordsParts): MailRecords {
  const { office, ids, clock, secrets, log, station, leaseMs } = parts
  const holder = secrets.keyId

  const run = async <T>(step: (stores: Stores, at: Instant) => Promise<T>): Promise<T> => {
    const done = await (parts.work as UnitOfWork).run<T, never>(async (stores) =>
      ok(await step(stores, clock.now())),
    )
    if (!done.ok) throw new Error('an outbox transaction refused')
    return done.value
  }

  /** What follows from where a mail stands now; under the dossier's lock. */
  const follow = async (stores: Stores, state: ApplicationState, mail: Mail, at: Instant): Promise<void> => {
    if (isUnderWay(mail)) return
    const actor = systemActor(station)
    if (mail.purpose === 'notice') {
      if (mail.state !== 'cancelled') await writeNoticeMail(stores, ids, state, mail, actor, at)
      return
    }
    const after = await writeMailEnd(stores, ids, state, {
      mailId: mail.id,
      outcome: mail.state === 'waiting' || mail.state === 'sending' ? 'failed' : mail.state,
      answer: mail.answer,
      actor,
      at,
    })
    if (mail.state !== 'sent' || after.handedOverAt !== null) return
    const who = await whoAsked(stores, mail)
    const handed = who && (await handOverMailed(parts, stores, after, who, at))
    // It is with its holder whatever the table says: the next look at the dossier shows what is left to do.
    if (!handed?.ok)
      log.warn({ mailId: mail.id, refusal: handed?.refusal.code }, 'a mailed paper is not handed over')
  }

  const putDown = async (stores: Stores, mail: Mail, reason: MailReason, at: Instant): Promise<Mail> => {
    const down: Mail = { ...mail, state: 'cancelled', reason, stateAt: at }
    await stores.mails.save(down)
    return down
  }

  const resume = async (stores: Stores, { id, applicationId }: Mail, at: Instant): Promise<void> => {
    const state = await stores.applications.find(applicationId)
    const mail = await stores.mails.find(id)
    if (!state || mail?.state !== 'sending') return
    const now = afterInterruption(mail, at)
    await stores.mails.save(now)
    await follow(stores, state, now, at)
  }

  /** Why a mail is not wanted any more; null: it is. */
  const whyNot = async (stores: Stores, state: ApplicationState, mail: Mail): Promise<MailReason | null> => {
    if (mail.purpose === 'notice')
      return (await stores.notices.find(mail.subjectId))?.state === 'waiting' ? null : 'not-needed'
    const { product } = state
    const isSame = product?.id === mail.subjectId && product.signature?.fileSha256 === mail.fileSha256
    return isSame && (state.handedOverAt !== null || isReadyForHandover(state)) ? null : 'not-ready'
  }

  const take = async (
    stores: Stores,
    seen: Mail,
    route: MailRoute,
    at: Instant,
  ): Promise<MailClaim | null> => {
    const state = await stores.applications.find(seen.applicationId)
    const mail = await stores.mails.find(seen.id)
    if (!state || mail?.state !== 'waiting' || mail.nextTryAt > at) return null
    const unwanted = await whyNot(stores, state, mail)
    if (unwanted !== null) {
      await follow(stores, state, await putDown(stores, mail, unwanted, at), at)
      return null
    }
    const sending: Mail = {
      ...mail,
      state: 'sending',
      stateAt: at,
      attempts: mail.attempts + 1,
      handedAt: null,
    }
    await stores.mails.save(sending)
    const notice = mail.purpose === 'notice' ? await stores.notices.find(mail.subjectId) : undefined
    return { mail: sending, draft: draftOfMail(office, sending, state, notice), route }
  }

  return {
    claim: (notBefore, notHere) =>
      run(async (stores, at) => {
        const kept = keptMailServer(await stores.settings.get(mailServerSetting))
        const route = kept && routeOf(kept, secrets)
        // Another station, at which the password was typed, sends for this one.
        if (!route || (await stores.mails.listUnderWay()).length === 0) return { mail: null, lookAt: null }
        const elsewhereUntil = await stores.mails.holdLane(holder, at, addMs(at, leaseMs))
        if (elsewhereUntil !== null) return { mail: null, lookAt: elsewhereUntil }
        const underWay = await stores.mails.listUnderWay()
        for (const one of underWay) if (one.state === 'sending') await resume(stores, one, at)
        if (notBefore !== null && at < notBefore) return { mail: null, lookAt: notBefore }
        // Of one dossier the earlier mail goes first, also when it waits for another try.
        const behind = new Set<string>()
        let lookAt = null as Instant | null
        for (const one of underWay) {
          if (behind.has(one.applicationId)) continue
          behind.add(one.applicationId)
          if (one.fileSha256 !== null && notHere.has(one.fileSha256)) continue
          const due = one.state === 'sending' ? at : one.nextTryAt
          if (due > at) {
            lookAt = lookAt === null || due < lookAt ? due : lookAt
            continue
          }
          const taken = await take(stores, one, route, at)
          if (taken) return taken
          behind.delete(one.applicationId)
        }
        await stores.mails.leaveLane(holder)
        return { mail: null, lookAt }
      }),

    markHanded: (mail) =>
      run(async (stores, at) => {
        const present = await stores.mails.find(mail.id)
        if (present?.state !== 'sending' || !isStillThisTry(present, mail)) return false
        await stores.mails.save({ ...present, handedAt: at })
        return (await stores.mails.holdLane(holder, at, addMs(at, leaseMs))) === null
      }),

    settle: (mail, verdict) =>
      run(async (stores, at) => {
        const state = await stores.applications.find(mail.applicationId)
        const present = await stores.mails.find(mail.id)
        if (!state || !present || !isStillThisTry(present, mail)) return null
        const chance = (ids.randomBytes(1)[0] ?? 0) / 256
        const now =
          present.state === 'sending' && verdict.outcome === 'later' && verdict.reason === 'station-stopped'
            ? afterInterruption({ ...present, handedAt: null }, at)
            : afterVerdict(present, verdictFor(present, verdict), at, chance)
        await stores.mails.save(now)
        await follow(stores, state, now, at)
        return now
      }),

    leaveToOthers: (mail) =>
      run(async (stores, at) => {
        const present = await stores.mails.find(mail.id)
        if (present?.state !== 'sending' || !isStillThisTry(present, mail)) return true
        if (msBetween(mail.tryingSince, at) > mailPatienceMs) return false
        await stores.mails.save({
          ...present,
          state: 'waiting',
          stateAt: at,
          reason: 'file-elsewhere',
          attempts: present.attempts - 1,
          nextTryAt: at,
        })
        await stores.mails.leaveLane(holder)
        return true
      }),

    leaveLane: () => run((stores) => stores.mails.leaveLane(holder)),
  }
}

/** A mail that was given up as uncertain is not tried again by itself, also when its late answer says that it was not taken. */
const verdictFor = (present: Mail, verdict: MailVerdict): MailVerdict =>
  present.state === 'uncertain' && verdict.outcome === 'later'
    ? { outcome: 'failed', reason: verdict.reason, answer: verdict.answer }
    : verdict

/** Who asked for a mail, in the role in which they asked, whatever became of their roles since. */
async function whoAsked({ users }: Stores, { askedBy }: Mail): Promise<SignedIn | null> {
  const user = askedBy.userId === null ? undefined : await users.find(askedBy.userId)
  if (!user) return null
  const { role, station, standsFor } = askedBy
  return standsFor
    ? { user, station, standsIn: [{ ...standsFor, roles: [role], until: '9999-12-31' as never }] }
    : { user: { ...user, roles: [...user.roles, role] }, station }
}
