import type { Damage } from '#domain/examination.ts'
import { readReportRule, reportRuleSetting } from '#domain/report-rule.ts'
import type { Queries } from '#ports/queries.ts'

const pageSize = 200
/** A dossier may change between two reads; only what stays different is damage. */
const tries = 3

/**
 * Compares what lists and search keep beside the events with a replay of the events. Only reads. An office that never started
 * has noted no zone yet, without which a day cannot be told.
 */
export async function examineLists({ queries }: { readonly queries: Queries }): Promise<{
  readonly examined: number
  readonly damages: readonly Damage[]
}> {
  const made = readReportRule(await queries.getSetting(reportRuleSetting))
  if (!made) return { examined: 0, damages: [] }
  const damages: Damage[] = []
  let examined = 0
  for (let after: string | null = null; ;) {
    const ids = await queries.listApplicationIds(after, pageSize)
    let wrong = await queries.listColumnsThatDiffer(ids, made.zone)
    for (let left = tries; left > 1 && wrong.length > 0; left -= 1)
      wrong = await queries.listColumnsThatDiffer(
        wrong.map(({ applicationId }) => applicationId),
        made.zone,
      )
    for (const { registrationNumber, columns } of wrong)
      damages.push({ code: 'list-columns-differ', application: registrationNumber, columns })
    examined += ids.length
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) return { examined, damages }
  }
}
