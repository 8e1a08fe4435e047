import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useRoute } from 'wouter'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { downloadText } from '../../lib/download.ts'
import { figure } from '../../lib/format.ts'
import { useFocusList } from '../../lib/keyboard/focus.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { maySendToPortal, usePortalStatus } from '../../lib/use-portal-traffic.ts'
import { portalScreenWords as words } from '../../locales/portal.ts'
import { Button } from '../../ui/button.tsx'
import type { Asked } from '../../ui/query-state.tsx'
import { SegmentedPanes } from '../../ui/segmented-panes.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AccountPane } from './account-pane.tsx'
import { ArrivalPane } from './arrival-pane.tsx'
import { AsidePane } from './aside-pane.tsx'
import { ConflictPane } from './conflict-pane.tsx'
import { FilePane } from './file-pane.tsx'
import {
  accountLine,
  arrivalLine,
  asideLine,
  conflictLine,
  decidedLine,
  fileLine,
  segments as segmentNames,
} from './lines.ts'
import type { PortalLine, Segment } from './lines.ts'
import { PortalTable } from './portal-table.tsx'

/** *Portal*: what the traffic with the portal leaves to a person, in five lists. */
export function PortalScreen() {
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:which?/:id?')
  const which = segmentNames.find((one) => one === params?.which) ?? 'conflicts'
  const List = lists[which]
  return (
    <List
      key={which}
      id={params?.id}
      onShow={(segment, id) =>
        passGuard(() => navigate(id === undefined ? `/${segment}` : `/${segment}/${id}`, { replace: true }))
      }
    />
  )
}

interface ListProps {
  id: string | undefined
  onShow: (segment: Segment, id?: string) => void
}

function Conflicts(props: ListProps) {
  const query = useQuery(useTRPC().inbox.conflicts.queryOptions({ applicationId: null }))
  const decides = useUser().permissions.includes('intake')
  return (
    <Frame
      {...props}
      segment="conflicts"
      query={query}
      lineOf={conflictLine}
      draw={(conflict, onDone) => (
        <ConflictPane key={conflict.id} conflict={conflict} decides={decides} onDone={onDone} />
      )}
    />
  )
}

function Aside(props: ListProps) {
  const query = useQuery(useTRPC().portal.aside.queryOptions())
  return (
    <Frame
      {...props}
      segment="aside"
      query={query}
      lineOf={asideLine}
      right={query.data !== undefined && query.data.length > 0 && <Export />}
      draw={(call, onDone) => <AsidePane key={call.key} call={call} onDone={onDone} />}
    />
  )
}

function Export() {
  const client = useTRPCClient()
  const save = async () => {
    try {
      const { fileName, text } = await client.portal.asideTable.query()
      downloadText(fileName, text)
    } catch {
      showToast(words.failed)
    }
  }
  return (
    <Button icon={IconDownload} onPress={() => void save()}>
      {words.export}
    </Button>
  )
}

function Arrivals(props: ListProps) {
  const query = useQuery(useTRPC().inbox.arrivals.queryOptions())
  const decides = useUser().permissions.includes('intake')
  return (
    <Frame
      {...props}
      segment="arrivals"
      query={query}
      lineOf={arrivalLine}
      draw={(arrival, onDone) => (
        <ArrivalPane key={arrival.id} arrival={arrival} decides={decides} onDone={onDone} />
      )}
    />
  )
}

function Files(props: ListProps) {
  const { timeZone } = useOffice()
  const query = useQuery(useTRPC().portal.files.queryOptions())
  const decides = maySendToPortal(useUser().permissions)
  const lineOf = fileLine((at) => words.file.next(clockTime(officeTimeOf(at, timeZone))))
  return (
    <Frame
      {...props}
      segment="files"
      query={query}
      lineOf={lineOf}
      draw={(file, onDone) => <FilePane key={file.sha256} file={file} fetches={decides} onDone={onDone} />}
    />
  )
}

