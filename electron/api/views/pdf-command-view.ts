import type { PdfCommandView } from '#contract/printers.ts'
import type { OfficePapers } from '#domain/office-papers.ts'
import { formOfSize, type PdfCommand } from '#domain/pdf-command.ts'

/** The program with a line for each size of the office's papers, also for those that its driver does not know yet. */
export function pdfCommandView(command: PdfCommand, { papers }: OfficePapers): PdfCommandView {
  const upright = papers.map(({ widthMm, heightMm }) => ({
    widthMm: Math.min(widthMm, heightMm),
    heightMm: Math.max(widthMm, heightMm),
  }))
  const sizes = upright.filter(
    (one, index) =>
      upright.findIndex((other) => other.widthMm === one.widthMm && other.heightMm === one.heightMm) ===
      index,
  )
  return {
    executable: command.executable,
    arguments: [...command.arguments],
    nothingPrintedCodes: [...command.nothingPrintedCodes],
    forms: sizes.map((size) => ({ ...size, name: formOfSize(command, size)?.name ?? '' })),
    saved: command.saved ?? null,
  }
}
