import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** What an office has set for everything that it prints. */
export interface PrintRules {
  /** A job that has waited longer asks before it prints; minutes. */
  readonly staleMinutes: number
}

/** A day's work may wait over a break; nobody wants yesterday's backlog in the morning. */
export const usualPrintRules: PrintRules = { staleMinutes: 30 }

/** Under it every break holds the work up; over it a night's backlog comes out by itself. */
export const leastStaleMinutes = 5
export const mostStaleMinutes = 480

export type PrintRulesRefusal = {
  readonly code: 'stale-minutes-wrong'
  readonly least: number
  readonly most: number
}

/** Reads what was typed. Refuses `stale-minutes-wrong` for anything but whole minutes within the limits. */
export function readPrintRules(typed: {
  readonly staleMinutes: string
}): Result<PrintRules, PrintRulesRefusal> {
  const text = typed.staleMinutes.trim()
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  return minutes >= leastStaleMinutes && minutes <= mostStaleMinutes
    ? ok({ staleMinutes: minutes })
    : refuse({ code: 'stale-minutes-wrong', least: leastStaleMinutes, most: mostStaleMinutes })
}

/** What was kept; null: the office has set nothing. */
export const keptPrintRules = (setting: unknown): PrintRules | null =>
  typeof setting === 'object' &&
  setting !== null &&
  'staleMinutes' in setting &&
  typeof setting.staleMinutes === 'number'
    ? { staleMinutes: setting.staleMinutes }
    : null

/** The key under which the rules are kept. */
export const printRulesSetting = 'print.rules'