function Accounts(props: ListProps) {
  const [isDecided, setDecided] = useState(false)
  const query = useQuery(
    useTRPC().accounts.list.queryOptions(undefined, {
      select: ({ waiting, decided }) => (isDecided ? decided : waiting),
    }),
  )
  const { account } = words
  return (
    <Frame
      {...props}
      segment="accounts"
      query={query}
      lineOf={isDecided ? decidedLine : accountLine}
      {...(isDecided && { empty: { title: account.emptyDecided, note: account.emptyDecidedNote } })}
      right={
        <Segmented
          label={account.which}
          current={isDecided ? 'decided' : 'waiting'}
          onChange={(key) => {
            setDecided(key === 'decided')
            props.onShow('accounts')
          }}
          tabs={[
            { key: 'waiting', name: account.waiting },
            { key: 'decided', name: account.decided },
          ]}
        />
      }
      draw={(one, onDone) => <AccountPane key={one.id} account={one} onDone={onDone} />}
    />
  )
}

const lists = {
  conflicts: Conflicts,
  aside: Aside,
  arrivals: Arrivals,
  files: Files,
  accounts: Accounts,
} as const

interface FrameProps<Item> extends ListProps {
  segment: Segment
  query: Asked<readonly Item[]>
  lineOf: (item: Item) => PortalLine
  right?: ReactNode
  /** What stands in an empty list; left out: the segment's own words. */
  empty?: { title: string; note: string }
  draw: (item: Item, onDone: () => void) => ReactNode
}

/** One of the lists at the left, what is chosen at the right; the next one stands open when this one is done. */
function Frame<Item>({ id, onShow, segment, query, lineOf, right, empty, draw }: FrameProps<Item>) {
  const [, navigate] = useLocation()
  const items = query.data ?? []
  const lines = items.map(lineOf)
  const at = lines.findIndex((one) => one.id === id)
  const [chosen, line] = [items[at], lines[at]]
  const mayOpen = useUser().permissions.includes('work-dossiers')
  const open = ({ applicationId }: PortalLine) => {
    if (applicationId !== null && mayOpen) passGuard(() => navigate(`~/berkas/${applicationId}`))
  }
  const toNext = () => onShow(segment, (lines[at + 1] ?? lines[at - 1])?.id)
  useFocusList(id === undefined && query.data !== undefined)
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    ...(line?.applicationId && mayOpen ? [{ keys: 'Enter', label: words.keys.open }] : []),
  ])
  const segments = useSegments()
  return (
    <SegmentedPanes
      words={words}
      segments={{
        current: segment,
        onChange: (key) => onShow(segmentNames.find((one) => one === key) ?? 'conflicts'),
        tabs: segments,
      }}
      right={right}
      query={query}
      widths={[200, 220, 80, 100]}
      list={() => (
        <PortalTable
          segment={segment}
          lines={lines}
          selected={id}
          onSelect={(next) => onShow(segment, next)}
          onOpen={open}
          {...(empty && { empty })}
        />
      )}
      onOpen={line?.applicationId && mayOpen ? () => open(line) : undefined}
      pane={chosen === undefined ? undefined : draw(chosen, toNext)}
    />
  )
}

/** How many wait in each; requests for accounts only for those who answer them. */
function useSegments() {
  const counts = useQuery(useTRPC().inbox.counts.queryOptions()).data
  const status = usePortalStatus(useUser().permissions)
  const figures: Record<Segment, number | null | undefined> = {
    conflicts: counts?.conflicts,
    aside: status?.setAside,
    arrivals: counts?.arrivals,
    files: status?.files,
    accounts: counts?.accounts,
  }
  return segmentNames
    .filter((key) => key !== 'accounts' || typeof figures.accounts === 'number')
    .map((key) => ({
      key,
      name: words.tabs[key],
      ...(typeof figures[key] === 'number' && { count: figure(figures[key]) }),
    }))
}
