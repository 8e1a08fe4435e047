import { printRulesSetting, readPrintRules } from '#domain/print-rules.ts'
import type { PrintRules, PrintRulesRefusal } from '#domain/print-rules.ts'
import type { Result } from '#domain/result.ts'
import type { UnitOfWork } from '#ports/stores.ts'

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
