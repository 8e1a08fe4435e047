import { fullDate, joinWords } from './indonesian.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'

/** A day of the office's calendar that became free or a working day, and so moved what was promised. */
export interface CalendarCause {
  readonly date: OfficeDate
  /** Name of the holiday that was added or taken out. */
  readonly name: string
  readonly change: 'became-free' | 'became-working'
}

/** The last time that a promised day moved, and why. */
export interface PromiseChange {
  readonly from: OfficeDate
  readonly to: OfficeDate
  readonly at: Instant
  /** Days of the calendar; empty: the dossier was with the applicant. */
  readonly why: readonly CalendarCause[]
}

/** Why a promised day moved, behind *karena*. */
export function causeInWords(why: readonly CalendarCause[]): string {
  if (why.length === 0) return 'berkas berada pada pemohon untuk dilengkapi'
  const [first] = why
  if (first && why.length > 3)
    return `kalender kantor berubah (${first.name} dan ${why.length - 1} hari lain)`
  return joinWords(
    why.map(({ date, name, change }) =>
      change === 'became-free'
        ? `${name} (${fullDate(date)}) menjadi hari libur`
        : `${name} (${fullDate(date)}) menjadi hari kerja`,
    ),
  )
}

/** *Janji berubah dari … menjadi … karena …* (issue B line 2). */
export const promiseChangeInWords = ({ from, to, why }: Pick<PromiseChange, 'from' | 'to' | 'why'>): string =>
  `Janji berubah dari ${fullDate(from)} menjadi ${fullDate(to)} karena ${causeInWords(why)}.`
