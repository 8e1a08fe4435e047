import type { PrintJob } from '#domain/print-job.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { fullDate } from '#domain/indonesian.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import { dailyReport } from './daily-report.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { SignedIn } from './office.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { reportContent } from './report-content.ts'

/** Puts the daily report of a day on paper. Each call is a sheet of its own: a report is no original. */
export const printReport =
  (deps: DossierDeps & { readonly queries: Queries }) =>
  async (
    order: { readonly day: OfficeDate; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const at = deps.clock.now()
    const report = await dailyReport(deps)(order.day, at)
    return deps.work.run<PrintJob, never>(async ({ printers, printJobs }) => {
      const job = newJob(deps.ids.uuid(), {
        document: 'daily-report',
        applicationId: null,
        subjectId: null,
        title: `Laporan harian ${fullDate(order.day)}`,
        printerId: choosePrinter(await printers.list(), 'daily-report', order.printerId),
        copy: 1,
        reason: null,
        content: reportContent(deps.office, report, who.user.name),
        requestedBy: who.user.name,
        at,
      })
      await printJobs.add(job)
      return ok(job)
    })
  }
