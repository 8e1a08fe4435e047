import type { ApplicationState } from '#domain/application-state.ts'
import { filesOfContent } from '#domain/removed-file.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import type { AskConsent, TypedConsent, ConsentRefusal } from './consent.ts'
import type { FileDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { callOffSheets } from './print-document.ts'
import { actorOf, getType, roleFor, type Office, type SignedIn } from './office.ts'

export interface RemoveFileOrder {
  readonly applicationId: string
  readonly documentId: string
  readonly reason: string
  /** null: nobody was called. */
  readonly consent: TypedConsent | null
}

export type RemoveFileRefusal =
  | ConsentRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'document-unknown' }
  /** Seen on paper at the counter: there is no content to erase. */
  | { readonly code: 'document-without-file' }
  | { readonly code: 'removal-needs-reason' }
  /** The picture stands on a paper that bears its number: that paper is voided or amended first. */
  | { readonly code: 'photo-on-numbered-paper'; readonly number: string }

interface Deps extends FileDeps {
  readonly queries: Queries
  readonly askConsent: AskConsent
}

/**
 * Takes the file of another person out of a dossier, wherever its content stands there, and erases the bytes from the
 * cabinet unless another dossier, a draft or a signed paper rests on the same content. Who, when, why, who agreed and the
 * hash stay in the history; the requirement is lacking again, and a sheet that waits with the picture is called off. Also of
 * a dossier that is closed.
 *
 * Repeatable: what was removed stays removed with its first trace, and bytes that a crash left behind are erased.
 */
export const removeFile =
  (deps: Deps) =>
  async (order: RemoveFileOrder, who: SignedIn): Promise<Result<ApplicationState, RemoveFileRefusal>> => {
    const { office, ids, clock } = deps
    const agreed = await deps.askConsent(order.consent, who)
    if (!agreed.ok) return agreed
    const consentBy = agreed.value
    if (consentBy === null) return refuse({ code: 'consent-needed' })
    let erased: string | null = null
    const done = await deps.work.run<ApplicationState, RemoveFileRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const document = state.documents.find(({ id }) => id === order.documentId)
      if (!document) return refuse({ code: 'document-unknown' })
      const { sha256, requirementCode, fileName } = document
      if (sha256 === null) return refuse({ code: 'document-without-file' })
      if (order.reason.trim() === '') return refuse({ code: 'removal-needs-reason' })
      erased = sha256
      if (document.removed) return ok(state)
      const number = state.product?.number?.text
      if (number !== undefined && isPhoto(office, state, requirementCode))
        return refuse({ code: 'photo-on-numbered-paper', number })
      const at = clock.now()
      const documentIds = filesOfContent(state.documents, sha256).map(({ id }) => id)
      const pending = continueHistory(
        { state, events: [] },
        [
          {
            body: { action: 'file-removed', documentIds, requirementCode, fileName, sha256, consentBy },
            actor: actorOf(who, roleFor(office.profile, who, 'work-dossiers')),
            note: order.reason.trim(),
          },
        ],
        at,
        ids,
        state.id,
      )
      await commitHistory(stores, pending, ids)
      // A draft that waits would come out with the picture of somebody else, or without any once its bytes are gone.
      const shows = ({ content }: PrintJob): boolean =>
        (content as { readonly photoSha256?: unknown } | null)?.photoSha256 === sha256
      for (const subject of [state.id, ...(state.product ? [state.product.id] : [])])
        await callOffSheets(stores, subject, shows, at, erasedPicture)
      const person = await stores.applicants.find(state.applicant.id)
      if (person?.photoSha256 === sha256) await stores.applicants.save({ ...person, photoSha256: null }, at)
      return ok(pending.state)
    })
    // Only once the trace is stored: bytes without a trace would be lost, a trace without its erasure is repeated.
    if (done.ok && erased !== null) await eraseUnused(deps, erased)
    return done
  }

/** Counted and erased alone: whoever comes to rest on the content meanwhile is counted, or finds it gone and is told. */
const eraseUnused = ({ work, queries, cabinet }: Deps, sha256: string) =>
  work.run<null, never>(async ({ contents, portal }) => {
    await contents.eraseAlone()
    if ((await queries.countFileUses(sha256)) > 0) return ok(null)
    await cabinet.erase(sha256)
    // What was made of it for the portal shows the same.
    for (const page of await portal.listPages([sha256])) await cabinet.erase(page.sha256)
    await portal.savePages(sha256, [])
    return ok(null)
  })

const erasedPicture =
  'foto milik orang lain di lembar ini telah dihapus. Lampirkan foto yang benar, lalu cetak lagi.'

const isPhoto = (office: Office, state: ApplicationState, code: string): boolean =>
  getType(office, state.data.permitTypeCode).regimes.some(({ requirements }) =>
    requirements.some((one) => one.photo && one.code === code),
  )
