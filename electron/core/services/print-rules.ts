import { pdfCommandSetting, type PdfCommand } from '#domain/pdf-command.ts'
import {
  readPdfCommand,
  type PdfCommandFieldRefused,
  type TypedPdfCommand,
} from '#domain/pdf-command-form.ts'
import { printRulesSetting, readPrintRules } from '#domain/print-rules.ts'
import type { PrintRules, PrintRulesRefusal } from '#domain/print-rules.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

/** Sets how long a job may wait before it asks. Holds from the next job on, at every station. Repeatable. */
export const savePrintRules =
  ({ work, wakeSpool }: { readonly work: UnitOfWork; readonly wakeSpool: () => void }) =>
  async (typed: { readonly staleMinutes: string }): Promise<Result<PrintRules, PrintRulesRefusal>> => {
    const saved = await work.run<PrintRules, PrintRulesRefusal>(async ({ settings }) => {
      const rules = readPrintRules(typed)
      if (rules.ok) await settings.set(printRulesSetting, rules.value)
      return rules
    })
    if (saved.ok) wakeSpool()
    return saved
  }

export interface PdfCommandFormRefusal {
  readonly code: 'pdf-command-wrong'
  readonly fields: readonly PdfCommandFieldRefused[]
}

/**
 * Sets the program that prints sheets on Windows. Holds from the next job on, at every station. Repeatable.
 *
 * Refuses every field that is wrong.
 */
export const savePdfCommand =
  ({ work, clock }: { readonly work: UnitOfWork; readonly clock: Clock }) =>
  (typed: TypedPdfCommand, who: SignedIn): Promise<Result<PdfCommand, PdfCommandFormRefusal>> =>
    work.run<PdfCommand, PdfCommandFormRefusal>(async ({ settings }) => {
      const read = readPdfCommand(typed)
      if (!read.ok) return refuse({ code: 'pdf-command-wrong', fields: read.refusal })
      const command: PdfCommand = { ...read.value, saved: { by: who.user.name, at: clock.now() } }
      await settings.set(pdfCommandSetting, command)
      return ok(command)
    })
