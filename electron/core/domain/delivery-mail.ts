import type { Instant } from './instant.ts'

export const deliveryMailOutcomes = [
  'sent',
  'failed',
  'uncertain',
  'wrong-address',
  'bounced',
  'cancelled',
  'given-otherwise',
] as const
/** What became of a mail with a paper. `given-otherwise`: it did not arrive, and the holder got the paper another way. */
export type DeliveryMailOutcome = (typeof deliveryMailOutcomes)[number]

/** A mail with the signed paper, as the dossier proves it: when, to whom, which file, what the server said. */
export interface DeliveryMail {
  readonly id: string
  readonly messageId: string
  readonly to: string
  readonly fileSha256: string
  readonly askedAt: Instant
  readonly askedBy: string
  /** null: it is under way. */
  readonly outcome: DeliveryMailOutcome | null
  /** When the server took it; null: it has not. */
  readonly sentAt: Instant | null
  /** What the server answered, or a clerk wrote, last. */
  readonly answer: string | null
}

interface AskedBody {
  readonly mailId: string
  readonly messageId: string
  readonly to: string
  readonly fileSha256: string
}

/** The mails of a dossier with one more. */
export const askedMail = (
  mails: readonly DeliveryMail[] = [],
  { mailId, messageId, to, fileSha256 }: AskedBody,
  askedAt: Instant,
  askedBy: string,
): readonly DeliveryMail[] => [
  ...mails,
  { id: mailId, messageId, to, fileSha256, askedAt, askedBy, outcome: null, sentAt: null, answer: null },
]

/** The mails of a dossier after something became of one. What the server answered at the sending stays when it comes back. */
export const endedMail = (
  mails: readonly DeliveryMail[] = [],
  body: { readonly mailId: string; readonly outcome: DeliveryMailOutcome; readonly answer: string | null },
  at: Instant,
): readonly DeliveryMail[] =>
  mails.map((one) =>
    one.id === body.mailId
      ? {
          ...one,
          outcome: body.outcome,
          sentAt: body.outcome === 'sent' ? at : one.sentAt,
          answer: body.answer ?? one.answer,
        }
      : one,
  )

/** The mail that is on its way with the paper; undefined: none. */
export const mailUnderWay = ({
  mails,
}: {
  readonly mails?: readonly DeliveryMail[] | undefined
}): DeliveryMail | undefined => mails?.find((one) => one.outcome === null)
