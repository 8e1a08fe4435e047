import { IconX } from '@tabler/icons-react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { oldPermitOutcomes } from '#domain/handover.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'
import { oldPermitOf } from './receiver-form.ts'
import type { OldPermitForm, Receiver } from './receiver-form.ts'
import { paperOf } from './ready-table.tsx'

interface ActPapersProps {
  act: readonly WaitingPaperView[]
  companions: readonly WaitingPaperView[]
  onAdd: (ids: readonly string[]) => void
  onRemove: (id: string) => void
}

/** The papers that the receiver takes together, and those that could go along. */
export function ActPapers({ act, companions, onAdd, onRemove }: ActPapersProps) {
  if (act.length < 2 && companions.length === 0) return null
  return (
    <section className={styles.part} aria-label={handoverWords.together}>
      {act.length > 1 && (
        <>
          <h3 className={styles.partTitle}>{handoverWords.togetherCount(figure(act.length))}</h3>
          <ul className={styles.papers}>
            {act.map((line) => (
              <li key={line.id} className={styles.paperLine}>
                <span className={styles.paperName}>
                  {line.holderName}
                  <span className={styles.quiet}>
                    {' '}
                    {paperOf(line)}
                    {line.rackPlace === null ? '' : ` · ${handoverWords.rackAt(line.rackPlace)}`}
                  </span>
                </span>
                <IconButton
                  icon={IconX}
                  label={handoverWords.leaveOut(line.holderName, paperOf(line))}
                  onPress={() => onRemove(line.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {companions.length > 0 && (
        <div className={styles.chosenLine}>
          <p className={styles.quiet}>{handoverWords.companions(figure(companions.length))}</p>
          <Button size="row" onPress={() => onAdd(companions.map((one) => one.id))}>
            {handoverWords.addCompanions(figure(companions.length))}
          </Button>
        </div>
      )}
    </section>
  )
}

interface OldPermitsProps {
  act: readonly WaitingPaperView[]
  receiver: Receiver
  tried: boolean
  onChange: (old: Receiver['old']) => void
}

/** The earlier papers that those which go out take the place of; nothing where none is asked for. */
export function OldPermits({ act, receiver, tried, onChange }: OldPermitsProps) {
  const asked = act.filter((one) => one.asksOldPermit)
  if (asked.length === 0) return null
  return (
    <section className={styles.part} aria-label={handoverWords.oldPermit} data-lacks="old-permit">
      <h3 className={styles.partTitle}>{handoverWords.oldPermit}</h3>
      {asked.map((line) => {
        const form = oldPermitOf(receiver, line.id)
        const change = (to: Partial<OldPermitForm>) =>
          onChange({ ...receiver.old, [line.id]: { ...form, ...to } })
        const name =
          act.length === 1 ? handoverWords.oldPermitAsk : handoverWords.oldPermitOf(line.holderName)
        return (
          <div key={line.id} className={styles.outcome}>
            <SelectField
              label={name}
              value={form.outcome === '' ? null : form.outcome}
              placeholder={handoverWords.oldPermitChoose}
              options={oldPermitOutcomes.map((value) => ({
                value,
                label: handoverWords.oldPermitOutcomes[value],
              }))}
              error={tried && form.outcome === '' ? handoverWords.oldPermitNeeded : undefined}
              onChange={(value) => {
                const outcome = oldPermitOutcomes.find((one) => one === value)
                if (outcome !== undefined) change({ outcome })
              }}
            />
            {(form.outcome === 'lost' || form.outcome === 'not-yet') && (
              <TextField
                label={handoverWords.oldPermitWords[form.outcome]}
                value={form.words}
                maxLength={form.outcome === 'lost' ? 100 : 200}
                onChange={(words) => change({ words })}
                error={
                  tried && form.words.trim() === ''
                    ? handoverWords.oldPermitWordsNeeded[form.outcome]
                    : undefined
                }
              />
            )}
          </div>
        )
      })}
    </section>
  )
}
