import { z } from 'zod'
import { mailPurposes, mailReasons, mailStates, mailSettlements } from '#domain/mail.ts'
import { mailSecurities } from '#domain/mail-server.ts'
import { IdField, InstantOut, typedText } from './common.ts'

/** A mail as a screen shows it. */
export const MailView = z.object({
  id: z.string(),
  applicationId: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  permitTypeCode: z.string(),
  /** Number of the paper; null: it brings none, or an unnumbered one. */
  paperNumber: z.string().nullable(),
  purpose: z.enum(mailPurposes),
  to: z.string(),
  messageId: z.string(),
  state: z.enum(mailStates),
  stateLabel: z.string(),
  stateAt: InstantOut,
  /** Why it stands where it stands, and what to do; null: nothing to be said. */
  reason: z.string().nullable(),
  reasonCode: z.enum(mailReasons).nullable(),
  /** The server's own words. */
  answer: z.string().nullable(),
  attempts: z.number(),
  /** Only while it waits. */
  nextTryAt: InstantOut.nullable(),
  askedAt: InstantOut,
  askedBy: z.string(),
  /** Somebody must decide. */
  inNeed: z.boolean(),
  settled: z.object({ how: z.enum(mailSettlements), at: InstantOut, by: z.string() }).nullable(),
})
export type MailView = z.infer<typeof MailView>

export const SendByEmailInput = z.object({
  applicationId: IdField,
  /** Made with the first try. */
  mailId: IdField,
  /** Generous, so that the rule itself says what is wrong with a long one. */
  to: typedText(400),
})

export const MailNoteInput = z.object({ mailId: IdField, note: typedText(300).nullable() })

/** Whether mails go out here, and whether somebody is needed. */
export const MailStatusView = z.object({
  /** The office has a mail server. */
  isSetUp: z.boolean(),
  /** This station can open its password; another one may. */
  isOpenable: z.boolean(),
  inNeed: z.number(),
  underWay: z.number(),
})

/** The settings of the mail server; the password never leaves the server. */
export const MailServerView = z.object({
  host: z.string(),
  port: z.number(),
  security: z.enum(mailSecurities),
  senderName: z.string(),
  senderAddress: z.string(),
  user: z.string(),
  hasPassword: z.boolean(),
  /** This station can open it. */
  isOpenable: z.boolean(),
  /** The station at which it was saved. */
  station: z.string(),
  savedAt: InstantOut,
  savedBy: z.string(),
})
export type MailServerView = z.infer<typeof MailServerView>

export const MailServerInput = z.object({
  host: typedText(),
  port: typedText(20),
  security: z.enum(mailSecurities),
  clearAccepted: z.boolean(),
  senderName: typedText(),
  senderAddress: typedText(400),
  user: typedText(),
  /** null: the one that is kept stays. */
  password: typedText(400).nullable(),
})

export const TryMailServerInput = MailServerInput.extend({ to: typedText(400) })
