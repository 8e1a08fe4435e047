import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StandardView } from '#contract/information.ts'
import type { WrittenBlanks } from '#domain/documents/statement-text.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { informationWords as words } from '../../locales/information.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './information.module.css'

type FormView = StandardView['forms'][number]

interface FormsDialogProps {
  service: { permitTypeCode: string; kind: ApplicationKind }
  forms: readonly FormView[]
  /** Codes that are ticked at first; absent: all that the requirements name. */
  wanted?: readonly string[]
  /** What was typed of whoever takes them home; absent: they are printed blank. */
  written?: WrittenBlanks
  /** null: the printer that the office has set for it. */
  printerId: string | null
  onClose: () => void
  onPrinted: (jobId: string) => void
}

/** Which blank papers of a service are printed; at first all that its requirements name. */
export function FormsDialog(props: FormsDialogProps) {
  const { service, forms, written, printerId, onClose, onPrinted } = props
  const [chosen, setChosen] = useState(
    () => props.wanted ?? forms.filter(({ asked }) => asked).map(({ code }) => code),
  )
  const printing = useMutation(
    useTRPC().information.printForms.mutationOptions({
      onSuccess: ({ jobId }) => onPrinted(jobId),
      onError: () => showToast(words.blanksFailed),
    }),
  )
  const print = () => {
    if (printing.isPending || chosen.length === 0) return
    printing.mutate({ ...service, forms: [...chosen], printerId, ...(written && { written }) })
  }
  const toggle = (code: string, wanted: boolean) =>
    setChosen(wanted ? [...chosen, code] : chosen.filter((one) => one !== code))
  const groups = [
    { name: words.blanksAsked, list: forms.filter(({ asked }) => asked) },
    { name: words.blanksOther, list: forms.filter(({ asked }) => !asked) },
  ].filter(({ list }) => list.length > 0)
  return (
    <ConfirmDialog
      opened
      width={560}
      title={words.blanks}
      sentence={written === undefined ? words.blanksNote : words.blanksWritten}
      action={words.blanksPrint(figure(chosen.length))}
      busy={printing.isPending}
      reason={chosen.length === 0 ? words.blanksNone : undefined}
      onClose={onClose}
      onConfirm={print}
    >
      <DialogKeys
        className={styles.blanks}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.blanksPrint(figure(chosen.length)), run: print }]}
      >
        {groups.map(({ name, list }) => (
          <div key={name} role="group" aria-label={name} className={styles.blankGroup}>
            <span className={styles.quiet}>{name}</span>
            {list.map((form) => (
              <CheckboxField
                key={form.code}
                label={form.title}
                note={[form.condition, form.stamped && words.stamped].filter(Boolean).join('; ') || undefined}
                checked={chosen.includes(form.code)}
                onChange={(wanted) => toggle(form.code, wanted)}
              />
            ))}
          </div>
        ))}
      </DialogKeys>
    </ConfirmDialog>
  )
}
