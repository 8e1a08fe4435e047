import { z } from 'zod'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

/** `id` is minted by the screen with the first try: a repeat is the same deputyship. */
export const AppointDeputyInput = z.object({
  id: IdField,
  absentId: IdField,
  deputyId: IdField,
  from: OfficeDateField,
  until: OfficeDateField,
  reason: typedText(300),
})

export const deputyshipStates = ['running', 'coming', 'over', 'ended'] as const

export const DeputyshipView = z.object({
  id: z.string(),
  absent: z.string(),
  deputy: z.string(),
  from: OfficeDateOut,
  until: OfficeDateOut,
  reason: z.string(),
  enteredAt: InstantOut,
  enteredBy: z.string(),
  /** null: not taken back. */
  ended: z.object({ at: InstantOut, by: z.string() }).nullable(),
  state: z.enum(deputyshipStates),
})
export type DeputyshipView = z.infer<typeof DeputyshipView>

export const DeputiesView = z.object({
  /** false: whoever looks takes an overseer's place, and only overseers themselves appoint. */
  mayAppoint: z.boolean(),
  /** Who may be away or take a place: everybody who may sign in. */
  people: z.array(z.object({ id: z.string(), name: z.string(), roleLabels: z.array(z.string()) })),
  /** What runs and what comes first, then what is over; the latest first. */
  deputyships: z.array(DeputyshipView),
})
export type DeputiesView = z.infer<typeof DeputiesView>
