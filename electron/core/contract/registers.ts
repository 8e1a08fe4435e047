import { z } from 'zod'
import { registerKinds } from '#domain/documents/book-kinds.ts'
import { bookColumnKinds } from '#domain/documents/report-book.ts'
import { OfficeDateField } from './common.ts'

/** Registers that a screen reads: those with a reader of their own, and the two books of what comes in and goes out. */
export const readableRegisters = ['register-in', 'register-out', ...registerKinds] as const
export type ReadableRegister = (typeof readableRegisters)[number]

export const RegisterInput = z.object({
  kind: z.enum(readableRegisters),
  from: OfficeDateField,
  through: OfficeDateField,
})

export const RegisterTableView = z.object({
  key: z.string(),
  title: z.string(),
  columns: z.array(
    z.object({ key: z.string(), header: z.string(), kind: z.enum(bookColumnKinds), width: z.number() }),
  ),
  rows: z.array(
    z.object({
      cells: z.array(z.union([z.string(), z.number(), z.null()])),
      /** The dossier behind the line; null: none, or not told. */
      applicationId: z.string().nullable(),
      /** What the line tells of, as its own screen opens it; null: nothing of its own. */
      id: z.string().nullable(),
      /** Figures of the other tables that it is in. */
      counts: z.array(z.string()),
    }),
  ),
  notes: z.array(z.string()),
})
export type RegisterTableView = z.infer<typeof RegisterTableView>

/** A register as its book says it, with the dossiers behind its lines. */
export const RegisterView = z.object({
  title: z.string(),
  figures: z.array(z.object({ key: z.string(), label: z.string(), value: z.number() })),
  remarks: z.array(z.string()),
  /** What the check of the numbers found; null: there are no numbers of one series. */
  gaps: z.object({ sentence: z.string(), complete: z.boolean() }).nullable(),
  tables: z.array(RegisterTableView),
})
export type RegisterView = z.infer<typeof RegisterView>
