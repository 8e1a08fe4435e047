import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { reminderChannels } from '#domain/handover.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import styles from './handover.module.css'

/** Somebody who does not come: the text to send or read out, and the note that it was said. */
export function ReminderPart({ line }: { line: WaitingPaperView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const words = useOfficeWords()
  const { timeZone } = useOffice()
  const [said, setSaid] = useState<string>()
  const text = useQuery(trpc.handover.reminderText.queryOptions({ id: line.id }))
  const noting = useMutation(
    trpc.handover.noteReminder.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.ok) return setSaid(sayDossierRefusal(answer.refusal, words))
        await queries.invalidateQueries(trpc.handover.ready.queryFilter())
        setSaid(handoverWords.remindedNow)
      },
      onError: () => setSaid(handoverWords.actFailed),
    }),
  )
  const copy = () => {
    navigator.clipboard.writeText(text.data ?? '').then(
      () => setSaid(handoverWords.copied),
      () => setSaid(handoverWords.copyFailed),
    )
  }
  return (
    <section className={styles.part} aria-label={handoverWords.reminding}>
      <h3 className={styles.partTitle}>{handoverWords.reminding}</h3>
      <p className={styles.told}>
        {line.remindedAt === null
          ? handoverWords.remindedNever
          : handoverWords.remindedLast(
              figure(line.reminders),
              longDate(officeDateOf(line.remindedAt, timeZone)),
            )}
      </p>
      <p className={styles.quiet}>{handoverWords.remindHint}</p>
      {typeof text.data === 'string' && <p className={styles.reminderText}>{text.data}</p>}
      <div className={styles.channels}>
        {typeof text.data === 'string' && (
          <Button size="row" onPress={copy}>
            {handoverWords.copyText}
          </Button>
        )}
        {reminderChannels.map((channel) => (
          <Button
            key={channel}
            size="row"
            busy={noting.isPending && noting.variables.channel === channel}
            onPress={() => {
              if (!noting.isPending) noting.mutate({ applicationId: line.id, channel, seen: line.reminders })
            }}
          >
            {handoverWords.channels[channel]}
          </Button>
        ))}
      </div>
      {said !== undefined && (
        <p className={styles.quiet} role="status">
          {said}
        </p>
      )}
    </section>
  )
}
