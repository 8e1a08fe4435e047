const FULL_NIK = /(?<!\d)\d{16}(?!\d)/

/**
 * A net under every paper that leaves the office: a full NIK never gets on it, only a masked one.
 *
 * Throws when one of the texts holds sixteen digits in a row.
 */
export function refuseFullNik(texts: readonly string[]): void {
  if (texts.some((text) => FULL_NIK.test(text))) throw new Error('A document would show a full NIK')
}
