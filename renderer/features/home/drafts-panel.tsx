import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type * as z from 'zod'
import type { DraftView } from '#contract/intake.ts'
import { instantOf } from '#domain/instant.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { clockOf, figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import styles from './home.module.css'

type Draft = z.infer<typeof DraftView>

/** What this clerk began and did not save. */
export function DraftsPanel() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const drafts = useQuery({ ...trpc.intake.drafts.queryOptions(), refetchOnMount: 'always' })
  const [asking, setAsking] = useState<Draft>()
  const discard = useMutation(
    trpc.intake.discardDraft.mutationOptions({
      meta: { saves: false },
      onSuccess: () => {
        setAsking(undefined)
        void drafts.refetch()
      },
    }),
  )
  const sorted = (drafts.data ?? []).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  return (
    <div className={styles.drafts}>
      <Panel label={words.drafts}>
        <PanelHead title={words.drafts} line right={words.draftsNote} />
        {drafts.isPending && <SkeletonRows rows={1} widths={[160, 70]} height={48} />}
        {drafts.isError && drafts.data === undefined && <p className={styles.quiet}>{words.draftsFailed}</p>}
        {drafts.data !== undefined && sorted.length === 0 && (
          <p className={styles.quiet}>{words.draftsEmpty}</p>
        )}
        <ul
          className={`${styles.list} ${styles.scroll}`}
          tabIndex={sorted.length > 0 ? 0 : -1}
          aria-label={words.drafts}
        >
          {sorted.map((draft) => (
            <DraftEntry
              key={draft.id}
              draft={draft}
              onResume={() => navigate(`/terima/draf/${draft.id}`)}
              onDiscard={() => setAsking(draft)}
            />
          ))}
        </ul>
      </Panel>
      <ConfirmDialog
        opened={asking !== undefined}
        title={words.discard}
        sentence={words.discardSentence(asking === undefined ? '' : nameOf(asking))}
        action={words.discard}
        destructive
        busy={discard.isPending}
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          if (asking !== undefined) discard.mutate({ id: asking.id })
        }}
      />
    </div>
  )
}

const nameOf = (draft: Draft) => draft.title.trim() || words.unnamed

function DraftEntry(props: { draft: Draft; onResume: () => void; onDiscard: () => void }) {
  const { draft } = props
  const { timeZone } = useOffice()
  const { permitTypeCode, kind, documents } = draft.data
  const type = permitTypeCode === '' ? words.noType : `${permitTypeCode}, ${kindLabel(kind, null)}`
  return (
    <li className={styles.draft}>
      <span className={styles.line}>
        <span className={styles.name} title={nameOf(draft)}>
          {nameOf(draft)}
        </span>
        <span className={styles.time}>
          {words.draftTime(clockOf(instantOf(Date.parse(draft.updatedAt)), timeZone))}
        </span>
      </span>
      <span className={styles.note}>
        {type}. {words.papers(figure(documents.length))}.
      </span>
      <span className={styles.buttons}>
        <Button size="row" label={`${words.resume} ${nameOf(draft)}`} onPress={props.onResume}>
          {words.resume}
        </Button>
        <Button
          size="row"
          rank="tertiary"
          label={`${words.discard} ${nameOf(draft)}`}
          onPress={props.onDiscard}
        >
          {words.discard}
        </Button>
      </span>
    </li>
  )
}
