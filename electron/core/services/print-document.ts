import type { ApplicationState } from '#domain/application-state.ts'
import { reprintMarks } from '#domain/documents/sheet-parts.ts'
import { receiptVersion } from '#domain/correction-rules.ts'
import type { Instant } from '#domain/instant.ts'
import type { Product } from '#domain/permit.ts'
import type { PrintJob, Printer } from '#domain/print-job.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import { sheetAtStage } from '#domain/product-sheet.ts'
import { isSecondOriginal, type SecondOriginal } from '#domain/second-original.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { productKind } from '#domain/product-kind.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import { usesBlank, withdrawSheets } from './blank-entries.ts'
import type { CheckConsent, ConsentRefusal } from './consent.ts'
import { changeDossier, type DossierDeps, type DossierRefusal } from './dossier-change.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { productContent, type ProductContentRefusal } from './print-content.ts'
import { copiesOfSheet, settledContent } from './printed-sheets.ts'
import { momentOfReprint, receiptContent } from './receipt-content.ts'
import {
  readSecondConsent,
  secondOf,
  type SecondAnswer,
  type SecondNeedsConsent,
} from './second-originals.ts'
import { signedPrint, type PaperContent } from './signed-paper.ts'

export type PrintRefusal =
  /** Who asked for it first, and when. */
  | { readonly code: 'print-in-progress'; readonly title: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'print-unresolved'; readonly title: string }
  | { readonly code: 'reprint-needs-reason'; readonly copy: number }

/** Picks the printer that the office has set for a document; null: none is set up. */
export function choosePrinter(
  printers: readonly Printer[],
  document: DocumentKind,
  wanted: string | null,
): string | null {
  const usable = printers.filter((one) => one.active)
  const chosen =
    usable.find((one) => one.id === wanted) ?? usable.find((one) => one.documents.includes(document))
  return chosen?.id ?? null
}

/** Another sheet is on its way: whose it is, and since when. */
export const inProgress = ({
  title,
  requestedBy: by,
  requestedAt: at,
}: PrintJob): Extract<PrintRefusal, { code: 'print-in-progress' }> => ({
  code: 'print-in-progress',
  title,
  by,
  at,
})

/**
 * Which copy the next sheet is. A sheet that certainly never came out does not count: its number is used again.
 * Refuses while a sheet of the same paper is under way or of unknown fate: two originals could come out.
 */
export function decideCopy(jobs: readonly PrintJob[], reason: string | null): Result<number, PrintRefusal> {
  const running = jobs.find(
    (one) => one.state === 'queued' || one.state === 'sending' || one.state === 'held',
  )
  if (running) return refuse(inProgress(running))
  const uncertain = jobs.find((one) => one.state === 'unknown')
  if (uncertain) return refuse({ code: 'print-unresolved', title: uncertain.title })
  const printed = jobs.filter((one) => one.state === 'printed')
  const copy = printed.reduce((most, one) => Math.max(most, one.copy), 0) + 1
  return copy > 1 && !reason?.trim() ? refuse({ code: 'reprint-needs-reason', copy }) : ok(copy)
}

/** What a new job needs beside its content. */
export interface JobRequest {
  readonly document: DocumentKind
  readonly applicationId: string | null
  readonly subjectId: string | null
  readonly title: string
  readonly printerId: string | null
  readonly copy: number
  readonly reason: string | null
  readonly content: unknown
  readonly requestedBy: string
  readonly at: Instant
  /** A second original. Absent: it is none. */
  readonly second?: SecondOriginal | undefined
}

/** Makes a job in the state in which it waits for the spool. */
export function newJob(id: string, request: JobRequest): PrintJob {
  return {
    id,
    applicationId: request.applicationId,
    document: request.document,
    subjectId: request.subjectId,
    title: request.title,
    printerId: request.printerId,
    copy: request.copy,
    reprintReason: request.copy > 1 ? (request.reason?.trim() ?? null) : null,
    content: request.content,
    state: 'queued',
    reason: null,
    detail: null,
    requestedBy: request.requestedBy,
    requestedAt: request.at,
    sentAt: null,
    endedAt: null,
    attempts: 0,
    decided: null,
    ...(request.second && { second: request.second }),
  }
}

