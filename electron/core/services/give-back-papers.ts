import type { Actor } from '#domain/application-event.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationStatus } from '#domain/application.ts'
import { currentDocuments } from '#domain/application-state.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { PaperGivenBack } from '#domain/handover.ts'
import type { IdentitySeen } from '#domain/identity-seen.ts'
import type { Instant } from '#domain/instant.ts'
import {
  readOriginals,
  type OriginalAnswer,
  type OriginalsOfAct,
  type OriginalsRefusal,
} from '#domain/kept-originals.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { documentRule } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { statusLabel } from '#domain/wording/application.ts'
import { identitySeenText } from '#domain/wording/identity.ts'
import type { ReceivingDeps } from './dossier-change.ts'
import { basisWords, receiverWords, sentence, type ReceptionSeen } from './handover-content.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { requirementsOf } from './move-facts.ts'
import { actorOf, getType, roleFor, type Office, type SignedIn } from './office.ts'
import { originalEntries, originalsOnReceipt } from './originals-of-act.ts'
import { holderName } from './paper-words.ts'
import { counterOf, longMoment, printedLetterhead } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'
import {
  readReception,
  refuseSignature,
  type ReceiverOrder,
  type ReceiverRefusal,
  type Reception,
} from './reception.ts'

export interface GiveBackOrder extends ReceiverOrder {
  readonly applicationId: string
  /** Made before the first try: the same order sent again changes nothing. */
  readonly returnId: string
  /** Requirement codes with how many sheets of each, from 1. */
  readonly papers: readonly { readonly requirementCode: string; readonly count: number }[]
  /** What becomes of each original that the office keeps; absent: it keeps none. */
  readonly originals?: readonly OriginalAnswer[] | undefined
  readonly printerId: string | null
}

export type GiveBackRefusal =
  | ReceiverRefusal
  | { readonly code: 'application-unknown' }
  /** The office still needs them. */
  | { readonly code: 'papers-not-to-give-back'; readonly status: ApplicationStatus }
  | {
      readonly code: 'papers-already-back'
      readonly at: Instant
      readonly by: string
      readonly receivedBy: string
    }
  | OriginalsRefusal
  | { readonly code: 'papers-needed' }

export interface GivenBack {
  readonly state: ApplicationState
  /** The receipt to be signed; null: it was given in an order before. */
  readonly jobId: string | null
}

/** A dossier whose papers go home: it is with its applicant, or it ended without a permit. */
const isWithApplicant = (status: ApplicationStatus): boolean =>
  status === 'returned' || status === 'refused' || status === 'withdrawn'

/** Papers that an applicant may have left here: every requirement in force, in the order of the checklist. */
export function papersOf(
  office: Office,
  state: ApplicationState,
): readonly { readonly requirementCode: string; readonly label: string; readonly count: number }[] {
  const present = new Map(currentDocuments(state).map((one) => [one.requirementCode, one]))
  return requirementsOf(office, state).flatMap(({ code, label, count }) => {
    const document = present.get(code)
    return document
      ? [{ requirementCode: code, label, count: document.paper?.count ?? Math.max(1, count) }]
      : []
  })
}

/** An act that was sent before; undefined: it was not. */
const wasDone = ({ papersBack, originals = [] }: ApplicationState, returnId: string): boolean =>
  papersBack?.returnId === returnId || originals.some((one) => one.returned?.returnId === returnId)

/** What goes home in an act: papers that were chosen, and originals. */
interface GoingHome {
  readonly papers: readonly PaperGivenBack[]
  readonly originals: OriginalsOfAct
}

/** Papers go home from a dossier that is with its applicant or ended; originals from any. */
function readGoingHome(
  office: Office,
  state: ApplicationState,
  order: GiveBackOrder,
): Result<GoingHome, GiveBackRefusal> {
  if (order.papers.length > 0) {
    if (state.papersBack) {
      const { at, by, receivedBy } = state.papersBack
      return refuse({ code: 'papers-already-back', at, by, receivedBy })
    }
    const status = statusOf(state)
    if (!isWithApplicant(status)) return refuse({ code: 'papers-not-to-give-back', status })
  }
  const originals = readOriginals(state, order.originals ?? [])
  if (!originals.ok) return originals
  const papers = papersOf(office, state).flatMap((one): PaperGivenBack[] => {
    const chosen = order.papers.find((other) => other.requirementCode === one.requirementCode)
    return chosen ? [{ ...one, count: Math.max(1, Math.trunc(chosen.count)) }] : []
  })
  return papers.length === 0 && originals.value.given.length === 0
    ? refuse({ code: 'papers-needed' })
    : ok({ papers, originals: originals.value })
}

