import { z } from 'zod'
import { reminderChannels } from '#domain/handover.ts'
import { identityCards } from '#domain/identity-seen.ts'
import { IdField, InstantOut, Sha256Field, typedText, ConsentInput } from './common.ts'
import { DossierLineView, OriginalView, OwedPermitView } from './dossier.ts'

const HandedIn = z.object({ outcome: z.literal('handed-in') })
const Lost = z.object({ outcome: z.literal('lost'), policeLetter: typedText(100) })

/** What became of the earlier paper. */
export const OldPermitInput = z.discriminatedUnion('outcome', [
  HandedIn,
  Lost,
  z.object({ outcome: z.literal('not-yet'), reason: typedText(200) }),
])

/** What becomes of each original that the office keeps. */
const originals = z
  .array(
    z.discriminatedUnion('outcome', [
      z.object({ id: IdField, outcome: z.literal('given') }),
      z.object({ id: IdField, outcome: z.literal('left'), reason: typedText(200) }),
    ]),
  )
  .max(100)
  .default([])

const identitySeen = z.object({ card: z.enum(identityCards), letterOfAuthority: z.boolean() })

/** Who stands at the counter, and what was seen of them. */
const receiver = {
  receivedBy: typedText(),
  relation: typedText(64),
  receiverNik: z.string().max(32).nullable(),
  identity: identitySeen.nullable(),
  receipt: z.enum(['shown', 'lost']).default('shown'),
  statementSigned: z.boolean().default(false),
  signatureSha256: Sha256Field.nullable().default(null),
  printerId: IdField.nullable(),
}

export const HandOverTogetherInput = z.object({
  /** Made with the first try. */
  actId: IdField,
  papers: z
    .array(z.object({ applicationId: IdField, oldPermit: OldPermitInput.nullable(), originals }))
    .min(1)
    .max(100),
  ...receiver,
})

export const GiveBackInput = z.object({
  applicationId: IdField,
  /** Made with the first try. */
  returnId: IdField,
  papers: z
    .array(z.object({ requirementCode: z.string().max(64), count: z.number().int().min(1).max(999) }))
    .max(100),
  originals,
  ...receiver,
})

export const SettleOldPermitInput = z.object({
  applicationId: IdField,
  answer: z.discriminatedUnion('outcome', [HandedIn, Lost]),
})

export const LossStatementInput = z.object({
  applicationIds: z.array(IdField).min(1).max(100),
  receivedBy: typedText(),
  relation: typedText(64),
  printerId: IdField.nullable(),
})

/** Generous, so that the rule itself says what is wrong with a long one. */
export const RackInput = z.object({ applicationId: IdField, place: typedText(64).nullable() })

export const ReminderInput = z.object({
  applicationId: IdField,
  channel: z.enum(reminderChannels),
  /** Reminders that were on the screen. */
  seen: z.number().int().min(0),
})

/** A dossier that leaves something to be done at the counter: originals to be given back, an earlier paper to come. */
export const OpenEndView = DossierLineView.extend({
  originals: z.array(OriginalView),
  owedPermit: OwedPermitView.nullable(),
  /** When it was refused, withdrawn or returned, of any other when it was handed over. */
  since: InstantOut,
})
export type OpenEndView = z.infer<typeof OpenEndView>

/** A list that begins with so many; who wants to see further asks for more. */
export const LinesInput = z
  .object({ atMost: z.number().int().min(1).max(10_000).default(500) })
  .default({ atMost: 500 })
/** `more`: there are more lines than were asked for. */
export const OpenEndsView = z.object({ lines: z.array(OpenEndView), more: z.boolean() })
export type OpenEndsView = z.infer<typeof OpenEndsView>

/** A finished paper that waits at the counter. */
export const WaitingPaperView = OpenEndView.extend({
  applicantId: z.string(),
  representative: z.object({ name: z.string(), phone: z.string() }).nullable(),
  /** Fetching it asks for the earlier paper. */
  asksOldPermit: z.boolean(),
  rackPlace: z.string().nullable(),
  reminders: z.number(),
  remindedAt: InstantOut.nullable(),
})
export type WaitingPaperView = z.infer<typeof WaitingPaperView>

/** Papers that an applicant may have left here. */
export const PapersFiledView = z.array(
  z.object({ requirementCode: z.string(), label: z.string(), count: z.number() }),
)
export type PapersFiledView = z.infer<typeof PapersFiledView>

export const HandOverInput = z.object({
  applicationId: IdField,
  ...receiver,
  oldPermit: OldPermitInput.nullable().default(null),
  originals,
  /** `email` only where the office sends its papers so. */
  method: z.enum(['counter', 'email']).default('counter'),
})

/** A handover that was done on paper, with its real day and hour as typed. */
export const LateHandOverInput = HandOverInput.omit({
  printerId: true,
  method: true,
}).extend({
  lateDay: typedText(40),
  lateTime: typedText(10),
  reason: typedText(300),
  consent: ConsentInput.nullable(),
})
