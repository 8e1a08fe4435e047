import type { DossierView } from '#contract/dossier.ts'
import { numericDate } from '#domain/indonesian.ts'
import { ownWordsLabel } from '#domain/repair.ts'

/** What is being written for a return; kept until it is sent. */
export interface ReturnDraft {
  chosen: readonly string[]
  reasons: Readonly<Record<string, string>>
  until: string
}

/** Key of what is no requirement. */
export const ownWordsKey = 'isian'

/** One line that can be marked as wrong. */
export interface ReturnLine {
  key: string
  /** null: no requirement. */
  code: string | null
  label: string
}

/** Everything that may be wrong: the checklist, and what was written in the application. */
export const linesOfReturn = (view: Pick<DossierView, 'requirements'>): readonly ReturnLine[] => [
  ...view.requirements.map(({ code, label }) => ({ key: code, code, label })),
  { key: ownWordsKey, code: null, label: ownWordsLabel },
]

/** What the checklist says already: refused papers with their words, and those that nobody brought. */
export function beginReturn(view: Pick<DossierView, 'requirements' | 'repairUntil'>): ReturnDraft {
  const found = view.requirements.flatMap(({ code, documents }) => {
    const current = documents.filter((one) => !one.replaced)
    const refused = current.filter((one) => one.check === 'refused')
    if (refused.length === 0) return current.length === 0 ? [[code, 'Belum ada'] as const] : []
    return [[code, refused.map((one) => one.checkNote ?? '').join('; ')] as const]
  })
  return {
    chosen: found.map(([code]) => code),
    reasons: Object.fromEntries(found),
    until: numericDate(view.repairUntil),
  }
}

/** Where a return is kept until it is sent. */
export const returnKey = (applicationId: string): string => `${applicationId}/return`

/** What was written of a return, a line for each wrong item. */
export const wordsOfReturn = (
  view: Pick<DossierView, 'requirements'>,
  draft: ReturnDraft,
): readonly string[] =>
  linesOfReturn(view)
    .filter(({ key }) => draft.chosen.includes(key))
    .map(({ key, label }) => `${label}: ${draft.reasons[key] ?? ''}`)
