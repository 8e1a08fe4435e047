import { momentText } from '#domain/documents/book-text.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { ReportBook } from '#domain/documents/report-book.ts'
import type { ReportSigner } from '#domain/documents/report-parts.ts'
import { titleWithCapacity } from '#domain/documents/signature.ts'
import type { Instant } from '#domain/instant.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { documentRule } from '#domain/profile.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { officeToday } from './move-facts.ts'
import type { Office } from './office.ts'
import { printedLetterhead, signatoryOf } from './print-content.ts'
import { signerOn } from './record-signature.ts'

/** Who signs the office's reports on a day, by the law and the officials of that day; nobody in office: a line to sign on. */
export function reportSigners({ profile }: Office, day: OfficeDate): readonly [ReportSigner] {
  const { signer: post } = documentRule(profile, 'daily-report')
  const signer = post === null ? undefined : signerOn(profile, post, day)
  return [
    {
      lead: 'Mengetahui,',
      titleLines: signer ? titleWithCapacity(signatoryOf(signer)) : [],
      name: signer?.name ?? '',
      rank: signer?.rank ?? null,
      nip: signer?.nip ? formatNip(signer.nip as Nip) : null,
    },
  ]
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
