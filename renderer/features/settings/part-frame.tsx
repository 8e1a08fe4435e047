import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { settingsWords as words } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import type { Asked } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { idOf } from './settings-parts.ts'
import type { Opened, SettingsPartProps } from './settings-parts.ts'

interface PartFrameProps<Data> extends Pick<SettingsPartProps, 'title' | 'onOpen'> {
  /** What is listed at the left. */
  query: Asked<Data>
  list: (data: Data) => ReactNode
  /** Names what can be added; left out: nothing can. */
  add?: string
  above?: ReactNode
  pane: ReactNode
}

/** The frame of one part of *Pengaturan*: its list at the left, one of it at the right, Ctrl+B for a new one. */
export function PartFrame<Data>(props: PartFrameProps<Data>) {
  const { title, onOpen, query, list, add, above, pane } = props
  const addOne = () => onOpen('new')
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    ...(add === undefined ? [] : [{ keys: 'Ctrl+B', label: add, run: addOne }]),
  ])
  return (
    <TwoPanes
      title={title(
        add !== undefined && (
          <Button icon={IconPlus} kbd="Ctrl+B" onPress={addOne}>
            {add}
          </Button>
        ),
      )}
      above={above}
      list={
        <QueryState
          query={query}
          rows={6}
          widths={[160, 120, 160, 60]}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {list}
        </QueryState>
      }
      paneName={words.pane}
      pane={pane}
    />
  )
}

interface ListPartProps<Item extends { readonly id: string }> extends SettingsPartProps {
  query: Asked<readonly Item[]>
  words: { add: string; list: string; choose: string; chooseNote: string }
  columns: readonly Column<Item>[]
  above?: ReactNode
  /** Stands in the list while it has nothing. */
  empty?: ReactNode
  /** Stands in the pane while none is open. */
  unopened: ReactNode
  /** Takes the pane instead of the open one; false: nothing does. */
  instead?: ReactNode
  /** The form of one; null: of a new one. */
  form: (item: Item | null) => ReactNode
}

/** A part that is a table at the left and the form of one row at the right. */
export function ListPart<Item extends { readonly id: string }>(props: ListPartProps<Item>) {
  const { opened, onOpen, title, query, words: own, columns, above, empty, unopened, instead, form } = props
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={query}
      add={own.add}
      above={above}
      list={(list) => (
        <DataTable
          label={own.list}
          columns={columns}
          rows={list}
          rowKey={({ id }) => id}
          selected={idOf(opened)}
          onSelect={({ id }) => onOpen({ id })}
          {...(empty !== undefined && { empty })}
        />
      )}
      pane={
        opened === null
          ? unopened
          : instead || (
              <OneOf
                opened={opened}
                among={query.data}
                title={own.choose}
                note={own.chooseNote}
                draw={form}
              />
            )
      }
    />
  )
}

interface OneProps<Item extends { readonly id: string }> {
  opened: Opened
  among: readonly Item[] | undefined
  /** Said while none is open. */
  title: string
  note: string
  /** null: a new one. */
  draw: (item: Item | null) => ReactNode
}

/** The one that is open, a new one, or the sentence to choose one. */
export function OneOf<Item extends { readonly id: string }>(props: OneProps<Item>) {
  const { opened, among, title, note, draw } = props
  if (opened === 'new') return draw(null)
  const item = among?.find(({ id }) => id === opened?.id)
  if (item !== undefined) return draw(item)
  return (
    <EmptyState title={title} top>
      {note}
    </EmptyState>
  )
}
