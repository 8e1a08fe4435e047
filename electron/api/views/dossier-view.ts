import type { ApplicationEvent } from '#domain/application-event.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { receiptVersion, refuseCorrection } from '#domain/correction-rules.ts'
import { owedOldPermit } from '#domain/handover.ts'
import { originalsKept } from '#domain/kept-originals.ts'
import { sayCorrectionRefusal } from '#domain/wording/corrections.ts'
import { mayConsent } from '#services/consent.ts'
import { overlapsOfDossier } from '../overlaps.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob, Printer } from '#domain/print-job.ts'
import type { Product } from '#domain/permit.ts'
import { sheetAtStage } from '#domain/product-sheet.ts'
import { isSecondOriginal } from '#domain/second-original.ts'
import { promiseChangeInWords } from '#domain/promise-change.ts'
import { repairDay, repairStanding } from '#domain/repair.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { repairStandingLabel } from '#domain/wording/repair.ts'
import { printSchedule } from '#domain/schedule.ts'
import { getStage, type StageTable } from '#domain/stage-table.ts'
import { timeLeft } from '#domain/time-left.ts'
import { askableStages } from '#domain/stage-ways.ts'
import { examinesDocuments } from '#domain/stage-readiness.ts'
import { mayAct, refusalOfAction } from '#domain/workflow.ts'
import { lackingLabel } from '#domain/wording/intake-fields.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { passedText } from '#domain/wording/vacant-stage.ts'
import { lateEntryText } from '#domain/wording/late-entry.ts'
import { closedLabel, kindLabel, statusLabel } from '#domain/wording/application.ts'
import { explainPrintJob } from '#domain/wording/print-outcome.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import { approvedErratumAt } from '#domain/erratum.ts'
import type {
  DossierLineView,
  DossierView,
  OriginalView,
  PrintJobView,
  RepairStandingView,
} from '#contract/dossier.ts'
import type { OpenEndView, WaitingPaperView } from '#contract/handover.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import { lackingData } from '#services/lacking-data.ts'
import { moveFacts, requirementsOf } from '#services/move-facts.ts'
import { originalLabel } from '#services/originals-of-act.ts'
import { actingRoles, getType, type Office, type SignedIn } from '#services/office.ts'
import { copiesOfSheet, printedAtStage } from '#services/printed-sheets.ts'
import { errataView } from './erratum-view.ts'
import { historyText } from './history-text.ts'
import { legalisationView } from './legalisation-view.ts'
import { roleLabel } from './office-view.ts'
import { applicantView, requestView } from './request-view.ts'

/** One line of a list, with its time in the office's words. */
export function lineView(office: Office, line: DossierLine, now: Instant): DossierLineView {
  const table = office.profile.stageTable
  return {
    id: line.id,
    registrationNumber: line.registrationNumber,
    holderName: line.holderName,
    nikMasked: line.nik === null ? null : maskNik(line.nik as Nik),
    permitTypeCode: line.permitTypeCode,
    kind: line.kind,
    kindLabel: kindLabel(line.kind, line.practiceOrdinal),
    facilityName: line.facilityName,
    channel: line.channel,
    collectiveFilingId: line.collectiveFilingId,
    status: line.status,
    statusLabel: line.closedByOffice ? closedLabel : statusLabel(line.status),
    stages: line.stages.map((one) => ({
      code: one.stage,
      // A stage that the profile has lost must not take the whole list with it.
      label: table.stages.find((stage) => stage.code === one.stage)?.label ?? one.stage,
      since: one.since,
    })),
    timeLeft: timeLeft(office.profile.calendar, line, now),
    submittedAt: line.submittedAt,
    enteredAt: line.enteredAt,
    dueOn: line.dueOn,
    firstDueOn: line.firstDueOn,
    promiseChanged: line.promiseChange && promiseChangeInWords(line.promiseChange),
    repair: repairView(office, line, now),
    note: line.note,
    productKind: line.productKind,
    productNumber: line.productNumber,
    signed: line.signed,
    issuedAt: line.issuedAt,
    handedOverAt: line.handedOverAt,
  }
}

