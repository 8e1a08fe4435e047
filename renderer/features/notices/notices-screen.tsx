import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useFocusList } from '../../lib/keyboard/focus.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { noticeWords as words } from '../../locales/notices.ts'
import { QueryState } from '../../ui/query-state.tsx'
import { SegmentedPanes } from '../../ui/segmented-panes.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { NoticePane } from './notice-pane.tsx'
import { NoticeTable } from './notice-table.tsx'

type Which = 'waiting' | 'done'

/** Lines listed at first and with each further step; the API lists no more than all the steps together. */
const page = 200
const pagesAtMost = 5

/** *Perlu Dikabari*: whom the office's procedure has told, at the left; what to say to one of them, at the right. */
export function NoticesScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id')
  const [which, setWhich] = useState<Which>('waiting')
  const [pages, setPages] = useState(1)
  const most = pages * page
  const waiting = useQuery(
    trpc.notices.list.queryOptions({ which: 'waiting', most }, { placeholderData: keepPreviousData }),
  )
  const done = useQuery(
    trpc.notices.list.queryOptions(
      { which: 'done', most },
      { enabled: which === 'done', placeholderData: keepPreviousData },
    ),
  )
  const shown = which === 'waiting' ? waiting : done
  const lines = shown.data?.lines ?? []
  const id = params?.id
  const choose = (next: string) => passGuard(() => navigate(`/${next}`, { replace: true }))
  const open = (applicationId: string) => passGuard(() => navigate(`~/berkas/${applicationId}`))
  const chosen = lines.find((one) => one.id === id)
  useFocusList(id === undefined && waiting.data !== undefined)
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Enter', label: words.keys.open },
  ])
  // The next one that waits stands open when this one is done.
  const toNext = () => {
    const at = lines.findIndex((one) => one.id === id)
    const next = lines[at + 1] ?? lines[at - 1]
    navigate(next === undefined || next.id === id ? '/' : `/${next.id}`, { replace: true })
  }
  return (
    <SegmentedPanes
      words={words}
      segments={{
        current: which,
        onChange: (key) =>
          passGuard(() => {
            setWhich(key === 'done' ? 'done' : 'waiting')
            setPages(1)
            navigate('/', { replace: true })
          }),
        tabs: [
          {
            key: 'waiting',
            name: words.waiting,
            ...(waiting.data ? { count: figure(waiting.data.total) } : {}),
          },
          { key: 'done', name: words.done },
        ],
      }}
      query={shown}
      widths={[220, 120, 90, 120]}
      list={({ total }) => (
        <NoticeTable
          lines={lines}
          total={total}
          done={which === 'done'}
          selected={id}
          onSelect={choose}
          onOpen={open}
          onMore={pages < pagesAtMost ? () => setPages(pages + 1) : undefined}
        />
      )}
      onOpen={chosen && (() => open(chosen.applicationId))}
      pane={id === undefined ? undefined : <Chosen key={id} id={id} onTold={toNext} />}
    />
  )
}

function Chosen({ id, onTold }: { id: string; onTold: () => void }) {
  const notice = useQuery(useTRPC().notices.get.queryOptions({ id }))
  return (
    <QueryState
      query={notice}
      rows={5}
      widths={[280]}
      failed={words.failed}
      failedAction={words.failedAction}
      top
    >
      {(found) =>
        found === null ? (
          <EmptyState title={words.gone} top>
            {words.goneNote}
          </EmptyState>
        ) : (
          <NoticePane notice={found} onTold={onTold} />
        )
      }
    </QueryState>
  )
}
