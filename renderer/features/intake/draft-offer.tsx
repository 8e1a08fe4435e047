import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod'
import type { DraftView } from '#contract/intake.ts'
import { instantOf } from '#domain/instant.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { clockOf, figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'

export type KeptDraft = z.infer<typeof DraftView>

export interface DraftOfferProps {
  /** Newest first; none: nothing is drawn. */
  drafts: readonly KeptDraft[]
  onResume: (draft: KeptDraft) => void
  onDiscarded: () => void
}

/** An unfinished form of this clerk: go on with it, or throw it away. Nothing is thrown away unasked. */
export function DraftOffer({ drafts, onResume, onDiscarded }: DraftOfferProps) {
  const { timeZone } = useOffice()
  const [asking, setAsking] = useState(false)
  const discard = useMutation(
    useTRPC().intake.discardDraft.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        onDiscarded()
      },
    }),
  )
  const newest = drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]
  if (newest === undefined) return null
  const name = newest.title.trim() || words.unnamed
  const time = clockOf(instantOf(Date.parse(newest.updatedAt)), timeZone)
  return (
    <>
      <Banner
        framed
        tone="grey"
        title={words.draftOffer(name, time)}
        actions={
          <>
            <Button size="row" onPress={() => onResume(newest)}>
              {words.resume}
            </Button>
            <Button size="row" rank="tertiary" onPress={() => setAsking(true)}>
              {words.discard}
            </Button>
          </>
        }
      >
        {drafts.length > 1 && words.draftOfferMore(figure(drafts.length - 1))}
      </Banner>
      <ConfirmDialog
        opened={asking}
        title={words.discardTitle}
        sentence={words.discardSentence(name)}
        action={words.discard}
        destructive
        busy={discard.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => discard.mutate({ id: newest.id })}
      />
    </>
  )
}
