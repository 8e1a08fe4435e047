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
import { RefusedWhole } from '../../ui/pane-form.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ActionBar } from '../../ui/panel.tsx'
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
    <Pane
      title={words.heads.deputy}
      note={badge}
      foot={
        mayEnd &&
        isOpen && (
          <ActionBar>
            <RefusedWhole sentence={sentence} />
            <Button rank="destructive" onPress={() => setAsked(true)}>
              {words.end}
            </Button>
          </ActionBar>
        )
      }
    >
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
    </Pane>
  )
}