/** Kinds whose paper takes the place of an earlier one; what is refused takes none away. */
const endsEarlier = (office: Office, { permitTypeCode, kind, productKind }: DossierLine): boolean =>
  productKind !== 'refusal-letter' && getType(office, permitTypeCode).kindRules[kind].effect !== 'none'

/** Originals of a line by the names of the checklist; a list does not know the law of each dossier's day. */
function originalViews(office: Office, { permitTypeCode, originals }: DossierLine): OriginalView[] {
  const requirements = getType(office, permitTypeCode).regimes.flatMap((one) => one.requirements)
  return originals.map(({ requirementCode, ...one }) => ({
    ...one,
    label: requirements.findLast((other) => other.code === requirementCode)?.label ?? requirementCode,
  }))
}

/** A dossier that leaves something to be done at the counter. */
export const openEndView = (office: Office, line: DossierLine, now: Instant): OpenEndView => ({
  ...lineView(office, line, now),
  originals: originalViews(office, line),
  owedPermit: line.owedPermit,
  since: line.endedAt ?? line.returnedAt ?? line.handedOverAt ?? line.submittedAt,
})

/** A finished paper that waits at the counter. */
export const waitingPaperView = (office: Office, line: DossierLine, now: Instant): WaitingPaperView => ({
  ...openEndView(office, line, now),
  applicantId: line.applicantId,
  representative: line.representative && {
    name: line.representative.name,
    phone: line.representative.phone,
  },
  asksOldPermit: endsEarlier(office, line),
  rackPlace: line.rackPlace,
  reminders: line.reminders,
  remindedAt: line.remindedAt,
})

/** Until when a returned dossier is waited for, and how far past that day it is; null: it is not with the applicant. */
function repairView({ profile }: Office, line: DossierLine, now: Instant): RepairStandingView | null {
  if (line.status !== 'returned' || line.returnedAt === null) return null
  const { calendar, repair, timeZone } = profile
  const until = line.repairUntil ?? repairDay(calendar, repair, officeDateOf(line.returnedAt, timeZone))
  const today = officeDateOf(now, timeZone)
  const standing = repairStanding(calendar, repair, until, today)
  return { ...standing, until, label: repairStandingLabel(until, standing.overdue, today) }
}

/** A state as a list line, for the head of its own dossier. */
export function lineOfState(state: ApplicationState): DossierLine {
  const { data, product } = state
  return {
    id: state.id,
    applicantId: state.applicant.id,
    registrationNumber: state.registrationNumber.text,
    holderName: state.applicant.nameOnPermit ?? state.applicant.name,
    nik: state.applicant.nik,
    permitTypeCode: data.permitTypeCode,
    kind: data.kind,
    practiceOrdinal: data.practiceOrdinal,
    facilityName: data.facility?.name ?? null,
    channel: data.channel,
    collectiveFilingId: data.collective?.filingId ?? null,
    status: statusOf(state),
    stages: state.openStages,
    clock: state.clock,
    submittedAt: state.submittedAt,
    enteredAt: state.late?.enteredAt ?? null,
    acceptedAt: state.acceptedAt,
    dueOn: state.dueOn,
    firstDueOn: state.firstDueOn,
    promiseChange: state.promiseChange,
    returnedAt: state.returned ? (state.lastMove?.at ?? null) : null,
    endedAt: state.withdrawnAt ?? state.refusedAt,
    repairUntil: state.returned ? (state.repair?.until ?? null) : null,
    closedByOffice: state.closing !== undefined,
    note: state.note,
    productId: product?.id ?? null,
    productKind: product?.kind ?? null,
    productNumber: product?.number?.text ?? null,
    signed: product !== null && product.signature !== null,
    issuedAt: state.issuedAt,
    handedOverAt: state.handedOverAt,
    erratumAt: approvedErratumAt(state),
    representative: data.representative,
    rackPlace: state.rackPlace ?? null,
    reminders: state.reminders?.length ?? 0,
    remindedAt: state.reminders?.at(-1)?.at ?? null,
    originals: originalsKept(state),
    owedPermit: owedOldPermit(state),
  }
}

