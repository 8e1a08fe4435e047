import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ComplaintRuleView, ComplaintView } from '#contract/complaints.ts'
import { longDate } from '#domain/indonesian.ts'
import { complaintChannelLabel, complaintStateLabel } from '#domain/wording/complaint.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Pane, PaneButtons, PaneNote, PanePart } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ActPart } from './act-part.tsx'
import { clockWords, meaningOf } from './complaint-table.tsx'

/** One complaint: what was said and by whom, by when it is answered, what was done, and what may be done next. */
export function ComplaintPane({ complaint, rule }: { complaint: ComplaintView; rule: ComplaintRuleView }) {
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const { complainant, dossier, daysLeft } = complaint
  const moment = (at: ComplaintView['enteredAt']) => fullMomentOf(at, timeZone)
  return (
    <Pane
      title={complaint.number}
      note={<Badge meaning={meaningOf(complaint)}>{complaintStateLabel(complaint.state)}</Badge>}
      above={
        complaint.overdue &&
        daysLeft !== null && <Banner tone="red">{words.overdue(words.daysLate(figure(-daysLeft)))}</Banner>
      }
    >
      <p>
        <b>{complaint.topic}</b>
      </p>
      <p>{complaint.whole}</p>
      <p>{complainant === null ? words.unnamed : complainant.name}</p>
      <PaneNote>{complainant?.contact ? words.contactIs(complainant.contact) : words.noContact}</PaneNote>
      <PaneNote>
        {words.through(complaintChannelLabel(complaint.channel), longDate(complaint.receivedOn))}
      </PaneNote>
      <PaneNote>
        {words.due(longDate(complaint.dueOn), rule.answerWithin)}{' '}
        {daysLeft !== null && !complaint.overdue && `(${clockWords(daysLeft)})`}
      </PaneNote>
      <PaneButtons>
        {dossier !== null && permissions.includes('work-dossiers') && (
          <Button size="row" onPress={() => navigate(`~/berkas/${dossier.applicationId}`)}>
            {words.openDossier} {dossier.registrationNumber}
          </Button>
        )}
        <SlipButton id={complaint.id} />
      </PaneButtons>
      {complaint.open.length > 0 && <ActPart key={complaint.acts.length} complaint={complaint} rule={rule} />}
      <PanePart label={words.history} titled>
        <Timeline
          label={words.history}
          entries={[
            ...complaint.acts.toReversed().map((act) => ({
              key: act.id,
              title: words.done[act.action](act.via ?? ''),
              note: `${act.by}, ${moment(act.at)}`,
              ...(act.text === null ? {} : { body: act.text }),
            })),
            {
              key: 'taken-in',
              title: words.takenIn,
              note: words.entered(complaint.enteredBy, moment(complaint.enteredAt)),
            },
          ]}
        />
      </PanePart>
    </Pane>
  )
}

function SlipButton({ id }: { id: string }) {
  const printing = useMutation(
    useTRPC().complaints.printSlip.mutationOptions({
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
