import type { DayClosing } from '#domain/day-closing.ts'
import { momentText } from '#domain/documents/book-text.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { ReportBook } from '#domain/documents/report-book.ts'
import type { ReportSigner } from '#domain/documents/report-parts.ts'
import { titleWithCapacity } from '#domain/documents/signature.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { documentRule } from '#domain/profile.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { officeToday } from './move-facts.ts'
import type { Office } from './office.ts'
import { printedLetterhead, signatoryOf } from './print-content.ts'
import { signerOn } from './record-signature.ts'
import { roleName } from './time-report.ts'

/** Who signs the office's reports on a day, by the law and the officials of that day; nobody in office: a line to sign on. */
export function reportSigners({ profile }: Office, day: OfficeDate): readonly [ReportSigner] {
  const { signer: post } = documentRule(profile, 'daily-report')
  const signer = post === null ? undefined : signerOn(profile, post, day)
  return [
    {
      lead: placeAndDate(profile, day),
      titleLines: signer ? titleWithCapacity(signatoryOf(signer)) : [],
      name: signer?.name ?? '',
      rank: signer?.rank ?? null,
      nip: signer?.nip ? formatNip(signer.nip as Nip) : null,
    },
  ]
}

const placeAndDate = ({ city }: Pick<Office['profile'], 'city'>, day: OfficeDate): string =>
  `${city}, ${longDate(day)}`

/**
 * Who signs the report of a closed day: whoever closed it answers for its figures, and the head takes note. Of a head who closed
 * it there is one signature.
 */
export function closedDaySigners(
  office: Office,
  { closedAt, closedBy }: Pick<DayClosing, 'closedAt' | 'closedBy'>,
): readonly [ReportSigner, ReportSigner] | readonly [ReportSigner] {
  const { profile } = office
  const day = officeDateOf(closedAt, profile.timeZone)
  const [head] = reportSigners(office, day)
  if (head.name === closedBy.name) return [head]
  const closer = {
    lead: placeAndDate(profile, day),
    titleLines: [`${roleName(profile.roles, closedBy.role)},`],
    name: closedBy.name,
    rank: null,
    nip: null,
  }
  return [{ ...head, lead: 'Mengetahui,' }, closer]
}

/** Who puts a report on paper, and when. */
export interface Printed {
  readonly by: string
  readonly at: Instant
}

/** Any report on the sheet of books, with the letterhead and the signer of the day on which it was known. */
export function bookContent(office: Office, book: ReportBook, printed: Printed | null): PrintContent {
  const { profile } = office
  const rule = documentRule(profile, 'daily-report')
  const day = officeToday(office, book.asOf)
  return {
    kind: 'report-book',
    paper: paperFor(profile, 'report-book'),
    data: {
      letterhead: printedLetterhead(profile, day, rule.letterhead === 'pre-printed-paper'),
      book,
      zone: profile.timeZone,
      signers: reportSigners(office, day),
      printed: printed && `dicetak ${momentText(printed.at, profile.timeZone)} oleh ${printed.by}`,
    },
  }
}
