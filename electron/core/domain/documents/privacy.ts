const FULL_NIK = /(?<!\d)\d{16}(?!\d)/

/** What a clerk typed freely, with every sixteen digits in a row masked: a NIK, or an STR that looks like one. */
export const maskFullNik = (text: string): string =>
  text.replaceAll(new RegExp(FULL_NIK, 'g'), (digits) => `${digits.slice(0, 4)}${'*'.repeat(12)}`)

/**
 * A net under every paper that leaves the office: a full NIK never gets on it, only a masked one.
 *
 * Throws when one of the texts holds sixteen digits in a row.
 */
export function refuseFullNik(texts: readonly string[]): void {
  if (texts.some((text) => FULL_NIK.test(text))) throw new Error('A document would show a full NIK')
}
