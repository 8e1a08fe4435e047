import type { TimeLeftView } from '#contract/dossier.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { Meaning } from '../../ui/status.tsx'

/** What the time of a dossier means: late, soon over, running, or standing still. */
export function timeMeaning(time: TimeLeftView): Meaning {
  switch (time.kind) {
    case 'late':
      return 'late'
    case 'left':
      return time.days <= 1 ? 'soon' : 'running'
    case 'age':
      return 'running'
    case 'paused':
      return 'stopped'
    case 'done':
      return 'done'
  }
}

/** For a narrow queue, whose head says that working days are meant. */
export function shortTime(time: TimeLeftView): string {
  switch (time.kind) {
    case 'late':
      return dossierWords.late(time.days)
    case 'left':
      return dossierWords.left(time.days)
    case 'age':
    case 'paused':
      return dossierWords.age(time.days)
    case 'done':
      return dossierWords.done
  }
}
