import type { NoticeLineView } from '#contract/notices.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { contactOutcomeLabel, noticeLabel } from '#domain/wording/notices.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { noticeWords as words } from '../../locales/notices.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'

interface NoticeTableProps {
  lines: readonly NoticeLineView[]
  total: number
  done: boolean
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (applicationId: string) => void
}

const triesOf = ({ tries }: NoticeLineView): string => {
  const last = tries.at(-1)
  return last === undefined
    ? words.noTry
    : words.tries(figure(tries.length), contactOutcomeLabel(last.outcome))
}

/** Who is to be told and who was: the oldest first while they wait. */
export function NoticeTable({ lines, total, done, selected, onSelect, onOpen }: NoticeTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const { heads } = words
  const columns: readonly Column<NoticeLineView>[] = [
    {
      key: 'holder',
      head: heads.holder,
      cell: (one) => <TwoLines first={one.holderName} second={one.registrationNumber} />,
    },
    {
      key: 'about',
      head: heads.about,
      width: 200,
      cell: (one) => <TwoLines first={noticeLabel(one.kind)} second={one.permitTypeCode} />,
    },
    {
      key: 'since',
      head: done ? heads.told : heads.since,
      width: 100,
      nowrap: true,
      cell: (one) => relativeDay(officeDateOf(done ? one.stateAt : one.madeAt, timeZone), today),
    },
    {
      key: 'tries',
      head: done ? heads.tries : heads.way,
      width: done ? 164 : 132,
      cell: (one) =>
        done ? triesOf(one) : <TwoLines first={words.reach[one.reach]} second={triesOf(one)} />,
    },
  ]
  return (
    <DataTable
      label={done ? words.listDone : words.list}
      density="two-line"
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      onOpen={({ applicationId }) => onOpen(applicationId)}
      foot={total > lines.length ? words.shown(figure(lines.length), figure(total)) : undefined}
      empty={
        <EmptyState title={done ? words.emptyDone : words.empty}>
          {done ? words.emptyDoneNote : words.emptyNote}
        </EmptyState>
      }
    />
  )
}
