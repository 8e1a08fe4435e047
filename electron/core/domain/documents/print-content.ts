import type { ProductSheet } from '../product-sheet.ts'
import type { ArchiveData } from './archive-sheet.ts'
import type { AssignmentLetterData, AssignmentTemplate } from './assignment-letter-sheet.ts'
import type { ApplicationFormsData } from './application-forms-sheet.ts'
import type { CollectiveListData } from './collective-list-strip.ts'
import type { BookSheetData } from './book-sheet.ts'
import type { BlankCardData } from './blank-card-sheet.ts'
import type { BlankFormData } from './blank-form-sheet.ts'
import type { DailyReportData } from './daily-report-sheet.ts'
import type { DecreeData, DecreeTemplate } from './decree-sheet.ts'
import type { ComplaintSlipData } from './complaint-slip-sheet.ts'
import type { DispatchBookData, DispatchSlipData } from './dispatch-book-sheet.ts'
import type { ExpiryLetterData, ExpiryTemplate } from './expiry-letter-sheet.ts'
import type { HandoverSheetData } from './handover-sheet.ts'
import type { IncomingRegisterData } from './incoming-register-sheet.ts'
import type { InspectionReportData, InspectionText } from './inspection-report-sheet.ts'
import type { KeyFact } from './key-fact.ts'
import type { LegalisationRegisterData } from './legalisation-register-sheet.ts'
import type { LegalisationData } from './legalisation-sheet.ts'
import type { LossStatementData } from './loss-statement-sheet.ts'
import type { MissingItemsData } from './missing-items-strip.ts'
import type { NoticeSlipData } from './notice-slip.ts'
import type { Paper } from './paper.ts'
import type { PapersReceiptData } from './papers-receipt-sheet.ts'
import type { PermitSheetData } from './permit-sheet.ts'
import type { ReceiptData } from './receipt-data.ts'
import type { ReferralData } from './referral-strip.ts'
import type { RefusalLetterData, RefusalTemplate } from './refusal-letter-sheet.ts'
import type { RequestLetterData, RequestTemplate } from './request-letter-sheet.ts'
import type { ServiceStandardData } from './service-standard-strip.ts'
import type { BandMark } from './sheet.ts'
import type { PermitTemplate } from './template.ts'

/** The paper in which an application ends, as data. */
export type ProductContent =
  | {
      readonly kind: 'permit'
      readonly sheet: ProductSheet
      readonly data: Omit<PermitSheetData, 'photo'>
      readonly photo: 'printed' | 'box' | 'none'
      /** null: no picture was filed; a box for pasting is printed instead. */
      readonly photoSha256: string | null
      readonly template: PermitTemplate
      readonly paper: Paper
    }
  | {
      readonly kind: 'refusal-letter'
      readonly sheet: ProductSheet
      readonly data: RefusalLetterData
      readonly template: RefusalTemplate
      readonly paper: Paper
    }
  | {
      readonly kind: 'revocation-decree'
      readonly sheet: ProductSheet
      readonly data: DecreeData
      readonly template: DecreeTemplate
      readonly paper: Paper
    }

/**
 * What a print job keeps: the very data of its sheet as they stood, template and paper included, so that a
 * reprint years later shows the letterhead, the law and the names of its day. Pictures are kept by hash.
 */
export type PrintContent =
  | ProductContent
  | { readonly kind: 'receipt'; readonly data: ReceiptData; readonly paper: Paper }
  | {
      readonly kind: 'missing-items'
      readonly data: MissingItemsData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'referral-slip'
      readonly data: ReferralData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'blank-form'
      readonly data: BlankFormData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'blank-card'
      readonly data: BlankCardData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'service-standard'
      readonly data: ServiceStandardData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'application-forms'
      readonly data: ApplicationFormsData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'collective-list'
      readonly data: CollectiveListData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'dispatch-book'
      readonly data: DispatchBookData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'dispatch-slip'
      readonly data: DispatchSlipData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'complaint-slip'
      readonly data: ComplaintSlipData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'notice-slip'
      readonly data: NoticeSlipData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'recommendation-request'
      readonly data: RequestLetterData
      readonly template: RequestTemplate
      readonly paper: Paper
    }
  | {
      readonly kind: 'assignment-letter'
      readonly data: AssignmentLetterData
      readonly template: AssignmentTemplate
      readonly paper: Paper
    }
  | {
      readonly kind: 'expiry-letter'
      readonly data: ExpiryLetterData
      readonly template: ExpiryTemplate
      readonly paper: Paper
    }
  | { readonly kind: 'legalisation'; readonly data: LegalisationData; readonly paper: Paper }
  | {
      readonly kind: 'incoming-register'
      readonly data: IncomingRegisterData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'legalisation-register'
      readonly data: LegalisationRegisterData
      readonly paper: Paper
      readonly createdAt: string
    }
  | {
      readonly kind: 'handover-receipt'
      readonly data: HandoverSheetData
      readonly paper: Paper
      /** Given on the screen; null or absent: signed on the sheet. */
      readonly signatureSha256?: string | null | undefined
    }
  | {
      readonly kind: 'papers-receipt'
      readonly data: PapersReceiptData
      readonly paper: Paper
      /** Given on the screen; null: signed on the sheet. */
      readonly signatureSha256: string | null
    }
  | {
      readonly kind: 'loss-statement'
      readonly data: LossStatementData
      readonly paper: Paper
      readonly createdAt: string
    }
  | { readonly kind: 'daily-report'; readonly data: DailyReportData; readonly paper: Paper }
  | { readonly kind: 'report-book'; readonly data: BookSheetData; readonly paper: Paper }
  | {
      readonly kind: 'inspection-report'
      readonly data: InspectionReportData
      readonly template: InspectionText
      readonly paper: Paper
    }
  /** The cover of a dossier's archive; the files that it lists follow it, each by its hash. */
  | {
      readonly kind: 'archive'
      readonly data: ArchiveData
      readonly paper: Paper
      readonly createdAt: string
    }

/** A signed file of the cabinet: it is the paper itself, and is never made anew. */
export interface SignedFile {
  readonly kind: 'signed-file'
  readonly sha256: string
  readonly paper: Paper
  /** What the record says must be readable on it; left out by jobs of earlier versions of the program. */
  readonly facts?: readonly KeyFact[]
  /** Address that its QR code holds; null: it has none. Left out: not known. */
  readonly checkAddress?: string | null
  /** Laid onto the print, never into the file. Absent: the print bears none. */
  readonly marks?: readonly BandMark[]
  /** A print beside the original; absent: it is the original. */
  readonly sheet?: 'copy'
}
