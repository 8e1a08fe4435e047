import { dailyReportSheet } from './daily-report-sheet.ts'
import { handoverSheet } from './handover-sheet.ts'
import { missingItemsStrip } from './missing-items-strip.ts'
import { permitSheet } from './permit-sheet.ts'
import type { PrintContent } from './print-content.ts'
import { receiptSheet } from './receipt-sheet.ts'
import { receiptStrip } from './receipt-strip.ts'
import { refusalLetterSheet } from './refusal-letter-sheet.ts'
import type { ImageSource, PrintDocument } from './sheet.ts'
import type { Strip, StripColumns } from './strip.ts'

/**
 * Lays a job's content out as a sheet.
 *
 * @param photo  the holder's picture when the content names one and it could be read; null: a box for pasting
 * @returns null for content that exists as a strip only (the list of missing items)
 */
export function layOutSheet(content: PrintContent, photo: ImageSource | null): PrintDocument | null {
  switch (content.kind) {
    case 'receipt':
      return receiptSheet(content.data, content.paper)
    case 'permit': {
      const wanted =
        content.photo === 'none' ? 'none' : content.photo === 'box' || photo === null ? 'paste' : photo
      return permitSheet({ ...content.data, photo: wanted }, content.template, content.paper)
    }
    case 'refusal-letter':
      return refusalLetterSheet(content.data, content.template, content.paper)
    case 'handover-receipt':
      return handoverSheet(content.data, content.paper)
    case 'daily-report':
      return dailyReportSheet(content.data, content.paper)
    case 'missing-items':
      return null
  }
}

/** Lays a job's content out for a thermal printer; null for what needs a sheet. */
export function layOutStrip(content: PrintContent, columns: StripColumns): Strip | null {
  switch (content.kind) {
    case 'receipt':
      return receiptStrip(content.data, columns)
    case 'missing-items':
      return missingItemsStrip(content.data, columns)
    default:
      return null
  }
}