export function jobView(job: PrintJob, printers: readonly Printer[]): PrintJobView {
  const printerName = printers.find((one) => one.id === job.printerId)?.name ?? null
  return {
    id: job.id,
    applicationId: job.applicationId,
    document: job.document,
    subjectId: job.subjectId,
    title: job.title,
    printerName,
    copy: job.copy,
    reprintReason: job.reprintReason,
    second: job.second ? { consentBy: job.second.consent?.by ?? null } : null,
    state: job.state,
    reason: job.reason,
    explanation: explainPrintJob(job, printerName),
    requestedBy: job.requestedBy,
    requestedAt: job.requestedAt,
    endedAt: job.endedAt,
    decided: job.decided,
  }
}

export interface DossierParts {
  readonly state: ApplicationState
  readonly events: readonly ApplicationEvent[]
  readonly jobs: readonly PrintJob[]
  readonly printers: readonly Printer[]
  /** Everything that the holder ever asked for. */
  readonly ofHolder: readonly ApplicationState[]
}

/** Which receipt is valid, and whether the intake may be mended. */
function intakeView(office: Office, state: ApplicationState, who: SignedIn): DossierView['intake'] {
  const refusal = refuseCorrection(state)
  return {
    receipt: receiptVersion(state),
    refusal: refusal && sayCorrectionRefusal(refusal, office.profile.timeZone),
    consents: mayConsent(office, who.user),
    lacking: state.incomplete ? lackingData(office, state).map(lackingLabel) : null,
    originals: originalsKept(state).map(({ requirementCode, ...one }) => ({
      ...one,
      label: originalLabel(office, state, requirementCode),
    })),
    owedPermit: owedOldPermit(state),
  }
}

/** The signature that went with a line of history; null: none, or on paper. */
function signatureIn({ body }: ApplicationEvent): string | null {
  switch (body.action) {
    case 'handed-over':
    case 'papers-given-back':
      return body.signatureSha256 ?? null
    case 'originals-returned':
      return body.alone?.signatureSha256 ?? null
    default:
      return null
  }
}

/** Whether the next sheet that a stage prints of a product would be a second original. */
function wouldBeSecond(
  table: StageTable,
  stage: string,
  product: Product,
  jobs: readonly PrintJob[],
): boolean {
  const sheet = sheetAtStage(table, stage, product)
  const ofProduct = jobs.filter((one) => one.subjectId === product.id)
  const printed = copiesOfSheet(ofProduct, sheet).some((one) => one.state === 'printed')
  return isSecondOriginal(printed ? 2 : 1, sheet)
}

/** The last print of the receipt that was signed when something left the counter; also of one that several papers share. */
function handoverReceiptOf(events: readonly ApplicationEvent[]): DossierView['handoverReceipt'] {
  for (const { body } of events.toReversed())
    if (body.action === 'print-requested' && body.document === 'handover-receipt')
      return { jobId: body.jobId }
  return null
}

