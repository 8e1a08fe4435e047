import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { copyMark } from '#domain/documents/product-marks.ts'
import type { BandMark } from '#domain/documents/sheet.ts'
import type { Instant } from '#domain/instant.ts'
import type { Product } from '#domain/permit.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { productKind } from '#domain/product-kind.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { productContent, type ProductContentRefusal } from './print-content.ts'
import { choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { settledContent, sheetOfJob } from './printed-sheets.ts'
import { momentOfReprint } from './receipt-content.ts'
import { signedPrint, type PaperContent } from './signed-paper.ts'

export type PrintCopyRefusal =
  | Exclude<PrintRefusal, { readonly code: 'reprint-needs-reason' }>
  | ProductContentRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'copy-needs-purpose' }
  /** There is no signed original yet beside which a copy could stand. */
  | { readonly code: 'copy-needs-original' }

/** Longest purpose that stands in the band beside where the original is. */
export const mostPurpose = 60

/**
 * Prints a SALINAN of a signed paper, on plain paper, beside the original that stays elsewhere: possible at any stage and
 * after the end. It is no second original, takes no blank and nobody has to agree. The job and its history line are one
 * transaction. Not repeatable: while a sheet of the same paper is under way a second one is refused.
 */
export const printCopy =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly printerId: string | null; readonly purpose: string },
    who: SignedIn,
  ): Promise<Result<ApplicationState, PrintCopyRefusal>> =>
    deps.work.run<ApplicationState, PrintCopyRefusal>(async (stores) => {
      const { office, ids } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const { product } = state
      if (!product?.signature || !product.number) return refuse({ code: 'copy-needs-original' })
      const purpose = order.purpose.replace(/\s+/g, ' ').trim().slice(0, mostPurpose)
      if (purpose === '') return refuse({ code: 'copy-needs-purpose' })
      const jobs = await stores.printJobs.listForSubject(product.id)
      const earlier = jobs.filter((one) => one.state !== 'printed' || sheetOfJob(one) === 'copy')
      const copy = decideCopy(earlier, purpose)
      if (!copy.ok)
        return copy.refusal.code === 'reprint-needs-reason'
          ? refuse({ code: 'copy-needs-purpose' })
          : refuse(copy.refusal)
      const at = deps.clock.now()
      const band = copyMark({
        purpose,
        original: placeOfOriginal(state),
        printedAt: momentOfReprint(office, at),
        by: who.user.name,
      })
      const content = copyContent(office, state, product, jobs, at, band)
      if (!content.ok) return content
      const document = productKind(state)
      const job = newJob(ids.uuid(), {
        document,
        applicationId: state.id,
        subjectId: product.id,
        title: `Salinan ${product.number.text} ${state.applicant.nameOnPermit ?? state.applicant.name}`,
        printerId: choosePrinter(await stores.printers.list(), document, order.printerId),
        copy: copy.value,
        reason: purpose,
        content: content.value,
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const body = { action: 'copy-printed', document, jobId: job.id, copy: job.copy } as const
      const actor = actorOf(who, roleFor(office.profile, who, 'print-desk'))
      const pending = continueHistory(
        { state, events: [] },
        [{ body, actor, note: purpose }],
        at,
        ids,
        state.id,
      )
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })

/** Where the original is, in the words of the band. */
function placeOfOriginal(state: ApplicationState): string {
  if (state.product?.signature?.fileSha256) return 'asli: berkas PDF bertanda tangan elektronik'
  return statusOf(state) === 'handed-over' ? 'asli pada penerima' : 'asli di kantor'
}

function copyContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  jobs: readonly PrintJob[],
  at: Instant,
  band: BandMark,
): Result<PaperContent, ProductContentRefusal> {
  const file = signedPrint(office, state, [band])
  if (file) return ok({ ...file, sheet: 'copy' })
  const fresh = productContent(office, state, at, 'copy', null, [band])
  return fresh.ok ? ok(settledContent(fresh.value, product, jobs)) : fresh
}
