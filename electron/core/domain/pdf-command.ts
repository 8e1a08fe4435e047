import type { Instant } from './instant.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A size of paper under the name that the drivers of this office give it. */
export interface NamedForm {
  readonly name: string
  readonly widthMm: number
  readonly heightMm: number
}

/** The program that prints a PDF on Windows, as data. */
export interface PdfCommand {
  /** Absolute path. */
  readonly executable: string
  /** One for each argument; `{printer}`, `{file}`, `{paper}`, `{tray}` and `{copies}` are filled in. */
  readonly arguments: readonly string[]
  /** What `{paper}` becomes; a size that is not among them is not printed on another. */
  readonly forms: readonly NamedForm[]
  /** Exit codes with which the program promises that it has printed nothing; every other but 0 leaves the sheet uncertain. */
  readonly nothingPrintedCodes: readonly number[]
  /** Who set it last; absent: nobody, it is the usual one. */
  readonly saved?: { readonly by: string; readonly at: Instant } | undefined
}

/** As SumatraPDF wants it: at its own size, on the paper that is named. */
export const usualPdfCommand: PdfCommand = {
  executable: 'C:\\Program Files\\SumatraPDF\\SumatraPDF.exe',
  arguments: [
    '-print-to',
    '{printer}',
    '-print-settings',
    'noscale,paper={paper},bin={tray},{copies}x',
    '-silent',
    '{file}',
  ],
  forms: [
    { name: 'A4', widthMm: 210, heightMm: 297 },
    { name: 'A5', widthMm: 148, heightMm: 210 },
    { name: 'F4', widthMm: 215, heightMm: 330 },
    { name: 'Folio', widthMm: 210, heightMm: 330 },
  ],
  nothingPrintedCodes: [],
}

/** The key under which an office keeps its own. */
export const pdfCommandSetting = 'print.pdf-command'

/** What was kept; null: the office has set nothing, or nothing that can be read. */
export const keptPdfCommand = (setting: unknown): PdfCommand | null =>
  typeof setting === 'object' && setting !== null && 'executable' in setting && 'forms' in setting
    ? (setting as PdfCommand)
    : null

/** Sizes differ by rounding between inches and millimetres; no two papers are closer than this. */
const sameWithinMm = 0.6

/** The paper of this size by the name of the driver; lying down it is the same paper. */
export function formOfSize(
  { forms }: Pick<PdfCommand, 'forms'>,
  size: { readonly widthMm: number; readonly heightMm: number },
): NamedForm | undefined {
  const [short, long] = [size.widthMm, size.heightMm].toSorted((a, b) => a - b)
  return forms.find(({ widthMm, heightMm }) => {
    const [formShort, formLong] = [widthMm, heightMm].toSorted((a, b) => a - b)
    return (
      Math.abs((formShort ?? 0) - (short ?? 0)) <= sameWithinMm &&
      Math.abs((formLong ?? 0) - (long ?? 0)) <= sameWithinMm
    )
  })
}

/** The parts of an argument stand between commas, as SumatraPDF has it. */
function withoutTray(argument: string): readonly string[] {
  if (!argument.includes('{tray}')) return [argument]
  const left = argument.split(',').filter((part) => !part.includes('{tray}'))
  return left.length === 0 ? [] : [left.join(',')]
}

/**
 * The arguments for one sheet. A word of a title or of a printer stays one argument, whatever is in it.
 *
 * Refuses `no-such-form` for a size that has no name: another would be scaled or cut.
 */
export function pdfArguments(
  command: PdfCommand,
  sheet: {
    readonly printer: string
    readonly file: string
    readonly widthMm: number
    readonly heightMm: number
    /** null: from wherever the printer takes it; what an argument says of a tray is left out. */
    readonly tray: string | null
    readonly copies: number
  },
): Result<readonly string[], { readonly code: 'no-such-form' }> {
  const form = formOfSize(command, sheet)
  if (form === undefined) return refuse({ code: 'no-such-form' })
  const words: Readonly<Record<string, string>> = {
    printer: sheet.printer,
    file: sheet.file,
    paper: form.name,
    copies: String(sheet.copies),
    ...(sheet.tray === null ? {} : { tray: sheet.tray }),
  }
  const told = sheet.tray === null ? command.arguments.flatMap(withoutTray) : command.arguments
  return ok(told.map((one) => one.replace(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole)))
}
