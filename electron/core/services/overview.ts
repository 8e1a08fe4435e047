import type { Instant } from '#domain/instant.ts'
import { alarmKinds, type AlarmKind } from '#domain/limit-alarm.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { figuresOf, kindsOfFigures, type Figures } from '#domain/report-figures.ts'
import { handingStages } from '#domain/stage-table.ts'
import type { Queries } from '#ports/queries.ts'
import { listDaysNotClosed } from './closed-days.ts'
import { dailyFigures, figuresAWeekAgo } from './daily-report.ts'
import { limitAlarms } from './limit-alarms.ts'
import { officeToday } from './move-facts.ts'
import type { Office } from './office.ts'

/** The office at one moment. */
export interface Overview {
  readonly day: OfficeDate
  readonly figures: Figures
  /** The same weekday a week ago, as far as it had come at this hour. */
  readonly before: Figures
  readonly ready: number
  readonly stages: readonly { readonly code: string; readonly label: string; readonly waiting: number }[]
  readonly counters: readonly {
    readonly name: string
    readonly received: number
    readonly handedOver: number
  }[]
  /** Dossiers at which an alarm of the kind sounds. */
  readonly alarms: Readonly<Record<AlarmKind, number>>
  /** Dossiers past any limit, each once. */
  readonly late: number
  readonly openDays: readonly OfficeDate[]
}

/** *Beranda* of whoever answers for the office: today at a glance. Only reads; asked again after each change. */
export const overview =
  (deps: { readonly office: Office; readonly queries: Queries }) =>
  async (now: Instant): Promise<Overview> => {
    const { office, queries } = deps
    const { stageTable } = office.profile
    const day = officeToday(office, now)
    const condition = { days: { from: day, through: day }, kinds: kindsOfFigures, asOf: null }
    const [today, before, queues, byCounter, alarmed, ready, openDays] = await Promise.all([
      dailyFigures(queries, { from: day, through: day }),
      figuresAWeekAgo(queries, day, now),
      queries.stageQueues(),
      queries.countFacts(condition, { by: 'counter', per: null }),
      limitAlarms(deps)(now),
      queries.countReadyForHandover(handingStages(stageTable)),
      listDaysNotClosed(queries, day),
    ])
    const sounding = (...kinds: readonly AlarmKind[]): number =>
      alarmed.filter(({ alarms }) => alarms.some(({ kind }) => kinds.includes(kind))).length
    return {
      day,
      figures: figuresOf(today.get(day) ?? []),
      before,
      ready,
      stages: stageTable.stages.flatMap(({ code, label }) => {
        const waiting = queues.find(({ stage }) => stage === code)?.waiting ?? 0
        return waiting === 0 ? [] : [{ code, label, waiting }]
      }),
      counters: [...Map.groupBy(byCounter, ({ group }) => group)]
        .map(([name, cells]) => {
          const { received, handedOver } = figuresOf(cells)
          return { name, received, handedOver }
        })
        .filter(({ received, handedOver }) => received + handedOver > 0)
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
      alarms: Object.fromEntries(alarmKinds.map((kind) => [kind, sounding(kind)])) as Record<
        AlarmKind,
        number
      >,
      late: sounding('late', 'stage-late'),
      openDays,
    }
  }
