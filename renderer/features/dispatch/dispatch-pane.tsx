import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { DispatchView } from '#contract/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Pane, PaneButtons, PaneNote } from '../../ui/pane.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ConfirmPart } from './confirm-part.tsx'
import { StateBadge } from './dispatch-table.tsx'
import { SlipView } from './slip-view.tsx'
import { VoidButton } from './void-button.tsx'

interface DispatchPaneProps {
  line: DispatchView
  confirmWithinDays: number
}

/** One line of the book: what and to whom, how it ended, and what may still be done with it. */
export function DispatchPane({ line, confirmWithinDays }: DispatchPaneProps) {
  const { timeZone } = useOffice()
  const [, navigate] = useLocation()
  const { dossier, received, voided } = line
  const moment = (at: DispatchView['enteredAt']) => fullMomentOf(at, timeZone)
  const isOpen = received === null && voided === null
  const slipSha256 = received?.slipSha256 ?? null
  return (
    <Pane
      title={line.number}
      note={<StateBadge state={line.state} />}
      above={line.state === 'overdue' && <Banner tone="red">{words.overdue(confirmWithinDays)}</Banner>}
    >
      <p>
        <b>{line.text}</b>
      </p>
      <p>{line.recipient}</p>
      <PaneNote>{words.brought(line.broughtBy, moment(line.enteredAt))}</PaneNote>
      <PaneNote>{words.entered(line.enteredBy, moment(line.enteredAt))}</PaneNote>
      {received && (
        <>
          <p>{words.received(received.receiver, moment(received.receivedAt))}</p>
          <PaneNote>{words.confirmedBy(received.by, moment(received.at))}</PaneNote>
        </>
      )}
      {voided && <p>{words.voided(voided.by, moment(voided.at), voided.reason)}</p>}
      <PaneButtons>
        {dossier && (
          <Button size="row" onPress={() => navigate(`~/berkas/${dossier.applicationId}`)}>
            {words.openDossier} {dossier.registrationNumber}
          </Button>
        )}
        {isOpen && <SlipButton id={line.id} />}
        {isOpen && <VoidButton line={line} />}
        {slipSha256 !== null && <SlipView sha256={slipSha256} number={line.number} />}
      </PaneButtons>
      {isOpen && <ConfirmPart line={line} />}
    </Pane>
  )
}

function SlipButton({ id }: { id: string }) {
  const printing = useMutation(
    useTRPC().dispatch.printSlip.mutationOptions({
      onSuccess: () => showToast(words.slipPrinting),
      onError: () => showToast(words.printFailed),
    }),
  )
  return (
    <Button
      size="row"
      icon={IconPrinter}
      busy={printing.isPending}
      onPress={() => {
        if (!printing.isPending) printing.mutate({ id, printerId: null })
      }}
    >
      {words.slip}
    </Button>
  )
}
