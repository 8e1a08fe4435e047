import type { CollectiveFiling, UntakenDossier } from '#domain/collective-filing.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { Instant } from '#domain/instant.ts'
import type { FilingListView, FilingView } from '#contract/collective.ts'
import type { Queries } from '#ports/queries.ts'
import { isComplete } from '#services/collective-list.ts'
import type { Office } from '#services/office.ts'
import { lineView } from './dossier-view.ts'

export const filingView = (filing: CollectiveFiling): FilingView => ({
  id: filing.id,
  code: filing.code,
  bringer: { ...filing.bringer },
  openedAt: filing.openedAt,
  openedBy: filing.openedBy,
  station: filing.station,
  closed: filing.closed && { at: filing.closed.at, by: filing.closed.by },
})

/** Masked as on the printed list: a draft without a name is called by its NIK. */
const untakenView = ({ id, name, permitTypeCode, reason, at, by }: UntakenDossier) => ({
  id,
  name: maskFullNik(name),
  permitTypeCode,
  reason: maskFullNik(reason),
  at,
  by,
})

/** A filing with its dossiers and with what was not taken in. */
export async function filingListView(
  office: Office,
  queries: Queries,
  filing: CollectiveFiling,
  now: Instant,
): Promise<FilingListView> {
  const [lines, states, untaken] = await Promise.all([
    queries.listByCollectiveFiling(filing.id),
    queries.listStatesOfCollectiveFiling(filing.id),
    queries.listUntaken(filing.id),
  ])
  const jobs = await queries.listPrintJobs({
    applicationIds: lines.map((one) => one.id),
    limit: lines.length * 20,
  })
  return {
    ...filingView(filing),
    rows: lines.map((line) => {
      const state = states.find((one) => one.id === line.id)
      const receipt = jobs.find(
        (one) => one.applicationId === line.id && one.document === 'receipt' && one.copy === 1,
      )
      return {
        line: lineView(office, line, now),
        complete: state !== undefined && isComplete(office, state),
        receipt: receipt ? { jobId: receipt.id, state: receipt.state } : null,
      }
    }),
    untaken: untaken.map(untakenView),
  }
}
