import type { Instant } from './instant.ts'
import { ok, refuse, type Result } from './result.ts'

/** Who ended the time of carrying over, or began it once more, when and on what ground. */
export interface BeginningChange {
  readonly opens: boolean
  readonly at: Instant
  readonly by: string
  /** null: the first end, which needs none. */
  readonly reason: string | null
}

/** Changes of the time in which old books may be carried over, the first one first; empty: it has never ended. */
export type BeginningLog = readonly BeginningChange[]

export type BeginningRefusal =
  | { readonly code: 'beginning-closed'; readonly at: Instant; readonly by: string }
  | { readonly code: 'beginning-open' }
  | { readonly code: 'beginning-reason-needed' }

/** Whether old books may be carried over now; null: they may. */
export function refuseCarrying(log: BeginningLog): BeginningRefusal | null {
  const last = log.at(-1)
  return last && !last.opens ? { code: 'beginning-closed', at: last.at, by: last.by } : null
}

/**
 * Ends the time of carrying over, or begins it once more: from then on nobody can enter an old dossier unnoticed.
 * Refuses what is so already (the second of two hears who was first), and a new beginning without a reason.
 */
export function changeBeginning(
  log: BeginningLog,
  change: BeginningChange,
): Result<BeginningLog, BeginningRefusal> {
  const closed = refuseCarrying(log)
  if (!change.opens && closed) return refuse(closed)
  if (change.opens && !closed) return refuse({ code: 'beginning-open' })
  const reason = change.reason?.trim() || null
  if (change.opens && reason === null) return refuse({ code: 'beginning-reason-needed' })
  return ok([...log, { ...change, reason }])
}
