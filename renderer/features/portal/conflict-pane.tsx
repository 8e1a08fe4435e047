import { useMutation } from '@tanstack/react-query'
import type { ConflictView } from '#contract/inbox.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { addressOfFile } from '../../lib/upload.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Button } from '../../ui/button.tsx'
import { PaneButtons, PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { Facts, orNothing, Quiet, Refused, Side, Sides } from './portal-parts.tsx'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.conflict

interface ConflictPaneProps {
  conflict: ConflictView
  /** This person may pick. */
  decides: boolean
  onDone: () => void
}

/** One field that both sides changed: both values with who and when, and the choice. */
export function ConflictPane({ conflict, decides, onDone }: ConflictPaneProps) {
  const { timeZone } = useOffice()
  const { ours, theirs, files } = conflict
  return (
    <>
      <PaneHead
        title={conflict.holderName ?? conflict.entityName}
        badge={<Badge meaning="uncertain">{portalScreenWords.mark.open}</Badge>}
      >
        <Quiet>
          {[conflict.label, conflict.registrationNumber].filter((part) => part !== null).join(', ')}
        </Quiet>
      </PaneHead>
      <PaneScroll label={conflict.label}>
        <PanePart label={conflict.label} titled>
          <Sides>
            <Side
              title={words.office}
              note={[ours.by, ours.at === null ? null : fullMomentOf(ours.at, timeZone)]
                .filter((part) => part !== null)
                .join(', ')}
            >
              {orNothing(ours.text)} <FileLink sha256={files?.ours ?? null} />
            </Side>
            <Side
              title={words.portal}
              note={`${theirs.by}, ${words.seen(fullMomentOf(conflict.foundAt, timeZone))}`}
            >
              {orNothing(theirs.text)} <FileLink sha256={files?.theirs ?? null} />
            </Side>
          </Sides>
          <Facts facts={[[portalScreenWords.facts.before, conflict.before]]} />
        </PanePart>
      </PaneScroll>
      {decides ? <Choice conflict={conflict} onDone={onDone} /> : <NotYours />}
    </>
  )
}

function FileLink({ sha256 }: { sha256: string | null }) {
  if (sha256 === null) return null
  return (
    <a href={addressOfFile(sha256)} target="_blank" rel="noreferrer">
      {words.openFile}
    </a>
  )
}

/** Stands where the acts would, for those who only read. */
export function NotYours() {
  return (
    <PaneFoot label={portalScreenWords.todo}>
      <Quiet>{portalScreenWords.notYours}</Quiet>
    </PaneFoot>
  )
}

function Choice({ conflict, onDone }: Omit<ConflictPaneProps, 'decides'>) {
  const act = usePortalAct(onDone)
  const settling = useMutation(useTRPC().inbox.settleConflict.mutationOptions(act.told(() => words.done)))
  const pick = (picked: 'ours' | 'theirs') => {
    if (settling.isPending) return
    act.forget()
    settling.mutate({ conflictId: conflict.id, version: conflict.version, picked })
  }
  useShortcuts([
    { keys: 'K', label: words.pickOurs, run: () => pick('ours') },
    { keys: 'P', label: words.pickTheirs, run: () => pick('theirs') },
  ])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      <Refused sentence={act.refused} />
      <PaneButtons>
        <Button kbd="K" busy={settling.isPending} onPress={() => pick('ours')}>
          {words.pickOurs}
        </Button>
        <Button kbd="P" busy={settling.isPending} onPress={() => pick('theirs')}>
          {words.pickTheirs}
        </Button>
      </PaneButtons>
    </PaneFoot>
  )
}
