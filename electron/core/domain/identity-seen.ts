/** Cards by which a person at the counter is recognised (domain 2.8, 3.5): KTP, its digital form, and what stands in for it. */
export const identityCards = ['ktp', 'ikd', 'suket', 'kipem', 'kitas', 'passport'] as const
export type IdentityCard = (typeof identityCards)[number]

/** What the clerk compared with the person before a paper left the office (domain 5.6). */
export interface IdentitySeen {
  /** Of whoever received it: the holder or the representative. */
  readonly card: IdentityCard
  /** A letter of authority was shown, with the holder's own card. */
  readonly letterOfAuthority: boolean
}
