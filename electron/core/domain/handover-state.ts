import type { ApplicationEvent, EventBody } from './application-event.ts'
import { askedMail, endedMail, type DeliveryMail } from './delivery-mail.ts'
import type { OldPermitStanding, Reminder } from './handover.ts'
import type { Instant } from './instant.ts'
import { giveOriginalsBack, keepOriginals, leaveOriginals, type KeptOriginal } from './kept-originals.ts'

/** What the counter owes, gave and took, as it follows from the events. */
export interface HandoverFacts {
  readonly handedOverAt: Instant | null
  /** Originals that the office took, given back or not; absent: none. See `originalsToReturn`. */
  readonly originals?: readonly KeptOriginal[] | undefined
  /** The earlier paper that this one takes the place of; absent: nobody was asked for one. See `owedOldPermit`. */
  readonly oldPermit?: OldPermitStanding | undefined
  /** Where the finished paper lies; absent: on no rack. Gone with the handover. */
  readonly rackPlace?: string | undefined
  /** Times that the holder was told that it waits, the first one first; absent: never. */
  readonly reminders?: readonly Reminder[] | undefined
  /** The papers of a returned, refused or withdrawn dossier went back; absent: not since it came. */
  readonly papersBack?:
    | { readonly returnId: string; readonly at: Instant; readonly by: string; readonly receivedBy: string }
    | undefined
  /** Mails with the signed paper, the first one first; absent: none. */
  readonly mails?: readonly DeliveryMail[] | undefined
  /** Pictures of signatures given on the screen; absent: none. */
  readonly receiverSignatures?: readonly string[] | undefined
}

export type HandoverBody = Extract<
  EventBody,
  {
    action:
      | 'handed-over'
      | 'originals-kept'
      | 'originals-returned'
      | 'originals-left'
      | 'old-permit-settled'
      | 'rack-placed'
      | 'reminded'
      | 'papers-given-back'
      | 'mail-asked'
      | 'mail-ended'
  }
>

/** Folds an event of the counter; pure and total. Only what changes. */
export function handoverAfter(
  facts: HandoverFacts,
  event: Pick<ApplicationEvent, 'at' | 'actor'>,
  body: HandoverBody,
): Partial<HandoverFacts> {
  const { at } = event
  const by = event.actor.name
  switch (body.action) {
    case 'handed-over':
      return {
        handedOverAt: at,
        rackPlace: undefined,
        ...(body.oldPermit ? { oldPermit: { answer: body.oldPermit, at, by } } : undefined),
        ...signedOn(facts, body.signatureSha256),
      }
    case 'originals-kept':
      return { originals: keepOriginals(facts.originals, body.originals, at, by) }
    case 'originals-returned': {
      const { receivedBy, relation, alone } = body
      const returned = { at, by, receivedBy, relation, ...(alone ? { returnId: alone.returnId } : undefined) }
      return {
        originals: giveOriginalsBack(facts.originals, body.originalIds, returned),
        ...signedOn(facts, alone?.signatureSha256),
      }
    }
    case 'originals-left':
      return { originals: leaveOriginals(facts.originals, body.originals, at, by) }
    case 'old-permit-settled':
      return { oldPermit: { answer: body.answer, at, by } }
    case 'rack-placed':
      return { rackPlace: body.place ?? undefined }
    case 'reminded':
      return { reminders: [...(facts.reminders ?? []), { at, channel: body.channel, by }] }
    case 'mail-asked':
      return { mails: askedMail(facts.mails, body, at, by) }
    case 'mail-ended':
      return { mails: endedMail(facts.mails, body, at) }
    case 'papers-given-back':
      return {
        papersBack: { returnId: body.returnId, at, by, receivedBy: body.receivedBy },
        ...signedOn(facts, body.signatureSha256),
      }
  }
}

const signedOn = (
  { receiverSignatures }: HandoverFacts,
  sha256: string | null | undefined,
): Pick<HandoverFacts, 'receiverSignatures'> =>
  sha256 === undefined || sha256 === null
    ? {}
    : { receiverSignatures: [...(receiverSignatures ?? []), sha256] }
