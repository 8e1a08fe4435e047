import { useState } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import { typedMoment } from '#domain/late-entry.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { foldedFieldsAreGood, shownFolded } from './folding.ts'
import { sectionOf, sections } from './form-api.ts'
import type { Section } from './form-api.ts'
import type { IntakeDeskProps } from './intake-desk-props.ts'
import { firstFieldOf } from './steps.ts'
import { useApplicationId } from './use-application-id.ts'
import { useBringing } from './use-bringing.ts'
import { useDraft } from './use-draft.ts'
import { readTypedForm, useTypedForm } from './use-intake-form.ts'
import { useIntakeSections } from './use-intake-sections.ts'
import { useOldBook } from './use-old-book.ts'
import { useOffers } from './use-offers.ts'
import { rulesFrom, useOutlook } from './use-outlook.ts'
import type { Columns } from './use-outlook.ts'

/** The form on the screen: what is typed, what it says of itself, and the way to each of its fields. */
export function useDeskForm(props: IntakeDeskProps) {
  const office = useOffice()
  const now = pageMoment()
  const [columns, setColumns] = useState<Columns>(48)
  const [unfolded, setUnfolded] = useState(false)
  const [section, setSection] = useState<Section | 'review'>('applicant')
  const { applicationId, whenKnown } = useApplicationId(props.draftId)
  const typed = useTypedForm(props.initial)
  const bringing = useBringing(typed, props)
  const { form } = bringing
  const isLate = form.lateEntry
  const running = useOldBook(form)
  const { book } = running
  const taken = isLate ? typedMoment(form, office.timeZone) : running.filedAt
  const today = officeDateOf(taken !== null && taken < now ? taken : now, office.timeZone)
  const outlook = useOutlook(form, columns)
  const offers = useOffers(form)
  // Where it would be filed today says nothing of what was filed long ago.
  const elsewhere = book === null ? offers.elsewhere : null
  const state = readTypedForm(
    { ...typed, form },
    {
      ...rulesFrom(offers, outlook, today),
      oldBook: running.rules,
      ...(outlook.earliestLateDay === null
        ? {}
        : { late: { now, earliest: outlook.earliestLateDay, timeZone: office.timeZone } }),
    },
    bringing.refusals,
  )
  const parts = useIntakeSections({ state, offers, today })
  const { root, setGoal, identity, earlier } = parts
  const draft = useDraft(whenKnown, typed.form, props.initial, props.onKept)
  const go = (field: IntakeField) => {
    if (sectionOf(field) === 'applicant' && !shownFolded.includes(field)) setUnfolded(true)
    setGoal(field)
  }
  const drawn = elsewhere === null ? sections : sections.slice(0, 2)
  const goSection = (key: string) => {
    if (key === 'review') return root.current?.querySelector<HTMLElement>('[data-rank="main"]')?.focus()
    const found = drawn.find((one) => one === key)
    if (found !== undefined) go(firstFieldOf(found, state.refusals, outlook.requirements))
  }
  return {
    ...parts,
    applicationId,
    whenKnown,
    typed,
    bringing,
    form,
    isLate,
    running,
    book,
    today,
    /** The day of this computer, whenever it was taken in. */
    realToday: officeDateOf(now, office.timeZone),
    outlook,
    columns,
    setColumns,
    offers,
    elsewhere,
    state,
    draft,
    section,
    setSection,
    drawn,
    folded: identity.known && !unfolded && foldedFieldsAreGood(state.refusals),
    unfold: () => {
      setUnfolded(true)
      setGoal('name')
    },
    // A permit that ends or is printed again stays at its place: nothing of it is asked a second time.
    placeFolded:
      (form.kind === 'replacement' || form.kind === 'revocation') &&
      earlier.chosen !== undefined &&
      state.refusals.every(({ field }) => sectionOf(field) !== 'practice'),
    go,
    goSection,
    step: (by: 1 | -1) => {
      const order = [...drawn, 'review'] as const
      const next = order[order.indexOf(section) + by]
      if (next !== undefined) goSection(next)
    },
  }
}

export type DeskForm = ReturnType<typeof useDeskForm>
