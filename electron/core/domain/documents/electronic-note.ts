import { fillTemplate, type Dated } from './template.ts'
import type { CertificateFacts } from '../signing.ts'
import type { Block } from './sheet.ts'

/** Who issues certificates, as printed: its name in a sentence, and short in the frame. */
interface Certifier {
  readonly name: string
  /** Stands in the frame of the certifier's sign until the office supplies its picture. */
  readonly sign: string
}

/** The fixed words of the note; `{issuer}` stands for the certifier of the one who signs. */
export interface ElectronicNoteText extends Dated {
  readonly id: string
  readonly statements: readonly string[]
  /** Certifiers by what their certificates call them, in name or organization. */
  readonly certifiers: readonly (Certifier & { readonly knownBy: readonly string[] })[]
  /** As long as nobody knows with which certificate will be signed. */
  readonly unknown: Certifier
}

/** What stands at the foot of every page that is signed electronically (domain 7.5). */
export interface ElectronicNote {
  readonly statements: readonly string[]
  readonly sign: string
}

/** What a certificate says of who issued it. */
export type CertificateIssuer = Pick<CertificateFacts, 'issuer' | 'issuerOrganization'>

/** Facts that the words of the note may ask for. */
export const NOTE_FACTS = ['issuer'] as const

/**
 * The note for the certificate that signs; `null`: not known yet, as on a draft. It names nobody but the issuer that stands in
 * the certificate.
 */
export function electronicNote(text: ElectronicNoteText, issuer: CertificateIssuer | null): ElectronicNote {
  const { name, sign } = issuer === null ? text.unknown : certifierOf(text, issuer)
  return { statements: text.statements.map((one) => fillTemplate(one, { issuer: name })), sign }
}

/** Whether two certificates come from one certifier, as the note names it. */
export const isSameCertifier = (
  text: ElectronicNoteText,
  one: CertificateIssuer,
  other: CertificateIssuer,
): boolean => certifierOf(text, one).name === certifierOf(text, other).name

function certifierOf({ certifiers }: ElectronicNoteText, issuer: CertificateIssuer): Certifier {
  const said = [issuer.issuer, issuer.issuerOrganization ?? ''].map((one) => one.toLowerCase())
  const known = certifiers.find(({ knownBy }) => knownBy.some((one) => said.includes(one.toLowerCase())))
  return known ?? { name: issuer.issuer, sign: shortName(issuer.issuer) }
}

const longestSign = 10

/** *Otoritas Contoh (OC)* is OC; a long name without such a word becomes its initials. */
function shortName(name: string): string {
  const own = /\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name
  if (own.length <= longestSign) return own
  const initials = name.match(/\b[\p{Lu}\p{N}]/gu)?.join('') ?? ''
  return (initials === '' ? own : initials).slice(0, longestSign)
}

const STYLE = { face: 'sans', sizePt: 7.2, leadingMm: 3.05 } as const
const SIGN_MM = { width: 24, height: 11 }

/** The statements with the certifier's sign at their right, under a thin rule. */
export function electronicFootnote(note: ElectronicNote, widthMm: number): readonly Block[] {
  return [
    { kind: 'rule', widthMm: 0.25 },
    { kind: 'gap', mm: 1.4 },
    {
      kind: 'beside',
      columns: [
        {
          xMm: 0,
          widthMm: widthMm - SIGN_MM.width - 4,
          blocks: [
            {
              kind: 'list',
              markerAtMm: 0,
              textAtMm: 4,
              align: 'justify',
              style: STYLE,
              items: note.statements.map((text, i) => ({ marker: `${i + 1}.`, text })),
            },
          ],
        },
        {
          xMm: widthMm - SIGN_MM.width,
          widthMm: SIGN_MM.width,
          align: 'bottom',
          blocks: [
            {
              kind: 'box',
              padXMm: 1,
              padYMm: 3.6,
              ruleMm: 0.25,
              heightMm: SIGN_MM.height,
              blocks: [
                {
                  kind: 'text',
                  text: note.sign,
                  align: 'center',
                  style: { ...STYLE, sizePt: 9, bold: true, leadingMm: 3.8 },
                },
              ],
            },
          ],
        },
      ],
    },
  ]
}
