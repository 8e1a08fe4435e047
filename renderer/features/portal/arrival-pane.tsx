import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArrivalView } from '#contract/inbox.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import { numericDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PaneButtons, PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CardField } from './card-field.tsx'
import { NotYours } from './conflict-pane.tsx'
import { arrivalLine } from './lines.ts'
import { Facts, Quiet, Refused, Side, Sides } from './portal-parts.tsx'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.arrival

interface ArrivalPaneProps {
  arrival: ArrivalView
  /** This person may settle it. */
  decides: boolean
  onDone: () => void
}

/** Something from the portal that has no place: why, what it says, and what can be done with it. */
export function ArrivalPane({ arrival, decides, onDone }: ArrivalPaneProps) {
  const { persons, facts } = arrival
  return (
    <>
      <PaneHead
        title={arrivalLine(arrival).who}
        badge={<Badge meaning="uncertain">{portalScreenWords.mark.waiting}</Badge>}
      >
        <Quiet>
          {[arrival.entityName, arrival.registrationNumber].filter((part) => part !== null).join(', ')}
        </Quiet>
      </PaneHead>
      <PaneScroll label={words.content}>
        <Banner tone="amber">{arrival.sentence}</Banner>
        {facts.length > 0 && (
          <PanePart label={words.content} titled>
            <Facts facts={facts.map(({ label, value }) => [label, value] as const)} />
          </PanePart>
        )}
        {persons !== null && (
          <PanePart label={portalScreenWords.heads.who}>
            <Sides>
              <Side title={words.here}>
                <Person person={persons.here} />
              </Side>
              <Side title={words.there}>
                <Person person={persons.there} />
              </Side>
            </Sides>
          </PanePart>
        )}
      </PaneScroll>
      {decides ? <Acts arrival={arrival} onDone={onDone} /> : <NotYours />}
    </>
  )
}

function Person({ person }: { person: NonNullable<ArrivalView['persons']>['here'] }) {
  const { name, nik, birthDate, addressKtp, phone } = person
  return [name, nik, birthDate === null ? null : numericDate(birthDate), addressKtp, phone]
    .filter((part) => part !== null && part !== '')
    .join('\n')
}

function Acts({ arrival, onDone }: Omit<ArrivalPaneProps, 'decides'>) {
  const { ways, requirements, id: arrivalId } = arrival
  const [note, setNote] = useState('')
  const [card, setCard] = useState<IdentityCard | null>(null)
  const [requirementCode, setRequirementCode] = useState<string | null>(null)
  useUnsavedGuard(note.trim() === '' ? null : portalScreenWords.unsaved(arrivalLine(arrival).who))
  const act = usePortalAct(() => {
    setNote('')
    onDone()
  })
  const settling = useMutation(useTRPC().inbox.settleArrival.mutationOptions(act.told(() => words.done)))
  const busy = settling.isPending
  const settle = (order: Parameters<typeof settling.mutate>[0]) => {
    if (busy) return
    act.forget()
    settling.mutate(order)
  }
  const noted = () => settle({ arrivalId, how: 'noted', note })
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.noted, run: noted }])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      <Refused sentence={act.refused} />
      {ways.includes('requirement') && (
        <>
          <SelectField
            label={words.requirement}
            value={requirementCode}
            options={requirements.map(({ code, label }) => ({ value: code, label }))}
            onChange={setRequirementCode}
          />
          <PaneButtons>
            <Button
              busy={busy}
              onPress={() =>
                settle({ arrivalId, how: 'requirement', requirementCode: requirementCode ?? '' })
              }
            >
              {words.requirementAct}
            </Button>
          </PaneButtons>
        </>
      )}
      {ways.includes('same-person') && (
        <>
          <CardField card={card} onChange={setCard} />
          <PaneButtons>
            <Button busy={busy} onPress={() => settle({ arrivalId, how: 'same-person', card })}>
              {words.samePerson}
            </Button>
          </PaneButtons>
        </>
      )}
      {ways.includes('again') && (
        <PaneButtons>
          <Button busy={busy} onPress={() => settle({ arrivalId, how: 'again' })}>
            {words.again}
          </Button>
        </PaneButtons>
      )}
      <TextField label={words.note} hint={words.noteHint} value={note} maxLength={500} onChange={setNote} />
      <Button wide kbd="Ctrl+Enter" busy={busy} onPress={noted}>
        {words.noted}
      </Button>
    </PaneFoot>
  )
}
