import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeputyshipView } from '#contract/deputies.ts'
import { dayRange, numericDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { deputyWords as words } from '../../locales/deputies.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Badge, StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { DeputyForm } from './deputy-form.tsx'
import { DeputyPane } from './deputy-pane.tsx'

const meanings: Readonly<Record<DeputyshipView['state'], Meaning>> = {
  running: 'current',
  coming: 'not-yet',
  over: 'done',
  ended: 'done',
}

/** *Pengganti*: who takes whose place, at the left; a new one, or the one that is chosen, at the right. */
export function DeputiesScreen() {
  const deputies = useQuery(useTRPC().deputies.list.queryOptions())
  const [opened, setOpened] = useState<string | 'new' | null>(null)
  const view = deputies.data
  const open = (next: string) => passGuard(() => setOpened(next))
  const mayAppoint = view?.mayAppoint === true
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: settingsWords.keys.choose },
    ...(mayAppoint ? [{ keys: 'Ctrl+B', label: words.add, run: () => open('new') }] : []),
  ])
  const chosen = view?.deputyships.find((one) => one.id === opened)
  return (
    <TwoPanes
      title={
        <ScreenTitle
          title={words.title}
          note={words.note}
          right={
            mayAppoint && (
              <Button icon={IconPlus} kbd="Ctrl+B" onPress={() => open('new')}>
                {words.add}
              </Button>
            )
          }
        />
      }
      list={
        <QueryState
          query={deputies}
          rows={6}
          widths={[160, 160, 160, 90]}
          height={49}
          failed={settingsWords.failed}
          failedAction={settingsWords.failedAction}
        >
          {({ deputyships }) => (
            <DeputyTable lines={deputyships} selected={chosen?.id} onSelect={(id) => open(id)} />
          )}
        </QueryState>
      }
      paneName={words.pane}
      pane={
        opened === 'new' && mayAppoint ? (
          <DeputyForm people={view.people} onSaved={setOpened} />
        ) : chosen !== undefined ? (
          <DeputyPane
            key={chosen.id}
            deputyship={chosen}
            badge={<Badge meaning={meanings[chosen.state]}>{words.states[chosen.state]}</Badge>}
            mayEnd={mayAppoint}
          />
        ) : (
          <EmptyState title={words.choose} top>
            {view !== undefined && !mayAppoint ? words.onlyShown : words.chooseNote}
          </EmptyState>
        )
      }
    />
  )
}

interface DeputyTableProps {
  lines: readonly DeputyshipView[]
  selected: string | undefined
  onSelect: (id: string) => void
}

function DeputyTable({ lines, selected, onSelect }: DeputyTableProps) {
  const { heads } = words
  const columns: readonly Column<DeputyshipView>[] = [
    { key: 'absent', head: heads.absent, cell: (one) => one.absent },
    { key: 'deputy', head: heads.deputy, cell: (one) => one.deputy },
    {
      key: 'days',
      head: heads.days,
      width: 186,
      cell: (one) => (
        <span title={dayRange(one.from, one.until)}>
          {one.from === one.until
            ? numericDate(one.from)
            : `${numericDate(one.from)} – ${numericDate(one.until)}`}
        </span>
      ),
    },
    {
      key: 'state',
      head: heads.state,
      width: 136,
      cell: (one) => <StatusMark meaning={meanings[one.state]}>{words.states[one.state]}</StatusMark>,
    },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      empty={<EmptyState title={words.none}>{words.noneNote}</EmptyState>}
    />
  )
}
