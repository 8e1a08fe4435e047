import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { instantOf } from '#domain/instant.ts'
import type { CorrectionFormView } from '#contract/corrections.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { clockOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'

/** What was typed before and not saved is on the screen again; it can be thrown away. */
export function KeptCorrection({ view, onDiscarded }: { view: CorrectionFormView; onDiscarded: () => void }) {
  const { timeZone } = useOffice()
  const [asking, setAsking] = useState(false)
  const discard = useMutation(useTRPC().intake.discardDraft.mutationOptions({ onSuccess: onDiscarded }))
  if (view.draft === null) return null
  const time = clockOf(instantOf(Date.parse(view.draft.updatedAt)), timeZone)
  return (
    <>
      <Banner
        framed
        tone="grey"
        title={words.resumed(time)}
        actions={
          <Button size="row" onPress={() => setAsking(true)}>
            {words.discard}
          </Button>
        }
      >
        {words.resumedNote}
      </Banner>
      <ConfirmDialog
        opened={asking}
        title={words.discardTitle}
        sentence={words.discardSentence(view.registrationNumber)}
        action={words.discard}
        destructive
        busy={discard.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => discard.mutate({ id: view.draftId })}
      />
    </>
  )
}
