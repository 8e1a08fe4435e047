import { IconMessageReport } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { RegisterTableView } from '#contract/registers.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { registerWords } from '../../locales/registers.ts'
import { atHand, BehindList } from './behind-list.tsx'
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
  const text = ({ cells }: Row, key: string): string => {
    const at = list.columns.findIndex((one) => one.key === key)
    const column = list.columns[at]
    return column === undefined ? '' : cellText(column.kind, cells[at] ?? null, timeZone)
  }
  const about = opens ? ['number', 'received-on', 'channel'] : ['at', 'channel', 'officer']
  return (
    <BehindList
      title={title}
      list={words.list}
      query={atHand(rows)}
      empty={{ title: registerWords.empty, note: registerWords.emptyNote }}
      heading={() => words.count(figure(rows.length))}
      linesOf={(all) => all}
      itemOf={(row) => ({
        key: row.id ?? '',
        title: text(row, opens ? 'topic' : 'question'),
        note: about.map((key) => text(row, key)).join(', '),
        mark: text(row, opens ? 'state' : 'type-code'),
      })}
      open={
        opens
          ? {
              icon: IconMessageReport,
              text: words.open,
              go: ({ id }) => id !== null && navigate(`~/pengaduan?buka=${id}`),
            }
          : null
      }
      onClose={onClose}
    />
  )
}
