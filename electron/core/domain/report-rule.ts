import type { ZoneName } from './office-zone.ts'

/** Raise it when `factsOf` or `stageSpansOf` answers otherwise than before: what is stored is then made again. */
export const reportRule = 3

/** Settings key of the rule and zone by which everything that reports keep was made. */
export const reportRuleSetting = 'report-rule'

export interface ReportRule {
  readonly rule: number
  readonly zone: ZoneName
}

/** What was noted under `reportRuleSetting`; null: nothing, or it is being made. */
export function readReportRule(noted: unknown): ReportRule | null {
  if (typeof noted !== 'object' || noted === null) return null
  const { rule, zone } = noted as Partial<Record<keyof ReportRule, unknown>>
  return typeof rule === 'number' && typeof zone === 'string' ? { rule, zone } : null
}
