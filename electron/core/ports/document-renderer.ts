import type { PrintDocument } from '#domain/documents/sheet.ts'
import type { PrinterProfile, Strip } from '#domain/documents/strip.ts'

/** Turns laid-out documents into bytes for paper. Both calls are pure: the same input gives the same bytes. */
export interface DocumentRenderer {
  /**
   * Typesets a sheet and returns a PDF with embedded faces, on exactly the paper of the document.
   *
   * Repeatable. Throws when a picture of the document cannot be read or a character has no glyph.
   */
  renderPdf(document: PrintDocument): Promise<Uint8Array>

  /**
   * Encodes a strip for one thermal printer.
   *
   * @param strip  lines already laid out for `profile.columns` characters; never wrapped here
   * Repeatable. Characters the printer's code page lacks come out as a visible "?".
   * Throws when the strip was laid out for another width.
   */
  renderReceiptBytes(strip: Strip, profile: PrinterProfile): Uint8Array
}
