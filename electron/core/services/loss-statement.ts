import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { longDate } from '#domain/indonesian.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, getType, type SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { printedLetterhead } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'

export interface LossStatementOrder {
  /** Dossiers whose receipt is lost; at least one. */
  readonly applicationIds: readonly string[]
  /** Who says so; as it will be signed. */
  readonly receivedBy: string
  /** `self` or the relation of the representative. */
  readonly relation: string
  readonly printerId: string | null
}

export type LossStatementRefusal =
  { readonly code: 'application-unknown' } | { readonly code: 'receiver-needed' }

/**
 * Prints the *Surat Pernyataan Kehilangan Tanda Terima*, to be signed at the counter before papers go out without their
 * receipt. Each call prints one sheet; every dossier's history tells of it.
 */
export const printLossStatement =
  (deps: DossierDeps) =>
  (order: LossStatementOrder, who: SignedIn): Promise<Result<PrintJob, LossStatementRefusal>> =>
    deps.work.run<PrintJob, LossStatementRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const name = order.receivedBy.trim()
      if (name === '') return refuse({ code: 'receiver-needed' })
      const states: ApplicationState[] = []
      for (const id of [...new Set(order.applicationIds)].toSorted()) {
        const state = await stores.applications.find(id)
        if (!state) return refuse({ code: 'application-unknown' })
        states.push(state)
      }
      const [first] = states
      if (!first) return refuse({ code: 'application-unknown' })
      const at = clock.now()
      const { profile } = office
      const day = officeDateOf(at, profile.timeZone)
      const content: PrintContent = {
        kind: 'loss-statement',
        paper: paperFor(profile, 'loss-statement'),
        createdAt: at,
        data: {
          agency: printedLetterhead(profile, day, false).agency.replaceAll('\n', ' '),
          place: profile.city,
          date: longDate(day),
          name: maskFullNik(name),
          capacity:
            order.relation === 'self'
              ? 'pemohon atau pemegang izin'
              : maskFullNik(order.relation.trim() || 'kuasa'),
          receipts: states.map((state) => ({
            registerNumber: state.registrationNumber.text,
            filedOn: longDate(state.filedOn),
            holderName: holderName(state),
            permitName: getType(office, state.data.permitTypeCode).name,
          })),
          officerName: who.user.name,
        },
      }
      const job = newJob(ids.uuid(), {
        document: 'loss-statement',
        applicationId: first.id,
        subjectId: null,
        title: `Pernyataan kehilangan tanda terima, ${name}`,
        printerId: choosePrinter(await stores.printers.list(), 'loss-statement', order.printerId),
        copy: 1,
        reason: null,
        content,
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const actor = actorOf(who, roleFor(profile, who, 'handover'))
      for (const state of states) {
        const copy = (state.prints['loss-statement'] ?? 0) + 1
        const body = { action: 'print-requested', document: 'loss-statement', jobId: job.id, copy } as const
        await commitHistory(
          stores,
          continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id),
          ids,
        )
      }
      return ok(job)
    })
