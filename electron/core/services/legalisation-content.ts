import type { ApplicationState } from '#domain/application-state.ts'
import type { LegalisationRow } from '#domain/documents/legalisation-register-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { Reprint } from '#domain/documents/receipt-data.ts'
import { dayRange, longDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { stampPaper, type LegalisationRule } from '#domain/legalisation-rule.ts'
import type { Legalisation } from '#domain/legalisation.ts'
import type { NumberStart } from '#domain/number-start.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Product } from '#domain/permit.ts'
import { gapsOf, type NumberedLine } from '#domain/register-gaps.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { LegalisationLine, Queries } from '#ports/queries.ts'
import { elsewhereIn } from './incoming-register.ts'
import { officeToday } from './move-facts.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { printedLetterhead, shortMoment, signatoryOf } from './print-content.ts'

/** The stamps of a legalisation, as they come onto the photocopies. */
export function legalisationContent(
  office: Office,
  rule: LegalisationRule,
  state: ApplicationState,
  legalisation: Omit<Legalisation, 'at' | 'by' | 'voided'>,
  reprint: Reprint | null,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { number, issuedOn, copies, signer, productId } = legalisation
  const product = permitOf(state, productId)
  return {
    kind: 'legalisation',
    paper: stampPaper(paperFor(profile, 'legalisation'), rule.place),
    data: {
      agency: printedLetterhead(profile, issuedOn, false).agency,
      number: number.text,
      statement: rule.statement,
      permit: {
        name: getType(office, state.data.permitTypeCode).name,
        number: product.number?.text ?? '',
        holderName: maskFullNik(holderName(state)),
        validUntil:
          product.validUntil === null ? 'seumur hidup' : `sampai dengan ${longDate(product.validUntil)}`,
      },
      copies,
      place: profile.city,
      date: longDate(issuedOn),
      signatory: signatoryOf(signer),
      face: profile.face,
      reprint,
      createdAt: at,
    },
  }
}

/** The version of the permit of which the original was shown. Throws for another. */
export function permitOf({ product, formerProducts }: ApplicationState, id: string): Product {
  const found = [...formerProducts, ...(product ? [product] : [])].find((one) => one.id === id)
  if (!found) throw new Error(`no permit ${id} was legalised here`)
  return found
}

function rowOf({ legalisation, state }: LegalisationLine): LegalisationRow {
  const { number, issuedOn, copies, signer, by, voided, productId } = legalisation
  return {
    number: number.text,
    day: numericDate(issuedOn),
    permitNumber: permitOf(state, productId).number?.text ?? '',
    holderName: maskFullNik(holderName(state)),
    copies: String(copies),
    signer: signer.name,
    clerk: by,
    note: voided ? `BATAL: ${maskFullNik(voided.reason)}` : '',
  }
}

/** The last number in front of the lines of a period; empty: there is none, or no line. */
export const numbersBeforeLegalisations = (
  queries: Pick<Queries, 'listNumbersBefore'>,
  lines: readonly LegalisationLine[],
): Promise<readonly NumberedLine[]> =>
  queries.listNumbersBefore(
    lines[0]?.legalisation.number.series ?? '',
    lines.map(({ legalisation }) => legalisation.number),
  )

/**
 * What the lines of a period come to, and whether a number lacks between them or in front of them.
 *
 * @param before  the last number in front of them
 */
export function sumLegalisations(
  lines: readonly LegalisationLine[],
  starts: readonly NumberStart[],
  before: readonly NumberedLine[],
) {
  const valid = lines.filter(({ legalisation }) => legalisation.voided === null)
  return {
    lines: lines.length,
    sheets: valid.reduce((sum, { legalisation }) => sum + legalisation.copies, 0),
    voided: lines.length - valid.length,
    gaps: gapsOf(
      [...before, ...lines.map(({ legalisation }) => legalisation.number)],
      elsewhereIn(starts, lines[0]?.legalisation.number.series ?? ''),
    ),
  }
}

/** The register of some days, A4 landscape where the profile sets no other sheet. */
export function legalisationRegisterContent(
  office: Office,
  lines: readonly LegalisationLine[],
  starts: readonly NumberStart[],
  before: readonly NumberedLine[],
  span: { readonly from: OfficeDate; readonly until: OfficeDate },
  who: SignedIn,
  at: Instant,
): PrintContent {
  const { profile } = office
  const sum = sumLegalisations(lines, starts, before)
  return {
    kind: 'legalisation-register',
    paper: paperFor(profile, 'legalisation-register'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      period: dayRange(span.from, span.until),
      rows: lines.map(rowOf),
      total: `**Jumlah ${sum.lines} legalisir**: ${sum.sheets} lembar, ${sum.voided} batal.`,
      gaps: sayGaps(sum.gaps),
      made: `dicetak ${shortMoment(office, at)} oleh ${who.user.name}`,
    },
  }
}
