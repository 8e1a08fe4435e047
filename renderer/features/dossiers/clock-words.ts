import type { ClocksView } from '#contract/dossier.ts'
import { durationInWords } from '#domain/wording/days.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { Meaning } from '../../ui/status.tsx'

export type Clock = ClocksView['whole']
export type ClockDay = ClocksView['days'][number]

const words = dossierWords.time

export const usedWords = ({ state, unit, used }: Clock): string =>
  state === 'waiting' ? '–' : durationInWords(unit, used)

/** *2 hari kerja*, *Hari terakhir*, *Lewat 1 hari kerja*; a dash without a limit. */
export function remainingWords({ unit, remaining }: Clock): string {
  if (remaining === null) return '–'
  if (remaining < 0) return words.late(durationInWords(unit, -remaining))
  return remaining === 0 ? words.lastDay[unit] : durationInWords(unit, remaining)
}

export function clockMeaning({ state, remaining }: Clock): Meaning {
  if (state === 'running') return remaining !== null && remaining < 0 ? 'late' : 'running'
  return ({ waiting: 'not-yet', paused: 'stopped', stopped: 'done' } as const)[state]
}

/** How a day is drawn. The number is the place of a counted day in the count; 0 for the day on which it begins. */
export interface DrawnDay {
  readonly day: ClockDay
  readonly look: ClockDay['kind'] | 'late' | 'to-come'
  readonly count: number | null
  readonly isToday: boolean
  readonly isDue: boolean
}

/** Days with their place in the count; after the due day they are late, after today still to come. */
export function drawnDays(
  days: readonly ClockDay[],
  dueOn: string | null,
  today: string,
): readonly DrawnDay[] {
  let counted = 0
  return days.map((day) => {
    if (day.counted) counted += 1
    const isLate = dueOn !== null && day.date > dueOn
    const look = !day.counted ? day.kind : day.date > today ? 'to-come' : isLate ? 'late' : 'counted'
    return {
      day,
      look,
      count: day.counted ? counted : day.kind === 'begun' ? 0 : null,
      isToday: day.date === today,
      isDue: day.date === dueOn,
    }
  })
}
