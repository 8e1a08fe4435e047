import { dayRange } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { legalisationRegisterContent, numbersBeforeLegalisations } from './legalisation-content.ts'
import type { SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'

/** Prints the register of legalisations of some days as it stands. Each call prints one. */
export const printLegalisationRegister =
  ({ office, work, clock, ids, queries }: DossierDeps & { readonly queries: Queries }) =>
  async (
    order: { readonly from: OfficeDate; readonly until: OfficeDate; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const lines = await queries.listLegalisations(
      boundsOfDays(order.from, order.until, office.profile.timeZone),
    )
    const starts = await queries.listNumberStarts()
    const before = await numbersBeforeLegalisations(queries, lines)
    const at = clock.now()
    return work.run<PrintJob, never>(async (stores) => {
      const sheet = {
        document: 'legalisation-register',
        subjectId: null,
        title: `Register legalisir ${dayRange(order.from, order.until)}`,
        printerId: order.printerId,
        content: legalisationRegisterContent(office, lines, starts, before, order, who, at),
      } as const
      return ok(await addOfficeSheet(stores, ids, sheet, who, at))
    })
  }
