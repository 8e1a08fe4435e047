import type { ApplicationState } from '#domain/application-state.ts'
import type { ExpiryLetter, ExpiryNoticeRefusal, ExpiryWay } from '#domain/expiry-notice.ts'
import { decideExpiryNotice, emailOf, expiryLetterOf, hasAddress, messageWay } from '#domain/expiry-rules.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { documentLabel } from '#domain/wording/application.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { expiryContent } from './expiry-content.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { keptMailServer, mailServerSetting, type KeptMailServer } from './mail-setting.ts'
import { officeToday } from './move-facts.ts'
import { noticeContent } from './notice-content.ts'
import { takeNumber } from './number-product.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { keptPortal, portalAddressSetting } from './portal-setting.ts'
import type { ProductContentRefusal } from './print-content.ts'
import { choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { signerOn } from './record-signature.ts'
import { newMail } from './send-by-email.ts'

/** One holder of an order. */
export interface ExpiryItem {
  readonly applicationId: string
  /** Minted with the first try to send it, so that a repeat writes once. */
  readonly orderId: string
}

export interface ExpiryOrder {
  readonly way: 'letter' | 'message'
  readonly items: readonly ExpiryItem[]
  /** Why it is said again to whoever knows it already; null: it is the first time. */
  readonly reason: string | null
}

export type TellExpiryRefusal = ExpiryNoticeRefusal | ProductContentRefusal | PrintRefusal

/** What became of one holder of an order. */
export interface ToldExpiry {
  readonly applicationId: string
  readonly outcome: Result<{ readonly way: ExpiryWay }, TellExpiryRefusal>
}

interface Telling {
  readonly stores: Stores
  readonly deps: DossierDeps
  readonly who: SignedIn
  readonly at: Instant
  readonly today: OfficeDate
  readonly reason: string | null
}

/** What is written of one holder, beside the event itself. */
interface Said {
  readonly way: ExpiryWay
  readonly letter?: ExpiryLetter | undefined
  readonly further: readonly Entry[]
  /** What goes out with it, once its event has an id. */
  readonly send?: (noticeId: string) => Promise<void>
}

/** The rule of the letter where the office numbers and signs one. */
const letterRule = ({ documents }: OfficeProfile) => {
  const rule = documents.find((one) => one.kind === 'expiry-letter')
  return rule && rule.series !== null && rule.signer !== null
    ? { series: rule.series, post: rule.signer }
    : undefined
}

/** Whether the office writes letters about permits that end. */
export const writesExpiryLetters = ({ profile }: Pick<Office, 'profile'>): boolean =>
  letterRule(profile) !== undefined

async function newLetter(
  { stores, deps, at, today }: Telling,
  state: ApplicationState,
  series: string,
): Promise<ExpiryLetter> {
  const { profile } = deps.office
  const { permitTypeCode } = state.data
  const number = await takeNumber(stores.numbers, getSeries(profile, series), today, permitTypeCode)
  const id = deps.ids.uuid()
  await stores.numbers.record({
    number,
    document: 'expiry-letter',
    applicationId: state.id,
    subjectId: id,
    takenAt: at,
  })
  return { id, number, issuedOn: today }
}

/** The letter, numbered once and printed for the signature; a further print keeps its number. */
async function byLetter(telling: Telling, state: ApplicationState): Promise<Result<Said, TellExpiryRefusal>> {
  const { stores, deps, who, at, today, reason } = telling
  const { office, ids } = deps
  const rule = letterRule(office.profile)
  if (!rule) return refuse({ code: 'expiry-letter-not-offered' })
  if (!hasAddress(state)) return refuse({ code: 'expiry-no-address' })
  const known = expiryLetterOf(state)
  const signer = signerOn(office.profile, rule.post, known?.issuedOn ?? today)
  if (!signer) return refuse({ code: 'post-vacant', post: rule.post, on: today })
  const copy = known ? decideCopy(await stores.printJobs.listForSubject(known.id), reason) : ok(1)
  if (!copy.ok) return copy
  const letter = known ?? (await newLetter(telling, state, rule.series))
  const job = newJob(ids.uuid(), {
    document: 'expiry-letter',
    applicationId: state.id,
    subjectId: letter.id,
    title: `${documentLabel('expiry-letter')} ${letter.number.text}`,
    printerId: choosePrinter(await stores.printers.list(), 'expiry-letter', null),
    copy: copy.value,
    reason,
    content: expiryContent(office, state, letter, signer, at),
    requestedBy: who.user.name,
    at,
  })
  await stores.printJobs.add(job)
  const body = {
    action: 'print-requested',
    document: 'expiry-letter',
    jobId: job.id,
    copy: job.copy,
  } as const
  const actor = actorFor(telling)
  return ok({ way: 'letter', letter, further: [{ body, actor, note: job.reprintReason }] })
}

const actorFor = ({ deps, who }: Telling) => actorOf(who, roleFor(deps.office.profile, who, 'reports'))

/** The words of a message through the portal: those of a notice, without its address and close. */
function portalText({ deps, who, at }: Telling, state: ApplicationState, until: OfficeDate): string {
  const { title, greeting, paragraphs } = noticeContent(deps.office, state, {
    subject: 'expiring',
    at,
    officer: who.user.name,
    until,
  })
  return [title, greeting, ...paragraphs].join('\n\n')
}

/** A message by the way that the dossier has: a mail into the outbox, through the portal, or among those to be called. */
function byMessage(
  telling: Telling,
  state: ApplicationState,
  until: OfficeDate,
  ways: { readonly server: KeptMailServer | null; readonly hasPortal: boolean },
): Result<Said, TellExpiryRefusal> {
  const { stores, deps, at } = telling
  const { server, hasPortal } = ways
  const way = messageWay(state, { sendsMails: server !== null, hasPortal })
  const actor = actorFor(telling)
  if (way === null) return refuse({ code: 'expiry-no-way' })
  if (way === 'call') return ok({ way, further: [] })
  if (way === 'portal') {
    const text = portalText(telling, state, until)
    const body = { action: 'message-sent', messageId: deps.ids.uuid(), text } as const
    return ok({ way, further: [{ body, actor }] })
  }
  const to = emailOf(state)
  if (to === null || server === null) throw new Error(`${state.id} has no way for a mail`)
  const send = (noticeId: string): Promise<void> =>
    stores.mails.add(
      newMail(
        {
          // One notice, one mail.
          id: noticeId,
          applicationId: state.id,
          purpose: 'notice',
          subjectId: noticeId,
          to,
          fileSha256: null,
          replaces: null,
          askedBy: actor,
        },
        server,
        at,
      ),
    )
  return ok({ way, further: [], send })
}

async function tellOne(
  telling: Telling,
  state: ApplicationState,
  item: ExpiryItem,
  order: ExpiryOrder,
  ways: { readonly server: KeptMailServer | null; readonly hasPortal: boolean },
): Promise<ToldExpiry['outcome']> {
  const { stores, deps, at, today, reason } = telling
  const repeated = state.expiryNotices?.find((one) => one.orderId === item.orderId)
  if (repeated) return ok({ way: repeated.way })
  const decided = decideExpiryNotice(state, today, reason)
  if (!decided.ok) return decided
  const validUntil = decided.value
  const said =
    order.way === 'letter' ? await byLetter(telling, state) : byMessage(telling, state, validUntil, ways)
  if (!said.ok) return said
  const { way, letter, further, send } = said.value
  const body = {
    action: 'expiry-noticed',
    orderId: item.orderId,
    way,
    validUntil,
    ...(letter && { letter }),
  } as const
  const entries: readonly Entry[] = [{ body, actor: actorFor(telling), note: reason }, ...further]
  const pending = continueHistory({ state, events: [] }, entries, at, deps.ids, state.id)
  await commitHistory(stores, pending, deps.ids)
  const noticeId = pending.events[0]?.id
  if (noticeId !== undefined) await send?.(noticeId)
  return ok({ way })
}

/**
 * Tells holders that their permits end: by a numbered letter each, or by a message each, in one transaction. What stands in
 * the way of one of them holds up nobody else.
 *
 * Repeatable by the items' `orderId`. Refuses, each for itself, a permit that is not in force, what was said already (with
 * name and hour; a reason says it again, a letter under its number), and who has left neither address nor way.
 */
export const tellExpiry =
  (deps: DossierDeps) =>
  async (order: ExpiryOrder, who: SignedIn): Promise<readonly ToldExpiry[]> => {
    const done = await deps.work.run<readonly ToldExpiry[], never>(async (stores) => {
      const at = deps.clock.now()
      const reason = order.reason?.trim() || null
      const telling: Telling = { stores, deps, who, at, today: officeToday(deps.office, at), reason }
      const ways = {
        server: keptMailServer(await stores.settings.get(mailServerSetting)),
        hasPortal: keptPortal(await stores.settings.get(portalAddressSetting)) !== null,
      }
      // Every dossier is locked, in one order, before the first number is taken: two orders never wait for each other.
      const locked = new Map<string, ApplicationState | undefined>()
      for (const id of [...new Set(order.items.map((one) => one.applicationId))].sort())
        locked.set(id, await stores.applications.find(id))
      const told: ToldExpiry[] = []
      for (const item of order.items) {
        const { applicationId } = item
        if (told.some((one) => one.applicationId === applicationId)) continue
        const state = locked.get(applicationId)
        const outcome = state
          ? await tellOne(telling, state, item, order, ways)
          : refuse({ code: 'application-unknown' } as const)
        told.push({ applicationId, outcome })
      }
      return ok(told)
    })
    if (!done.ok) throw new Error('an order to tell holders was refused as a whole')
    return done.value
  }
