import type { TimeLeftView } from '#contract/dossier.ts'

/** What the time of a dossier means on every screen: late, soon over (at most one day), running, stopped or over. */
export function timeMeaning({ kind, days }: TimeLeftView): 'late' | 'soon' | 'running' | 'stopped' | 'done' {
  switch (kind) {
    case 'late':
      return 'late'
    case 'left':
      return days <= 1 ? 'soon' : 'running'
    case 'age':
      return 'running'
    case 'paused':
      return 'stopped'
    case 'done':
      return 'done'
  }
}

/** Late first, then what is left, then the oldest; what waits for somebody outside comes last. */
export function urgency({ kind, days }: TimeLeftView): number {
  switch (kind) {
    case 'late':
      return -10_000 - days
    case 'left':
      return days
    case 'age':
      return 10_000 - days
    case 'paused':
      return 20_000 - days
    case 'done':
      return 30_000
  }
}
