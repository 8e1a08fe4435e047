import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { FieldRefusal, IntakeField } from '#domain/intake.ts'
import { changesBetween } from '#domain/intake-changes.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { CorrectionFormView } from '#contract/corrections.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { ActionBar, Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ApplicantSection } from './applicant-section.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import styles from './correction.module.css'
import { CorrectionSide } from './correction-side.tsx'
import { DocumentsSection } from './documents-section.tsx'
import { focusField } from './field.tsx'
import type { FormApi } from './form-api.ts'
import intake from './intake.module.css'
import { oldValuesOf, OldValuesProvider } from './old-values.ts'
import { emptyOtherPermit } from './other-permits.tsx'
import { OverlapNotice } from './overlap-notice.tsx'
import { PermitSection } from './permit-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { RepresentativeSection } from './representative-section.tsx'
import { useConsequences, useSaving } from './use-correction.ts'
import { useEarlierPermits } from './use-earlier-permits.ts'
import { useIdentity } from './use-identity.ts'
import { readTypedForm, useTypedForm } from './use-intake-form.ts'
import { useOffers } from './use-offers.ts'
import { rulesFrom, useOutlook } from './use-outlook.ts'
import { usePapers } from './use-papers.ts'

/** Files are the checklist's business: here only those of what is newly asked for may be brought. */
const isOfForm = ({ field }: FieldRefusal): boolean => !/^(documents|papers)\./.test(field)

