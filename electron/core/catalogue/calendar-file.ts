import { z } from 'zod'
import { holidayTypes } from '#domain/calendar.ts'
import { parseTimeOfDay, type TimeOfDay } from '#domain/time-of-day.ts'
import { dayField, textField } from './fields.ts'

const timeField = z.string().transform((text, context): TimeOfDay => {
  const parsed = parseTimeOfDay(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'jam yang ditulis JJ:MM' })
  return z.NEVER
})

const HoursSchema = z
  .strictObject({
    opens: timeField,
    closes: timeField,
    breaks: z.array(z.strictObject({ from: timeField, until: timeField })).default([]),
  })
  .nullable()

const WeekSchema = z.strictObject({
  mon: HoursSchema,
  tue: HoursSchema,
  wed: HoursSchema,
  thu: HoursSchema,
  fri: HoursSchema,
  sat: HoursSchema,
  sun: HoursSchema,
})

const HolidaySchema = z.strictObject({
  date: dayField,
  type: z.enum(holidayTypes),
  name: textField,
  estimated: z.boolean().default(false),
})

/** The part of the calendar that is the office's own: its hours and its own closed or extra days. */
export const CalendarSchema = z.strictObject({
  week: WeekSchema,
  periods: z
    .array(z.strictObject({ name: textField, from: dayField, through: dayField, week: WeekSchema.partial() }))
    .default([]),
  closedDays: z.array(HolidaySchema).default([]),
  extraDays: z
    .array(z.strictObject({ date: dayField, name: textField, hours: HoursSchema.default(null) }))
    .default([]),
})

/** The holidays of the country: one file for all offices. */
export const HolidayFile = z.object({
  source: textField,
  holidays: z.array(HolidaySchema).min(1),
})
