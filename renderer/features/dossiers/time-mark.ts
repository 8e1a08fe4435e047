import type { TimeLeftView } from '#contract/dossier.ts'
import { dossierWords } from '../../locales/dossiers.ts'

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
