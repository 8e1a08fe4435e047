import { z } from 'zod'
import { identityCards } from '#domain/identity-seen.ts'
import { longestMessage } from '#domain/online.ts'
import { IdField, InstantOut, OfficeDateOut, typedText } from './common.ts'

/** What the office decided about a request for an account, and whether the portal knows it. */
const AccountDecisionView = z.object({
  status: z.enum(['approved', 'refused']),
  by: z.string(),
  at: InstantOut,
  reason: z.string().nullable(),
  /** `refused`: the portal does not take it, see the tray of what it refused. */
  portal: z.enum(['on-its-way', 'knows', 'refused']),
})

/** Somebody who asks for an account of the portal. */
export const AccountRequestView = z.object({
  id: z.string(),
  name: z.string(),
  nik: z.string(),
  email: z.string(),
  phone: z.string(),
  requestedAt: InstantOut,
  /** null: the office publishes no limit. */
  dueAt: InstantOut.nullable(),
  late: z.boolean(),
  /** *Sisa 25 menit*, *Lewat 10 menit*, *Menunggu 2 jam*, in office hours. */
  timeText: z.string(),
  /** Whom the register knows under that NIK; their card is compared before it is approved. null: nobody. */
  holder: z
    .object({
      name: z.string(),
      birthDate: OfficeDateOut.nullable(),
      addressKtp: z.string().nullable(),
      phone: z.string().nullable(),
      /** Dossiers that the account takes over. */
      dossiers: z.number(),
      likeness: z.enum(['same', 'close', 'different']),
      /** What the clerk is to do about it. */
      sentence: z.string(),
    })
    .nullable(),
  decision: AccountDecisionView.nullable(),
})
export type AccountRequestView = z.infer<typeof AccountRequestView>

export const AccountQueueView = z.object({
  /** Whose work it is, as the profile names the role. */
  roleLabel: z.string(),
  /** *1 jam*; null: no limit is published. */
  limitText: z.string().nullable(),
  /** The one that is due first comes first. */
  waiting: z.array(AccountRequestView),
  /** Decided here, the newest first; at most 50. */
  decided: z.array(AccountRequestView),
})

export const DecideAccountInput = z.object({
  accountId: IdField,
  status: z.enum(['approved', 'refused']),
  reason: typedText(500).nullable(),
  card: z.enum(identityCards).nullable(),
  samePerson: z.boolean(),
})

/** Two values of one field, side by side. */
export const ConflictView = z.object({
  id: z.string(),
  entityName: z.string(),
  applicationId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  holderName: z.string().nullable(),
  field: z.string(),
  label: z.string(),
  /** What both sides said before; empty: nothing. */
  before: z.string(),
  ours: z.object({ text: z.string(), by: z.string().nullable(), at: InstantOut.nullable() }),
  theirs: z.object({ text: z.string(), by: z.string() }),
  /** Files to look at, by content; null: no files are in question. */
  files: z.object({ ours: z.string().nullable(), theirs: z.string().nullable() }).nullable(),
  /** The portal's version that is shown; sent with the choice. */
  version: z.number(),
  foundAt: InstantOut,
})
export type ConflictView = z.infer<typeof ConflictView>

export const SettleConflictInput = z.object({
  conflictId: IdField,
  version: z.int(),
  picked: z.enum(['ours', 'theirs']),
})

const PersonSide = z.object({
  name: z.string(),
  nik: z.string().nullable(),
  birthDate: OfficeDateOut.nullable(),
  addressKtp: z.string().nullable(),
  phone: z.string().nullable(),
})

/** Something from the portal that has no place yet. */
export const ArrivalView = z.object({
  id: z.string(),
  entityName: z.string(),
  reason: z.string(),
  /** What happened and what can be done. */
  sentence: z.string(),
  /** null: of no dossier here. */
  applicationId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  holderName: z.string().nullable(),
  /** What it says, as label and value. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  arrivedAt: InstantOut,
  /** What a clerk can do with it; `noted` always. */
  ways: z.array(z.enum(['again', 'same-person', 'requirement', 'noted'])),
  /** Requirements to choose from for a file; empty: none. */
  requirements: z.array(z.object({ code: z.string(), label: z.string() })),
  /** Both lines where one NIK has two names; null: that is not the question. */
  persons: z.object({ here: PersonSide, there: PersonSide }).nullable(),
})
export type ArrivalView = z.infer<typeof ArrivalView>

export const SettleArrivalInput = z.discriminatedUnion('how', [
  z.object({ arrivalId: IdField, how: z.literal('again') }),
  z.object({ arrivalId: IdField, how: z.literal('noted'), note: typedText(500) }),
  z.object({ arrivalId: IdField, how: z.literal('same-person'), card: z.enum(identityCards).nullable() }),
  z.object({ arrivalId: IdField, how: z.literal('requirement'), requirementCode: typedText(64) }),
])

/** A message on a dossier. */
export const MessageView = z.object({
  id: z.string(),
  from: z.enum(['office', 'applicant']),
  by: z.string(),
  text: z.string(),
  at: InstantOut,
  /** Whether the portal has it; null: it came from there. */
  portal: z.enum(['on-its-way', 'knows', 'refused']).nullable(),
})
export type MessageView = z.infer<typeof MessageView>

/** `messageId` is minted before the first try to send it, so that a repeat writes once. */
export const SendMessageInput = z.object({
  applicationId: IdField,
  messageId: IdField,
  text: typedText(longestMessage + 1),
})

/** How much waits for a clerk; `accounts` null: it is not this person's to look at. */
export const InboxCountsView = z.object({
  accounts: z.number().nullable(),
  conflicts: z.number(),
  arrivals: z.number(),
})
