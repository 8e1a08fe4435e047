import type { NamedForm, PdfCommand } from './pdf-command.ts'
import { ok, refuse, type Result } from './result.ts'

/** What an argument may ask for. */
export const placeholders = ['printer', 'file', 'paper', 'tray', 'copies'] as const
export type Placeholder = (typeof placeholders)[number]

/** Without these nobody knows what is printed, where, or on which paper. */
const needed: readonly Placeholder[] = ['printer', 'file', 'paper']

/** The PDF program as it is typed. */
export interface TypedPdfCommand {
  readonly executable: string
  /** One argument on each line. */
  readonly arguments: string
  /** Numbers with commas or spaces between them; empty: none. */
  readonly nothingPrintedCodes: string
  /** What the driver calls each of the office's sizes; empty: it has no such paper. */
  readonly forms: readonly NamedForm[]
}

export type PdfCommandField = 'executable' | 'arguments' | 'nothingPrintedCodes' | 'forms'

export type PdfCommandRefusal =
  | { readonly code: 'program-path-wrong' }
  | { readonly code: 'arguments-missing' }
  | {
      readonly code: 'placeholder-unknown'
      readonly placeholder: string
      readonly known: readonly Placeholder[]
    }
  /** A brace that opens or closes nothing. */
  | { readonly code: 'placeholder-brace-stray'; readonly argument: string }
  | { readonly code: 'placeholder-missing'; readonly placeholder: Placeholder }
  | { readonly code: 'exit-code-wrong'; readonly typed: string }
  | { readonly code: 'paper-names-missing' }
  | { readonly code: 'paper-name-with-comma'; readonly name: string }

export interface PdfCommandFieldRefused {
  readonly field: PdfCommandField
  readonly refusal: PdfCommandRefusal
}

// `C:\…\program.exe`, `\\server\share\program.exe`. Never a bare name: which program that is depends on the folder.
const programPath = /^([A-Za-z]:\\|\\\\[^\\/:*?"<>|]+\\)[^/:*?"<>|]+\.(exe|cmd|bat|com)$/i

function refusalOfArgument(argument: string): PdfCommandRefusal | null {
  for (const [, name = ''] of argument.matchAll(/\{(\w*)\}/g)) {
    if (!placeholders.some((one) => one === name))
      return { code: 'placeholder-unknown', placeholder: name, known: placeholders }
  }
  return /[{}]/.test(argument.replace(/\{\w*\}/g, '')) ? { code: 'placeholder-brace-stray', argument } : null
}

function refusalOfArguments(lines: readonly string[]): PdfCommandRefusal | null {
  if (lines.length === 0) return { code: 'arguments-missing' }
  for (const line of lines) {
    const refusal = refusalOfArgument(line)
    if (refusal) return refusal
  }
  const missing = needed.find((name) => !lines.some((line) => line.includes(`{${name}}`)))
  return missing ? { code: 'placeholder-missing', placeholder: missing } : null
}

/** Arguments as they are typed: one a line; empty lines are none. */
export const argumentLines = (typed: string): readonly string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Reads the program as it was typed. Every field that is wrong is named. */
export function readPdfCommand(
  typed: TypedPdfCommand,
): Result<PdfCommand, readonly PdfCommandFieldRefused[]> {
  const refused: PdfCommandFieldRefused[] = []
  const executable = typed.executable.trim().replace(/^"(.*)"$/, '$1')
  if (!programPath.test(executable))
    refused.push({ field: 'executable', refusal: { code: 'program-path-wrong' } })

  const lines = argumentLines(typed.arguments)
  const ofArguments = refusalOfArguments(lines)
  if (ofArguments) refused.push({ field: 'arguments', refusal: ofArguments })

  const codes = typed.nothingPrintedCodes.split(/[\s,;]+/).filter((one) => one !== '')
  const strange = codes.find((one) => !/^[1-9]\d{0,4}$/.test(one))
  if (strange !== undefined)
    refused.push({ field: 'nothingPrintedCodes', refusal: { code: 'exit-code-wrong', typed: strange } })

  const forms = typed.forms
    .map((one) => ({ ...one, name: one.name.replace(/\s+/g, ' ').trim() }))
    .filter(({ name }) => name !== '')
  const split = forms.find(({ name }) => /[,{}"]/.test(name))
  if (forms.length === 0) refused.push({ field: 'forms', refusal: { code: 'paper-names-missing' } })
  else if (split)
    refused.push({ field: 'forms', refusal: { code: 'paper-name-with-comma', name: split.name } })

  if (refused.length > 0) return refuse(refused)
  return ok({ executable, arguments: lines, forms, nothingPrintedCodes: codes.map(Number) })
}
