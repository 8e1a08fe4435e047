import { z } from 'zod'
import { alarmKinds } from '#domain/limit-alarm.ts'
import { IdField, InstantField, InstantOut, OfficeDateOut } from './common.ts'
import { DelayReasonView, DossierLineView } from './dossier.ts'
import { DaysOut, daysIn } from './figures.ts'

/** `asOf` null: as it is known now. */
export const TimeInput = z.object({ ...daysIn, asOf: InstantField.nullable().default(null) })

/** A percentile is the shortest time that so many in a hundred do not exceed. */
const Times = z.object({
  count: z.number(),
  mean: z.number(),
  median: z.number(),
  p80: z.number(),
  p95: z.number(),
  longest: z.number(),
})

/** Minutes are those of office time. */
const TimeLineView = z.object({
  group: z.string(),
  label: z.string(),
  role: z.string().nullable(),
  limit: z.string().nullable(),
  times: Times,
  sentBack: z.number(),
  /** null: without a limit. */
  over: z.number().nullable(),
})
export type TimeLineView = z.infer<typeof TimeLineView>

const LateView = z.object({
  dossier: DossierLineView,
  promisedOn: OfficeDateOut,
  /** Working days. */
  late: z.number(),
  /** null: still open. */
  decidedOn: OfficeDateOut.nullable(),
  /** Where it lay longest; null: nowhere in the office. */
  heldBy: z
    .object({ stage: z.string(), role: z.string(), since: InstantOut, minutes: z.number() })
    .nullable(),
  /** What was written down last about why; null: nothing. */
  reason: DelayReasonView.nullable(),
})
export type LateView = z.infer<typeof LateView>

/** Promised and real time of what was decided in a span, and what waits now. */
export const TimeReportView = z.object({
  days: DaysOut,
  /** Of a usual day, by which minutes are told as working days. */
  minutesOfDay: z.number(),
  /** *14 hari kerja 2 jam*; null: the office publishes none. */
  limit: z.string().nullable(),
  decided: z.object({
    count: z.number(),
    within: z.number(),
    late: z.number(),
    noPromise: z.number(),
    /** Working days. */
    times: Times.nullable(),
    paused: Times.nullable(),
  }),
  stages: z.array(TimeLineView),
  roles: z.array(TimeLineView),
  applicants: z.array(TimeLineView),
  /** What waits at each stage now; `days`: for how many working days the first of them has. null: of a past moment. */
  queues: z
    .array(
      z.object({
        stage: z.string(),
        label: z.string(),
        role: z.string(),
        /** With the applicants. */
        outside: z.boolean(),
        waiting: z.number(),
        since: InstantOut,
        days: z.number(),
      }),
    )
    .nullable(),
  late: z.array(LateView),
})
export type TimeReportView = z.infer<typeof TimeReportView>

export const TimeCellField = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('decided'),
    outcome: z.enum(['within', 'late', 'no-promise', 'all', 'paused']),
  }),
  z.object({
    of: z.enum(['stage', 'role']),
    group: z.string().max(64),
    /** With the applicant. */
    outside: z.boolean(),
    only: z.enum(['all', 'back', 'over']),
  }),
  z.object({ of: z.literal('queue'), stage: z.string().max(64) }),
])

export const TimeBehindInput = z.object({
  ...daysIn,
  cell: TimeCellField,
  asOf: InstantField.nullable().default(null),
  limit: z.int().min(1).max(1000),
})

export const TimeBehindView = z.object({
  total: z.number(),
  lines: z.array(
    z.object({
      key: z.string(),
      dossier: DossierLineView,
      workingDays: z.number().nullable(),
      minutes: z.number().nullable(),
    }),
  ),
})

export const StageMetersInput = z.object({ id: IdField })

/** How long one dossier lay at each stage of the office. */
export const StageMetersView = z.object({
  minutesOfDay: z.number(),
  meters: z.array(
    z.object({
      stage: z.string(),
      label: z.string(),
      role: z.string().nullable(),
      minutes: z.number(),
      limit: z.object({ minutes: z.number(), text: z.string(), shared: z.boolean() }).nullable(),
      over: z.boolean(),
    }),
  ),
  heldBy: z.string().nullable(),
  reasons: z.array(DelayReasonView),
})
export type StageMetersView = z.infer<typeof StageMetersView>

/** Dossiers at which an alarm sounds now: all of the office for whoever reads its reports, else one's own. */
export const AlarmsView = z.object({
  /** The books know something of this later moment: the computer's clock is wrong. null: it agrees with them. */
  booksAhead: InstantOut.nullable(),
  /** When silence is consent here; null: never. */
  automatic: z.object({ workingDays: z.number(), basis: z.string() }).nullable(),
  rows: z.array(
    z.object({
      dossier: DossierLineView,
      /** It waits at a stage of this person. */
      mine: z.boolean(),
      /** Whose turn it is, in words. */
      whose: z.string(),
      alarms: z.array(
        z.object({ kind: z.enum(alarmKinds), dueOn: OfficeDateOut.nullable(), text: z.string() }),
      ),
    }),
  ),
})
export type AlarmsView = z.infer<typeof AlarmsView>
