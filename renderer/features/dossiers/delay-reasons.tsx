import { IconMessagePlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DelayReasonView } from '#contract/dossier.ts'
import { longestDelayReason } from '#domain/delay-reason.ts'
import { sayDelayRefusal } from '#domain/wording/delay-reason.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { shortDayOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
import styles from './time-tab.module.css'

const words = dossierWords.time.reasons

/** *Alasan tercatat*: why the dossier takes longer, with who wrote it and when; whoever works on it adds one. */
export function DelayReasons({ id, reasons }: { id: string; reasons: readonly DelayReasonView[] }) {
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  return (
    <section className={styles.part} aria-label={words.title}>
      <h3 className={styles.title}>
        {words.title} {permissions.includes('work-dossiers') && <AddReason id={id} />}
      </h3>
      {reasons.length === 0 ? (
        <p className={styles.note}>{words.none}</p>
      ) : (
        <ul className={styles.stages}>
          {reasons.map((one) => (
            <li key={one.id} className={styles.stage}>
              {one.text}
              <span className={styles.note}>{words.by(one.by, shortDayOf(one.at, timeZone))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function AddReason({ id }: { id: string }) {
  const reason = useReason()
  const [reasonId, setReasonId] = useState(() => crypto.randomUUID())
  const explain = useMutation(
    useTRPC().dossiers.explainDelay.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return reason.refuse(sayDelayRefusal(answer.refusal))
        reason.dialog.onReason('')
        setReasonId(crypto.randomUUID())
        reason.close()
      },
      onError: () => reason.refuse(words.failed),
    }),
  )
  return (
    <>
      <Button size="row" icon={IconMessagePlus} onPress={reason.ask}>
        {words.add}
      </Button>
      <ReasonDialog
        {...reason.dialog}
        title={words.add}
        sentence={words.sentence}
        action={words.save}
        busy={explain.isPending}
        reason={{ ...reason.field, label: words.label, maxLength: longestDelayReason, rows: 3 }}
        onAct={() => explain.mutate({ applicationId: id, reasonId, reason: reason.text })}
      />
    </>
  )
}
