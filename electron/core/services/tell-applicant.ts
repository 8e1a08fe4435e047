import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Instant } from '#domain/instant.ts'
import { afterTry, type ContactOutcome, type ContactTry, type Notice } from '#domain/notice.ts'
import { noticeContacts } from '#domain/notice-rules.ts'
import type { NoticeWords } from '#domain/notice-text.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { noticeLabel, type NoticeRefusal } from '#domain/wording/notices.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { officeToday } from './move-facts.ts'
import { noticeContent } from './notice-content.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { counterOf, printedLetterhead, shortMoment } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'

export interface ContactOrder {
  /** Minted with the first try to send it: a repeat counts once. */
  readonly id: string
  readonly noticeId: string
  readonly channel: 'whatsapp' | 'phone' | 'counter'
  readonly outcome: Exclude<ContactOutcome, 'printed' | 'sent' | 'not-sent'>
  readonly note: string | null
}

export interface SlipOrder {
  readonly id: string
  readonly noticeId: string
  /** null: the printer that the office has set for it. */
  readonly printerId: string | null
}

/** What a notice says, in words, as the office of that day says it. */
export const wordsOfNotice = (
  office: Office,
  state: ApplicationState,
  notice: Notice,
  officer: string,
): NoticeWords =>
  noticeContent(office, state, { subject: notice.kind, at: notice.madeAt, officer, ...notice.facts })

interface Found {
  readonly notice: Notice
  readonly state: ApplicationState
  /** true: this very try is written down already. */
  readonly repeated: boolean
}

/** The notice under the lock of its dossier. A printed slip is no answer: whoever took it may still be called. */
async function findWaiting(
  stores: Stores,
  order: { readonly id: string; readonly noticeId: string },
): Promise<Result<Found, NoticeRefusal>> {
  const seen = await stores.notices.find(order.noticeId)
  const state = seen && (await stores.applications.find(seen.applicationId))
  const notice = seen && (await stores.notices.find(order.noticeId))
  if (!state || !notice) return refuse({ code: 'notice-unknown' })
  if (notice.tries.some((one) => one.id === order.id)) return ok({ notice, state, repeated: true })
  if (notice.state === 'obsolete') return refuse({ code: 'notice-obsolete' })
  const last = notice.tries.at(-1)
  if (last && notice.state === 'told') return refuse({ code: 'notice-told', by: last.by, at: last.at })
  return ok({ notice, state, repeated: false })
}

/** Writes a try into the notice and the dossier's history, in the caller's transaction. */
async function writeTry(
  stores: Stores,
  { office, ids }: DossierDeps,
  { notice, state }: Found,
  one: ContactTry,
  who: SignedIn,
): Promise<Notice> {
  const pending = continueHistory(
    { state, events: [] },
    [
      {
        body: {
          action: 'applicant-contacted',
          noticeId: notice.id,
          kind: notice.kind,
          channel: one.channel,
          outcome: one.outcome,
        },
        actor: actorOf(who, roleFor(office.profile, who, 'intake')),
        note: one.note,
      },
    ],
    one.at,
    ids,
    state.id,
  )
  const told = afterTry(notice, one)
  await stores.notices.save(told)
  await commitHistory(stores, pending, ids)
  return told
}

/**
 * Writes down that somebody tried to tell the applicant, how and with what outcome. Reached, the notice waits no longer;
 * every try is kept in the notice and in the dossier's history.
 *
 * Repeatable by the try's id. Refuses what another has told (with name and hour), what no longer holds, and a way for which
 * there is no number.
 */
export const recordContact =
  (deps: DossierDeps) =>
  (order: ContactOrder, who: SignedIn): Promise<Result<Notice, NoticeRefusal>> =>
    deps.work.run<Notice, NoticeRefusal>(async (stores) => {
      const found = await findWaiting(stores, order)
      if (!found.ok) return found
      if (found.value.repeated) return ok(found.value.notice)
      const { channel } = order
      const contacts = noticeContacts(found.value.state)
      const usable = contacts.filter((one) => channel === 'phone' || one.mobile)
      if (channel !== 'counter' && usable.length === 0)
        return refuse({ code: 'channel-without-number', channel })
      const one: ContactTry = {
        id: order.id,
        channel,
        outcome: order.outcome,
        at: deps.clock.now(),
        by: who.user.name,
        note: order.note?.trim() || null,
        ...(order.outcome === 'wrong-number' && { numbers: usable.map(({ phone }) => phone) }),
      }
      return ok(await writeTry(stores, deps, found.value, one, who))
    })

/**
 * Prints what the applicant is to be told: a strip on a thermal printer, A5 on any other. The last resort, after which the
 * notice waits no longer.
 *
 * @returns the job; null when this very slip was asked for before
 */
export const printNotice =
  (deps: DossierDeps) =>
  (order: SlipOrder, who: SignedIn): Promise<Result<PrintJob | null, NoticeRefusal>> =>
    deps.work.run<PrintJob | null, NoticeRefusal>(async (stores) => {
      const found = await findWaiting(stores, order)
      if (!found.ok) return found
      if (found.value.repeated) return ok(null)
      const { notice, state } = found.value
      const at = deps.clock.now()
      const job = newJob(deps.ids.uuid(), {
        document: 'notice-slip',
        applicationId: state.id,
        subjectId: notice.id,
        title: `Pemberitahuan ${state.registrationNumber.text}: ${noticeLabel(notice.kind).toLowerCase()}`,
        printerId: choosePrinter(await stores.printers.list(), 'notice-slip', order.printerId),
        copy: 1,
        reason: null,
        content: slipOf(deps.office, wordsOfNotice(deps.office, state, notice, who.user.name), who, at),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const one = {
        id: order.id,
        channel: 'slip',
        outcome: 'printed',
        at,
        by: who.user.name,
        note: null,
      } as const
      await writeTry(stores, deps, found.value, one, who)
      return ok(job)
    })

/** The words on a slip of this counter. */
function slipOf(office: Office, words: NoticeWords, who: SignedIn, at: Instant): PrintContent {
  const { profile } = office
  const { title, greeting, paragraphs, closing } = words
  return {
    kind: 'notice-slip',
    // One small sheet at this counter, like the list of missing papers.
    paper: paperFor(profile, 'notice-slip'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      at: shortMoment(office, at),
      officer: who.user.name,
      counter: counterOf(who),
      title,
      greeting,
      paragraphs,
      closing,
    },
  }
}
