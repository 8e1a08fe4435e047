import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FieldRefusal, IntakeField } from '#domain/intake.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { lateWords, oldBookWords } from '../../locales/late-entry.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { StepRail } from '../../ui/step-rail.tsx'
import { BringingList, BringingWindows } from './bringing-windows.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import type { IntakeDeskProps } from './intake-desk-props.ts'
import { IntakeParts } from './intake-parts.tsx'
import { IntakeTitle } from './intake-title.tsx'
import styles from './intake.module.css'
import { LookalikeNotice } from './lookalike-notice.tsx'
import { NoReceipt, OldReceipt, PrinterChoice, ReceiptPreview } from './receipt-preview.tsx'
import { ReferBar } from './refer-bar.tsx'
import { SaveBar } from './save-bar.tsx'
import { stepsOf } from './steps.ts'
import { useDeskForm } from './use-desk-form.ts'
import type { DeskForm } from './use-desk-form.ts'
import { useDeskSaving } from './use-desk-saving.ts'
import type { DeskSaving } from './use-desk-saving.ts'
import { useLookalikes } from './use-lookalikes.ts'

/** One application being taken in, from the NIK to the receipt. */
export function IntakeDesk(props: IntakeDeskProps) {
  const [printerId, setPrinterId] = useState<string | null>(null)
  const [previewOpened, setPreviewOpened] = useState(false)
  const desk = useDeskForm(props)
  const saving = useDeskSaving(desk, props, printerId)
  const lookalikes = useLookalikes(desk.form, null)
  useDeskKeys(desk, saving)
  const { bringing, form, outlook, elsewhere, columns, setColumns } = desk
  const { collective } = bringing
  const list = { bringing, drafts: props.drafts, applicationId: desk.applicationId, onResume: props.onResume }
  const preview = <ReceiptPreview outlook={outlook} columns={columns} onColumns={setColumns} />
  return (
    <div className={styles.screen} ref={desk.root}>
      <div className={styles.work}>
        <IntakeTitle desk={desk} onPreview={() => setPreviewOpened(true)} />
        <div className={styles.steps}>
          <StepRail
            steps={stepsOf(desk.state, outlook.requirements, desk.drawn)}
            current={desk.section}
            onGo={desk.goSection}
          />
        </div>
        <div className={styles.scroll}>
          <IntakeParts desk={desk} screen={props} />
        </div>
        <LookalikeNotice found={elsewhere === null ? lookalikes : []} />
        <div onFocusCapture={() => desk.setSection('review')}>
          {elsewhere === null ? (
            <DeskBar desk={desk} saving={saving} />
          ) : (
            <ReferBar referral={saving.referral} />
          )}
        </div>
      </div>
      <aside
        className={styles.side}
        aria-label={collective.id === null ? words.preview : collectiveWords.list}
      >
        {collective.id !== null ? (
          <BringingList {...list} />
        ) : desk.book !== null ? (
          <OldReceipt />
        ) : elsewhere === null ? (
          preview
        ) : (
          <NoReceipt />
        )}
        <PrinterChoice printerId={printerId} onPrinter={setPrinterId} />
      </aside>
      <ConsentDialog
        opened={saving.consenting}
        sentence={lateWords.consentSentence(`${form.lateDay} pukul ${form.lateTime}`)}
        busy={saving.registration.saving}
        refused={saving.registration.consentRefused}
        onEdit={saving.registration.forgetConsent}
        onClose={saving.cancelConsent}
        onConsent={(consent) => saving.registration.save(form, printerId, { consent })}
      />
      <Drawer opened={previewOpened} title={words.preview} onClose={() => setPreviewOpened(false)}>
        {preview}
      </Drawer>
      <BringingWindows
        {...list}
        whenKnown={desk.whenKnown}
        draft={desk.draft}
        refused={saving.registration.refused}
        onNext={props.onNext}
        onClosed={props.onClosed}
      />
    </div>
  )
}

function DeskBar({ desk, saving }: { desk: DeskForm; saving: DeskSaving }) {
  const { state, identity, book } = desk
  const { demanded, registration } = saving
  return (
    <SaveBar
      refusals={
        identity.stranger === null ? state.refusals : [ofAnother(identity.stranger.field), ...state.refusals]
      }
      onSave={saving.save}
      {...(book === null ? {} : { label: oldBookWords.save })}
      minimum={
        demanded !== null && state.refusals.length > 0
          ? { demanded: demanded.length, save: saving.saveMinimum }
          : null
      }
      saving={registration.saving}
      onGo={desk.go}
      refused={registration.refused}
      missing={saving.missing}
    />
  )
}

function useDeskKeys(desk: DeskForm, saving: DeskSaving) {
  const [, navigate] = useLocation()
  const here = desk.elsewhere === null
  useShortcuts([
    here
      ? { keys: 'Ctrl+Enter', label: words.keys.save, run: saving.save }
      : { keys: 'Ctrl+Enter', label: words.printReferral, run: saving.referral.print },
    { keys: 'Ctrl+ArrowUp', label: words.keys.section, run: () => desk.step(-1), inStrip: false },
    { keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'], label: words.keys.section },
    { keys: 'Ctrl+ArrowDown', label: words.keys.section, run: () => desk.step(1), inStrip: false },
    ...(here ? [{ keys: 'Ctrl+O', label: words.keys.files, run: () => desk.picker.current?.click() }] : []),
    ...(here && desk.outlook.needsSchedule && !desk.placeFolded
      ? [{ keys: 'Ctrl+J', label: words.keys.schedule, run: desk.addSession }]
      : []),
    ...(saving.demanded === null
      ? []
      : [{ keys: 'Ctrl+M', label: words.keys.saveMinimum, run: saving.saveMinimum }]),
    ...desk.bringing.shortcuts,
    { keys: 'Escape', label: words.keys.close, run: () => navigate('~/') },
  ])
}

/** Only its place in the list of what is lacking: the sentence stands at the field. */
const ofAnother = (field: IntakeField): FieldRefusal => ({
  field,
  refusal: { code: 'nik-length', typed: '', digits: 0 },
})
