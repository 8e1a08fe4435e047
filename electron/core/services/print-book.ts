import type { BookKind } from '#domain/documents/book-kinds.ts'
import { dayRange } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { ok, type Result } from '#domain/result.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import type { BookDeps } from './book-deps.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { SignedIn } from './office.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { reportPaper } from './report-files.ts'

/**
 * Puts any report on paper, as it stands now or as it was known at a moment. Each call is a sheet of its own: a report is no
 * original.
 */
export const printBook =
  (deps: DossierDeps & BookDeps) =>
  async (
    order: {
      readonly kind: BookKind
      readonly days: DaySpan
      /** null, or a moment that has not come: now. */
      readonly asOf: Instant | null
      readonly printerId: string | null
    },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const at = deps.clock.now()
    const { kind, days, printerId } = order
    const asOf = order.asOf !== null && order.asOf < at ? order.asOf : at
    const content = await reportPaper(deps)(
      kind,
      { days, asOf, today: officeToday(deps.office, asOf) },
      { by: who.user.name, at },
    )
    const document = content.kind === 'daily-report' ? 'daily-report' : 'report-book'
    return deps.work.run<PrintJob, never>(async ({ printers, printJobs }) => {
      const all = await printers.list()
      const job = newJob(deps.ids.uuid(), {
        document,
        applicationId: null,
        subjectId: null,
        title: `${bookLabel(kind)} ${dayRange(days.from, days.through)}`,
        // A printer set up before there were books prints them with the daily report.
        printerId: choosePrinter(all, document, printerId) ?? choosePrinter(all, 'daily-report', null),
        copy: 1,
        reason: null,
        content,
        requestedBy: who.user.name,
        at,
      })
      await printJobs.add(job)
      return ok(job)
    })
  }
