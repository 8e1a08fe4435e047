import type { FieldRefusal, IntakeField } from '#domain/intake.ts'
import { figure } from '../../lib/format.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { Step } from '../../ui/step-rail.tsx'
import { sectionOf } from './form-api.ts'
import type { Section } from './form-api.ts'
import type { IntakeFormState } from './use-intake-form.ts'
import { paperOf } from './use-papers.ts'
import type { Requirement } from './use-papers.ts'

/**
 * The rail: what is done, what must be mended, and how many papers there are.
 *
 * @param drawn  the parts that the screen shows: what is filed elsewhere has neither place nor papers here
 */
export function stepsOf(
  state: IntakeFormState,
  requirements: readonly Requirement[],
  drawn: readonly Section[],
): readonly Step[] {
  const refused = new Set(state.shown.map(({ field }) => sectionOf(field)))
  const parts = drawn.map((key): Step => {
    const open = state.refusals.filter(({ field }) => sectionOf(field) === key)
    const shown = state.shown.filter(({ field }) => sectionOf(field) === key)
    const name = words.steps[key]
    // The words fit once in the row; with more than one such part the figure stands for them.
    const count = figure(shown.length)
    if (shown.length > 0)
      return { key, name, state: 'refused', note: refused.size > 1 ? count : words.toMend(count) }
    const there = requirements.filter(({ code }) => paperOf(state.form, code) !== undefined).length
    const note =
      key === 'documents' && requirements.length > 0
        ? { note: words.someOf(figure(there), figure(requirements.length)) }
        : {}
    const filled = key !== 'documents' || requirements.length > 0
    return { key, name, state: open.length === 0 && filled ? 'done' : 'open', ...note }
  })
  return [...parts, { key: 'review', name: words.steps.review, state: 'open' }]
}

const firstFields: Readonly<Record<Exclude<Section, 'documents'>, IntakeField>> = {
  applicant: 'nik',
  permit: 'permitTypeCode',
  practice: 'facilityName',
}

/** Where the focus goes when a section is opened: what must be done there first, else its first field. */
export function firstFieldOf(
  section: Section,
  refusals: readonly FieldRefusal[],
  requirements: readonly Requirement[],
): IntakeField {
  const lacking = refusals.find(({ field }) => sectionOf(field) === section)
  if (lacking !== undefined) return lacking.field
  return section === 'documents' ? `documents.${requirements[0]?.code ?? ''}` : firstFields[section]
}
