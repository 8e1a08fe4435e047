import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DeputyshipView } from '#contract/deputies.ts'
import { dayRange } from '#domain/indonesian.ts'
import { sayEndDeputyshipRefusal } from '#domain/wording/deputyship.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { deputyWords as words } from '../../locales/deputies.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { ActionBar, PanelHead } from '../../ui/panel.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './settings.module.css'

interface DeputyPaneProps {
  deputyship: DeputyshipView
  badge: ReactNode
  mayEnd: boolean
}

/** One deputyship: who, when, why, by whom; and taking it back. */
export function DeputyPane({ deputyship, badge, mayEnd }: DeputyPaneProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const [asked, setAsked] = useState(false)
  const [sentence, setSentence] = useState<string | null>(null)
  const ending = useMutation(
    trpc.deputies.end.mutationOptions({
      onSuccess: (answer) => {
        setAsked(false)
        if (answer.ok) showToast(words.endedToast)
        else setSentence(sayEndDeputyshipRefusal(answer.refusal, timeZone))
        void queries.invalidateQueries(trpc.deputies.list.queryFilter())
      },
      onError: () => {
        setAsked(false)
        setSentence(settingsWords.saveFailed)
      },
    }),
  )
  const { absent, deputy, from, until, reason, enteredBy, enteredAt, ended, state } = deputyship
  const isOpen = state === 'running' || state === 'coming'
  return (
    <div className={styles.form}>
      <PanelHead title={words.heads.deputy} note={badge} line />
      <div className={styles.fields}>
        <dl className={styles.facts}>
          <dt>{words.heads.absent}</dt>
          <dd>{absent}</dd>
          <dt>{words.heads.deputy}</dt>
          <dd>{deputy}</dd>
          <dt>{words.heads.days}</dt>
          <dd>{dayRange(from, until)}</dd>
          <dt>{words.reason}</dt>
          <dd>{reason}</dd>
        </dl>
        <p className={styles.note}>{words.entered(enteredBy, fullMomentOf(enteredAt, timeZone))}</p>
        {ended && <p className={styles.note}>{words.ended(ended.by, fullMomentOf(ended.at, timeZone))}</p>}
      </div>
      {mayEnd && isOpen && (
        <ActionBar>
          {sentence !== null && (
            <span className={styles.refused} role="alert">
              <FieldSentence>{sentence}</FieldSentence>
            </span>
          )}
          <Button rank="destructive" onPress={() => setAsked(true)}>
            {words.end}
          </Button>
        </ActionBar>
      )}
      <ConfirmDialog
        opened={asked}
        title={words.end}
        sentence={words.endSentence(deputy, absent)}
        action={words.end}
        destructive
        busy={ending.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (!ending.isPending) ending.mutate({ id: deputyship.id })
        }}
      />
    </div>
  )
}
