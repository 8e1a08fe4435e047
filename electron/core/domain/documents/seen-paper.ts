import type { ProductContent } from './print-content.ts'
import { titleWithCapacity, type Signatory } from './signature.ts'

/** The paper that somebody has read before signing it. */
export interface SeenPaper {
  /** History of the dossier that it was made from. */
  readonly seq: number
  readonly content: ProductContent
}

/** Why a paper that was read is not the one that would be signed now, although the dossier has not changed. */
export type PaperMadeAnew =
  /** Another official signs, or the same one in another capacity. */
  | { readonly code: 'paper-signer-changed'; readonly seen: string; readonly now: string }
  /** Its law, its letterhead or another text of the office is another one. */
  | { readonly code: 'paper-made-anew' }

/** `Plt. KEPALA DINAS, INTAN SEKADAU, S.Sos.` */
const signerWords = (signatory: Signatory): string => {
  const title = titleWithCapacity(signatory).join(' ').replace(/,+$/, '').replaceAll(/,+ /g, ' ')
  return `${title}, ${signatory.name}`
}

/** Compares a paper as it was read with the same paper as it would be signed; null: not a letter of it differs. */
export function paperMadeAnew(seen: ProductContent, now: ProductContent): PaperMadeAnew | null {
  if (JSON.stringify(seen) === JSON.stringify(now)) return null
  const [before, after] = [signerWords(seen.data.signatory), signerWords(now.data.signatory)]
  return before === after
    ? { code: 'paper-made-anew' }
    : { code: 'paper-signer-changed', seen: before, now: after }
}
