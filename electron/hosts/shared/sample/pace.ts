import { limitsOf } from '#domain/clock-reading.ts'
import { minutesOfDay } from '#domain/report-time.ts'
import type { Stage, TimeLimit } from '#domain/stage-table.ts'
import type { StageAct } from '#services/stage-work.ts'
import type { Office } from '#services/office.ts'
import type { Random } from './random.ts'

/** How long the people of a sample office let work lie, in office minutes. */
export interface Pace {
  /** Until somebody takes a dossier up that has come to a stage. */
  arrivedMinutes(stage: Stage, random: Random): number
  /** Until the next act at the same stage. */
  actMinutes(stage: Stage, act: StageAct, random: Random): number
}

type Range = readonly [number, number]

const signing: Range = [120, 560]
const recording: Range = [10, 60]
const middle = ([least, most]: Range): number => (least + most) / 2

/** How much of what it promises an office takes on the usual day; what lies long then breaks the promise now and then. */
const usualShare = 0.72
const slowShare = 0.06
const slowTimes = 4

/** A dossier lies so long at a stage of an office that promises nothing. */
function unhurried({ where, actions }: Stage): Range {
  if (where === 'portal' || where === 'paper') return [420, 1500]
  return actions.some((one) => one.accepts) ? [12, 330] : [90, 760]
}

const isOffices = ({ role, where, clock, handsOver }: Stage): boolean =>
  clock === 'running' && role !== 'applicant' && where !== 'automatic' && !handsOver

const expected = (stage: Stage): number =>
  middle(unhurried(stage)) +
  (stage.signs.length > 0 ? middle(signing) : 0) +
  (stage.outputs ? middle(recording) : 0)

/**
 * The pace of an office follows what it promises, or what the law leaves it: most dossiers are done within the promise, and
 * within the limits of their stages. Nobody hurries where nothing is promised.
 */
export function paceOf({ profile }: Office): Pace {
  const { stageTable, calendar, automaticApproval } = profile
  const day = minutesOfDay(calendar)
  const offices = stageTable.stages.filter(isOffices)
  const law: TimeLimit | null = automaticApproval && {
    workingDays: automaticApproval.workingDays,
    minutes: 0,
  }
  const whole = stageTable.limit ?? law
  const limits = [
    ...limitsOf(stageTable),
    ...(whole ? [{ limit: whole, stages: offices.map(({ code }) => code) }] : []),
  ].map(({ limit, stages }) => ({
    stages,
    hurry:
      (usualShare * (limit.workingDays * day + limit.minutes)) /
      offices.filter(({ code }) => stages.includes(code)).reduce((sum, one) => sum + expected(one), 1),
  }))
  const hurryOf = ({ code }: Stage): number =>
    limits.reduce((least, one) => (one.stages.includes(code) ? Math.min(least, one.hurry) : least), 1)
  return {
    arrivedMinutes(stage, random) {
      const slow = random.chance(slowShare) ? slowTimes : 1
      if (stage.handsOver) return random.between(90, 2200)
      if (stage.role === 'applicant') return random.between(300, 1900)
      return random.between(...unhurried(stage)) * slow * hurryOf(stage)
    },
    actMinutes(stage, { act }, random) {
      switch (act) {
        case 'sign':
          return random.between(...signing) * hurryOf(stage)
        case 'record-output':
          return random.between(...recording)
        case 'check':
        case 'replace':
          return random.between(1, 3)
        default:
          return random.between(2, 7)
      }
    },
  }
}
