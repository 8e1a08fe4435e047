import { useMutation } from '@tanstack/react-query'
import type { BlankEntryView } from '#contract/blanks.ts'
import { sayBlankRefusal } from '#domain/wording/blank-ledger.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { blankWords } from '../../locales/blanks.ts'
import { Button } from '../../ui/button.tsx'
import { Pane, PaneButtons, PaneNote } from '../../ui/pane.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { BlankMark } from './blanks-table.tsx'

const words = blankWords.entry

/** One line of the card: what the sheet is, how it ended, and what may still be said of it. */
export function BlankEntryPane({ entry, numbered }: { entry: BlankEntryView; numbered: boolean }) {
  const { timeZone } = useOffice()
  const { settled, state } = entry
  return (
    <Pane title={entry.serial ?? blankWords.noSerial} note={<BlankMark state={state} />}>
      <p>
        <b>{entry.title}</b>
      </p>
      <PaneNote>{words.taken(entry.takenBy, fullMomentOf(entry.takenAt, timeZone))}</PaneNote>
      {settled !== null && (
        <PaneNote>
          {settled.by === null
            ? words.settledByPrinter(fullMomentOf(settled.at, timeZone))
            : words.settledBy(settled.by, fullMomentOf(settled.at, timeZone))}
        </PaneNote>
      )}
      {entry.reason !== null && <p>{words.reason(entry.reason)}</p>}
      {state === 'unknown' && <p>{words.unknown}</p>}
      {state === 'unused' && <p>{words.unused}</p>}
      <PaneButtons>
        {numbered && state !== 'unused' && <CorrectButton entry={entry} />}
        {state === 'printed' && <WithdrawButton entry={entry} />}
      </PaneButtons>
    </Pane>
  )
}

function CorrectButton({ entry }: { entry: BlankEntryView }) {
  const serial = useReason(entry.serial ?? '')
  const correcting = useMutation(
    useTRPC().blanks.correctSerial.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return serial.refuse(sayBlankRefusal(answer.refusal))
        serial.close()
        showToast(words.corrected(answer.value.serial ?? ''))
      },
      onError: () => serial.refuse(blankWords.saveFailed),
    }),
  )
  return (
    <>
      <Button onPress={serial.ask}>{words.correct}</Button>
      <ReasonDialog
        {...serial.dialog}
        title={words.correct}
        sentence={words.correctSentence(entry.title)}
        action={words.correct}
        busy={correcting.isPending}
        reason={{ label: blankWords.heads.serial, maxLength: 40, ...serial.field }}
        onAct={() => correcting.mutate({ entryId: entry.id, serial: serial.text })}
      />
    </>
  )
}

function WithdrawButton({ entry }: { entry: BlankEntryView }) {
  const reason = useReason()
  const withdrawing = useMutation(
    useTRPC().blanks.withdraw.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return reason.refuse(sayBlankRefusal(answer.refusal))
        reason.close()
        showToast(words.withdrawn)
      },
      onError: () => reason.refuse(blankWords.saveFailed),
    }),
  )
  return (
    <>
      <Button rank="destructive" onPress={reason.ask}>
        {words.withdraw}
      </Button>
      <ReasonDialog
        {...reason.dialog}
        title={words.withdraw}
        sentence={words.withdrawSentence(entry.title)}
        action={words.withdraw}
        destructive
        busy={withdrawing.isPending}
        reason={{ label: words.withdrawReason, maxLength: 300, ...reason.field }}
        onAct={() => withdrawing.mutate({ entryId: entry.id, reason: reason.text })}
      />
    </>
  )
}
