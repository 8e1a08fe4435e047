import { useEffect, useRef, useState } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { focusField } from './field.tsx'
import type { FormApi } from './form-api.ts'
import { emptyOtherPermit } from './other-permits.tsx'
import { useEarlierPermits } from './use-earlier-permits.ts'
import { useIdentity } from './use-identity.ts'
import type { CorrectedDossier } from './use-identity.ts'
import type { IntakeFormState } from './use-intake-form.ts'
import type { Offers } from './use-offers.ts'
import { usePapers } from './use-papers.ts'

export interface SectionsOptions {
  readonly state: IntakeFormState
  readonly offers: Offers
  readonly today: OfficeDate
  /** The application that is corrected: its own line of the register is no stranger's. Absent: a new one. */
  readonly corrected?: CorrectedDossier
}

/** What the sections of an intake form share on every screen that shows them: who it is, files, rows, and the focus. */
export function useIntakeSections({ state, offers, today, corrected }: SectionsOptions) {
  const root = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [goal, setGoal] = useState<IntakeField | null>(null)
  const isCompany = offers.offer?.holder === 'company'
  const identity = useIdentity(state, today, isCompany ? 'company' : 'person', corrected)
  const api: FormApi = {
    ...state,
    leave: (field) => {
      state.leave(field)
      identity.leave(field)
    },
  }
  const earlier = useEarlierPermits(state, offers)
  const papers = usePapers((next) => state.change((latest) => ({ documents: next(latest.documents) })))
  // The field may be drawn only now, so the focus follows the drawing.
  useEffect(() => {
    if (goal === null) return
    focusField(root.current, goal)
    setGoal(null)
  }, [goal])
  const addOtherPermit = () => {
    state.change((latest) => ({ otherPermits: [...latest.otherPermits, emptyOtherPermit] }))
    setGoal(`otherPermits.${state.form.otherPermits.length}.number`)
  }
  const addSession = () => {
    state.change({ schedule: [...state.form.schedule, { days: [], from: '', until: '' }] })
    setGoal(`schedule.${state.form.schedule.length}`)
  }
  return { root, picker, setGoal, isCompany, identity, api, earlier, papers, addOtherPermit, addSession }
}
