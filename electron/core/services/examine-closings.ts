import type { Damage } from '#domain/examination.ts'
import type { HashText } from '#ports/hash.ts'
import type { Queries } from '#ports/queries.ts'
import { readReportRule, reportRuleSetting } from '#domain/report-rule.ts'
import { examineClosing } from './closed-days.ts'

/**
 * Computes every closed day again from its events, and follows the chain of closings. Only reads. What came in after a
 * closing is no damage. Without the office's zone in the settings nothing was ever counted, and nothing is looked at.
 */
export async function examineClosings({
  queries,
  hash,
}: {
  readonly queries: Queries
  readonly hash: HashText
}): Promise<{ readonly examined: number; readonly damages: readonly Damage[] }> {
  const timeZone = readReportRule(await queries.getSetting(reportRuleSetting))?.zone
  const chain = await queries.listClosingChain()
  if (timeZone === undefined) return { examined: 0, damages: [] }
  const damages: Damage[] = []
  let before: string | null = null
  for (const closing of chain) {
    const { day } = closing
    if (closing.previousHash !== before) damages.push({ code: 'closing-chain-broken', day })
    before = closing.hash
    const found = await examineClosing({ office: { profile: { timeZone } }, queries, hash }, closing)
    if (found.sound) continue
    const states = await queries.findApplications(found.applications)
    const applications = found.applications.map(
      (id) => states.find((one) => one.id === id)?.registrationNumber.text ?? id,
    )
    damages.push({ code: 'closing-differs', day, applications })
  }
  return { examined: chain.length, damages }
}
