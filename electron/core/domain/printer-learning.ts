import { slipRulers } from './documents/test-slip.ts'
import type { QrWay, RulerLetter } from './documents/test-slip.ts'
import type { CodePage } from './documents/strip.ts'
import type { ThermalProfile } from './print-job.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** What a clerk has seen and scanned on a test slip. */
export interface SlipFindings {
  /** The widest ruler line that stands unbroken. */
  readonly widest: RulerLetter
  /** The codes that a scanner could read; empty: none. */
  readonly codes: readonly QrWay[]
  /** The page whose line reads whole; null: none does. */
  readonly letters: CodePage | null
  readonly cut: boolean
  /** Whether the printer answered the question for its status. */
  readonly status: 'answers' | 'silent'
  /** What to record of a printer that does not answer. */
  readonly withoutStatus: ThermalProfile['withoutStatus']
}

export type LearnRefusal =
  /** A paper whose code nobody can scan is no use at this printer: first another look, another head, another paper. */
  { readonly code: 'slip-code-unread' }

/**
 * Makes the profile of a printer from its test slip. The printer's own QR is taken where it can be read, because it is the
 * quicker one. Of a printer that answers, the office's trust is not asked: its silence is then a sign of trouble.
 *
 * Refuses `slip-code-unread` when no code of the slip could be scanned.
 */
export function learnProfile(findings: SlipFindings): Result<ThermalProfile, LearnRefusal> {
  if (findings.codes.length === 0) return refuse({ code: 'slip-code-unread' })
  const columns = slipRulers.find(({ letter }) => letter === findings.widest)?.columns ?? 32
  return ok({
    widthMm: columns === 32 ? 58 : 80,
    columns,
    codePage: findings.letters ?? 'ASCII',
    qr: findings.codes.includes('native') ? 'native' : 'raster',
    cutter: findings.cut,
    withoutStatus: findings.status === 'answers' ? 'unknown' : findings.withoutStatus,
  })
}
