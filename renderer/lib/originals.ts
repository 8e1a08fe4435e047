import type { OriginalView } from '#contract/dossier.ts'
import type { OriginalAnswer } from '#domain/kept-originals.ts'

/** What the clerk says of one original; untouched: it goes along. */
export interface OriginalForm {
  given: boolean
  /** Why it stays. */
  reason: string
}

/** By the id of the original. */
export type OriginalForms = Readonly<Record<string, OriginalForm>>

/** What stayed before keeps its reason until another is typed. */
export const originalOf = (
  forms: OriginalForms,
  { id, reason }: Pick<OriginalView, 'id' | 'reason'>,
): OriginalForm => forms[id] ?? { given: true, reason: reason ?? '' }

const isSpoken = ({ given, reason }: OriginalForm): boolean => given || reason.trim() !== ''

/** Whether one of them neither goes along nor stays for a reason. */
export const lacksOriginals = (forms: OriginalForms, originals: readonly OriginalView[]): boolean =>
  originals.some((one) => !isSpoken(originalOf(forms, one)))

/** As the station asks for them. */
export const originalAnswers = (forms: OriginalForms, originals: readonly OriginalView[]): OriginalAnswer[] =>
  originals.map((one) => {
    const { given, reason } = originalOf(forms, one)
    return given ? { id: one.id, outcome: 'given' } : { id: one.id, outcome: 'left', reason: reason.trim() }
  })
