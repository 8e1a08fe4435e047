import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Reprint } from '#domain/documents/receipt-data.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { momentOfReprint } from './receipt-content.ts'

export type ReprintHandoverRefusal =
  PrintRefusal | { readonly code: 'application-unknown' } | { readonly code: 'handover-receipt-unknown' }

type HandoverReceipt = Extract<PrintContent, { kind: 'handover-receipt' | 'papers-receipt' }>

/** The receipt that a job prints, when it is one of this dossier; several papers that went out together share one. */
function receiptOf(
  job: PrintJob | undefined,
  { registrationNumber }: ApplicationState,
): HandoverReceipt | null {
  const content = job?.content as PrintContent | undefined
  if (content?.kind !== 'handover-receipt' && content?.kind !== 'papers-receipt') return null
  const others = content.kind === 'handover-receipt' ? (content.data.papers ?? []) : []
  const numbers = [content.data, ...others].map((one) => one.registerNumber)
  return numbers.includes(registrationNumber.text) ? content : null
}

const markedAs = (content: HandoverReceipt, reprint: Reprint | null): HandoverReceipt =>
  content.kind === 'handover-receipt'
    ? { ...content, data: { ...content.data, reprint } }
    : { ...content, data: { ...content.data, reprint } }

/**
 * Prints the receipt of a handover, or of papers given back, again as CETAK ULANG ke-n with its reason: the very words,
 * names and signature of its day. The job and its history line are one transaction. Not repeatable: while a sheet of it is
 * under way, or nobody knows whether it came out, another one is refused.
 *
 * @param order.jobId  any print of that receipt
 */
export const reprintHandover =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: {
      readonly applicationId: string
      readonly jobId: string
      readonly printerId: string | null
      readonly reason: string
    },
    who: SignedIn,
  ): Promise<Result<ApplicationState, ReprintHandoverRefusal>> =>
    work.run<ApplicationState, ReprintHandoverRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const printed = await stores.printJobs.find(order.jobId)
      const content = receiptOf(printed, state)
      if (!printed?.subjectId || !content) return refuse({ code: 'handover-receipt-unknown' })
      const jobs = await stores.printJobs.listForSubject(printed.subjectId)
      const copy = decideCopy(
        jobs.filter((one) => one.document === 'handover-receipt'),
        order.reason,
      )
      if (!copy.ok) return copy
      const at = clock.now()
      const reprint =
        copy.value > 1
          ? {
              copy: copy.value - 1,
              printedAt: momentOfReprint(office, at),
              by: who.user.name,
              reason: order.reason.trim(),
            }
          : null
      const job = newJob(ids.uuid(), {
        document: 'handover-receipt',
        applicationId: printed.applicationId,
        subjectId: printed.subjectId,
        title: printed.title,
        printerId: choosePrinter(await stores.printers.list(), 'handover-receipt', order.printerId),
        copy: copy.value,
        reason: order.reason,
        content: markedAs(content, reprint),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const { id: jobId } = job
      const body = { action: 'print-requested', document: 'handover-receipt', jobId, copy: job.copy } as const
      const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
      const entry = { body, actor, note: job.reprintReason }
      const pending = continueHistory({ state, events: [] }, [entry], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
