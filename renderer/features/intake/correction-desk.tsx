import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { FieldRefusal } from '#domain/intake.ts'
import { changesBetween } from '#domain/intake-changes.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { mayWait, mendsReceipt } from '#domain/intake-minimum.ts'
import { intakeParts } from '#domain/intake-parts.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { CorrectionFormView } from '#contract/corrections.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import { intakeWords } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { ActionBar, Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ApplicantSection } from './applicant-section.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import styles from './correction.module.css'
import { asCorrectionDraft, type TypedCorrection } from './correction-draft.ts'
import { KeptCorrection } from './kept-correction.tsx'
import { CorrectionSide } from './correction-side.tsx'
import { DocumentsSection } from './documents-section.tsx'
import intake from './intake.module.css'
import { oldValuesOf, OldValuesProvider } from './old-values.ts'
import { LookalikeNotice } from './lookalike-notice.tsx'
import { OverlapNotice } from './overlap-notice.tsx'
import { PermitSection } from './permit-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { RepresentativeSection } from './representative-section.tsx'
import { useConsequences, useSaving } from './use-correction.ts'
import { readTypedForm, useTypedForm } from './use-intake-form.ts'
import { useIntakeSections } from './use-intake-sections.ts'
import { useKeptTyping } from './use-draft.ts'
import { useOffers } from './use-offers.ts'
import { useLookalikes } from './use-lookalikes.ts'
import { rulesFrom, useOutlook } from './use-outlook.ts'

/** Files are the checklist's business: here only those of what is newly asked for may be brought. */
const isOfForm = ({ field }: FieldRefusal): boolean => !/^(documents|papers)\./.test(field)

interface CorrectionDeskProps {
  view: CorrectionFormView
  /** What is typed so far: as stored, or as this person left it. */
  typed: TypedCorrection
  onDiscarded: () => void
}

/**
 * A wrong intake, opened as it was typed: what is changed shows its old value, and what follows is told before saving. Of an
 * application taken in on minimum data the rest is entered here, which is no correction and needs no reason.
 */
export function CorrectionDesk({ view, typed: begun, onDiscarded }: CorrectionDeskProps) {
  const office = useOffice()
  const [, navigate] = useLocation()
  const today = officeDateOf(pageMoment(), office.timeZone)
  const typed = useTypedForm(begun.form)
  const { form } = typed
  const [reason, setReason] = useState(begun.reason)
  const [reasonMissing, setReasonMissing] = useState(false)
  const [consenting, setConsenting] = useState(false)
  const [represented, setRepresented] = useState(begun.form.representativeName !== '')
  const outlook = useOutlook(form, 48, view.applicationId)
  const lookalikes = useLookalikes(form, view.applicationId)
  const offers = useOffers(form)
  const read = readTypedForm(typed, rulesFrom(offers, outlook, today), [])
  const { incomplete } = view
  // What is not entered yet does not keep what is from being saved.
  const waits = mayWait(form, office.minimum ?? intakeParts)
  const lacks = read.refusals.filter((one) => !isHeld(view.form, one))
  const state = {
    ...read,
    refusals: incomplete ? lacks.filter((one) => !waits(one)) : lacks.filter(isOfForm),
  }
  const { root, picker, setGoal, isCompany, identity, api, earlier, papers, addOtherPermit, addSession } =
    useIntakeSections({
      state,
      offers,
      today,
      corrected: { id: view.applicationId, name: view.form.name },
    })
  const addRepresentative = () => {
    setRepresented(true)
    setGoal('representativeName')
  }
  const draft = useKeptTyping<TypedCorrection>({
    whenKnown: () => Promise.resolve(view.draftId),
    typed: { form, reason },
    kept: begun,
    asDraft: (now) => ({
      kind: 'correction',
      title: view.registrationNumber,
      data: asCorrectionDraft(view, now),
    }),
  })
  const { said, failed } = useConsequences(view.applicationId, form)
  const changes = changesBetween(
    view.form,
    form,
    outlook.fields.map((one) => ({ ...one, when: {} })),
  )
  const asked = outlook.requirements.filter(({ code }) => said.asked.some((one) => one.code === code))
  const mends = !incomplete || mendsReceipt(changes)
  const close = () => navigate(`~/berkas/${view.applicationId}`)
  const saving = useSaving({
    view,
    draft,
    onSaved: () => {
      setConsenting(false)
      setSaved(mends ? words.saved : lacks.length === 0 ? words.entered : words.enteredSome(lacks.length))
    },
    onRefused: (sentences) => {
      setConsenting(false)
      typed.answer(sentences)
      const [first] = sentences.keys()
      if (first !== undefined) setGoal(first)
    },
    onConsentNeeded: () => setConsenting(true),
  })
  const [saved, setSaved] = useState<string>()
  // Left only once the draft has been heard of as done.
  useEffect(() => {
    if (saved === undefined) return
    showToast(saved)
    navigate(`~/berkas/${view.applicationId}`)
  }, [saved, navigate, view.applicationId])
  const save = () => {
    const first = state.refusals[0]?.field ?? identity.stranger?.field
    if (first !== undefined) {
      typed.tell(state.refusals.map(({ field }) => field))
      return setGoal(first)
    }
    if (mends && reason.trim() === '') {
      setReasonMissing(true)
      root.current?.querySelector<HTMLElement>('[data-reason] textarea')?.focus()
      return
    }
    if (view.needsConsent) return setConsenting(true)
    saving.save(form, reason, null)
  }
  const saveLabel = mends ? words.save : words.saveData
  useShortcuts([
    { keys: 'Ctrl+Enter', label: saveLabel, run: save },
    { keys: 'Escape', label: words.close, run: close },
  ])
  const lacking = state.refusals[0]
  return (
    <OldValuesProvider value={oldValuesOf(changes)}>
      <div className={styles.screen} ref={root}>
        <div className={intake.work}>
          <ScreenTitle
            title={
              incomplete ? words.enterTitle(view.registrationNumber) : words.title(view.registrationNumber)
            }
            note={`${view.holderName}, ${view.typeName}`}
          />
          <div className={intake.scroll}>
            <KeptCorrection view={view} onDiscarded={onDiscarded} />
            {draft.failed && (
              <Banner framed tone="amber" title={intakeWords.draftFailed}>
                {intakeWords.draftFailedNote}
              </Banner>
            )}
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
            {represented ? (
              <RepresentativeSection api={state} />
            ) : (
              <div>
                <Button size="row" onPress={addRepresentative}>
                  {words.addRepresentative}
                </Button>
              </div>
            )}
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
            {mends && (
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
            )}
          </div>
          <LookalikeNotice found={lookalikes} />
          <ActionBar
            start={
              <Button size="main" kbd="Esc" onPress={close}>
                {words.close}
              </Button>
            }
          >
            {incomplete && (
              <span className={styles.lacks} role="status">
                {lacks.length === 0 ? words.nothingLacks : words.lacks(lacks.length)}
              </span>
            )}
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
              {saveLabel}
            </Button>
          </ActionBar>
        </div>
        <CorrectionSide changes={changes} said={said} failed={failed} mends={mends} incomplete={incomplete} />
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

/** A file that stands on the checklist already is not read here again. */
const isHeld = (stored: IntakeForm, { field }: FieldRefusal): boolean => {
  const [, code] = /^(?:documents|papers)\.([^.]+)/.exec(field) ?? []
  return stored.documents.some(({ requirementCode }) => requirementCode === code)
}
