import type { PrintReason, PrintVerdict } from '#domain/print-job.ts'

/** The sheet came out, as far as the device can prove it. */
export const printed: PrintVerdict = { outcome: 'printed' }

/** Certain: nothing came out. */
export const failed = (reason: PrintReason, detail: string | null = null): PrintVerdict => ({
  outcome: 'failed',
  reason,
  detail,
})

/** Something may have come out. */
export const unknown = (reason: PrintReason, detail: string | null = null): PrintVerdict => ({
  outcome: 'unknown',
  reason,
  detail,
})

/** The system's name of an error (`ECONNREFUSED`), or its message. */
export const errorName = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
