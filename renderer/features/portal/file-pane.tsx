import { useMutation } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import type { PortalFileView } from '#contract/portal.ts'
import { sayPortalFileRefusal } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { Facts, Quiet, Refused } from './portal-parts.tsx'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.file
const { facts, heads, mark } = portalScreenWords

interface FilePaneProps {
  file: PortalFileView
  /** This person may have it fetched. */
  fetches: boolean
  onDone: () => void
}

/** A file of the portal that did not come: why, since when, when it is tried again, and fetching it now. */
export function FilePane({ file, fetches, onDone }: FilePaneProps) {
  const { timeZone } = useOffice()
  const waits = file.nextTryAt !== null
  return (
    <>
      <PaneHead
        title={file.holderName ?? file.fileName}
        badge={<Badge meaning={waits ? 'working' : 'uncertain'}>{waits ? words.again : mark.waiting}</Badge>}
      >
        <Quiet>{file.registrationNumber ?? ''}</Quiet>
      </PaneHead>
      <PaneScroll label={words.content}>
        <Banner tone={waits ? 'grey' : 'amber'}>{file.sentence}</Banner>
        <PanePart label={words.content}>
          <Facts
            facts={[
              [words.requirement, file.requirement],
              [words.name, file.fileName],
              [heads.since, fullMomentOf(file.since, timeZone)],
              [facts.tries, figure(file.tries)],
              [words.again, file.nextTryAt === null ? words.byHand : fullMomentOf(file.nextTryAt, timeZone)],
            ]}
          />
        </PanePart>
      </PaneScroll>
      {fetches && <Fetch sha256={file.sha256} onDone={onDone} />}
    </>
  )
}

function Fetch({ sha256, onDone }: { sha256: string; onDone: () => void }) {
  const act = usePortalAct(onDone)
  const fetching = useMutation(
    useTRPC().portal.fetchNow.mutationOptions(act.told(() => words.asked, sayPortalFileRefusal)),
  )
  const ask = () => {
    if (fetching.isPending) return
    act.forget()
    fetching.mutate({ sha256 })
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.fetch, run: ask }])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      <Refused sentence={act.refused} />
      <Button rank="main" wide icon={IconDownload} kbd="Ctrl+Enter" busy={fetching.isPending} onPress={ask}>
        {words.fetch}
      </Button>
    </PaneFoot>
  )
}
