import type { MailText } from '../mail-text.ts'
import type { NoticeText, OfficeNoticeText } from '../notice-text.ts'
import type { OfficeDate } from '../office-date.ts'
import type { PermitCategory } from '../permit-type.ts'
import type { AssignmentText } from './assignment-letter-sheet.ts'
import type { DecreeText } from './decree-sheet.ts'
import type { ElectronicNoteText } from './electronic-note.ts'
import type { ExpiryText } from './expiry-letter-sheet.ts'
import type { InspectionText } from './inspection-report-sheet.ts'
import type { RefusalText } from './refusal-letter-sheet.ts'
import type { RequestText } from './request-letter-sheet.ts'
import type { StatementsText } from './statement-text.ts'
import { versionOn, type PermitText } from './template.ts'

/** The texts of the permits of some categories, version by version. */
export interface PermitTexts {
  readonly id: string
  readonly categories: readonly PermitCategory[]
  readonly holder: 'person' | 'company'
  readonly versions: readonly PermitText[]
}

/** Every fixed text of sheets; what is printed is the version of the day. Dasar, Tembusan and paraf come from catalogue and profile. */
export interface OfficeTexts {
  readonly permits: readonly PermitTexts[]
  readonly refusal: readonly RefusalText[]
  readonly decree: readonly DecreeText[]
  readonly request: readonly RequestText[]
  readonly assignment: readonly AssignmentText[]
  readonly expiry: readonly ExpiryText[]
  readonly inspection: readonly InspectionText[]
  readonly electronicNote: readonly ElectronicNoteText[]
  /** What applicants sign at home and bring along. */
  readonly statements: readonly StatementsText[]
  /** What applicants are told; `own`: where this office says it otherwise, empty: nowhere. */
  readonly notice: { readonly general: readonly NoticeText[]; readonly own: readonly OfficeNoticeText[] }
  /** What goes out by e-mail. */
  readonly mail: readonly MailText[]
}

/** Returns the permit text of a type on a day. Throws when nobody wrote one: categories are checked at load. */
export function permitTextOn(
  texts: OfficeTexts,
  type: { readonly category: PermitCategory; readonly holder: 'person' | 'company' },
  day: OfficeDate,
): PermitText {
  const found =
    texts.permits.find((one) => one.categories.includes(type.category) && one.holder === type.holder) ??
    texts.permits.find((one) => one.categories.includes(type.category))
  if (!found) throw new Error(`no permit text for category ${type.category}`)
  return versionOn(found.versions, day)
}
