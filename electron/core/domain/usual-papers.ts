import { PAPERS, type Paper } from './documents/paper.ts'
import type { Instant } from './instant.ts'
import type { OfficeProfile } from './profile.ts'
import type { DocumentKind } from './stage-table.ts'

/** Sheets of what no profile describes, and of what an office does not make itself yet. */
const usual: Readonly<Record<DocumentKind, Paper>> = {
  receipt: PAPERS.a5,
  'missing-items': PAPERS.a5,
  'referral-slip': PAPERS.a5,
  'service-standard': PAPERS.a4,
  'application-forms': PAPERS.a4,
  'blank-form': PAPERS.a4,
  'blank-card': PAPERS.a4Landscape,
  'collective-list': PAPERS.a4,
  'notice-slip': PAPERS.a5,
  'dispatch-book': PAPERS.a4Landscape,
  'dispatch-slip': PAPERS.a5,
  'complaint-slip': PAPERS.a5,
  permit: PAPERS.f4,
  'refusal-letter': PAPERS.a4,
  'revocation-decree': PAPERS.f4,
  'recommendation-request': PAPERS.a4,
  'inspection-report': PAPERS.f4,
  'assignment-letter': PAPERS.a4,
  'expiry-letter': PAPERS.a4,
  legalisation: PAPERS.f4,
  'legalisation-register': PAPERS.a4Landscape,
  'incoming-register': PAPERS.a4Landscape,
  'handover-receipt': PAPERS.a5Landscape,
  'loss-statement': PAPERS.a4,
  archive: PAPERS.f4,
  'daily-report': PAPERS.a4Landscape,
  'report-book': PAPERS.a4Landscape,
}

/** Blank forms go on the sheet of the office's letters; slips that are torn off beside a receipt on that of the receipt. */
const follows: Partial<Readonly<Record<DocumentKind, DocumentKind>>> = {
  'application-forms': 'refusal-letter',
  'referral-slip': 'missing-items',
  'notice-slip': 'missing-items',
  'report-book': 'daily-report',
  'expiry-letter': 'refusal-letter',
}

type Sheets = Pick<OfficeProfile, 'documents' | 'chosenPapers'>

/** The sheet of a kind by the office's file alone. */
export function shippedPaper({ documents }: Pick<Sheets, 'documents'>, kind: DocumentKind): Paper {
  const own = (of: DocumentKind): Paper | undefined => documents.find((one) => one.kind === of)?.paper
  const leader = follows[kind]
  return own(kind) ?? (leader && own(leader)) ?? usual[kind]
}

/** The sheet on which a kind of document is printed now. */
export const paperFor = (profile: Sheets, kind: DocumentKind): Paper =>
  profile.chosenPapers?.now[kind] ?? shippedPaper(profile, kind)

/** The sheet of a kind as it was at a moment: a signed file keeps the size in which it was signed. */
export function paperAt(profile: Sheets, kind: DocumentKind, at: Instant): Paper {
  const later = (profile.chosenPapers?.earlier ?? []).filter((one) => one.kind === kind && at < one.until)
  const [first] = later.toSorted((one, other) => (one.until < other.until ? -1 : 1))
  return first?.paper ?? paperFor(profile, kind)
}
