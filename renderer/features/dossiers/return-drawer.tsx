import { useRef, useState } from 'react'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { sayRepairRefusal } from '#domain/wording/repair.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { pageMoment } from '../../lib/format.ts'
import { useKept } from '../../lib/kept.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ActRefused } from './act-refused.tsx'
import styles from './dossiers.module.css'
import { beginReturn, linesOfReturn, returnKey, type ReturnDraft } from './return-draft.ts'
import { useAct, type ActPartProps } from './use-act.ts'

const words = dossierWords.returning

/** *Kembalikan ke Pemohon*: each wrong item with its reason, and until when. Closing it loses nothing. */
export function ReturnDrawer({ view, order, onDone, onClose, onReload }: ActPartProps) {
  const { action } = order
  const office = useOffice()
  const today = officeDateOf(pageMoment(), office.timeZone)
  const kept = useKept<ReturnDraft>(returnKey(view.line.id), beginReturn(view))
  const draft = kept.value
  const lines = linesOfReturn(view)
  const [tried, setTried] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const act = useAct(view, order, (after) => {
    kept.forget()
    onDone(after)
  })
  const chosen = lines.filter(({ key }) => draft.chosen.includes(key))
  const until = parseTypedDate(draft.until)
  const lacking = chosen.length === 0 || chosen.some(({ key }) => !draft.reasons[key]?.trim()) || !until.ok
  const choose = (key: string, on: boolean) =>
    kept.set({ ...draft, chosen: on ? [...draft.chosen, key] : draft.chosen.filter((one) => one !== key) })
  const send = () => {
    if (act.pending) return
    setTried(true)
    if (lacking || !until.ok) return setRefusals(refusals + 1)
    act.send({
      note: null,
      asks: [],
      repair: {
        until: until.value,
        items: chosen.map(({ key, code }) => ({ requirementCode: code, reason: draft.reasons[key] ?? '' })),
      },
    })
  }
  const { holderName, registrationNumber } = view.line
  const first = chosen[0]?.key
  return (
    <Drawer
      opened
      title={action.label}
      width={480}
      onClose={onClose}
      foot={
        <Button rank="main" wide kbd="Ctrl+Enter" busy={act.pending} onPress={send}>
          {action.label}
        </Button>
      }
    >
      <DialogKeys
        className={styles.outputForm}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: action.label, run: send }]}
      >
        <p className={styles.sentence}>
          {dossierWords.sentence[action.kind](holderName, registrationNumber)}
        </p>
        <fieldset className={styles.wrongs}>
          <legend>{words.items}</legend>
          {lines.map(({ key, label }, index) => {
            const on = draft.chosen.includes(key)
            const reason = draft.reasons[key] ?? ''
            return (
              <div key={key} className={styles.wrong}>
                <CheckboxField
                  label={label}
                  checked={on}
                  onChange={(now) => choose(key, now)}
                  error={
                    tried && chosen.length === 0 && index === 0
                      ? sayRepairRefusal({ code: 'repair-items-needed' })
                      : undefined
                  }
                />
                {on && (
                  <TextField
                    label={words.reasonOf(label)}
                    labelHidden
                    value={reason}
                    placeholder={words.example}
                    maxLength={500}
                    autoFocus={key === first}
                    error={
                      tried && reason.trim() === ''
                        ? sayRepairRefusal({ code: 'repair-reason-needed', label })
                        : undefined
                    }
                    onChange={(text) => kept.set({ ...draft, reasons: { ...draft.reasons, [key]: text } })}
                  />
                )}
              </div>
            )
          })}
        </fieldset>
        <DateField
          label={words.until}
          hint={words.untilHint}
          value={draft.until}
          width={180}
          today={today}
          earliest={today}
          error={tried && !until.ok ? sayRefusal(until.refusal) : undefined}
          onChange={(text) => kept.set({ ...draft, until: text })}
        />
        <ActRefused refusal={act.refusal} onReload={onReload} />
      </DialogKeys>
    </Drawer>
  )
}
