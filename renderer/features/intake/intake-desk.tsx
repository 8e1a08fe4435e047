import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FieldRefusal, IntakeField } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { mayWait } from '#domain/intake-minimum.ts'
import { emptyOldBook } from '#domain/old-book-form.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { typedMoment } from '#domain/late-entry.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { lateWords, oldBookWords } from '../../locales/late-entry.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { StepRail } from '../../ui/step-rail.tsx'
import { ApplicantSection } from './applicant-section.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { DocumentsSection } from './documents-section.tsx'
import { DraftOffer } from './draft-offer.tsx'
import type { KeptDraft } from './draft-offer.tsx'
import { foldedFieldsAreGood, shownFolded } from './folding.ts'
import { sectionOf, sections } from './form-api.ts'
import type { Section } from './form-api.ts'
import styles from './intake.module.css'
import { LateParts } from './late-parts.tsx'
import { OldBookSection } from './old-book-section.tsx'
import { LateSection } from './late-section.tsx'
import { LookalikeNotice } from './lookalike-notice.tsx'
import { OverlapNotice } from './overlap-notice.tsx'
import { PermitSection } from './permit-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { NoReceipt, OldReceipt, PrinterChoice, ReceiptPreview } from './receipt-preview.tsx'
import { ReferBar } from './refer-bar.tsx'
import type { ReferredPerson } from './referred.tsx'
import type { RegisteredApplication } from './registered.tsx'
import { RepresentativeSection } from './representative-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { firstFieldOf, stepsOf } from './steps.ts'
import { BringingList, BringingWindows } from './bringing-windows.tsx'
import { CollectiveOffer } from './collective-offer.tsx'
import { CollectiveTrouble } from './collective-trouble.tsx'
import { FilerChoice } from './filer-choice.tsx'
import { useBringing } from './use-bringing.ts'
import type { BringingOptions } from './use-bringing.ts'
import { useApplicationId } from './use-application-id.ts'
import { useDraft } from './use-draft.ts'
import { useLookalikes } from './use-lookalikes.ts'
import { readTypedForm, useTypedForm } from './use-intake-form.ts'
import { useIntakeSections } from './use-intake-sections.ts'
import { useMissingList } from './use-missing-list.ts'
import { useOldBook } from './use-old-book.ts'
import { asksOrdinal, useOffers } from './use-offers.ts'
import { rulesFrom, useOutlook } from './use-outlook.ts'
import type { Columns } from './use-outlook.ts'
import { useReferral } from './use-referral.ts'
import { useRegistration } from './use-registration.ts'

export interface IntakeDeskProps extends BringingOptions {
  /** The draft that is continued; null: a new application. */
  draftId: string | null
  drafts: readonly KeptDraft[]
  /** The first thing typed has been kept under this id. */
  onKept: (id: string) => void
  onResume: (draft: KeptDraft) => void
  onDraftsChanged: () => void
  /** `next` is the empty form that follows in a *pengajuan kolektif*; null: it was brought alone. */
  onRegistered: (next: IntakeForm | null, done: RegisteredApplication) => void
  /** The dossier on the screen was left out of the list; this form follows. */
  onNext: (next: IntakeForm) => void
  onClosed: (filingId: string, jobId: string | null) => void
  onReferred: (person: ReferredPerson) => void
}

