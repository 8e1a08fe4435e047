import { z } from 'zod'
import { holidayTypes } from '#domain/calendar.ts'
import { OfficeDateField, OfficeDateOut, InstantOut, typedText } from './common.ts'

export const CalendarYearInput = z.object({ year: z.int().min(2000).max(2099) })

/** `holiday` null: the day is no holiday any more. */
export const CalendarDayInput = z.object({
  date: OfficeDateField,
  holiday: z
    .object({ type: z.enum(holidayTypes), name: typedText(120), estimated: z.boolean().default(false) })
    .nullable(),
  source: typedText(200),
})

/** A day off of the year on the screen, and where it comes from. */
export const CalendarDayView = z.object({
  date: OfficeDateOut,
  /** *Senin, 17 Agustus 2026*. */
  label: z.string(),
  type: z.enum(holidayTypes),
  typeLabel: z.string(),
  name: z.string(),
  /** true: the day may still move. */
  estimated: z.boolean(),
  /** null: shipped with the program and never changed here. */
  changed: z.object({ source: z.string(), by: z.string(), at: InstantOut }).nullable(),
})
export type CalendarDayView = z.infer<typeof CalendarDayView>

/** One line of the record. */
export const CalendarChangeView = z.object({
  id: z.string(),
  label: z.string(),
  /** What the change did, in words. */
  text: z.string(),
  source: z.string(),
  by: z.string(),
  at: InstantOut,
})

export const CalendarYearView = z.object({
  year: z.number(),
  /** Years that can be looked at: those with holidays, and the present and the next one. */
  years: z.array(z.number()),
  days: z.array(CalendarDayView),
  workingDays: z.number(),
  /** National holidays of this year in the calendar. */
  national: z.number(),
  /** false: fewer than a year ever has, so promises in it are uncertain. */
  whole: z.boolean(),
  /** Days on which the office differs from the data of the program; null: it brings no data for this year. */
  differing: z.number().nullable(),
  changes: z.array(CalendarChangeView),
})
export type CalendarYearView = z.infer<typeof CalendarYearView>

export const CalendarOutcomeView = z.object({ days: z.number(), promises: z.number() })
