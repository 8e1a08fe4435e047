import { useMutation } from '@tanstack/react-query'
import type { DispatchView } from '#contract/dispatch.ts'
import { sayDispatchRefusal } from '#domain/wording/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'

/** Voids a line that was written wrongly; why is asked and stays in the book. */
export function VoidButton({ line }: { line: DispatchView }) {
  const { timeZone } = useOffice()
  const reason = useReason()
  const voiding = useMutation(
    useTRPC().dispatch.void.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) reason.close()
        else reason.refuse(sayDispatchRefusal(answer.refusal, timeZone))
      },
      onError: () => reason.refuse(words.saveFailed),
    }),
  )
  return (
    <>
      <Button size="row" rank="destructive" onPress={reason.ask}>
        {words.void}
      </Button>
      <ReasonDialog
        {...reason.dialog}
        title={words.void}
        sentence={words.voidSentence(line.number)}
        action={words.void}
        destructive
        busy={voiding.isPending}
        reason={{ label: words.reason, maxLength: 300, ...reason.field }}
        onAct={() => voiding.mutate({ id: line.id, reason: reason.text })}
      />
    </>
  )
}
