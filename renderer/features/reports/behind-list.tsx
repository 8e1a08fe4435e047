import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { reportWords } from '../../locales/reports.ts'
import { Button, type Icon } from '../../ui/button.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { QueryState, type Asked } from '../../ui/query-state.tsx'
import { QueueList, type QueueItem } from '../../ui/queue-list.tsx'
import { EmptyState } from '../../ui/states.tsx'

const { behind: words, keys: keyWords } = reportWords
const nothing = { title: words.empty, note: words.emptyNote }

interface BehindListProps<Data, Line> {
  title: string
  /** The list's name for a screen reader. */
  list?: string
  query: Asked<Data>
  empty?: { readonly title: string; readonly note: string }
  linesOf: (data: Data) => readonly Line[]
  /** Of which days, how many, and whether they are the figure. */
  heading: (data: Data) => string
  itemOf: (line: Line) => QueueItem
  /** Where a line leads; null: nowhere for this person. */
  open: {
    readonly icon: Icon
    readonly text: string
    /** What stands beside the button. */
    readonly state?: (line: Line) => string
    readonly go: (line: Line) => void
  } | null
  /** More of the chosen line, under the list. */
  detail?: (line: Line) => ReactNode
  onClose: () => void
}

/** For a list that is at hand already. */
export const atHand = <Data,>(data: Data): Asked<Data> => ({
  data,
  isError: false,
  error: null,
  refetch: () => Promise.resolve(),
})

/** What is behind one figure, beside it so that the figure stays in sight; Enter opens a line, Esc leads back to the figure. */
export function BehindList<Data, Line>(props: BehindListProps<Data, Line>) {
  const {
    title,
    list = words.list,
    query,
    empty = nothing,
    linesOf,
    heading,
    itemOf,
    open,
    detail,
    onClose,
  } = props
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [chosen, setChosen] = useState<string>()
  const rows =
    query.data === undefined ? [] : linesOf(query.data).map((line) => ({ line, item: itemOf(line) }))
  const selected = rows.find(({ item }) => item.key === chosen) ?? rows[0]
  useShortcuts([{ keys: 'Escape', label: keyWords.close, run: onClose, whileTyping: false }])
  const show = (key: string) => {
    const row = rows.find(({ item }) => item.key === key)
    if (row !== undefined) open?.go(row.line)
  }
  const state = selected === undefined ? undefined : open?.state?.(selected.line)
  const shared = {
    title,
    onClose,
    ...(selected === undefined || detail === undefined ? {} : { detail: detail(selected.line) }),
    ...(selected === undefined || open === null
      ? {}
      : {
          foot: (
            <>
              {state !== undefined && <span>{state}</span>}
              <Button icon={open.icon} kbd="Enter" onPress={() => open.go(selected.line)}>
                {open.text}
              </Button>
            </>
          ),
        }),
  }
  const content = (
    <QueryState
      top
      query={query}
      rows={4}
      widths={[180, 90]}
      height={52}
      failed={words.failed}
      failedAction={words.failedAction}
    >
      {(data) => (
        <QueueList
          label={list}
          groups={[{ key: 'behind', title: heading(data), items: rows.map(({ item }) => item) }]}
          selected={selected?.item.key}
          onSelect={setChosen}
          onOpen={show}
          empty={
            <EmptyState title={empty.title} top>
              {empty.note}
            </EmptyState>
          }
        />
      )}
    </QueryState>
  )
  return wide ? (
    <SidePane {...shared}>{content}</SidePane>
  ) : (
    <Drawer opened {...shared}>
      {content}
    </Drawer>
  )
}
