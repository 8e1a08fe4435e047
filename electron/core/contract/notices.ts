import { z } from 'zod'
import { contactChannels, contactOutcomes, noticeStates } from '#domain/notice.ts'
import { noticeKinds } from '#domain/stage-table.ts'
import { IdField, InstantOut, typedText } from './common.ts'

/** One try to tell somebody. */
const TryView = z.object({
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  at: InstantOut,
  by: z.string(),
  note: z.string().nullable(),
})

/** Somebody to be told of something, as a line of the list. */
export const NoticeLineView = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  permitTypeCode: z.string(),
  kind: z.enum(noticeKinds),
  state: z.enum(noticeStates),
  madeAt: InstantOut,
  /** When it was told, printed or overtaken. */
  stateAt: InstantOut,
  /** `message`: a mobile number; `call`: a landline only; `paper`: no number that works. */
  reach: z.enum(['message', 'call', 'paper']),
  /** The first one first. */
  tries: z.array(TryView),
})
export type NoticeLineView = z.infer<typeof NoticeLineView>

/** The same with whom to call and what to say. */
export const NoticeView = NoticeLineView.extend({
  contacts: z.array(
    z.object({
      who: z.enum(['holder', 'representative']),
      name: z.string(),
      /** As it is dialled: `0812-5500-0173`; masked for whoever does not tell applicants: `0812****0173`. */
      phone: z.string(),
      mobile: z.boolean(),
      /** It was found wrong, and has not been mended since. */
      wrong: z.boolean(),
    }),
  ),
  title: z.string(),
  /** The message as it is pasted. */
  whatsApp: z.string(),
  /** What is read out, one breath a line. */
  phoneLines: z.array(z.string()),
})
export type NoticeView = z.infer<typeof NoticeView>

/** `total`: of all that wait, also beyond the list. */
export const NoticeListView = z.object({ lines: z.array(NoticeLineView), total: z.number() })

/** `id` is minted with the first try to send it, so that a repeat counts once. */
export const ContactInput = z.object({
  id: IdField,
  noticeId: IdField,
  channel: z.enum(['whatsapp', 'phone', 'counter']),
  outcome: z.enum(['reached', 'no-answer', 'wrong-number']),
  note: typedText(500).nullable(),
})

export const NoticeSlipInput = z.object({ id: IdField, noticeId: IdField, printerId: IdField.nullable() })
