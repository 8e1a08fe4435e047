import type { LimitAlarm } from '../limit-alarm.ts'
import { durationInWords } from './days.ts'

/** What an alarm says, with the names of the stages whose limit it is: *Tinggal 1 hari kerja dari janji*. */
export function sayAlarm({ kind, limit, unit, remaining }: LimitAlarm, stages: readonly string[]): string {
  const of = stages.length === 0 ? 'janji' : `batas ${stages.join(', ')}`
  switch (kind) {
    case 'late':
    case 'stage-late':
      return `Lewat ${durationInWords(unit, -remaining)} dari ${of}`
    case 'near':
      return remaining === 0 ? `Hari ini hari terakhir ${of}` : `Tinggal ${remaining} hari kerja dari ${of}`
    case 'automatic':
    case 'granted': {
      const days = limit?.workingDays ?? 0
      return kind === 'automatic'
        ? `Hari kerja ke-${days - remaining} dari ${days} menurut undang-undang`
        : `Hari kerja ke-${days - remaining} tanpa keputusan; batas undang-undang ${days}`
    }
  }
}
