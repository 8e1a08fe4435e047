import { z } from 'zod'
import {
  dispatchKinds,
  dispatchStates,
  type ConfirmDispatchForm,
  type DispatchForm,
} from '#domain/dispatch.ts'
import { IdField, InstantOut, OfficeDateField, OfficeDateOut, Sha256Field, typedText } from './common.ts'

/** A new line as typed; its meaning is checked by `readDispatch`. */
export const DispatchFormSchema = z.object({
  kind: z.enum(dispatchKinds),
  letterNumber: typedText(120),
  subject: typedText(300),
  registrationNumber: typedText(64),
  recipient: typedText(),
  broughtBy: typedText(),
}) satisfies z.ZodType<DispatchForm>

/** `id` is minted by the screen with the first try: a repeat is the same line. */
export const EnterDispatchInput = z.object({ id: IdField, form: DispatchFormSchema })

export const ConfirmDispatchInput = z.object({
  id: IdField,
  form: z.object({
    receiver: typedText(),
    day: typedText(20),
    time: typedText(20),
    slipSha256: Sha256Field.nullable(),
  }) satisfies z.ZodType<ConfirmDispatchForm>,
})

export const VoidDispatchInput = z.object({ id: IdField, reason: typedText(300) })

export const DispatchSpanInput = z.object({ from: OfficeDateField, until: OfficeDateField })

export const DispatchView = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(dispatchKinds),
  /** What was brought, in one line. */
  text: z.string(),
  letterNumber: z.string().nullable(),
  subject: z.string().nullable(),
  dossier: z.object({ applicationId: z.string(), registrationNumber: z.string() }).nullable(),
  recipient: z.string(),
  broughtBy: z.string(),
  sentOn: OfficeDateOut,
  enteredAt: InstantOut,
  enteredBy: z.string(),
  received: z
    .object({
      receiver: z.string(),
      receivedAt: InstantOut,
      slipSha256: z.string().nullable(),
      at: InstantOut,
      by: z.string(),
    })
    .nullable(),
  voided: z.object({ reason: z.string(), at: InstantOut, by: z.string() }).nullable(),
  state: z.enum(dispatchStates),
})
export type DispatchView = z.infer<typeof DispatchView>

export const DispatchListView = z.object({
  /** Of the days that were asked for, and what is open of any day; the latest number first. */
  lines: z.array(DispatchView),
  /** To whom and by whom something was brought before, for typing. */
  recipients: z.array(z.string()),
  bringers: z.array(z.string()),
  confirmWithinDays: z.number(),
})
export type DispatchListView = z.infer<typeof DispatchListView>

/** What is known of a dossier's paper when it is to be written into the book. */
export const DispatchOfferView = z.object({
  lines: z.array(DispatchView),
  form: DispatchFormSchema,
})
