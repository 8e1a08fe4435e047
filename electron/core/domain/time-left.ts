import type { ApplicationStatus } from './application.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { officeDateOf } from './office-zone.ts'
import type { StageClock } from './stage-table.ts'
import { workingDaysBetween, workingDaysLeftAt } from './working-days.ts'

/** What a list says about a dossier's time; `days` are working days. */
export interface TimeLeft {
  readonly kind: 'left' | 'late' | 'age' | 'paused' | 'done'
  readonly days: number
  readonly label: string
}

export interface TimedDossier {
  readonly status: ApplicationStatus
  readonly clock: StageClock
  readonly submittedAt: Instant
  readonly dueOn: OfficeDate | null
  readonly returnedAt: Instant | null
  readonly issuedAt: Instant | null
  readonly handedOverAt: Instant | null
  /** When the last *Ralat* was approved; null: none was. */
  readonly erratumAt: Instant | null
  /** The paper that leaves the office, the new one of a Ralat, is signed. */
  readonly signed: boolean
  readonly stages: readonly { readonly since: Instant }[]
}

/**
 * How much time a dossier has left, in the office's working days.
 *
 * Where the office publishes no limit the age since filing is shown and no limit is invented (look 3).
 * A stopped clock shows how long it has stood still. A paper that a *Ralat* makes anew shows how long that has been at work,
 * and is ready from the day on which its new version came to whoever hands it over.
 */
export function timeLeft(calendar: OfficeCalendar, dossier: TimedDossier, now: Instant): TimeLeft {
  const today = officeDateOf(now, calendar.zone)
  const ageSince = (at: Instant): number =>
    1 + Math.max(0, workingDaysBetween(calendar, officeDateOf(at, calendar.zone), today))
  if (dossier.handedOverAt !== null || dossier.stages.length === 0)
    return { kind: 'done', days: 0, label: 'Selesai' }
  if (dossier.clock === 'paused') {
    const days = ageSince(dossier.returnedAt ?? dossier.stages[0]?.since ?? dossier.submittedAt)
    return { kind: 'paused', days, label: `Jam berhenti, hari ke-${days}` }
  }
  if (dossier.issuedAt !== null && dossier.erratumAt !== null) {
    const arrivedAt =
      dossier.stages
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? dossier.erratumAt
    // At the stage that the Ralat opened it is still being made, signed or not.
    if (!dossier.signed || arrivedAt <= dossier.erratumAt) {
      const days = ageSince(dossier.erratumAt)
      return { kind: 'age', days, label: `Ralat, hari ke-${days}` }
    }
    const days = ageSince(arrivedAt)
    return { kind: 'age', days, label: `Siap sejak hari ke-${days}` }
  }
  // Decided: the promise is kept or broken already; what waits now is the paper.
  const decidedAt = dossier.issuedAt ?? (dossier.status === 'refused' ? dossier.stages[0]?.since : undefined)
  if (decidedAt) {
    const days = ageSince(decidedAt)
    return { kind: 'age', days, label: `Siap sejak hari ke-${days}` }
  }
  if (dossier.dueOn === null) {
    const days = ageSince(dossier.submittedAt)
    return { kind: 'age', days, label: `Hari ke-${days}` }
  }
  const left = workingDaysLeftAt(calendar, now, dossier.dueOn)
  if (left < 0) return { kind: 'late', days: -left, label: `Lewat ${-left} hari kerja` }
  return { kind: 'left', days: left, label: left === 0 ? 'Hari ini terakhir' : `Sisa ${left} hari kerja` }
}
