import { useState } from 'react'
import { broughtBy } from '#domain/collective-filing.ts'
import type { FieldRefusal } from '#domain/intake.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Shortcut } from '../../lib/keyboard/shortcuts.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { intakeWords } from '../../locales/intake.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Filer } from './filer-choice.tsx'
import { nextInFiling, noRepresentative, useBrought, useFiling } from './use-filing.ts'
import type { FilingState } from './use-filing.ts'
import type { TypedForm } from './use-intake-form.ts'

/** A small window of the collective filing over the form. */
export type BringingWindow = 'choose' | 'list' | 'leave' | 'close'

export interface Bringing {
  readonly filer: Filer
  readonly collective: FilingState
  /** As it is read and saved; what is kept as draft is what was typed. */
  readonly form: IntakeForm
  /** What only this screen knows: a representative without a name. */
  readonly refusals: readonly FieldRefusal[]
  /** Something is typed that is not saved. */
  readonly isTyped: boolean
  /** The empty form that follows in the same filing; null: it is brought alone. */
  readonly next: IntakeForm | null
  readonly window: BringingWindow | null
  show(window: BringingWindow | null): void
  choose(filer: Filer): void
  chooseFiling(id: string): void
  readonly shortcuts: readonly Shortcut[]
}

export interface BringingOptions {
  readonly initial: IntakeForm
  /** Nothing is typed yet, and it is brought in this filing. */
  readonly onFiling: (id: string) => void
  /** Nothing is typed yet, and it is brought alone after all. */
  readonly onAlone: () => void
}

/** Who brings the dossier on the screen: the applicant, a representative, or somebody with many. */
export function useBringing(typed: TypedForm, options: BringingOptions): Bringing {
  const { initial } = options
  const [byRepresentative, setByRepresentative] = useState(initial.representativeName !== '')
  const [window, show] = useState<BringingWindow | null>(null)
  const collective = useFiling(typed.form.collectiveFilingId)
  const { filing } = collective
  const form = useBrought(typed.form, filing)
  const filer =
    collective.id !== null
      ? ('collective' as const)
      : byRepresentative
        ? ('representative' as const)
        : ('applicant' as const)
  const isTyped = hasContent(typed.form)
  const leave = isTyped ? () => show('leave') : () => showToast(words.leaveEmpty)
  return {
    filer,
    collective,
    form,
    refusals: filer === 'representative' && form.representativeName.trim() === '' ? [nameless] : [],
    isTyped,
    next: collective.id === null ? null : nextInFiling(form, filing),
    window,
    show,
    chooseFiling: (id) => {
      show(null)
      if (!isTyped) return options.onFiling(id)
      setByRepresentative(false)
      typed.change({ ...noRepresentative, collectiveFilingId: id })
    },
    choose: (next) => {
      if (next === 'collective') return show('choose')
      setByRepresentative(next === 'representative')
      if (collective.id !== null && !isTyped) return options.onAlone()
      const kept = next === 'representative' && filing !== null ? broughtBy(filing.bringer, form) : {}
      typed.change({ ...(next === 'applicant' ? noRepresentative : kept), collectiveFilingId: null })
    },
    shortcuts:
      filing?.closed === null
        ? [
            { keys: 'Ctrl+U', label: words.leave, run: leave },
            { keys: 'Ctrl+E', label: words.close, run: () => show('close') },
          ]
        : [],
  }
}

const noPlace = {
  facilityKind: emptyIntakeForm.facilityKind,
  facilityName: '',
  facilityAddress: '',
  facilityVillage: '',
  facilityDistrict: '',
} as const

/** Whether anything of a dossier is typed: in a filing its bringer and the place that it goes on with are not. */
function hasContent(form: IntakeForm): boolean {
  const given = form.collectiveFilingId === null ? {} : { ...noPlace, ...noRepresentative }
  const own: IntakeForm = { ...form, ...given, collectiveFilingId: null }
  return JSON.stringify(own) !== JSON.stringify(emptyIntakeForm)
}

const nameless: FieldRefusal = {
  field: 'representativeName',
  refusal: { code: 'field-empty', label: intakeWords.representativeName, example: 'Bagas Tirtamulya' },
}
