import type { ApplicationEvent } from '#domain/application-event.ts'
import type { Damage } from '#domain/examination.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import { factsOf } from '#domain/report-facts.ts'
import { readReportRule, reportRule, reportRuleSetting } from '#domain/report-rule.ts'
import { stageSpansOf } from '#domain/stage-spans.ts'
import type { Queries } from '#ports/queries.ts'
import { canonical } from './canonical-text.ts'

const pageSize = 500
/** A dossier may change between two reads; only what stays different is damage. */
const tries = 3
const mostDays = 50

/**
 * Compares what reports keep beside the events with the events, and the daily sums with what they sum. Only reads. What an
 * older program has made is not looked at: the next start makes it again.
 */
export async function examineReports({ queries }: { readonly queries: Queries }): Promise<{
  readonly examined: number
  readonly damages: readonly Damage[]
}> {
  const made = readReportRule(await queries.getSetting(reportRuleSetting))
  if (made?.rule !== reportRule) return { examined: 0, damages: [] }
  const damages: Damage[] = []
  let examined = 0
  for (let after: string | null = null; ;) {
    const ids = await queries.listApplicationIds(after, pageSize)
    for (const id of ids)
      if (await differs(queries, id, made.zone)) {
        const state = await queries.findApplication(id)
        damages.push({ code: 'report-facts-differ', application: state?.registrationNumber.text ?? id })
      }
    examined += ids.length
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) break
  }
  const days = (await queries.reportSumsThatDiffer(mostDays)).map((one) => one.day)
  if (days.length > 0) damages.push({ code: 'report-sums-differ', days: [...new Set(days)] })
  return { examined, damages }
}

/** A history that cannot be read is the finding of another part, and has nothing to compare with. */
async function differs(queries: Queries, id: string, zone: ZoneName): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    const [facts, spans] = [await queries.factsOfApplication(id), await queries.spansOfApplication(id)]
    const told = toldBy(await queries.history(id), zone)
    if (told === null || told === canonical([facts, spans])) return false
  }
  return true
}

function toldBy(events: readonly ApplicationEvent[], zone: ZoneName): string | null {
  try {
    return canonical([factsOf(events, zone), stageSpansOf(events, zone)])
  } catch {
    return null
  }
}
