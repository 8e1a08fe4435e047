import type { IntakeForm } from '#domain/intake-form.ts'
import type { CorrectionDraft } from '#contract/intake.ts'
import type { CorrectionFormView } from '#contract/corrections.ts'

/** What is typed on the screen of a correction. */
export interface TypedCorrection {
  readonly form: IntakeForm
  readonly reason: string
}

const keysOf = (form: IntakeForm) => Object.keys(form) as (keyof IntakeForm)[]
const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** Only what differs is kept, so that a draft never brings back what somebody else mended meanwhile, nor an erased file. */
export function asCorrectionDraft(
  view: CorrectionFormView,
  { form, reason }: TypedCorrection,
): CorrectionDraft {
  const held = view.form.documents
  return {
    applicationId: view.applicationId,
    changed: keysOf(form).filter((key) => differs(form[key], view.form[key])),
    form: {
      ...form,
      documents: form.documents.filter((one) => !held.some((other) => !differs(one, other))),
    },
    reason,
  }
}

/** The form as it is stored now, with what this person had typed laid over it. */
export function resumedCorrection(view: CorrectionFormView): TypedCorrection {
  if (view.draft === null) return { form: view.form, reason: '' }
  const { changed, form, reason } = view.draft.data
  const typed = Object.fromEntries(
    keysOf(form).flatMap((key) => (changed.includes(key) ? [[key, form[key]]] : [])),
  ) as Partial<IntakeForm>
  return {
    form: { ...view.form, ...typed, documents: [...view.form.documents, ...form.documents] },
    reason,
  }
}
