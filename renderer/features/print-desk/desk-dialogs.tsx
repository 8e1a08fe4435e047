import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useKept } from '../../lib/kept.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ScanField } from '../../ui/scan-field.tsx'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'
import styles from './print-desk.module.css'

const scanWords = dossierWords.signedScan

interface AskProps {
  /** Names the letter, or says how many. */
  sentence: ReactNode
  busy: boolean
  /** The sentence of a refusal; what was typed stays. */
  refusal: string | undefined
  onClose: () => void
}

interface AskDialogProps extends Omit<AskProps, 'refusal'> {
  title: string
  action: string
  keys: readonly string[]
  onConfirm: () => void
  /** What stands at the field now, from here or from the service. */
  refused: string | undefined
  children: ReactNode
}

/** A question with one field; the keys confirm in the field, not on the way back beside it. */
function AskDialog({ keys, children, refused, onConfirm, ...props }: AskDialogProps) {
  const fields = useRef<HTMLDivElement>(null)
  const [tries, setTries] = useState(0)
  useFocusRefused(fields, refused === undefined ? 0 : tries)
  const confirm = () => {
    setTries(tries + 1)
    onConfirm()
  }
  const ref = useShortcuts([{ keys: [...keys], label: props.action, run: confirm, whileTyping: true }])
  return (
    <ConfirmDialog opened {...props} onConfirm={confirm}>
      <div
        ref={(element) => {
          ref(element)
          fields.current = element
        }}
        className={styles.dialogField}
      >
        {children}
      </div>
    </ConfirmDialog>
  )
}

/** The day of the ink; today unless the clerk says otherwise. */
export function SignDialog(
  props: AskProps & {
    action: string
    /** Several letters at once, whose scans are attached one by one: no field for one. */
    several?: boolean
    /** The refusal is about the scan, and stands there. */
    ofScan?: boolean
    onSign: (on: OfficeDate, scanSha256: string | null) => void
  },
) {
  const words = printDeskWords.sign
  const { timeZone, needsSignedScan } = useOffice()
  const [scan, setScan] = useState<KeptScan | null>(null)
  const taking = useScanUpload(setScan)
  const today = officeDateOf(pageMoment(), timeZone)
  const [typed, setTyped] = useState(numericDate(today))
  const [unread, setUnread] = useState<string>()
  const sign = () => {
    if (props.busy) return
    const day = parseTypedDate(typed)
    if (!day.ok) return setUnread(sayRefusal(day.refusal))
    props.onSign(day.value, scan?.sha256 ?? null)
  }
  return (
    <AskDialog
      title={words.title}
      sentence={props.sentence}
      action={props.action}
      keys={['Ctrl+Enter', 'Enter']}
      busy={props.busy}
      onConfirm={sign}
      refused={unread ?? props.refusal}
      onClose={props.onClose}
    >
      <DateField
        label={words.on}
        hint={words.hint}
        value={typed}
        autoFocus
        today={today}
        latest={today}
        width={320}
        error={unread ?? (props.ofScan === true ? undefined : props.refusal)}
        onChange={(text) => {
          setTyped(text)
          setUnread(undefined)
        }}
      />
      {props.several !== true && (
        <ScanField
          label={needsSignedScan ? scanWords.needed : scanWords.optional}
          drop={scanWords.drop}
          scan={scan}
          refused={props.ofScan === true ? props.refusal : undefined}
          taking={taking}
          onClear={() => setScan(null)}
        />
      )}
    </AskDialog>
  )
}

interface NoteProps extends AskProps {
  title: string
  label: string
  hint: string
  /** Said when it is confirmed without words. */
  missing: string
  /** Under which the words outlive the dialog until the act is done. */
  keptAs: string
  /** `forget` throws the words away; to be called when they are recorded. */
  onDone: (note: string, forget: () => void) => void
}

/** An act that cannot be done without words: a reprint, a dossier sent back. Closing it loses nothing. */
export function NoteDialog(props: NoteProps) {
  const kept = useKept(props.keptAs, '')
  const note = kept.value
  const [empty, setEmpty] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const confirm = () => {
    setRefusals(refusals + 1)
    if (note.trim() === '') return setEmpty(true)
    props.onDone(note.trim(), kept.forget)
  }
  return (
    <ReasonDialog
      title={props.title}
      sentence={props.sentence}
      action={props.title}
      busy={props.busy}
      refusals={refusals + (props.refusal === undefined ? 0 : 1)}
      reason={{
        label: props.label,
        hint: props.hint,
        value: note,
        error: empty ? props.missing : props.refusal,
        rows: 3,
      }}
      onReason={(text) => {
        kept.set(text)
        setEmpty(false)
      }}
      onAct={confirm}
      onClose={props.onClose}
    />
  )
}
