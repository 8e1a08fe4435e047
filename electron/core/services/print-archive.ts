import type { ApplicationState } from '#domain/application-state.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { archiveContent } from './archive-content.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { callOffSheets, choosePrinter, inProgress, newJob, type PrintRefusal } from './print-document.ts'

export type PrintArchiveRefusal =
  Extract<PrintRefusal, { code: 'print-in-progress' }> | { readonly code: 'application-unknown' }

/** Why an archive is printed once more: it is no original, and nobody has to give a reason. */
const again = 'arsip dicetak lagi'

/**
 * *Cetak Arsip*: a cover, BA and recommendation and every file of a dossier as one job, at any stage and after its end. What
 * still waits of an earlier print is called off, so that a press repeated gives one archive. Refuses while one is being sent.
 */
export const printArchive =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<ApplicationState, PrintArchiveRefusal>> =>
    work.run<ApplicationState, PrintArchiveRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const earlier = (await stores.printJobs.listForSubject(state.id)).filter(
        (one) => one.document === 'archive',
      )
      const sending = earlier.find((one) => one.state === 'sending')
      if (sending) return refuse(inProgress(sending))
      const at = clock.now()
      await callOffSheets(stores, state.id, ({ document }) => document === 'archive', at, again)
      const printers = await stores.printers.list()
      const copy = earlier.filter((one) => one.state === 'printed' || one.state === 'unknown').length + 1
      const job = newJob(ids.uuid(), {
        document: 'archive',
        applicationId: state.id,
        subjectId: state.id,
        title: `Arsip ${state.registrationNumber.text}`,
        // An office that has set no printer for its archive prints it where its letters come out.
        printerId:
          choosePrinter(printers, 'archive', order.printerId) ??
          choosePrinter(printers, 'refusal-letter', null),
        copy,
        reason: copy > 1 ? again : null,
        content: archiveContent(office, state, at, who.user.name),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const entry = {
        body: { action: 'print-requested', document: 'archive', jobId: job.id, copy } as const,
        actor: actorOf(who, roleFor(office.profile, who, 'work-dossiers')),
        note: job.reprintReason,
      }
      const pending = continueHistory({ state, events: [] }, [entry], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
