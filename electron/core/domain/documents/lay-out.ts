import { applicationFormsSheet } from './application-forms-sheet.ts'
import { archiveSheet } from './archive-sheet.ts'
import { assignmentLetterSheet } from './assignment-letter-sheet.ts'
import { blankCardSheet } from './blank-card-sheet.ts'
import { blankFormSheet } from './blank-form-sheet.ts'
import { bookSheet } from './book-sheet.ts'
import { collectiveListSheet } from './collective-list-sheet.ts'
import { collectiveListStrip } from './collective-list-strip.ts'
import { dailyReportSheet } from './daily-report-sheet.ts'
import { decreeSheet } from './decree-sheet.ts'
import { complaintSlipSheet } from './complaint-slip-sheet.ts'
import { dispatchBookSheet, dispatchSlipSheet } from './dispatch-book-sheet.ts'
import { expiryLetterSheet } from './expiry-letter-sheet.ts'
import { handoverSheet } from './handover-sheet.ts'
import { incomingRegisterSheet } from './incoming-register-sheet.ts'
import { inspectionReportSheet } from './inspection-report-sheet.ts'
import { legalisationRegisterSheet } from './legalisation-register-sheet.ts'
import { legalisationSheet } from './legalisation-sheet.ts'
import { lossStatementSheet } from './loss-statement-sheet.ts'
import { missingItemsSheet } from './missing-items-sheet.ts'
import { missingItemsStrip } from './missing-items-strip.ts'
import { noticeSheet, noticeStrip } from './notice-slip.ts'
import { papersReceiptSheet } from './papers-receipt-sheet.ts'
import { permitSheet } from './permit-sheet.ts'
import type { PrintContent, ProductContent } from './print-content.ts'
import { receiptSheet } from './receipt-sheet.ts'
import { receiptStrip } from './receipt-strip.ts'
import { referralSheet } from './referral-sheet.ts'
import { referralStrip } from './referral-strip.ts'
import { refusalLetterSheet } from './refusal-letter-sheet.ts'
import { requestLetterSheet } from './request-letter-sheet.ts'
import { serviceStandardSheet } from './service-standard-sheet.ts'
import { serviceStandardStrip } from './service-standard-strip.ts'
import type { ImageSource, PrintDocument } from './sheet.ts'
import type { Strip, StripColumns } from './strip.ts'

function productSheet(content: ProductContent, photo: ImageSource | null): PrintDocument {
  switch (content.kind) {
    case 'permit': {
      // Nobody pastes a photo onto a file.
      const lacking = content.data.electronic === null ? 'paste' : 'none'
      const wanted =
        content.photo === 'none' ? 'none' : content.photo === 'box' || photo === null ? lacking : photo
      return permitSheet({ ...content.data, photo: wanted }, content.template, content.paper)
    }
    case 'refusal-letter':
      return refusalLetterSheet(content.data, content.template, content.paper)
    case 'revocation-decree':
      return decreeSheet(content.data, content.template, content.paper)
  }
}

/**
 * Number and date alone, at the places that they have on the signed sheet: the sheet is laid out with white places as it
 * was, and only those are written.
 */
function overprint(content: ProductContent, photo: ImageSource | null): PrintDocument {
  const { number, date } = content.data
  if (number === null || date === null) throw new Error('an overprint without number and date')
  const blank = { number: null, date: null, slots: true, marks: [] }
  const signed: ProductContent =
    content.kind === 'permit'
      ? { ...content, data: { ...content.data, ...blank } }
      : content.kind === 'refusal-letter'
        ? { ...content, data: { ...content.data, ...blank } }
        : { ...content, data: { ...content.data, ...blank } }
  return { ...productSheet(signed, photo), overprint: { number, date } }
}

/**
 * Lays a job's content out as a sheet.
 *
 * @param photo  the picture that the content names: the holder's photo, null: a box for pasting; or the receiver's
 *   signature, null: a box for signing
 */
export function layOutSheet(content: PrintContent, photo: ImageSource | null): PrintDocument {
  switch (content.kind) {
    case 'receipt':
      return receiptSheet(content.data, content.paper)
    case 'permit':
    case 'refusal-letter':
    case 'revocation-decree':
      return content.sheet === 'overprint' ? overprint(content, photo) : productSheet(content, photo)
    case 'recommendation-request':
      return requestLetterSheet(content.data, content.template, content.paper)
    case 'assignment-letter':
      return assignmentLetterSheet(content.data, content.template, content.paper)
    case 'expiry-letter':
      return expiryLetterSheet(content.data, content.template, content.paper)
    case 'legalisation':
      return legalisationSheet(content.data, content.paper)
    case 'incoming-register':
      return incomingRegisterSheet(content.data, content.paper, content.createdAt)
    case 'legalisation-register':
      return legalisationRegisterSheet(content.data, content.paper, content.createdAt)
    case 'inspection-report':
      return inspectionReportSheet(content.data, content.template, content.paper)
    case 'handover-receipt':
      return handoverSheet(content.data, content.paper, photo)
    case 'papers-receipt':
      return papersReceiptSheet(content.data, content.paper, photo)
    case 'loss-statement':
      return lossStatementSheet(content.data, content.paper, content.createdAt)
    case 'daily-report':
      return dailyReportSheet(content.data, content.paper)
    case 'report-book':
      return bookSheet(content.data, content.paper)
    case 'missing-items':
      return missingItemsSheet(content.data, content.paper, content.createdAt)
    case 'referral-slip':
      return referralSheet(content.data, content.paper, content.createdAt)
    case 'notice-slip':
      return noticeSheet(content.data, content.paper, content.createdAt)
    case 'dispatch-book':
      return dispatchBookSheet(content.data, content.paper, content.createdAt)
    case 'complaint-slip':
      return complaintSlipSheet(content.data, content.paper, content.createdAt)
    case 'dispatch-slip':
      return dispatchSlipSheet(content.data, content.paper, content.createdAt)
    case 'blank-form':
      return blankFormSheet(content.data, content.paper, content.createdAt)
    case 'blank-card':
      return blankCardSheet(content.data, content.paper, content.createdAt)
    case 'service-standard':
      return serviceStandardSheet(content.data, content.paper, content.createdAt)
    case 'application-forms':
      return applicationFormsSheet(content.data, content.paper, content.createdAt)
    case 'collective-list':
      return collectiveListSheet(content.data, content.paper, content.createdAt)
    case 'archive':
      // The cover alone: its files are opened and laid behind it where bytes are at hand.
      return archiveSheet(content.data, [], null, content.paper, content.createdAt)
  }
}

/** Lays a job's content out for a thermal printer; null for what needs a sheet. */
export function layOutStrip(content: PrintContent, columns: StripColumns): Strip | null {
  switch (content.kind) {
    case 'receipt':
      return receiptStrip(content.data, columns)
    case 'missing-items':
      return missingItemsStrip(content.data, columns)
    case 'referral-slip':
      return referralStrip(content.data, columns)
    case 'notice-slip':
      return noticeStrip(content.data, columns)
    case 'service-standard':
      return serviceStandardStrip(content.data, columns)
    case 'collective-list':
      return collectiveListStrip(content.data, columns)
    default:
      return null
  }
}