export type PrintProductRefusal =
  | DossierRefusal
  | PrintRefusal
  | ProductContentRefusal
  | ConsentRefusal
  | SecondNeedsConsent
  | { readonly code: 'not-numbered' }
  | { readonly code: 'stage-does-not-print' }

/**
 * Asks for the sheet of the permit or letter. The job is committed together with the event that asked for it. A second
 * original needs somebody else's consent, now or later the same day; a password is checked before the transaction.
 * Not repeatable: while a sheet is under way, or nobody knows whether it came out, a second one is refused.
 */
export const printProduct =
  (deps: DossierDeps & { readonly checkConsent: CheckConsent }) =>
  async (
    order: SecondAnswer & {
      readonly applicationId: string
      readonly printerId: string | null
      readonly reason: string | null
    },
    who: SignedIn,
  ): Promise<Result<ApplicationState, PrintProductRefusal>> => {
    const given = await readSecondConsent(deps.checkConsent, order, who)
    if (!given.ok) return given
    return changeDossier<PrintProductRefusal>(
      deps,
      { applicationId: order.applicationId, stage: null },
      who,
      async ({ state, stage, at, stores }) => {
        const product = state.product
        const handsOut = stage.prints.includes('product') || stage.handsOver
        if (!handsOut || !product) return refuse({ code: 'stage-does-not-print' })
        if (stage.numbers.includes('product') && !product.number) return refuse({ code: 'not-numbered' })
        const table = deps.office.profile.stageTable
        const jobs = await stores.printJobs.listForSubject(product.id)
        // A draft, the sheet for the signature and the overprint are papers of their own, each counted by itself.
        const sheet = sheetAtStage(table, stage.code, product)
        const copy = decideCopy(copiesOfSheet(jobs, sheet), order.reason)
        if (!copy.ok) return copy
        const second = isSecondOriginal(copy.value, sheet)
          ? secondOf(given.value, order.consentLater === true, copy.value, who, at)
          : ok(undefined)
        if (!second.ok) return second
        const again = { copy: copy.value, reason: order.reason, by: who.user.name }
        const content = paperToPrint(deps.office, state, product, stage.code, jobs, at, again)
        if (!content.ok) return content
        const document = productKind(state)
        const job = newJob(deps.ids.uuid(), {
          document,
          applicationId: state.id,
          subjectId: product.id,
          title: `${product.number?.text ?? state.registrationNumber.text} ${state.applicant.nameOnPermit ?? state.applicant.name}`,
          printerId: choosePrinter(await stores.printers.list(), document, order.printerId),
          copy: copy.value,
          reason: order.reason,
          content: content.value,
          requestedBy: who.user.name,
          at,
          second: second.value,
        })
        // The sheet before it is destroyed; an overprint goes onto the sheet that is there.
        if (job.reprintReason !== null && usesBlank(job, deps.office.profile.blankPapers))
          await withdrawSheets(stores, jobs, job.reprintReason, who.user.name, at)
        await stores.printJobs.add(job)
        return ok([
          {
            body: {
              action: 'print-requested',
              document,
              jobId: job.id,
              copy: job.copy,
              ...(second.value && { consentBy: second.value.consent?.by ?? null }),
            },
            note: job.reprintReason,
          },
        ])
      },
    )
  }

/** What goes on paper at a stage: the signed file as it is, or the sheet that the stage prints. */
function paperToPrint(
  office: Office,
  state: ApplicationState,
  product: Product,
  stage: string,
  jobs: readonly PrintJob[],
  at: Instant,
  { copy, reason, by }: { readonly copy: number; readonly reason: string | null; readonly by: string },
): Result<PaperContent, ProductContentRefusal> {
  // A sheet that is signed by hand is signed anew; a print of a signed file says that it is not the first.
  const reprint =
    copy > 1
      ? { copy: copy - 1, printedAt: momentOfReprint(office, at), by, reason: reason?.trim() ?? '' }
      : null
  const file = signedPrint(office, state, reprintMarks(reprint))
  if (file) return ok(file)
  const fresh = productContent(office, state, at, sheetAtStage(office.profile.stageTable, stage, product))
  return fresh.ok ? ok(settledContent(fresh.value, product, jobs)) : fresh
}

