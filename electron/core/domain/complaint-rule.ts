export const complaintChannels = [
  'counter',
  'phone',
  'text',
  'box',
  'email',
  'social',
  'sp4n-lapor',
  'website',
  'fax',
  'letter',
] as const
/** A way by which a complaint reaches an office. */
export type ComplaintChannel = (typeof complaintChannels)[number]

export interface ComplaintTopic {
  readonly code: string
  readonly label: string
}

/** How an office takes in complaints, and in what time it answers them. */
export interface ComplaintRule {
  readonly series: string
  /** The ways that the office has published, in its own order, each with its number or address. */
  readonly channels: readonly { readonly kind: ComplaintChannel; readonly label: string }[]
  readonly topics: readonly ComplaintTopic[]
  /** To whom a complaint is usually forwarded; others may be typed. */
  readonly units: readonly string[]
  /** Working days behind the day on which it came until it is answered. */
  readonly answerWithin: number
  /** The law or rule behind that time, as it is named to a complainant. */
  readonly basis: string
}
