import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountRequestView } from '#contract/inbox.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { numericDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { PaneButtons, PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CardField } from './card-field.tsx'
import { Facts, Quiet, Refused } from './portal-parts.tsx'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.account
const { facts } = portalScreenWords

interface AccountPaneProps {
  account: AccountRequestView
  onDone: () => void
}

/** Somebody who asks for an account: what they say, whom the register has under that NIK, and the answer. */
export function AccountPane({ account, onDone }: AccountPaneProps) {
  const { timeZone } = useOffice()
  const { holder, decision } = account
  return (
    <>
      <PaneHead
        title={account.name}
        badge={
          decision ? (
            <Badge meaning={decision.status === 'refused' ? 'refused' : 'done'}>
              {decision.status === 'refused' ? words.refusedMark : words.approvedMark}
            </Badge>
          ) : (
            <Badge meaning={account.late ? 'late' : 'running'}>{account.timeText}</Badge>
          )
        }
      >
        <Quiet>{account.nik}</Quiet>
      </PaneHead>
      <PaneScroll label={account.name}>
        <PanePart label={portalScreenWords.tabs.accounts}>
          <Facts
            facts={[
              [facts.requested, fullMomentOf(account.requestedAt, timeZone)],
              [facts.limit, account.dueAt === null ? null : fullMomentOf(account.dueAt, timeZone)],
              [facts.phone, account.phone],
              [facts.email, account.email],
              [words.decidedAt, decision && fullMomentOf(decision.at, timeZone)],
              [words.decidedWho, decision && decision.by],
              [words.decidedReason, decision && decision.reason],
              [words.decidedPortal, decision && words.portal[decision.portal]],
            ]}
          />
        </PanePart>
        {holder !== null && decision === null && (
          <PanePart label={words.register} titled>
            <Banner tone={holder.likeness === 'different' ? 'red' : 'amber'} framed>
              {holder.sentence}
            </Banner>
            <Facts
              facts={[
                [facts.name, holder.name],
                [facts.birthDate, holder.birthDate === null ? null : numericDate(holder.birthDate)],
                [facts.address, holder.addressKtp],
                [facts.phone, holder.phone],
              ]}
            />
            {holder.dossiers > 0 && <Quiet>{words.takesOver(figure(holder.dossiers))}</Quiet>}
          </PanePart>
        )}
      </PaneScroll>
      {decision === null && <Answer account={account} onDone={onDone} />}
    </>
  )
}

function Answer({ account, onDone }: AccountPaneProps) {
  const { holder, id: accountId, name } = account
  const [reason, setReason] = useState('')
  const [card, setCard] = useState<IdentityCard | null>(null)
  const [samePerson, setSamePerson] = useState(false)
  useUnsavedGuard(reason.trim() === '' ? null : portalScreenWords.unsaved(name))
  const act = usePortalAct(() => {
    setReason('')
    onDone()
  })
  const [asked, setAsked] = useState<'approved' | 'refused'>('approved')
  const deciding = useMutation(useTRPC().accounts.decide.mutationOptions(act.told(() => words[asked](name))))
  const decide = (status: 'approved' | 'refused') => {
    if (deciding.isPending) return
    act.forget()
    setAsked(status)
    deciding.mutate({ accountId, status, reason: reason.trim() || null, card, samePerson })
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.approve, run: () => decide('approved') }])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      <Refused sentence={act.refused} />
      {holder !== null && <CardField card={card} onChange={setCard} />}
      {holder?.likeness === 'different' && (
        <CheckboxField label={words.samePerson} checked={samePerson} onChange={setSamePerson} />
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={500}
        onChange={setReason}
      />
      <PaneButtons>
        <Button rank="main" kbd="Ctrl+Enter" busy={deciding.isPending} onPress={() => decide('approved')}>
          {words.approve}
        </Button>
        <Button rank="destructive" size="main" busy={deciding.isPending} onPress={() => decide('refused')}>
          {words.refuse}
        </Button>
      </PaneButtons>
    </PaneFoot>
  )
}
