export const keyFactNames = [
  'number',
  'date',
  'holder',
  'place',
  'schedule',
  'valid-until',
  'str-number',
  'signer-name',
  'signer-nip',
] as const
export type KeyFactName = (typeof keyFactNames)[number]

/** Something that must be readable on a paper, worded as it is printed. */
export interface KeyFact {
  readonly fact: KeyFactName
  readonly text: string
}

/** The facts that have a value, in a fixed order. */
export const namedFacts = (
  facts: Readonly<Partial<Record<KeyFactName, string | null | undefined>>>,
): KeyFact[] =>
  keyFactNames.flatMap((fact) => {
    const text = facts[fact]?.trim() ?? ''
    return text === '' ? [] : [{ fact, text }]
  })