/** The history of an act in which papers, originals or both went home. */
function entriesOf(
  { papers, originals }: GoingHome,
  { returnId }: GiveBackOrder,
  reception: Reception & { readonly identity: IdentitySeen },
  actor: Actor,
): readonly Entry[] {
  const { identity, receivedBy, relation, receiverNik, signatureSha256 } = reception
  if (papers.length === 0)
    return originalEntries(originals, reception, actor, { returnId, receiverNik, identity, signatureSha256 })
  const body = {
    action: 'papers-given-back',
    returnId,
    papers,
    receivedBy,
    relation,
    receiverNik,
    identity,
    ...(signatureSha256 === null ? undefined : { signatureSha256 }),
  } as const
  return [{ body, actor }, ...originalEntries(originals, reception, actor)]
}

/**
 * Gives the papers of a returned, refused or withdrawn dossier back together with the originals that the office keeps, or
 * originals alone at any time, with the card that was seen and a receipt to be signed, in one transaction. Repeatable by
 * `returnId`; the second of two clerks is told who gave them, to whom and when.
 */
export const giveBackPapers =
  (deps: ReceivingDeps) =>
  async (order: GiveBackOrder, who: SignedIn): Promise<Result<GivenBack, GiveBackRefusal>> => {
    const unkept = await refuseSignature(deps, order.signatureSha256)
    if (unkept) return refuse(unkept)
    return deps.work.run<GivenBack, GiveBackRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (wasDone(state, order.returnId)) return ok({ state, jobId: null })
      const going = readGoingHome(office, state, order)
      if (!going.ok) return going
      const reception = readReception(order, state.applicant.nik)
      if (!reception.ok) return reception
      const at = clock.now()
      const job = newJob(ids.uuid(), {
        document: 'handover-receipt',
        applicationId: state.id,
        subjectId: order.returnId,
        title: `Tanda terima berkas kembali ${state.registrationNumber.text}`,
        printerId: choosePrinter(await stores.printers.list(), 'handover-receipt', order.printerId),
        copy: 1,
        reason: null,
        content: papersContent(office, state, going.value, { ...reception.value, at }, who),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
      const printed = {
        body: { action: 'print-requested', document: 'handover-receipt', jobId: job.id, copy: 1 } as const,
        actor,
      }
      const entries = [...entriesOf(going.value, order, reception.value, actor), printed]
      const given = continueHistory({ state, events: [] }, entries, at, ids, state.id)
      await commitHistory(stores, given, ids)
      return ok({ state: given.state, jobId: job.id })
    })
  }

function papersContent(
  office: Office,
  state: ApplicationState,
  { papers, originals }: GoingHome,
  reception: ReceptionSeen,
  who: SignedIn,
): PrintContent {
  const { profile } = office
  const { given, left } = originalsOnReceipt(office, state, originals)
  const type = getType(office, state.data.permitTypeCode)
  return {
    kind: 'papers-receipt',
    paper: documentRule(profile, 'handover-receipt').paper,
    signatureSha256: reception.signatureSha256,
    data: {
      letterhead: printedLetterhead(profile, officeDateOf(reception.at, profile.timeZone), false),
      registerNumber: state.registrationNumber.text,
      qr: trackAddress(profile.portalPublicBase, state.trackingCode as VerificationCode),
      givenBackAt: longMoment(office, reception.at),
      permitName: `${type.name} (${type.code})`,
      holderName: holderName(state),
      status: statusLabel(statusOf(state)),
      papers: [
        ...papers.map(({ label, count }) => ({ label, count })),
        ...given.map(({ label, count }) => ({ label: `${label} (asli)`, count })),
      ],
      left: left.map(({ label, count, reason }) => ({
        label: `${label} (asli)`,
        count,
        reason: maskFullNik(reason),
      })),
      receivedByName: reception.receivedBy,
      receivedBy: receiverWords(reception, 'pemohon'),
      // Whoever has fetched the permit has given its receipt away.
      basis:
        state.handedOverAt === null
          ? basisWords(reception, [state.registrationNumber.text])
          : sentence(identitySeenText(reception.identity)),
      officerName: who.user.name,
      counter: counterOf(who),
      createdAt: reception.at,
    },
  }
}