/** A whole dossier as one person sees it: allowed actions, and in words why another is not. */
export function dossierView(office: Office, parts: DossierParts, who: SignedIn, now: Instant): DossierView {
  const { state, events, jobs, printers, ofHolder } = parts
  const table = office.profile.stageTable
  const roles = actingRoles(office.profile, who)
  const workStage = state.openStages
    .map((one) => getStage(table, one.stage))
    .find((one) => mayAct(one, { roles }))
  const printed = workStage ? printedAtStage(table, state, workStage.code, jobs) : []
  const facts = moveFacts(office, state, now, printed)
  const { data, product } = state
  return {
    line: lineView(office, lineOfState(state), now),
    seq: state.seq,
    trackingCode: state.trackingCode,
    track: state.track,
    typeName: getType(office, data.permitTypeCode).name,
    acceptedAt: state.acceptedAt,
    passed: (state.passedStages ?? []).map((one) =>
      passedText(table.stages.find(({ code }) => code === one.stage)?.label ?? one.stage, one.reason),
    ),
    lateEntry:
      state.late === undefined
        ? null
        : lateEntryText(
            'diterima',
            state.submittedAt,
            state.late,
            state.registeredBy.name,
            office.profile.timeZone,
          ),
    applicant: applicantView(state.applicant),
    data: {
      practiceOrdinal: data.practiceOrdinal,
      str: data.str,
      facility: data.facility,
      schedule: [...data.schedule],
      scheduleText: printSchedule(data.schedule, office.profile.timeZoneLabel),
      representative: data.representative,
      collective: data.collective ?? null,
    },
    request: requestView(office, state),
    overlaps: overlapsOfDossier(office, state, ofHolder, now),
    intake: intakeView(office, state, who),
    requirements: requirementsOf(office, state).map((one) => ({
      code: one.code,
      label: one.label,
      form: one.form,
      count: one.count,
      photo: one.photo,
      documents: state.documents
        .filter((document) => document.requirementCode === one.code)
        .map((document) => ({
          ...document,
          // What was erased has nothing to show: only its trace.
          sha256: document.removed ? null : document.sha256,
          replaced: document.replacedBy !== null,
          removed: document.removed ?? null,
          paper: document.paper ?? null,
        })),
    })),
    repair: state.repair ? { items: [...state.repair.items], until: state.repair.until } : null,
    repairUntil: facts.repair.until,
    outputs: state.outputs.map((one) => ({ ...one, stageLabel: getStage(table, one.stage).label })),
    outputsAsked: workStage?.outputs
      ? { mode: workStage.outputs.mode, kinds: [...workStage.outputs.kinds] }
      : null,
    product: product && {
      id: product.id,
      kind: product.kind,
      number: product.number?.text ?? null,
      issuedOn: product.issuedOn,
      validUntil: product.validUntil,
      signature: product.signature && {
        method: product.signature.method,
        by: product.signature.by.name,
        on: product.signature.on,
        scanSha256: product.signature.scanSha256 ?? null,
      },
      verificationCode: product.verificationCode,
      secondOriginal: workStage !== undefined && wouldBeSecond(table, workStage.code, product, jobs),
    },
    history: events.map((event) => ({
      seq: event.seq,
      at: event.at,
      actorName: event.actor.name,
      roleLabel: roleLabel(office, event.actor.role),
      standsFor: event.actor.standsFor?.name ?? null,
      note: event.note,
      changes: 'changes' in event.body ? [...event.body.changes] : [],
      signatureSha256: signatureIn(event),
      ...historyText(office, state, event),
    })),
    workStage: workStage
      ? { code: workStage.code, label: workStage.label, examines: examinesDocuments(workStage) }
      : null,
    actions: (workStage?.actions ?? []).map((action) => {
      const refusal = refusalOfAction(table, state, workStage?.code ?? '', action, { roles }, facts)
      return {
        code: action.code,
        label: action.label,
        kind: action.kind,
        needsNote: action.needsNote,
        refusal,
        reason: refusal && sayDossierRefusal(refusal, wordsOf(office, state)),
      }
    }),
    optionalStages: (workStage?.actions ?? [])
      .flatMap((one) => askableStages(table, one, facts.typeFlags))
      .map(({ code, label }) => ({ code, label })),
    ...errataView(office, state, jobs, who),
    handoverReceipt: handoverReceiptOf(events),
    legalisation: legalisationView(office, state, now),
    jobs: jobs.map((one) => jobView(one, printers)),
  }
}

/** Names that sentences need: requirements, roles and stages by their labels in this office. */
export function wordsOf(office: Office, state: ApplicationState | null) {
  const requirements = state ? requirementsOf(office, state) : []
  return {
    requirement: (code: string): string => requirements.find((one) => one.code === code)?.label ?? code,
    role: (code: string): string => roleLabel(office, code),
    stage: (code: string): string =>
      office.profile.stageTable.stages.find((one) => one.code === code)?.label ?? code,
    zone: office.profile.timeZone,
  }
}
