import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationStatus } from '#domain/application.ts'
import { currentDocuments } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { PaperGivenBack } from '#domain/handover.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { documentRule } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { statusLabel } from '#domain/wording/application.ts'
import type { FileDeps } from './dossier-change.ts'
import { basisWords, receiverWords, type ReceptionSeen } from './handover-content.ts'
import { commitHistory, continueHistory } from './history.ts'
import { requirementsOf } from './move-facts.ts'
import { actorOf, getType, roleFor, type Office, type SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { counterOf, longMoment, printedLetterhead } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { readReception, refuseSignature, type ReceiverOrder, type ReceiverRefusal } from './reception.ts'

export interface GiveBackOrder extends ReceiverOrder {
  readonly applicationId: string
  /** Made before the first try: the same order sent again changes nothing. */
  readonly returnId: string
  /** Requirement codes with how many sheets of each, from 1. */
  readonly papers: readonly { readonly requirementCode: string; readonly count: number }[]
  readonly printerId: string | null
}

export type GiveBackRefusal =
  | ReceiverRefusal
  | { readonly code: 'application-unknown' }
  /** The office still needs them. */
  | { readonly code: 'papers-not-to-give-back'; readonly status: ApplicationStatus }
  | { readonly code: 'papers-already-back'; readonly at: Instant }
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

/**
 * Gives the papers of a returned, refused or withdrawn dossier back, with the card that was seen and a receipt to be
 * signed, in one transaction. Repeatable by `returnId`; the second of two clerks is told when they went.
 */
export const giveBackPapers =
  (deps: FileDeps) =>
  async (order: GiveBackOrder, who: SignedIn): Promise<Result<GivenBack, GiveBackRefusal>> => {
    const unkept = await refuseSignature(deps.cabinet, order.signatureSha256)
    if (unkept) return refuse(unkept)
    return deps.work.run<GivenBack, GiveBackRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.papersBack?.returnId === order.returnId) return ok({ state, jobId: null })
      if (state.papersBack) return refuse({ code: 'papers-already-back', at: state.papersBack.at })
      const status = statusOf(state)
      if (!isWithApplicant(status)) return refuse({ code: 'papers-not-to-give-back', status })
      const papers = papersOf(office, state).flatMap((one): PaperGivenBack[] => {
        const chosen = order.papers.find((other) => other.requirementCode === one.requirementCode)
        return chosen ? [{ ...one, count: Math.max(1, Math.trunc(chosen.count)) }] : []
      })
      if (papers.length === 0) return refuse({ code: 'papers-needed' })
      const reception = readReception(order, state.applicant.nik)
      if (!reception.ok) return reception
      const at = clock.now()
      const { identity, receivedBy, relation, receiverNik, signatureSha256 } = reception.value
      const job = newJob(ids.uuid(), {
        document: 'handover-receipt',
        applicationId: state.id,
        subjectId: order.returnId,
        title: `Tanda terima berkas kembali ${state.registrationNumber.text}`,
        printerId: choosePrinter(await stores.printers.list(), 'handover-receipt', order.printerId),
        copy: 1,
        reason: null,
        content: papersContent(office, state, papers, { ...reception.value, at }, who),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
      const given = continueHistory(
        { state, events: [] },
        [
          {
            body: {
              action: 'papers-given-back',
              returnId: order.returnId,
              papers,
              receivedBy,
              relation,
              receiverNik,
              identity,
              ...(signatureSha256 === null ? undefined : { signatureSha256 }),
            },
            actor,
          },
          {
            body: { action: 'print-requested', document: 'handover-receipt', jobId: job.id, copy: 1 },
            actor,
          },
        ],
        at,
        ids,
        state.id,
      )
      await commitHistory(stores, given, ids)
      return ok({ state: given.state, jobId: job.id })
    })
  }

function papersContent(
  office: Office,
  state: ApplicationState,
  papers: readonly PaperGivenBack[],
  reception: ReceptionSeen,
  who: SignedIn,
): PrintContent {
  const { profile } = office
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
      papers: papers.map(({ label, count }) => ({ label, count })),
      receivedByName: reception.receivedBy,
      receivedBy: receiverWords(reception, 'pemohon'),
      basis: basisWords(reception, [state.registrationNumber.text]),
      officerName: who.user.name,
      counter: counterOf(who),
      createdAt: reception.at,
    },
  }
}