/** One application being taken in, from the NIK to the receipt. */
export function IntakeDesk(props: IntakeDeskProps) {
  const office = useOffice()
  const [, navigate] = useLocation()
  const now = pageMoment()
  const [columns, setColumns] = useState<Columns>(48)
  const [printerId, setPrinterId] = useState<string | null>(null)
  const [previewOpened, setPreviewOpened] = useState(false)
  const [consenting, setConsenting] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  const [section, setSection] = useState<Section | 'review'>('applicant')

  const { applicationId, whenKnown } = useApplicationId(props.draftId)
  const typed = useTypedForm(props.initial)
  const bringing = useBringing(typed, props)
  const { form, collective } = bringing
  const isLate = form.lateEntry
  const running = useOldBook(form)
  const { book } = running
  const taken = isLate ? typedMoment(form, office.timeZone) : running.filedAt
  const today = officeDateOf(taken !== null && taken < now ? taken : now, office.timeZone)
  const outlook = useOutlook(form, columns)
  const lookalikes = useLookalikes(form, null)
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
  const { root, picker, setGoal, isCompany, identity, api, earlier, papers, addOtherPermit, addSession } =
    useIntakeSections({ state, offers, today })
  const draft = useDraft(whenKnown, typed.form, props.initial, props.onKept)
  const missing = useMissingList({ form, draftId: applicationId ?? null, printerId }, state.refusals)

  const foldable = identity.known && !unfolded && foldedFieldsAreGood(state.refusals)
  const go = (field: IntakeField) => {
    if (sectionOf(field) === 'applicant' && !shownFolded.includes(field)) setUnfolded(true)
    setGoal(field)
  }

  const registration = useRegistration({
    whenKnown,
    draft,
    onRegistered: (view) =>
      props.onRegistered(bringing.next, {
        ...view,
        applicant: form.nameOnPermit.trim() || form.name.trim(),
        permit: `${form.permitTypeCode}, ${kindLabel(form.kind, asksOrdinal(offers, form.kind) ? form.practiceOrdinal : null)}`,
        place: form.facilityName.trim(),
        promise: outlook.promise?.label ?? '–',
      }),
    onConsented: () => setConsenting(false),
    onRefused: (sentences) => {
      typed.answer(sentences)
      const [first] = sentences.keys()
      if (first !== undefined) go(first)
    },
  })
  const minimum = isLate || book !== null || elsewhere !== null ? null : office.minimum
  const demanded = minimum && state.refusals.filter((one) => !mayWait(form, minimum)(one))
  /** The receipt now, the rest at the stage that enters it. */
  const saveMinimum = () => {
    if (demanded === null) return
    const first = demanded[0]?.field ?? identity.stranger?.field
    if (first === undefined) return registration.save(form, printerId, { minimum: true })
    typed.tell(demanded.map(({ field }) => field))
    go(first)
  }
  const save = () => {
    const first = state.refusals[0]
    if (first === undefined && identity.stranger === null) {
      if (!isLate) return registration.save(form, printerId)
      registration.forgetConsent()
      return setConsenting(true)
    }
    typed.tell(state.refusals.map(({ field }) => field))
    go(first?.field ?? identity.stranger?.field ?? 'nik')
  }
  const referral = useReferral({
    form,
    printerId,
    draft,
    draftId: applicationId,
    onReferred: (jobId) =>
      props.onReferred({
        jobId,
        permit: [form.permitTypeCode, offers.offer?.name].join(', '),
        destination: elsewhere?.destination ?? '',
        address: elsewhere?.address ?? '',
      }),
  })
  // A permit that ends or is printed again stays at its place: nothing of it is asked a second time.
  const placeFolded =
    (form.kind === 'replacement' || form.kind === 'revocation') &&
    earlier.chosen !== undefined &&
    state.refusals.every(({ field }) => sectionOf(field) !== 'practice')
  const drawn = elsewhere === null ? sections : sections.slice(0, 2)
  const goSection = (key: string) => {
    if (key === 'review') return root.current?.querySelector<HTMLElement>('[data-rank="main"]')?.focus()
    const found = drawn.find((one) => one === key)
    if (found !== undefined) go(firstFieldOf(found, state.refusals, outlook.requirements))
  }
  const step = (by: 1 | -1) => {
    const order = [...drawn, 'review'] as const
    const next = order[order.indexOf(section) + by]
    if (next !== undefined) goSection(next)
  }
  useShortcuts([
    elsewhere === null
      ? { keys: 'Ctrl+Enter', label: words.keys.save, run: save }
      : { keys: 'Ctrl+Enter', label: words.printReferral, run: referral.print },
    { keys: 'Ctrl+ArrowUp', label: words.keys.section, run: () => step(-1), inStrip: false },
    { keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'], label: words.keys.section },
    { keys: 'Ctrl+ArrowDown', label: words.keys.section, run: () => step(1), inStrip: false },
    ...(elsewhere === null
      ? [{ keys: 'Ctrl+O', label: words.keys.files, run: () => picker.current?.click() }]
      : []),
    ...(elsewhere === null && outlook.needsSchedule && !placeFolded
      ? [{ keys: 'Ctrl+J', label: words.keys.schedule, run: addSession }]
      : []),
    ...(minimum === null ? [] : [{ keys: 'Ctrl+M', label: words.keys.saveMinimum, run: saveMinimum }]),
    ...bringing.shortcuts,
    { keys: 'Escape', label: words.keys.close, run: () => navigate('~/') },
  ])

  const list = { bringing, drafts: props.drafts, applicationId, onResume: props.onResume }
  const part = (name: Section, children: React.ReactNode) => (
    <div onFocusCapture={() => setSection(name)}>{children}</div>
  )
  return (
    <div className={styles.screen} ref={root}>
      <div className={styles.work}>
        <ScreenTitle
          title={isLate || book ? lateWords.title : words.title}
          right={
            <>
              {collective.id !== null && (
                <span className={styles.previewButton}>
                  <Button size="row" onPress={() => bringing.show('list')}>
                    {collectiveWords.showList(figure(collective.filing?.rows.length ?? 0))}
                  </Button>
                </span>
              )}
              <span className={collective.id === null ? styles.previewButton : undefined}>
                <Button size="row" onPress={() => setPreviewOpened(true)}>
                  {words.previewOpen}
                </Button>
              </span>
              <Button
                rank="tertiary"
                size="row"
                onPress={() => {
                  const opens = !isLate && !book
                  state.change({ lateEntry: opens, oldBook: null })
                  if (opens) setGoal('lateDay')
                }}
              >
                {isLate || book ? lateWords.close : lateWords.open}
              </Button>
              <FilerChoice
                filer={bringing.filer}
                onFiler={(next) => {
                  bringing.choose(next)
                  if (next === 'representative') setGoal('representativeName')
                }}
              />
            </>
          }
        />
        <div className={styles.steps}>
          <StepRail steps={stepsOf(state, outlook.requirements, drawn)} current={section} onGo={goSection} />
        </div>
        <div className={styles.scroll}>
          {(isLate || book !== null) && (
            <div>
              <LateParts
                current={book ? 'running' : 'application'}
                onApplication={() => state.change({ lateEntry: true, oldBook: null })}
                onRunning={() => state.change({ lateEntry: false, oldBook: emptyOldBook })}
              />
            </div>
          )}
          {typed.form === props.initial && collective.id === null && (
            <>
              <DraftOffer
                drafts={props.drafts}
                onResume={props.onResume}
                onDiscarded={props.onDraftsChanged}
              />
              <CollectiveOffer onFiling={bringing.chooseFiling} />
            </>
          )}
          <CollectiveTrouble state={collective} />
          {draft.failed && (
            <Banner framed tone="amber" title={words.draftFailed}>
              {words.draftFailedNote}
            </Banner>
          )}
          {book !== null &&
            part(
              'applicant',
              <OldBookSection
                api={state}
                book={book}
                stages={running.stages}
                today={officeDateOf(now, office.timeZone)}
              />,
            )}
          {isLate &&
            part(
              'applicant',
              <LateSection
                api={state}
                earliest={outlook.earliestLateDay}
                today={officeDateOf(now, office.timeZone)}
              />,
            )}
          <OverlapNotice overlaps={outlook.overlaps} />
          {part(
            'applicant',
            <ApplicantSection
              api={api}
              identity={identity}
              today={today}
              folded={foldable}
              isCompany={isCompany}
              brief={elsewhere !== null}
              onUnfold={() => {
                setUnfolded(true)
                setGoal('name')
              }}
            />,
          )}
          {bringing.filer === 'representative' && part('applicant', <RepresentativeSection api={state} />)}
          {part(
            'permit',
            <PermitSection api={api} offers={offers} outlook={outlook} earlier={earlier} today={today} />,
          )}
          {elsewhere === null && (
            <>
              {part(
                'practice',
                <PracticeSection
                  api={state}
                  offers={offers}
                  outlook={outlook}
                  folded={placeFolded}
                  onAddSession={addSession}
                  onAddOtherPermit={addOtherPermit}
                />,
              )}
              {part(
                'documents',
                <DocumentsSection
                  api={state}
                  outlook={outlook}
                  papers={papers}
                  pickerRef={picker}
                  onGo={go}
                />,
              )}
            </>
          )}
        </div>
        <LookalikeNotice found={elsewhere === null ? lookalikes : []} />
        <div onFocusCapture={() => setSection('review')}>
          {elsewhere !== null ? (
            <ReferBar referral={referral} />
          ) : (
            <SaveBar
              refusals={
                identity.stranger === null
                  ? state.refusals
                  : [ofAnother(identity.stranger.field), ...state.refusals]
              }
              onSave={save}
              {...(book === null ? {} : { label: oldBookWords.save })}
              minimum={
                demanded !== null && state.refusals.length > 0
                  ? { demanded: demanded.length, save: saveMinimum }
                  : null
              }
              saving={registration.saving}
              onGo={go}
              refused={registration.refused}
              missing={missing}
            />
          )}
        </div>
      </div>
      <aside
        className={styles.side}
        aria-label={collective.id === null ? words.preview : collectiveWords.list}
      >
        {collective.id !== null ? (
          <BringingList {...list} />
        ) : book !== null ? (
          <OldReceipt />
        ) : elsewhere === null ? (
          <ReceiptPreview outlook={outlook} columns={columns} onColumns={setColumns} />
        ) : (
          <NoReceipt />
        )}
        <PrinterChoice printerId={printerId} onPrinter={setPrinterId} />
      </aside>
      <ConsentDialog
        opened={consenting}
        sentence={lateWords.consentSentence(`${form.lateDay} pukul ${form.lateTime}`)}
        busy={registration.saving}
        refused={registration.consentRefused}
        onEdit={registration.forgetConsent}
        onClose={() => setConsenting(false)}
        onConsent={(consent) => registration.save(form, printerId, { consent })}
      />
      <Drawer opened={previewOpened} title={words.preview} onClose={() => setPreviewOpened(false)}>
        <ReceiptPreview outlook={outlook} columns={columns} onColumns={setColumns} />
      </Drawer>
      <BringingWindows
        {...list}
        whenKnown={whenKnown}
        draft={draft}
        refused={registration.refused}
        onNext={props.onNext}
        onClosed={props.onClosed}
      />
    </div>
  )
}

/** Only its place in the list of what is lacking: the sentence stands at the field. */
const ofAnother = (field: IntakeField): FieldRefusal => ({
  field,
  refusal: { code: 'nik-length', typed: '', digits: 0 },
})