/** A wrong intake, opened as it was typed: what is changed shows its old value, and what follows is told before saving. */
export function CorrectionDesk({ view }: { view: CorrectionFormView }) {
  const office = useOffice()
  const [, navigate] = useLocation()
  const root = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const today = officeDateOf(pageMoment(), office.timeZone)
  const typed = useTypedForm(view.form)
  const { form } = typed
  const [reason, setReason] = useState('')
  const [reasonMissing, setReasonMissing] = useState(false)
  const [consenting, setConsenting] = useState(false)
  const [goal, setGoal] = useState<IntakeField | null>(null)
  const outlook = useOutlook(form, 48, view.applicationId)
  const offers = useOffers(form)
  const isCompany = offers.offer?.holder === 'company'
  const read = readTypedForm(typed, rulesFrom(offers, outlook, today), [])
  const state = { ...read, refusals: read.refusals.filter(isOfForm) }
  const identity = useIdentity(state, today, isCompany ? 'company' : 'person', view.applicationId)
  const api: FormApi = {
    ...state,
    leave: (field) => {
      state.leave(field)
      identity.leave(field)
    },
  }
  const earlier = useEarlierPermits(state, offers)
  const papers = usePapers((next) => state.change((latest) => ({ documents: next(latest.documents) })))
  const { said, failed } = useConsequences(view.applicationId, form)
  const changes = changesBetween(
    view.form,
    form,
    outlook.fields.map((one) => ({ ...one, when: {} })),
  )
  const asked = outlook.requirements.filter(({ code }) => said.asked.some((one) => one.code === code))
  useEffect(() => {
    if (goal === null) return
    focusField(root.current, goal)
    setGoal(null)
  }, [goal])
  const close = () => navigate(`~/berkas/${view.applicationId}`)
  const saving = useSaving({
    view,
    onSaved: () => {
      setConsenting(false)
      setSaved(true)
    },
    onRefused: (sentences) => {
      setConsenting(false)
      typed.answer(sentences)
      const [first] = sentences.keys()
      if (first !== undefined) setGoal(first)
    },
    onConsentNeeded: () => setConsenting(true),
  })
  const [saved, setSaved] = useState(false)
  const dirty = changes.length > 0 || reason.trim() !== ''
  useUnsavedGuard(dirty && !saved ? words.unsaved(view.registrationNumber) : null)
  // Left only once the guard has heard that nothing is lost.
  useEffect(() => {
    if (!saved) return
    showToast(words.saved)
    navigate(`~/berkas/${view.applicationId}`)
  }, [saved, navigate, view.applicationId])
  const save = () => {
    const first = state.refusals[0]?.field ?? identity.stranger?.field
    if (first !== undefined) {
      typed.tell(state.refusals.map(({ field }) => field))
      return setGoal(first)
    }
    if (reason.trim() === '') {
      setReasonMissing(true)
      root.current?.querySelector<HTMLElement>('[data-reason] textarea')?.focus()
      return
    }
    if (view.needsConsent) return setConsenting(true)
    saving.save(form, reason, null)
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: words.save, run: save },
    { keys: 'Escape', label: words.close, run: close },
  ])
  const addSession = () => {
    state.change({ schedule: [...form.schedule, { days: [], from: '', until: '' }] })
    setGoal(`schedule.${form.schedule.length}`)
  }
  const addOtherPermit = () => {
    state.change((latest) => ({ otherPermits: [...latest.otherPermits, emptyOtherPermit] }))
    setGoal(`otherPermits.${form.otherPermits.length}.number`)
  }
  const lacking = state.refusals[0]
  return (
    <OldValuesProvider value={oldValuesOf(changes)}>
      <div className={styles.screen} ref={root}>
        <div className={intake.work}>
          <ScreenTitle
            title={words.title(view.registrationNumber)}
            note={`${view.holderName}, ${view.typeName}`}
          />
          <div className={intake.scroll}>
            <OverlapNotice overlaps={said.overlaps} />
            <ApplicantSection
              api={api}
              identity={identity}
              today={today}
              folded={false}
              isCompany={isCompany}
              brief={false}
              onUnfold={() => undefined}
            />
            {view.form.representativeName !== '' && <RepresentativeSection api={state} />}
            <PermitSection api={api} offers={offers} outlook={outlook} earlier={earlier} today={today} />
            <PracticeSection
              api={state}
              offers={offers}
              outlook={outlook}
              folded={false}
              onAddSession={addSession}
              onAddOtherPermit={addOtherPermit}
            />
            {asked.length > 0 && (
              <DocumentsSection
                api={state}
                outlook={{ ...outlook, requirements: asked }}
                papers={papers}
                pickerRef={picker}
                onGo={setGoal}
              />
            )}
            <Panel label={words.reason}>
              <PanelHead title={words.reason} />
              <div className={styles.reason} data-reason>
                <TextAreaField
                  label={words.reasonLabel}
                  hint={words.reasonHint}
                  rows={2}
                  maxLength={500}
                  value={reason}
                  error={reasonMissing && reason.trim() === '' ? words.reasonNeeded : undefined}
                  onChange={(text) => {
                    setReason(text)
                    setReasonMissing(false)
                  }}
                />
              </div>
            </Panel>
          </div>
          <ActionBar
            start={
              <Button size="main" kbd="Esc" onPress={close}>
                {words.close}
              </Button>
            }
          >
            {saving.refused !== undefined && (
              <p className={intake.refused} role="alert">
                {saving.refused}
              </p>
            )}
            <Button
              rank="main"
              kbd="Ctrl+Enter"
              busy={saving.busy}
              onPress={save}
              onBlocked={save}
              reason={
                lacking === undefined || saving.busy ? undefined : (
                  <TextLink onPress={save}>{words.mend(state.refusals.length)}</TextLink>
                )
              }
            >
              {words.save}
            </Button>
          </ActionBar>
        </div>
        <CorrectionSide changes={changes} said={said} failed={failed} />
        <ConsentDialog
          opened={consenting}
          sentence={words.consentSentence(view.registrationNumber)}
          busy={saving.busy}
          refused={saving.consentRefused}
          onConsent={(consent) => saving.save(form, reason, consent)}
          onEdit={saving.forgetRefusal}
          onClose={() => setConsenting(false)}
        />
      </div>
    </OldValuesProvider>
  )
}
