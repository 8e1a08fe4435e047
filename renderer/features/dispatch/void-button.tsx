import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import { sayDispatchRefusal } from '#domain/wording/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Voids a line that was written wrongly; why is asked and stays in the book. */
export function VoidButton({ line }: { line: DispatchView }) {
  const { timeZone } = useOffice()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string>()
  const voiding = useMutation(
    useTRPC().dispatch.void.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) setAsked(false)
        else setRefused(sayDispatchRefusal(answer.refusal, timeZone))
      },
      onError: () => setRefused(words.saveFailed),
    }),
  )
  return (
    <>
      <Button size="row" rank="destructive" onPress={() => setAsked(true)}>
        {words.void}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={words.void}
        sentence={words.voidSentence(line.number)}
        action={words.void}
        destructive
        busy={voiding.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (!voiding.isPending) voiding.mutate({ id: line.id, reason })
        }}
      >
        <TextField
          label={words.reason}
          autoFocus
          value={reason}
          error={refused}
          maxLength={300}
          onChange={(text) => {
            setReason(text)
            setRefused(undefined)
          }}
        />
      </ConfirmDialog>
    </>
  )
}
