import { IconMessageReport } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { RegisterTableView } from '#contract/registers.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { registerWords } from '../../locales/registers.ts'
import { reportWords } from '../../locales/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { QueueList } from '../../ui/queue-list.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { cellText } from './book-table.tsx'

const words = registerWords.behind

type Row = RegisterTableView['rows'][number]

interface ComplaintsBehindProps {
  title: string
  /** The list of the report, and those of its rows that the figure counts. */
  list: RegisterTableView
  rows: readonly Row[]
  /** Left out: what was asked has no page of its own. */
  opens: boolean
  onClose: () => void
}

/** The complaints or questions behind one figure, beside it; a complaint opens on its own screen. */
export function ComplaintsBehind({ title, list, rows, opens, onClose }: ComplaintsBehindProps) {
  const { timeZone } = useOffice()
  const [, navigate] = useLocation()
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [chosen, setChosen] = useState<string>()
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0]
  const text = ({ cells }: Row, key: string): string => {
    const at = list.columns.findIndex((one) => one.key === key)
    const column = list.columns[at]
    return column === undefined ? '' : cellText(column.kind, cells[at] ?? null, timeZone)
  }
  const show = (id: string) => {
    if (opens) navigate(`~/pengaduan?buka=${id}`)
  }
  useShortcuts([{ keys: 'Escape', label: reportWords.keys.close, run: onClose, whileTyping: false }])
  const about = (row: Row): readonly string[] =>
    opens
      ? [text(row, 'number'), text(row, 'received-on'), text(row, 'channel')]
      : [text(row, 'at'), text(row, 'channel'), text(row, 'officer')]
  const content = (
    <QueueList
      label={words.list}
      groups={[
        {
          key: 'behind',
          title: words.count(figure(rows.length)),
          items: rows.map((row) => ({
            key: row.id ?? '',
            title: text(row, opens ? 'topic' : 'question'),
            note: about(row).join(', '),
            mark: text(row, opens ? 'state' : 'type-code'),
          })),
        },
      ]}
      selected={selected?.id ?? undefined}
      onSelect={setChosen}
      onOpen={show}
      empty={
        <EmptyState title={registerWords.empty} top>
          {registerWords.emptyNote}
        </EmptyState>
      }
    />
  )
  const { id } = selected ?? { id: null }
  const foot =
    opens && id !== null ? (
      <Button icon={IconMessageReport} kbd="Enter" onPress={() => show(id)}>
        {words.open}
      </Button>
    ) : undefined
  const shared = { title, onClose, ...(foot === undefined ? {} : { foot }) }
  return wide ? (
    <SidePane {...shared}>{content}</SidePane>
  ) : (
    <Drawer opened {...shared}>
      {content}
    </Drawer>
  )
}
