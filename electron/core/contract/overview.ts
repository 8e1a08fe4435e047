import { z } from 'zod'
import { InstantOut, OfficeDateOut } from './common.ts'

const figure = z.object({
  /** A week ago. */
  before: z.number(),
  now: z.number(),
})

/** The office at this moment, for whoever answers for it. */
export const OverviewView = z.object({
  day: OfficeDateOut,
  dayLabel: z.string(),
  asOf: InstantOut,
  figures: z.object({ received: figure, issued: figure, handedOver: figure, returned: figure }),
  /** Issued today after the promised day. */
  issuedLate: z.number(),
  /** May be fetched now. */
  ready: z.number(),
  /** What waits at each stage of the procedure, in its order; stages without any are left out. */
  stages: z.array(z.object({ code: z.string(), label: z.string(), waiting: z.number() })),
  /** What was done at each counter today. */
  counters: z.array(z.object({ name: z.string(), received: z.number(), handedOver: z.number() })),
  /** Dossiers past a limit, at most one working day before one, and near the day on which silence is consent. */
  late: z.number(),
  near: z.number(),
  /** null: silence is never consent here. */
  automatic: z.number().nullable(),
  /** Past the day on which silence is consent; null: it never is here. */
  granted: z.number().nullable(),
  printers: z.array(z.object({ name: z.string(), sentence: z.string() })),
  /** null: the office has no portal. */
  portal: z
    .object({ label: z.string(), sentence: z.string().nullable(), unsent: z.number(), needsYou: z.boolean() })
    .nullable(),
  /** Days before today with work that nobody closed, the earliest first. */
  openDays: z.array(z.object({ day: OfficeDateOut, label: z.string() })),
})
export type OverviewView = z.infer<typeof OverviewView>
