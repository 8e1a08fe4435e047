import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { pageMoment } from '../../lib/format.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import styles from './dossiers.module.css'
import { ScanField } from '../../ui/scan-field.tsx'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'
import { useRefusalWords } from './use-dossier.ts'

const words = printDeskWords.sign
const scanWords = dossierWords.signedScan

export interface WetSignDialogProps {
  view: DossierView
  stage: string
  onDone: (view: DossierView) => void
  onClose: () => void
}

/** The day of the ink, for who signs at a stage of their own and has no print desk. */
export function WetSignDialog({ view, stage, onDone, onClose }: WetSignDialogProps) {
  const trpc = useTRPC()
  const { timeZone, needsSignedScan } = useOffice()
  const say = useRefusalWords(view)
  const today = officeDateOf(pageMoment(), timeZone)
  const [typed, setTyped] = useState(numericDate(today))
  const [refused, setRefused] = useState<string>()
  const [scan, setScan] = useState<KeptScan | null>(null)
  const [scanRefused, setScanRefused] = useState<string>()
  const keep = (kept: KeptScan | null) => {
    setScan(kept)
    setScanRefused(undefined)
  }
  const taking = useScanUpload(keep)
  const [tries, setTries] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refused === undefined ? 0 : tries)
  const signing = useMutation(
    trpc.dossiers.sign.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) return onDone(answer.value)
        const tell = answer.refusal.code.startsWith('signed-scan') ? setScanRefused : setRefused
        tell(say(answer.refusal))
      },
      onError: () => setRefused(dossierWords.actFailed),
    }),
  )
  const sign = () => {
    if (signing.isPending) return
    setTries(tries + 1)
    const on = parseTypedDate(typed)
    if (!on.ok) return setRefused(sayRefusal(on.refusal))
    setScanRefused(undefined)
    signing.mutate({ applicationId: view.line.id, stage, on: on.value, scanSha256: scan?.sha256 ?? null })
  }
  const action = printDeskWords.acts.sign
  const number = view.line.productNumber ?? view.line.registrationNumber
  return (
    <ConfirmDialog
      opened
      title={words.title}
      sentence={words.sentence(words.one(number, view.line.holderName))}
      action={action}
      busy={signing.isPending}
      onConfirm={sign}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: action, run: sign }]}
      >
        <DateField
          label={words.on}
          hint={words.hint}
          value={typed}
          autoFocus
          today={today}
          latest={today}
          width={320}
          error={refused}
          onChange={(text) => {
            setTyped(text)
            setRefused(undefined)
          }}
        />
        <ScanField
          label={needsSignedScan ? scanWords.needed : scanWords.optional}
          drop={scanWords.drop}
          scan={scan}
          refused={scanRefused}
          taking={taking}
          onClear={() => keep(null)}
        />
      </DialogKeys>
    </ConfirmDialog>
  )
}