export type ReprintReceiptRefusal = PrintRefusal | { readonly code: 'application-unknown' }

/** Prints the receipt again as CETAK ULANG ke-n with its reason; possible at any stage. */
export const reprintReceipt =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly printerId: string | null; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<ApplicationState, ReprintReceiptRefusal>> =>
    deps.work.run<ApplicationState, ReprintReceiptRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      // All sheets of the dossier are listed under it; only receipts are copies of a receipt.
      const jobs = await stores.printJobs.listForSubject(state.id)
      const copy = decideCopy(
        jobs.filter((one) => one.document === 'receipt' && versionOfReceipt(one) === receiptVersion(state)),
        order.reason,
      )
      if (!copy.ok) return copy
      const at = deps.clock.now()
      const entry = await addReceiptJob(stores, deps, state, who, { copy: copy.value, at, ...order })
      const pending = continueHistory({ state, events: [] }, [entry], at, deps.ids, state.id)
      await commitHistory(stores, pending, deps.ids)
      return ok(pending.state)
    })

/** Which receipt a job prints: 0 for the first, n for that of *Perbaikan ke-n*. */
export const versionOfReceipt = ({ content }: Pick<PrintJob, 'content'>): number =>
  (content as { readonly data?: { readonly correction?: { readonly ordinal?: number } } } | null)?.data
    ?.correction?.ordinal ?? 0

/**
 * Calls off what must not come out any more, as far as it still waits, is held or could be retried.
 *
 * @param subjectId  application or product whose sheets are meant
 * @param why        told beside the job; null: what happened to the dossier says it
 */
export async function callOffSheets(
  { printJobs }: Pick<Stores, 'printJobs'>,
  subjectId: string,
  isMeant: (job: PrintJob) => boolean,
  at: Instant,
  why: string | null = null,
): Promise<void> {
  for (const { id } of await printJobs.listForSubject(subjectId)) {
    const job = await printJobs.find(id)
    if (job && isMeant(job) && (job.state === 'queued' || job.state === 'held' || job.state === 'failed'))
      await printJobs.mark(id, { state: 'cancelled', reason: null, detail: why, endedAt: at })
  }
}

/** Receipts that are no longer valid must not come out. */
export const callOffReceipts = (stores: Stores, applicationId: string, at: Instant): Promise<void> =>
  callOffSheets(stores, applicationId, ({ document }) => document === 'receipt', at)

/** Adds the receipt's job to the transaction and returns the history entry that asked for it. */
export async function addReceiptJob(
  stores: Stores,
  { office, ids }: { readonly office: Office; readonly ids: IdSource },
  state: ApplicationState,
  who: SignedIn,
  order: {
    readonly copy: number
    readonly reason: string | null
    readonly printerId: string | null
    readonly at: Instant
  },
): Promise<Entry> {
  const reprint =
    order.copy > 1 ? { copy: order.copy, reason: order.reason ?? '', by: who.user.name, at: order.at } : null
  const job = newJob(ids.uuid(), {
    document: 'receipt',
    applicationId: state.id,
    subjectId: state.id,
    title: `Tanda terima ${state.registrationNumber.text}`,
    printerId: choosePrinter(await stores.printers.list(), 'receipt', order.printerId),
    copy: order.copy,
    reason: order.reason,
    content: receiptContent(office, state, reprint),
    requestedBy: who.user.name,
    at: order.at,
  })
  await stores.printJobs.add(job)
  return {
    body: { action: 'print-requested', document: 'receipt', jobId: job.id, copy: job.copy },
    actor: actorOf(who, roleFor(office.profile, who, 'intake')),
    note: job.reprintReason,
  }
}
