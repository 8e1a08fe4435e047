import { z } from 'zod'
import { bookFormats, bookKinds } from '#domain/documents/book-kinds.ts'
import { schedulePaces, scheduleProblems } from '#domain/report-schedule.ts'
import { IdField, InstantOut, OfficeDateOut, typedText } from './common.ts'

const RunView = z.object({
  from: OfficeDateOut,
  through: OfficeDateOut,
  state: z.enum(['making', 'done', 'failed']),
  triedAt: InstantOut,
  tries: z.number(),
  problem: z.enum(scheduleProblems).nullable(),
  /** What happened and what to do; null: nothing is wrong. */
  sentence: z.string().nullable(),
  detail: z.string().nullable(),
  nextTryAt: InstantOut.nullable(),
})

export const ScheduleView = z.object({
  id: z.string(),
  report: z.enum(bookKinds),
  pace: z.enum(schedulePaces),
  /** `16:30` */
  at: z.string(),
  formats: z.array(z.enum(bookFormats)),
  target: z.enum(['folder', 'mail']),
  /** The folder, or the addresses one a line. */
  where: z.string(),
  /** The station whose folder it is; null: by mail. */
  station: z.string().nullable(),
  setBy: z.string(),
  /** The latest periods, the last one first. */
  runs: z.array(RunView),
})
export type ScheduleView = z.infer<typeof ScheduleView>

export const ScheduleInput = z.object({
  id: IdField,
  report: z.enum(bookKinds),
  pace: z.enum(schedulePaces),
  at: typedText(10),
  formats: z.array(z.enum(bookFormats)),
  target: z.object({ kind: z.enum(['folder', 'mail']), typed: typedText(2000) }),
})
