import type { ApplicationEvent } from '#domain/application-event.ts'
import { readClocks, type ClockReading } from '#domain/clock-reading.ts'
import { courseOf } from '#domain/course.ts'
import { delayReasonsOf, type DelayReason } from '#domain/delay-reason.ts'
import { fullDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { limitInWords, publishedLimit } from '#domain/promise.ts'
import { sayWhyCounted } from '#domain/wording/days.ts'
import type { ExplainedDay } from '#domain/working-days.ts'
import { delayReasonText } from '#domain/wording/delay-reason.ts'
import type { ClocksView, DelayReasonView } from '#contract/dossier.ts'
import type { Office } from '#services/office.ts'

export const delayReasonView = ({ id, at, by, ...why }: DelayReason): DelayReasonView => ({
  id,
  at,
  by,
  text: delayReasonText(why),
})

type ClockView = ClocksView['whole']

const clockView = (reading: ClockReading, limit: string | null): ClockView => ({
  state: reading.state,
  limit,
  unit: reading.unit,
  used: reading.used,
  remaining: reading.remaining,
  pausedDays: reading.pausedDays,
  dueOn: reading.dueOn,
  dueAt: reading.dueAt,
})

function kindOf({ counted, why }: ExplainedDay): ClocksView['days'][number]['kind'] {
  if (counted) return 'counted'
  switch (why) {
    case 'before-day-zero':
    case 'day-zero':
      return 'begun'
    case 'paused':
    case 'elsewhere':
      return why
    default:
      return 'off'
  }
}

/** Every clock of a dossier, each counted or skipped day explained in the office's words. */
export function clocksView(office: Office, events: readonly ApplicationEvent[], now: Instant): ClocksView {
  const { stageTable, calendar } = office.profile
  const label = (code: string): string => stageTable.stages.find((one) => one.code === code)?.label ?? code
  const clocks = readClocks(courseOf(events), stageTable, calendar, now)
  return {
    whole: clockView(clocks.whole, publishedLimit(stageTable)),
    days: clocks.days.map((day) => ({
      date: day.date,
      label: fullDate(day.date),
      counted: day.counted,
      kind: kindOf(day),
      why: sayWhyCounted(day),
      stages: day.stages.map(label),
    })),
    stages: clocks.stages.map((reading) => ({
      ...clockView(reading, reading.limit && limitInWords(reading.limit)),
      labels: reading.stages.map(label),
    })),
    reasons: delayReasonsOf(events).map(delayReasonView),
  }
}
